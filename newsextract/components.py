"""Each parser as a component of a spaCy pipeline, with what it finds under ``doc._.newsextract``.

>>> import spacy, newsextract.components
>>> nlp = spacy.load("en_core_web_sm")                  # doctest: +SKIP
>>> nlp.add_pipe("newsextract_quotes")                  # doctest: +SKIP
>>> nlp("'We agree,' he said.")._.newsextract.quotes    # doctest: +SKIP

The names are ``newsextract_dateline``, ``newsextract_quotes``, ``newsextract_figures`` and
``newsextract_participants``; each may be used without the others. The dateline goes first: a
dateline that is known tells the others where the story begins and what 'this year' is. Where
the participants are known, the quotes' speakers point to them.

spaCy imports this module, by its entry points, whenever any pipeline is made: it must import
next to nothing itself.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Any

from spacy.language import Language
from spacy.tokens import Doc

if TYPE_CHECKING:
    from newsextract.record import NewsRecord
    from newsextract.story import Parser, Story

_KEY = "newsextract"
_PARSE = ("token.tag", "token.dep", "doc.sents", "doc.ents")
_NEEDS = {"dateline": (), "quotes": _PARSE, "figures": _PARSE, "participants": _PARSE}
_ANNOTATIONS = {
    "token.tag": ("TAG", "a tagger"),
    "token.dep": ("DEP", "a parser"),
    "doc.sents": ("SENT_START", "a parser"),
    "doc.ents": ("ENT_IOB", "an entity recognizer"),
}


class FieldComponent:
    """Runs the parser of one field on a document.

    The text is taken as it is: what ``newsextract.extract`` does before parsing (line ends,
    HTML entities, hard-wrapped lines) is up to the pipeline's owner here.
    """

    def __init__(self, field: str, model: str, version: str) -> None:
        self.field = field
        self._model = {"name": model, "version": version}
        if not Doc.has_extension(_KEY):
            Doc.set_extension(_KEY, getter=record_of)

    def __call__(self, doc: Doc) -> Doc:
        """Keep what is found in `doc`.

        Raises:
            ConfigurationError: the pipeline lacks a component that the parser builds on.
        """
        from newsextract.errors import ConfigurationError

        for need in _NEEDS[self.field]:
            annotation, maker = _ANNOTATIONS[need]
            if len(doc) and not doc.has_annotation(annotation):
                raise ConfigurationError(
                    f"newsextract_{self.field}", f"needs {maker} before it in the pipeline"
                )
        kept = doc.user_data.setdefault(_KEY, {})
        kept["model"] = self._model
        try:
            found = _parser(self.field).parse(_story(doc))
        except Exception as error:  # as in `extract`: a fault costs its own field only
            kept.setdefault("failed", {})[self.field] = f"{type(error).__name__}: {error}"
        else:
            # Plain values: spaCy sends documents between processes, and saves them.
            found = found if self.field == "dateline" else tuple(found)
            kept[self.field] = _adapter(self.field).dump_python(found, mode="json")
        return doc


def record_of(doc: Doc) -> NewsRecord:
    """The record of what the components found in `doc`; the offsets are those of `doc`.

    It is made anew at each call, so that it holds what was found so far.
    """
    from newsextract.assembly import Assembler, text_id
    from newsextract.linking import Findings, link
    from newsextract.record import ModelInfo, Note

    kept = doc.user_data.get(_KEY, {})
    story = _story(doc)
    found = {
        field: _adapter(field).validate_python(kept[field]) for field in _NEEDS if field in kept
    }
    findings = Findings(**found)
    assembler = Assembler(story, findings, link(story, findings))
    return assembler.record(
        id=text_id(story.text),
        source=None,
        model=ModelInfo(**kept.get("model", {"name": "", "version": ""})),
        headline=assembler.headline(),
        published_from="header" if story.reading.published else None,
        notes=[
            Note(code="parser_failed", field=field, message=message)
            for field, message in kept.get("failed", {}).items()
        ],
        extensions={},
    )


def _story(doc: Doc) -> Story:
    from newsextract.reading import Reading
    from newsextract.reading.layout import lay_out
    from newsextract.story import Story

    text = doc.text
    reading = Reading(text, text, lay_out(text), ())
    story = Story(reading, reading.published).with_doc(doc)
    kept = doc.user_data.get(_KEY, {}).get("dateline")
    return story.with_dateline(_adapter("dateline").validate_python(kept)) if kept else story


@cache
def _parser(field: str) -> Parser:
    from newsextract.extractor import default_parsers

    return default_parsers()[field]


@cache
def _adapter(field: str) -> Any:
    """What makes a field's findings plain values, and back."""
    from pydantic import TypeAdapter

    from newsextract.story import (
        DatelineFinding,
        FigureFinding,
        ParticipantFinding,
        QuoteFinding,
    )

    kinds: dict[str, Any] = {
        "dateline": DatelineFinding | None,
        "quotes": tuple[QuoteFinding, ...],
        "figures": tuple[FigureFinding, ...],
        "participants": tuple[ParticipantFinding, ...],
    }
    return TypeAdapter(kinds[field])


def _factory(field: str) -> Callable[[Language, str], FieldComponent]:
    def make(nlp: Language, name: str) -> FieldComponent:
        return FieldComponent(
            field, f"{nlp.lang}_{nlp.meta.get('name', '')}", str(nlp.meta.get("version", ""))
        )

    Language.factory(
        f"newsextract_{field}", func=make, assigns=["doc._.newsextract"], requires=_NEEDS[field]
    )
    return make


make_dateline = _factory("dateline")
make_quotes = _factory("quotes")
make_figures = _factory("figures")
make_participants = _factory("participants")
