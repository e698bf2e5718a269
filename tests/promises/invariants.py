"""What holds for the record of any text."""

from __future__ import annotations

from newsextract import NewsRecord


def check(record: NewsRecord, text: str) -> None:
    """The promises about one record."""
    assert not [note for note in record.warnings if note.code.endswith("_failed")]
    for span in record.spans():
        assert text[span.start : span.end] == span.text
        assert span.start < span.end
    participants = [p.id for p in record.participants]
    figures = [f.id for f in record.figures]
    assert len({*participants, *figures}) == len(participants) + len(figures)
    for quote in record.quotes:
        assert quote.pieces
        assert not quote.speaker or quote.speaker.participant in (None, *participants)
    for figure in record.figures:
        assert figure.parent in (None, *figures)
        assert figure.parent != figure.id
        assert {figure.giver, figure.receiver} <= {None, *participants}
        assert figure.amount_max is None or figure.amount < figure.amount_max
        assert figure.amount.is_finite()
        if figure.period and figure.period.start and figure.period.end:
            assert figure.period.start <= figure.period.end
    if record.dateline:
        assert record.dateline.participant in (None, *participants)
    for one, other in zip(record.figures, record.figures[1:], strict=False):
        assert one.span.end <= other.span.start
