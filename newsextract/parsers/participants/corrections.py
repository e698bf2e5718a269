"""Classes of words mended by what the model says of names, and by the words beside them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsextract.lexicons.companies import ending_words
from newsextract.lexicons.countries import is_common_word
from newsextract.lexicons.offices import office_words
from newsextract.lexicons.places import cities_called
from newsextract.lexicons.word_lists import word_list
from newsextract.parsers.participants.spelling import has_office

if TYPE_CHECKING:
    from newsextract.parsers.participants.words import Words

_NAME_FOLLOWS = frozenset("HjhkNpPGCOD")
"""Behind a word of these a name is rather a person's than a place's."""
_NO_NAMES = word_list("participant_words.tsv", "no_names")
"""Words that begin sentences, which the model may take for a part of the name behind them."""
_NO_SURNAMES = word_list("participant_words.tsv", "no_surnames")
"""Nouns of bodies that end no person's name, whatever the model takes it for."""
_STYLES = {"Sri": ("Tan", "h"), "Seri": ("Dato", "h"), "Lady": ("First", "M")}
_STYLES |= {"Honourable": ("Right", "h"), "Honorable": ("Right", "h")}
"""Second words of forms of address and offices, with the first, and the class of that."""
_PLACING = frozenset({"in", "at", "from", "near", "of", "on", "the", "outside"})
"""Words behind which a name is rather a place's."""
_FOR = frozenset({"for", "of"})
_FIELDS = frozenset({"General", "Justice", "Metropolitan"})
"""Offices that before a body's noun say what it is for: 'the Justice Ministry'."""
_DOUBTFUL = re.compile(r"v(?=j)|[qhH]")
"""Classes that the words beside one may change."""
_LED = re.compile(
    r"\b(?!(?:consortium|group|lenders|bidders|investors|creditors|bondholders|venture|coalition"
    r"|alliance|syndicate)\b)\w+,? (?:led|headed|chaired) by $"
)
_TWO_NAMES = re.compile(r"[^\W\d_]+ [^\W\d_]+(?:-[^\W\d_]+)?")
_OPENS = re.compile(r"(?:^|[\s(])['‘](?=\w)")
"""A single quotation mark before what it opens."""
_KIND = re.compile(r"(?:^|(?<=[.n;q]))[BNv](?=[NOG])")
_MAKERS = word_list("participant_words.tsv", "makers")
"""'Homebuilder Lumo said': what a company is, though it begins the sentence."""
_SURNAME_WORDS = "king pope prince bishop priest judge marshal major dean sheriff"
_SURNAME_HEADS = frozenset(_SURNAME_WORDS.split())


def true_label(text: str, start: int, end: int, label: str) -> str:
    """The model's label of a name; 'the council, led by Silke Drews': of two words a person's."""
    if label != "ORG" or not _LED.search(text, max(0, start - 60), start):
        return label
    name = text[start:end]
    person = _TWO_NAMES.fullmatch(name) and name.split()[-1] not in ending_words()
    return "PERSON" if person else label


