"""The river, in order: read, find the dateline, parse, find the rest, link, assemble."""

from __future__ import annotations

import datetime
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newsextract.assembly import Assembler, text_id
from newsextract.errors import ConfigurationError, InputError
from newsextract.language import DEFAULT_MODEL, load
from newsextract.linking import Findings, link, unlinked
from newsextract.parsers.dateline import DatelineParser
from newsextract.parsers.figures import FiguresParser
from newsextract.parsers.participants import ParticipantsParser
from newsextract.parsers.quotes import QuotesParser
from newsextract.periods.given import given_day
from newsextract.reading import read
from newsextract.record import ModelInfo, NewsRecord, Note
from newsextract.story import Parser, Story

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

FIELDS = ("dateline", "quotes", "figures", "participants")

_WINDOW = 64
"""Articles that are read ahead; bounds the memory of `pipe`."""


@dataclass(frozen=True, slots=True)
class Article:
    """A text with what its sender said about it.

    Attributes:
        text: the text, exactly as it was sent.
        id: the caller's name for it; a hash of the text where None.
        source: path or URL.
        published: publication date, used to complete dates such as 'March 3'.
        headline: its headline, where it is known apart from the text.
        agency: who sent it (a web page's site); the agency of a dateline that names none.
    """

    text: str
    id: str | None = None
    source: str | None = None
    published: datetime.date | None = None
    headline: str | None = None
    agency: str | None = None


@dataclass(slots=True)
class _Work:
    article: Article
    story: Story
    notes: list[Note] = field(default_factory=list)


def default_parsers() -> dict[str, Parser]:
    """The package's own parser of each field."""
    return {
        "dateline": DatelineParser(),
        "quotes": QuotesParser(),
        "figures": FiguresParser(),
        "participants": ParticipantsParser(),
    }


