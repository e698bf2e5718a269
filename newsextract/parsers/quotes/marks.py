"""Quotation marks: which stretches of the text stand between them.

A small state machine over the marks of one block (a line of the clean text), so a stray
mark never reaches beyond its paragraph. It tells marks from apostrophes, feet and inches by
the characters beside them, and knows the convention of quotations that run over paragraphs:
each paragraph opens again, only the last one closes.

Every step looks at a bounded number of characters or at tables made in one pass: linear in
the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

_MARK = re.compile("``|''|[\"“”„‟«»‹›‘’‚‛'`]")
_WORD = re.compile(r"\w")
_ELISION = re.compile(
    r"(?:tis|twas|twill|til|till|em|cause|bout|round|cos|cuz|n|nuff|neath|\d0s)\b", re.I
)
"""Words that drop their first letters behind an apostrophe."""
_SHORT_YEAR = re.compile(r"\d\d(?!\d)")
"""'the summer of ‘08', whichever way the mark turns."""
_MOST_NESTED = 60
"""Marks inside single ones: more are no nested quotations but a stray mark."""
_MEASURE = re.compile(r"\d(?:\.\d+)?$|\d ?[½¼¾⅓⅔⅛]$|\d['’′] ?\d{1,2}(?:\.\d+)?$")
_OPENING = "([{-–—/\"“”„«‹‘'`\u201b"

_DOUBLE_OPENERS = {"“": "”", "„": '“”‟"', "«": "»", "‹": "›", "``": "''", "‟": "”"}
_CLOSERS = {"”": "“„‟", "»": "«", "›": "‹", "‟": "„", "''": "``"}


@dataclass(frozen=True, slots=True)
class Quoted:
    """A stretch between marks, not itself inside another one.

    Attributes:
        start: offset of the opening mark (of the paragraph's start, if that is missing).
        end: offset after the closing mark, or of the end of the paragraph.
        inner_start: offset of the first character of the content.
        inner_end: offset after its last character.
        block: number of the block.
        single: between single marks.
        continues: goes on from the previous paragraph, which was not closed.
        closed: has its closing mark.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    block: int
    single: bool = False
    continues: bool = False
    closed: bool = True


@dataclass(slots=True)
class _Mark:
    start: int
    end: int
    text: str
    before: str  # the characters beside it, a space at the block's ends
    after: str

    @property
    def may_open(self) -> bool:
        """It stands where a word begins."""
        return not self.after.isspace() and (self.before.isspace() or self.before in _OPENING)

    @property
    def may_close(self) -> bool:
        """It stands where a word or sentence ends."""
        return not self.before.isspace() and not self.after.isalnum()


def quoted_stretches(text: str, blocks: Iterable[tuple[int, int]]) -> list[Quoted]:
    """The outermost stretches between quotation marks, in order.

    Args:
        text: the clean text.
        blocks: its lines, as half-open offsets.
    """
    found: list[Quoted] = []
    pending: str | None = None  # the opening mark of a quotation that the last block left open
    for number, (start, end) in enumerate(blocks):
        marks = _marks(text, start, end)
        if not marks:
            pending = None
            continue
        stretches, pending = _Block(text, start, end, number, marks, pending).read()
        found += stretches
    return found


def _marks(text: str, start: int, end: int) -> list[_Mark]:
    found = []
    for match in _MARK.finditer(text, start, end):
        a, b = match.span()
        before = text[a - 1] if a > start else " "
        after = text[b] if b < end else " "
        if match.group() in "'’" and before.isalnum() and after.isalnum():
            continue  # an apostrophe
        found.append(_Mark(a, b, match.group(), before, after))
    return found


class _Block:
    """The marks of one block, read from left to right."""

    def __init__(
        self,
        text: str,
        start: int,
        end: int,
        number: int,
        marks: list[_Mark],
        pending: str | None,
    ) -> None:
        self.text, self.start, self.end, self.number = text, start, end, number
        self.marks = marks
        self.pending = pending
        self.straight_left = sum(m.text == '"' for m in marks)
        self.next_closer, self.next_opener = self._single_tables()
        self.found: list[Quoted] = []

    def read(self) -> tuple[list[Quoted], str | None]:
        """The block's stretches, and the opening mark that is still open at its end."""
        opened: _Mark | None = None
        depth = 0
        i = 0
        self._missing_opener()
        while i < len(self.marks):
            mark = self.marks[i]
            if mark.text == '"':
                self.straight_left -= 1
            if opened is None:
                closer = self._single_closer(i)
                if closer is not None:
                    self._add(mark, self.marks[closer], single=True)
                    self._count_straight(i + 1, closer + 1)
                    i = closer + 1
                    continue
                if self._opens(mark):
                    opened, depth = mark, 1
            else:
                step = self._inside(opened, mark, i)
                if step == "restart":
                    self._unclosed(opened, mark)
                    opened, depth = mark, 1
                else:
                    depth += {"deeper": 1, "close": -1}.get(step, 0)
                    if depth == 0:
                        self._add(opened, mark)
                        opened = None
            i += 1
        if opened is None:
            return self.found, self._open_single()
        self._add(opened, None)
        return self.found, opened.text

    def _count_straight(self, first: int, last: int) -> None:
        self.straight_left -= sum(m.text == '"' for m in self.marks[first:last])

    def _add(self, opened: _Mark, closed: _Mark | None, *, single: bool = False) -> None:
        inner_end = closed.start if closed else self.end
        if not _WORD.search(self.text, opened.end, inner_end):
            return
        self.found.append(
            Quoted(
                opened.start,
                closed.end if closed else self.end,
                opened.end,
                inner_end,
                self.number,
                single=single,
                continues=self.pending is not None
                and opened.start == self.start
                and _same_style(self.pending, opened.text),
                closed=closed is not None,
            )
        )

    def _unclosed(self, opened: _Mark, mark: _Mark) -> None:
        """The closing mark of `opened` is missing; `mark` opens the next quotation."""
        end = mark.start
        while end > opened.end and self.text[end - 1].isspace():
            end -= 1
        if _WORD.search(self.text, opened.end, end):
            self.found.append(Quoted(opened.start, end, opened.end, end, self.number, closed=False))

    def _missing_opener(self) -> None:
        """A quotation goes on from the last block without being opened again."""
        if self.pending is None or self.marks[0].start == self.start:
            return
        mark = self.marks[0]
        closes = mark.text == '"' or mark.text in _CLOSERS
        if closes and _same_style(self.pending, mark.text) and mark.may_close:
            self.found.append(
                Quoted(self.start, mark.end, self.start, mark.start, self.number, continues=True)
            )
            self.marks = self.marks[1:]
            self.straight_left -= mark.text == '"'
            self.next_closer, self.next_opener = self._single_tables()

    def _opens(self, mark: _Mark) -> bool:
        if mark.text == '"' or mark.text == "''":
            if self._is_measure(mark):
                return False
            return mark.may_open or not mark.may_close
        if mark.text in _DOUBLE_OPENERS:
            return not (mark.after.isspace() and not mark.before.isspace())
        if mark.text == "”" or mark.text == "»":  # the wrong way, or as printed in Denmark
            return mark.before.isspace() and mark.after.isalnum()
        return False

    def _inside(self, opened: _Mark, mark: _Mark, i: int) -> str:
        """What `mark` does while `opened` is open: close, deeper, restart, or nothing."""
        straight = opened.text in ('"', "''")
        if straight and mark.text == opened.text:
            if mark.before.isspace() and not mark.after.isspace():
                return "deeper" if self._nests(opened.text, i) else "restart"
            return "nothing" if self._is_measure(mark) else "close"
        if straight:
            # Mixed styles: a straight opener may get a curly closer.
            curly = opened.text == '"' and mark.text == "”" and self.marks[i - 1] is opened
            return "close" if curly else "nothing"
        closers = _DOUBLE_OPENERS.get(opened.text, "«" if opened.text == "»" else "”")
        if mark.text in closers and not (mark.text == "“" and mark.may_open and opened.text != "„"):
            return "close"
        if mark.text == '"' and opened.text == "“":
            closes = mark.may_close and not self._curly_closer_ahead(i)
            return "close" if closes else "nothing"
        if mark.text == opened.text:
            if not mark.may_open:
                return "close"  # the opener printed as a closer
            return "deeper" if self._nests(opened.text, i) else "restart"
        return "nothing"

    def _nests(self, opener: str, i: int) -> bool:
        """Two closers follow before the next opener."""
        closers = 0
        for mark in self.marks[i + 1 : i + 9]:
            straight = opener in ('"', "''") and mark.text == opener
            if mark.may_open if straight else mark.text == opener:
                return False
            if straight or mark.text in _DOUBLE_OPENERS.get(opener, ""):
                closers += 1
                if closers == 2:
                    return True
        return False

    def _curly_closer_ahead(self, i: int) -> bool:
        for mark in self.marks[i + 1 : i + 9]:
            if mark.text == "“":
                return False
            if mark.text == "”":
                return True
        return False

    def _is_measure(self, mark: _Mark) -> bool:
        """Inches or seconds: '5" pipe'. Behind a digit, with one mark too many in the block."""
        if not mark.before.isdigit() and mark.before not in "½¼¾⅓⅔⅛":
            return False
        tail = self.text[max(self.start, mark.start - 8) : mark.start]
        if not _MEASURE.search(tail):
            return False
        return mark.after.isalnum() or mark.after == "-" or self.straight_left % 2 == 1

    # Single marks

    def _single_tables(self) -> tuple[list[int], list[int]]:
        """For each mark the next one that can close, and the next that can open, a single quote."""
        count = len(self.marks)
        closer, opener = [count] * (count + 1), [count] * (count + 1)
        for i in range(count - 1, -1, -1):
            mark = self.marks[i]
            closer[i] = i if mark.text in "'’" and mark.may_close else closer[i + 1]
            opens = mark.text in "'‘‚‛`" and mark.may_open
            opener[i] = i if opens else opener[i + 1]
        return closer, opener

    def _single_closer(self, i: int) -> int | None:
        """The mark that closes the single quotation which mark `i` opens; None if it opens none."""
        mark = self.marks[i]
        if mark.text not in ("'", "‘", "‚", "‛", "`", "’") or not mark.may_open:
            return None
        if mark.text == "’" and not mark.before.isspace():
            return None
        ahead = min(self.end, mark.end + 12)
        if mark.text in "'’" and _ELISION.match(self.text, mark.end, ahead):
            return None
        if _SHORT_YEAR.match(self.text, mark.end, ahead):
            return None
        j = self.next_closer[i + 1]
        # Before another quotation opens: a mark that ends speech, rather than a plural's
        # apostrophe ('the workers' rights').
        limit = self.next_opener[i + 1]
        first = j
        while j < len(self.marks) and self._is_possessive(self.marks[j]):
            j = self.next_closer[j + 1]
            if j >= limit or j - i > 16:
                j = first
                break
        if j >= len(self.marks):
            j = first
            if mark.text == "’":
                return None
        return j if j < len(self.marks) and self._is_balanced(i + 1, j) else None

    def _is_balanced(self, first: int, last: int) -> bool:
        """No double quotation starts inside and ends outside."""
        if last - first > _MOST_NESTED:
            return False
        inside = self.marks[first:last]
        straight = sum(m.text in ('"', "''") for m in inside)
        opened = sum(m.text in _DOUBLE_OPENERS for m in inside)
        closed = sum(m.text in _CLOSERS for m in inside)
        return straight % 2 == 0 and (opened == closed or straight > 0)

    def _is_possessive(self, mark: _Mark) -> bool:
        after = self.text[mark.end : mark.end + 2]
        return mark.before in "sz" and after[:1] == " " and after[1:].islower()

    def _open_single(self) -> str | None:
        """A block that opens with a single mark and does not close it: it goes on."""
        if self.found or not self.marks:
            return None
        mark = self.marks[0]
        if mark.text != "‘" or mark.start != self.start or not mark.may_open:
            return None
        self._add(mark, None, single=True)
        return mark.text


def _same_style(opener: str, mark: str) -> bool:
    singles, curly = "‘’‚‛", "“”„‟"
    return (
        opener == mark
        or (opener in singles and mark in singles)
        or (opener in curly and mark in curly)
        or {opener, mark} <= set("«»")
        or (opener == "``" and mark == "''")
    )