def correct(words: Words, classes: list[str], tags: dict[int, str]) -> None:
    """Mend classes by what the entity recognizer says of names."""
    place_of = words.places = {start: i for i, start in enumerate(words.starts)}
    persons: set[str] = set()
    founders: set[str] = set()
    places: list[tuple[int, int]] = []
    for start, end, label in words.entities:
        first = place_of.get(start)
        if first is None:
            continue
        last = first
        while last < len(classes) and words.starts[last] < end:
            last += 1
        if label == "PERSON":
            for i in range(first, last):
                kind = classes[i]
                printed = words.printed(i, i + 1)
                if kind == "N":
                    persons.add(printed)
                elif kind in "CD":
                    hosted = i == first and classes[i - 2 : i] == ["H", "f"]
                    if last - first > 1 and is_common_word(printed) and not hosted:
                        classes[i] = "N"
                elif kind == "B" and i + 1 == last and printed in _NO_SURNAMES:
                    break
                elif kind == "O" and i > first and i in words.bodies:
                    if words.bodies[i].sector == "BUS" and classes[i - 1] == "N":
                        founders.add(printed)  # 'Lucas Ferrari'
                elif kind in "PMBHG" and i > first and classes[i - 1] == "N":
                    # 'Sinn Féin TD Cathal B.' is no name.
                    classes[i] = kind if kind == "H" and printed.isupper() else "N"
                elif kind == "v" and i == first and i + 1 < last and classes[i + 1] == "N":
                    noun = tags.get(start, "")[:2] in {"JJ", "NN"}
                    noun = noun and printed.lower() not in _NO_NAMES
                    classes[i] = "N" if printed[0].isupper() and noun else kind
        elif label == "ORG":
            words.recognized.update(range(first, last))
        elif label in {"GPE", "LOC", "FAC"}:
            places.append((first, last))
    for first, last in places:
        named = [i for i in range(first, last) if classes[i] == "N"]
        before = classes[named[0] - 1] if named and named[0] else "n"
        if before not in _NAME_FOLLOWS and not any(
            words.printed(i, i + 1) in persons for i in named
        ):
            name = words.printed(first, last)
            beside = "".join(classes[max(0, first - 8) : first]), "".join(classes[last : last + 12])
            placed = words.spelled[first - 1].lower() in _PLACING if first else False
            if len(named) > 1 and not placed and has_office(*beside) and not cities_called(name):
                continue
            for i in named:
                classes[i] = "G"
    for i in [i for i in words.bodies if words.spelled[i] in founders]:
        classes[i] = "N"
        del words.bodies[i]
    for maker in _KIND.finditer("".join(classes)):
        if words.spelled[maker.start()].lower() in _MAKERS:
            classes[maker.start()] = "b"
    for doubtful in _DOUBTFUL.finditer("".join(classes), 1, len(classes) - 1):
        i = doubtful.start()
        if classes[i] == "v" and classes[i - 1] in "Dx":
            known = office_words().get(words.spelled[i])
            if known is not None and known.kind == "portfolio":
                classes[i] = "x"  # 'the Malian public works minister': no verb
        owner, owned = classes[i - 1], classes[i + 1]
        if classes[i] == "q" and (
            (owner in "CGOB" and owned in "jHxPmMBN")
            or (owner == "w" and owned in "bj")
            or (owner in "HPN" and owned == "B")
            or (owner in "NP" and owned in "NPB" and _is_owner(words, classes, i))
        ):
            joined = words.starts[i] == words.ends[i - 1] and words.ends[i] < words.starts[i + 1]
            if joined and words.printed(i - 1, i)[-1] == "s" and words.printed(i, i + 1) in "'’":
                classes[i] = "s"
                if owner == "N" and "B" in (owned, classes[i + 2]):
                    classes[i - 1] = "P"  # 'the Traders' Union'
        style = _STYLES.get(words.spelled[i]) if classes[i] == "h" else None
        if style is not None and words.spelled[i - 1] == style[0]:
            classes[i - 1] = style[1]
            classes[i] = "H" if style[1] == "M" else "h"
        if classes[i] == "H" and words.spelled[i] == "Justice" and words.spelled[i - 1] in _FOR:
            classes[i] = "H" if owned in "Nh" else "P"  # 'Minister for Justice and Prisons'
        if classes[i] == "H" and words.spelled[i] == "Regulator" and owner in "PN":
            classes[i] = "H" if owned in "Nhc" else "B"  # 'the Pensions Regulator said'
        if classes[i] == "h" and owner == "N" and owned in "cvf.s":
            classes[i] = "N"  # 'Salum Mkwawa Haji'
        if classes[i] == "q" and owner == owned == "h":
            classes[i] = "h"  # 'Dato' Seri'
        surname = classes[i] == "H" and classes[i - 1] == "N" and classes[i + 1] not in "Noh"
        if surname and words.printed(i, i + 1).lower() in _SURNAME_HEADS:
            classes[i] = "N"
        elif classes[i] == "H" and classes[i + 1] in "BP" and classes[i - 1] not in "HM":
            several = owned == "B" and words.spelled[i][-1] == "s"  # 'Public Prosecutors Office'
            classes[i] = "P" if several or words.spelled[i] in _FIELDS else "H"


def _is_owner(words: Words, classes: list[str], mark: int) -> bool:
    """'the Traders' Voice': does the apostrophe at word `mark` end no quotation, but own a name?"""
    if words.recognized.issuperset((mark - 1, mark, mark + 1)):
        return True
    first = mark - 1
    while first and mark - first < 5 and classes[first - 1] in "NPDC":
        first -= 1
    at = words.starts[mark]
    begin = words.text.rfind("\n", 0, at) + 1
    return classes[first - 1] in "to" and not _OPENS.search(words.text, max(begin, at - 200), at)