class Extractor:
    """Reads news items into records.

    Args:
        model: any English spaCy pipeline: package name, folder, or a loaded `Language`.
        parsers: parsers to use in place of the package's (by field: ``dateline``, ``quotes``,
            ``figures``, ``participants``) or beside them (any other name; what they return
            goes to ``record.extensions``). None as a value switches a field off.
        batch_size: documents that spaCy takes at once; changes speed, never the records.

    Raises:
        ModelError: the model is missing or unfit.
        ConfigurationError: a parser has no `parse` method, or `batch_size` is not positive.
    """

    def __init__(
        self,
        model: str | Path | Language = DEFAULT_MODEL,
        *,
        parsers: Mapping[str, Parser | None] | None = None,
        batch_size: int = 16,
    ) -> None:
        if batch_size < 1:
            raise ConfigurationError("batch_size", f"must be at least 1, not {batch_size}")
        chosen: dict[str, Parser | None] = {**default_parsers(), **(parsers or {})}
        for name, parser in chosen.items():
            if parser is not None and not callable(getattr(parser, "parse", None)):
                raise ConfigurationError(f"parsers[{name!r}]", "has no method parse(story)")
        self.parsers: dict[str, Parser] = {n: p for n, p in chosen.items() if p is not None}
        self.batch_size = batch_size
        self.language = load(model)
        self._lock = threading.Lock()
        self.model = ModelInfo(name=self.language.name, version=self.language.version)

    def extract(
        self,
        text: str,
        *,
        id: str | None = None,
        source: str | None = None,
        published: datetime.date | str | None = None,
        headline: str | None = None,
        agency: str | None = None,
    ) -> NewsRecord:
        """The record of one news item.

        Args:
            text: the news item as it was sent. Any string gives a record.
            id: your name for it; a hash of the text where None.
            source: its path or URL.
            published: its publication date (a `date`, ISO 8601, or like 'October 2, 2023').
            headline: its headline, where that is not part of the text.
            agency: who sent it; the agency of a dateline where the text names none.

        Raises:
            InputError: `text` is no string, or `published` is no date.
        """
        day = publication_day(published)
        article = Article(_text(text), id, source, day, headline, agency)
        return next(self.pipe([article]))

    def pipe(self, articles: Iterable[str | Article]) -> Iterator[NewsRecord]:
        """The records of many news items: a generator that keeps their order.

        The records are the same as `extract` gives, one by one.

        It never stops for one bad item: what is neither a string nor an `Article` gives an
        empty record with the warning ``unreadable_input``.
        """
        stream = iter(articles)
        while window := list(islice(stream, _WINDOW)):
            yield from self._read_window(window)

    def _read_window(self, window: Sequence[str | Article]) -> list[NewsRecord]:
        works = [self._begin(article) for article in window]
        # spaCy keeps each word that it ever saw, unless it is told what may be forgotten.
        with self._lock, self.language.forgetting():
            return [self._finish(work, doc) for work, doc in self._parse(works)]

    def _begin(self, given: str | Article) -> _Work:
        notes: list[Note] = []
        try:
            article = given if isinstance(given, Article) else Article(_text(given))
            _text(article.text)
            published = publication_day(article.published)
        except InputError as error:
            article, published = Article(""), None
            notes.append(Note(code="unreadable_input", message=str(error)))
        reading = read(article.text)
        work = _Work(article, Story(reading, published or reading.published, article.agency), notes)
        dateline = self._run("dateline", work, None)
        work.story = _published_by_dateline(work.story.with_dateline(dateline))
        return work

    def _parse(self, works: list[_Work]) -> Iterator[tuple[_Work, Doc | None]]:
        """Each work with its parse; None where spaCy can't parse it, which costs no other."""
        parse = self.language.parse
        done = 0
        try:
            for doc in parse((work.story for work in works), self.batch_size):
                yield works[done], doc
                done += 1
        except Exception:
            for work in works[done:]:
                try:
                    doc = next(parse([work.story], 1))
                except Exception as error:
                    work.notes.append(_failure("parse_failed", None, error))
                    yield work, None
                else:
                    yield work, doc

    def _finish(self, work: _Work, doc: Doc | None) -> NewsRecord:
        if doc is None:
            return self._assemble(work, Findings(dateline=work.story.dateline), {})
        work.story = work.story.with_doc(doc)
        findings = Findings(
            dateline=work.story.dateline,
            quotes=tuple(self._run("quotes", work, ())),
            figures=tuple(self._run("figures", work, ())),
            participants=tuple(self._run("participants", work, ())),
        )
        extensions = {
            name: self._run(name, work, None) for name in self.parsers if name not in FIELDS
        }
        return self._assemble(work, findings, extensions)

    def _run(self, name: str, work: _Work, nothing: Any) -> Any:
        """What a parser finds; if it raises, nothing, and a warning."""
        parser = self.parsers.get(name)
        if parser is None:
            return nothing
        try:
            return parser.parse(work.story)
        except Exception as error:
            work.notes.append(_failure("parser_failed", name, error))
            return nothing

    def _assemble(
        self, work: _Work, findings: Findings, extensions: Mapping[str, Any]
    ) -> NewsRecord:
        try:
            links = link(work.story, findings)
        except Exception as error:
            work.notes.append(_failure("linking_failed", None, error))
            links = unlinked(work.story, findings)
        assembler = Assembler(work.story, findings, links)
        article = work.article
        return assembler.record(
            id=article.id if article.id is not None else text_id(article.text),
            source=article.source,
            model=self.model,
            headline=article.headline or assembler.headline(),
            published_from=_published_from(work),
            notes=work.notes,
            extensions=extensions,
        )


def _failure(code: str, field: str | None, error: Exception) -> Note:
    return Note(code=code, field=field, message=f"{type(error).__name__}: {error}")


def _published_from(work: _Work) -> str | None:
    if work.article.published:
        return "caller"
    if work.story.reading.published:
        return "header"
    return "dateline" if work.story.published else None


def _published_by_dateline(story: Story) -> Story:
    """Where nothing else dates the item, a dateline with day, month and year does."""
    dateline = story.dateline
    if story.published or not dateline or {"date", "year"} & set(dateline.inferred):
        return story
    return replace(story, published=dateline.date)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise InputError(
            f"text must be a str, not {type(value).__name__}"
            + ("; decode it first" if isinstance(value, bytes | bytearray) else "")
        )
    return value


def publication_day(value: datetime.date | str | None) -> datetime.date | None:
    """The day that a caller names as the publication date.

    Raises:
        InputError: it is no full date.
    """
    try:
        return None if value is None else given_day(value)
    except ValueError as error:
        raise InputError(
            f"published must be a date, ISO 8601 or like 'October 2, 2023', not {value!r}"
        ) from error


@cache
def default_extractor() -> Extractor:
    """The extractor behind `newsextract.extract`, made at its first call."""
    return Extractor()
