"""Marks that nest and overlap become pieces that nest."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newsextract.show.marks import Mark, links_of, marks_of, pieces_of
from tests.sample import RECORD, TEXT

LENGTH = 30

marks = st.lists(
    st.tuples(st.integers(-2, LENGTH + 2), st.integers(-2, LENGTH + 2), st.integers(1, 9)).map(
        lambda parts: Mark(parts[0], parts[1], "quote", (f"q{parts[2]}",))
    ),
    max_size=12,
)


@given(marks=marks)
def test_pieces_cover_the_text_and_carry_their_marks(marks: list[Mark]) -> None:
    open_now: list[Mark] = []
    at = 0
    for piece in pieces_of(LENGTH, marks):
        assert piece.start == at < piece.end
        open_now.extend(piece.opens)
        assert piece.marks == tuple(open_now)
        over = [m for m in marks if m.start <= piece.start and piece.end <= m.end <= LENGTH]
        assert sorted(map(id, piece.marks)) == sorted(id(m) for m in over if m.start >= 0)
        del open_now[len(open_now) - piece.closes :]
        at = piece.end
    assert (at, open_now) == (LENGTH, [])


def test_an_empty_text_has_no_pieces() -> None:
    assert list(pieces_of(0, [Mark(0, 0, "quote", ("q1",))])) == []


def test_each_find_of_a_record_is_marked() -> None:
    marked = [(mark.kind, TEXT[mark.start : mark.end], mark.keys) for mark in marks_of(RECORD)]
    assert marked[:8] == [
        ("dateline", "LISBON/PRAIA, May 6 (Lusa)", ("d",)),
        ("organization", "Lusa", ("p4",)),
        ("quote", "Portugal will lend Cape Verde 40 million euros for its ports", ("q1",)),
        ("country", "Portugal", ("p1",)),
        ("country", "Cape Verde", ("p2",)),
        ("figure", "40 million euros", ("f1",)),
        ("speaker", "Foreign Minister Ana Sequeira", ("p3", "q1")),
        ("person", "Ana Sequeira", ("p3",)),
    ]
    # The mention beside the quote is one mark, though it is one of the person's mentions too.
    assert [m for m in marked if m[1] == "She"] == [("speaker", "She", ("p3", "q3"))]


def test_links_go_both_ways() -> None:
    assert links_of(RECORD) == {
        "d": ("p1",),
        "p1": ("d", "f1"),
        "q1": ("p3",),
        "q2": ("p3",),
        "q3": ("p3",),
        "p3": ("q1", "q2", "q3"),
        "f1": ("p1", "p2"),
        "p2": ("f1",),
        "f3": ("f4", "f5"),
        "f4": ("f3",),
        "f5": ("f3",),
    }
