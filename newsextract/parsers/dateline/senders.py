"""Reads who sends an item: agencies, web addresses, unknown names, what stands in brackets."""

from __future__ import annotations

import re

from newsextract.lexicons.agencies import agency_at, agency_of, is_word
from newsextract.lexicons.countries import country_of
from newsextract.lexicons.places import added_place, cities_called
from newsextract.lexicons.regions import printed_region
from newsextract.lexicons.table import in_small_letters
from newsextract.lexicons.word_lists import word_list
from newsextract.parsers.dateline.cursor import CLOSED, Cursor, is_place, is_region
from newsextract.parsers.dateline.names import is_title_case
from newsextract.parsers.dateline.patterns import (
    DASH,
    LOWER,
    TIME,
    UNKNOWN_CREDIT,
    UPPER,
    day_pattern,
    month_numbers,
    slug_beginnings,
)

_BRACKETED = re.compile(r"[(\[]([^()\[\]\n]{1,90})[)\]]")
_SHORT_REGION = re.compile(r"[A-Z]{1,2}\.?[/&][A-Z]\.?")
_SLASHED = re.compile(r"/{1,2} ?([^/\n]{2,40}?) ?/{1,2}")
_TIME_BEHIND = re.compile(rf" ?{TIME}")
_PARTS = re.compile(r"\s*[,;|•]\s*")
_PIECES = re.compile(r"\s*(?:[,;|/•]| [-–—] )\s*")
_SHORT_CREDIT = re.compile(
    rf"(?!THE )[A-Z]\w{{0,9}}[A-Z]\w{{0,9}}(?= ?[{DASH}:]|\. ?[{DASH}“\"A-Z])"
)
LONGEST_INITIALS = 6
_INITIALS = re.compile(r"([A-Z]{2,6}): (?=[A-Z])")
_MARKED_CREDIT = re.compile(rf"([A-Z][\w.&'’ ]{{1,50}}[\w.])(?= ?(?:[{DASH}] |[{DASH}]{{2}}|\|))")
_LAST_IN_BRACKET = re.compile(r"([A-Z]\w{2,20}(?: [A-Z]\w{1,20}){0,2})(?=[\])])")
ADDRESS = re.compile(r"(?:[A-Z]\w{2,15}/)?[A-Za-z][\w-]{2,20}(?:\.[A-Za-z]{2,10}){1,2}(?![\w.])")
_AUTHOR = re.compile(
    rf"/?[{UPPER}][\w'’-]{{1,20}}(?: [{UPPER}][\w.'’-]{{0,24}}){{1,2}}"
    rf" ?(?:/ ?[{DASH}]?|[{DASH}]{{1,2}}) ?"
)
CREDIT_BEFORE_DAY = re.compile(
    rf"(?P<name>[A-Z]\w{{0,20}}(?: [A-Z][\w-]{{0,20}}){{0,4}})"
    rf"(?: [{DASH}]{{1,2}}|,| \|) (?=[A-Z\d])"
)
_STORY_AT_ONCE = re.compile(
    rf" (?!(?:\w+ ){{0,2}}(?:Corp|Inc|Ltd|Plc|Co|Group|Holdings?|Enterprises)\b)"
    rf"[{UPPER}][\w'’-]* (?:[\w'’-]+ ){{0,3}}[{LOWER}]{{2}}"
)
_SENTENCE_AT_ONCE = re.compile(
    rf" (?:(?:The|An?) [\w'’-]+ |[{UPPER}][{LOWER}'’-]+ "
    rf"(?!said\b|says\b|ha[sd]\b|will\b|is\b|was\b|and\b|of\b|for\b)[{LOWER}]+ [\w'’-]+ )"
)
"""'Sapa Foreign ministers of', 'REUTER The bank', no 'CP Rail said it'."""
_AUTHOR_BEHIND = re.compile(
    rf", [{UPPER}][\w'’-]+(?: [{UPPER}]\.)? [{UPPER}][\w'’-]+(?=\. [{UPPER}])"
    rf"| ?, by [{UPPER}][\w'’-]+(?: [{UPPER}][\w'’-]+){{1,2}}(?=\n|$)"
)
"""'MOSCOW, 5 June - RIA Novosti, Olga Petrova. Inflation'."""
BODY_AT_ONCE = re.compile(
    r"(?P<name>(?:[A-Z][\w&'’.]+ ){1,5}?(?P<last>[A-Z]\w+))"
    r"(?= (?:The|An?) [\w'’-]+ | [A-Z][a-z]+ [a-z]{3,} |\n)"
)
_CAPITAL = re.compile(rf"\b[{UPPER}]")
_EDITION = re.compile(r" [A-Z][a-z]{3,14}\b")
_CORRESPONDENT = re.compile(
    r"(?i:(?:special )?correspondent (?:of|for)) (?P<of>.{2,30})"
    r"|(?P<whose>[^ ].{1,20}?)(?:['’][Ss])? (?i:(?:special )?correspondents?)\b.{0,40}"
)
_WITH_AUTHOR = re.compile(
    r"(?:['’]s)? (?:[a-z]+ ){0,3}(?:[A-Z]\. ?|[A-Z][a-z]+ )[A-Z][\w'’-]+"
)  # 'Trend F. Mehdi'
_KIND = re.compile(r" (?:news|information) agency\b")
_OWN_CORRESPONDENT = re.compile(r"['’]s (?:own |special )?correspondent(?= [-–—])")
_WIRE = re.compile(r" ?(?:Wirephoto|World ?[Ss]tream|Photo|English Service)")
_OF_AUTHOR = re.compile(
    r"(?:Corr\.|[Cc]orrespondent) (?=[A-Z])|[Bb]y (?:the )?(?=[A-Z])"
    r"|(?:[A-Z][\w.'’-]+ ){1,3}(?:of|for) (?=[A-Z])"
)
_NO_CREDIT = word_list("dateline_words.tsv", "no_credit")
SHARED_REGIONS = word_list("dateline_words.tsv", "shared_regions")
CONTINENTS = word_list("dateline_words.tsv", "continents")
_CODE_OF_REGION = re.compile(r"\([A-Z]{2}\), (?=[A-Z][a-z]{2,8}\.? \d|\d)")
_NO_NAME = re.compile("[$€£¥]|^n[eé]e ")
_QUOTES = str.maketrans("", "", '"“”«»„')
_BY = re.compile(r"^(?:(?:By|From|by|BY|FROM) (?:(?:the|THE) )?|News Agency |IA )(?=[A-Z])")
_RECEIVED = ("Received ", "Rec. ", "Rec'd ", "Recd. ", "Recd ")
_SPELLED_OUT = re.compile(r" \([A-Z]{2,8}\)$")
_AUTHOR_OF = re.compile(
    rf"(?P<name>[{UPPER}][{LOWER}'’-]+(?: [{UPPER}][{LOWER}.'’-]+){{1,2}})/(?P<of>[A-Z]{{2,8}})"
)
_CREDIT_WORDS = re.compile(r"[\w.&'’ /-]{2,60}")
_OFFICES = word_list("dateline_words.tsv", "office_words")
_WORD = re.compile(r"\w+")
OFFICE_BEHIND = re.compile(
    rf"[A-Z]\w+ (?:[A-Z]|of |for |and )(?=[^{DASH}\n]{{2,51}}+(?<= )[{DASH}])"
)
"""Such a name between the day and a dash."""
NEWS_WORD = re.compile(
    r"(?i)\b(?:news|agency|press|times|post|radio|wire|media|online|daily|\w+\.\w{2,4})\b"
)


class SenderScanner(Cursor):
    """Reads credits into the draft."""

    def _credit(self, at: int, closed: bool = False) -> int | None:
        """An agency's name without brackets: 'SEOUL. KAZINFORM', 'Tehran, IRNA –'."""
        if self.draft.agency:
            return None
        quoted = self.text[at : at + 1] in tuple('"“«„')
        found = agency_at(self.text, at + quoted)
        if found is None or found[1] > self.limit:
            return None
        name, end = found
        end += quoted and self.text[end : end + 1] in tuple('"”»“')
        region = printed_region(self.text[at:end])
        place = self.draft.places[-1].name
        towns = (*cities_called(place), added_place(place)) if region else ()
        if region and any(town and town.country == region.country for town in towns):
            return None  # 'THE BOTTOM, Saba': no agency of Yemen
        edition = _EDITION.match(self.text, end, self.limit)
        month = edition is not None and edition.group().strip().lower() in month_numbers()
        if edition and not month and CLOSED.match(self.text, edition.end()):
            end = edition.end()  # 'CNN Indonesia'
            name = self.text[at:end]
        second = agency_at(self.text, end + 1) if self.text[end : end + 1] == "-" else None
        end = second[1] if second else end  # 'Sapa-AFP'
        kind = _KIND.match(self.text, end, self.limit)
        if kind is None:
            kind = _OWN_CORRESPONDENT.match(self.text, end, self.limit)
        end = kind.end() if kind else end
        author = _AUTHOR_BEHIND.match(self.text, end, self.limit) if closed else None
        named = self.text.startswith("The ", at)  # 'October 2. The State Customs Committee'
        full = self.draft.day is not None and self.draft.day.year is not None
        at_once = closed and full and self.last == "day" and self.text[at:end].isupper()
        if at_once:  # '02/07/2018 - AMI The'
            at_once = _STORY_AT_ONCE.match(self.text, end) is not None
        elif closed and cities_called(place) and not (country_of(place) or named or is_word(name)):
            at_once = _SENTENCE_AT_ONCE.match(self.text, end) is not None
            self.at_once = at_once
        if (closed or named or is_word(name)) and not (author or at_once or self._is_closed(end)):
            return None
        end = author.end() if author else end
        self.draft.agency, self.draft.known_agency, self.draft.end = name, True, end
        self.last = "credit"
        return end

    def _address(self, at: int) -> int | None:
        """The web address of a sender: 'JAKARTA, investor.id -'."""
        found = ADDRESS.match(self.text, at, self.limit)
        if self.draft.agency or found is None:
            return None
        behind = found.end()
        dated = self.text.startswith(", ", behind) and day_pattern().match(self.text, behind + 2)
        if not dated and not CLOSED.match(self.text, behind):
            return None
        self._take_credit(found.group(), known=False)
        self.draft.end = found.end()
        self.last = "credit"
        return found.end()

    def _unknown_credit(self, at: int) -> int | None:
        """A sender that no table has, between the day and the mark: 'October 3. KazTAG -'."""
        draft = self.draft
        if draft.day is None:
            return self._short_credit(at)
        found = UNKNOWN_CREDIT.match(self.text, at, self.limit)
        if draft.agency or found is None:
            return None
        behind_day = self.last == "day" and draft.end > draft.places[-1].end
        if is_region(found["name"]) or (found["word"] and not behind_day):
            return None
        self._take_credit(found["name"], known=False)
        self.draft.end = found.end("name")
        return self.draft.end

    def _between_marks(self, at: int) -> int | None:
        """A sender between bars or dashes that no table has: 'Apia, Samoa | Inyarwanda –'."""
        found = _MARKED_CREDIT.match(self.text, at, self.limit)
        if found is None and self.open_bracket:  # '[Madrid, 9 December 2014 – Pressenza]'
            found = _LAST_IN_BRACKET.match(self.text, at, self.limit)
            if found and self._take_credit(found[1], known=False):
                self.draft.end, self.last = found.end(), "credit"
                return found.end()
        if self.draft.agency or found is None or is_region(found[1]) or is_place(found[1]):
            return None
        short = found[1].isupper() and len(found[1]) <= LONGEST_INITIALS
        if not (short or NEWS_WORD.search(found[1]) or self._is_office(found[1])):
            return None
        self._take_credit(found[1], known=False)
        self.draft.end = found.end()
        self.last = "credit"
        return found.end()

    def _body_at_once(self, at: int) -> int | None:
        """A body behind the day, with no mark before the story: 'Global Affairs Canada The'."""
        found = BODY_AT_ONCE.match(self.text, at, self.limit)
        day = self.draft.day
        if self.draft.agency or found is None or day is None or day.year is None:
            return None
        if not is_body(found):
            return None
        self._take_credit(found["name"], known=False)
        self.draft.end, self.last, self.at_once = found.end("name"), "credit", True
        return found.end("name")

    def _initials(self, at: int) -> int | None:
        """A sender behind the day and the dash: 'FEB 7, 2018 – GIS: '."""
        found = _INITIALS.match(self.text, at, self.limit)
        if self.last != "day" or self.draft.agency or found is None:
            return None
        name = found[1]
        if is_region(name) or is_place(name) or name in slug_beginnings():
            return None
        self._take_credit(name, known=False)
        self.draft.end, self.last = found.end(1), "credit"
        return found.end(1)

    def _is_office(self, name: str) -> bool:
        """Whether a body sends it: '– March 19, 2015 – Department of Finance –'."""
        dated = self.draft.day is not None
        return dated and is_title_case(name) and names_office(name)

    def _short_credit(self, at: int) -> int | None:
        """A sender behind the place that no table has: 'TEHRAN, YJC. ', 'TBILISI, DFWatch–'."""
        found = _SHORT_CREDIT.match(self.text, at, self.limit)
        if self.draft.agency or found is None or is_region(found[0]) or is_place(found[0]):
            return None
        self._take_credit(found[0], known=False)
        self.draft.end = found.end()
        self.last = "credit"
        return found.end()

    def _signed(self, at: int) -> int | None:
        """The author before the agency, as in 'Baku. Nijat Aliyev – APA'."""
        author = _AUTHOR.match(self.text, at, self.limit)
        return self._credit(author.end(), closed=True) if author else None

    def _credit_before_day(self, at: int) -> int | None:
        """'SINGAPORE - Media OutReach Newswire - 3 October 2023 - '."""
        found = CREDIT_BEFORE_DAY.match(self.text, at, self.limit)
        if self.draft.day is not None or self.draft.agency or found is None:
            return None
        day = day_pattern().match(self.text, found.end(), self.limit)
        if day is None or not CLOSED.match(self.text, day.end()):
            return None
        self._take_credit(found["name"], known=False)
        return self._day(found.end())

    def _bracketed(self, at: int) -> int | None:
        found = _BRACKETED.match(self.text, at, self.limit)
        if found is None or not self._content(found[1], found.start(1), found.end()):
            return None
        self.draft.end = found.end()
        self.last = "bracket"
        return found.end()

    def _known_bracket(self, at: int) -> int | None:
        """'KARACHI: (PPI) ': in brackets behind a colon a story may begin as well."""
        found = _BRACKETED.match(self.text, at, self.limit)
        sender = found is not None and (agency_of(found[1]) is not None or found[1].isupper())
        return self._bracketed(at) if sender else None

    def _slashed(self, at: int) -> int | None:
        if self.text[at : at + 1] != "/":
            return None
        found = _SLASHED.match(self.text, at, self.limit)
        if found is None:
            return None
        content = found[1].strip()
        after = self.draft.day is not None or self.text[at - 1 : at] in " ."
        if not agency_of(content) and not (after and not is_place(content)):
            return None
        end = found.end()
        # ' / ACCESSWIRE / March 3, 2023 / ': the last slash opens the next part.
        if self.text[end - 1] == "/" and day_pattern().match(self.text, self._skip_spaces(end)):
            self._content(content, found.start(1), end)
            return self._day(self._skip_spaces(end))
        if not self._content(content, found.start(1), end):
            return None
        time = _TIME_BEHIND.match(self.text, end, self.limit)  # 'Tbilisi / 12 Mar.'09 / 14:33'
        self.draft.end = end = time.end() if time else end
        self.last = "bracket"
        return end

    def _content(self, content: str, start: int, end: int) -> bool:
        """Take what stands in brackets or slashes: credit, day, or the country of the place."""
        known = agency_of(content)
        if known:
            return self._take_credit(known, known=True)
        author = _AUTHOR_OF.fullmatch(content)
        if author and agency_of(author["name"]) is None:
            content = author["of"]  # '[Grace Mumba/ANN]', no 'Vientiane Times/ANN'
        content = _BY.sub("", _SPELLED_OUT.sub("", content.translate(_QUOTES)))
        known = agency_of(content)
        if known:  # '(By the Associated Press)'
            return self._take_credit(known, known=True)
        if not content.startswith("via "):
            content = content.partition(" via ")[0]  # 'JCN Newswire via SEAPRWire.com'
        if content.lower() in _NO_CREDIT or content.startswith(_RECEIVED):
            return True
        if _NO_NAME.search(content):
            return False  # 'LME OFFICIAL PRICES (US$/tonne) 12 Nov', 'LEE, Anne (nee Breau)'
        if content in SHARED_REGIONS and self.last == "place":
            self.draft.places[-1].region = content
            return True
        coded = _CODE_OF_REGION.match(self.text, start - 1)  # 'Dormaa-Ahenkro (BA), Feb 12'
        if coded and self.last == "place" and self.draft.day is None:
            return True
        if _SHORT_REGION.fullmatch(content) and self.last == "place" and self.draft.day is None:
            return True  # 'Tamale (N/R)': Ghana's Northern Region
        place = self.draft.places[-1]
        if self.last == "place" and cities_called(f"{place.name} ({content})"):
            place.name, place.end = f"{place.name} ({content})", end
            return True  # 'Frankfurt (Oder)'
        day = day_pattern().match(self.text, start, end - 1)
        if day and day.end() >= end - 2:
            return self._day(start) is not None
        if (self.last == "place" or not content.isupper()) and self._take_region(content.strip()):
            place = self.draft.places[-1]
            place.end = end
            return True
        seat = added_place(content)
        if seat and seat.mark in ("seat", "venue") and self.draft.agency is None:
            return True  # 'New York (United Nations) –'
        if content[:4].lower() == "via " and is_place(_PIECES.split(content)[0][4:]):
            return True  # '(via London, Nov. 21)'
        office, slash, part = content.partition("/")
        if slash and office.isupper() and part in CONTINENTS:
            return self._take_credit(content, known=False)  # 'WHO/Europe'
        credit = self._credit_among(content, start)
        if credit is None:
            return self.draft.day is not None
        first, _, second = credit.rpartition("-")  # 'Press Pool-Kyodo', signed by two
        words = credit.split()
        letters = sum(map(str.isalpha, credit))  # 'P-4' has one
        plausible = letters > 1 and (
            credit.isalpha() or _CAPITAL.search(credit) or NEWS_WORD.search(credit)
        )
        longest = 8 if names_office(credit) else 5
        if len(words) > longest or not plausible:
            # 'Bir Lehlu (liberated territories), 3 May'
            comma = self.text.startswith(",", end)
            behind = day_pattern().match(self.text, end + 2) if comma else None
            return behind is not None and is_place(place.name)
        if first and agency_of(second):
            credit = first
        return self._take_credit(credit, known=agency_of(credit) is not None)

    def _credit_among(self, content: str, start: int) -> str | None:
        """The sender among the parts of a bracket: 'AFP, 3 May', 'swissinfo/Keystone-SDA'."""
        credit: str | None = None
        known = False
        for piece in _pieces(content):
            sender = _sender_of(piece)
            if sender and not known and not (credit and "/" in content):
                credit, known = sender, True  # of two the first
            elif day_pattern().fullmatch(piece):
                self._day(start + content.find(piece))
            elif credit is None and _CREDIT_WORDS.fullmatch(piece) and not piece[0].isdigit():
                credit = piece.removeprefix("Corr. ")
        return credit

    def _take_credit(self, name: str, known: bool) -> bool:
        if self.draft.agency is None or (known and not self.draft.known_agency):
            self.draft.agency, self.draft.known_agency = name, known
        return True

    def _sends(self, printed: str) -> bool:
        """Take an unknown name as the sender: 'Jakarta, CNN Indonesia --'."""
        first, space, _ = printed.partition(" ")
        known = bool(space) and agency_of(first) is not None
        if self.draft.agency or is_place(printed) or not (known or NEWS_WORD.search(printed)):
            return False
        return self._take_credit(printed, known=known)


def names_office(words: str) -> bool:
    """Whether a body that sends releases is named: 'Department of Finance'."""
    return not _OFFICES.isdisjoint(_WORD.findall(in_small_letters(words)))


def is_body(found: re.Match[str]) -> bool:
    """Whether what `BODY_AT_ONCE` found is a body's name: 'Global Affairs Canada'."""
    if found["name"].startswith("The "):
        return False  # 'The World Bank Group said'
    return bool(country_of(found["last"]) or names_office(found["name"]))


def _pieces(content: str) -> list[str]:
    """The parts of a bracket; the slashes of a day part nothing: 'AFP, 26/03/2023'."""
    found: list[str] = []
    first = day_pattern().match(content)
    if first and content[first.end() : first.end() + 1] == " " and content[first.end() + 1 :]:
        found.append(first.group())  # '03 SEPTEMBER 2014 TALAMUA'
        content = content[first.end() + 1 :].strip(" -–—")
    for part in _PARTS.split(content):
        sender, _, day = part.partition(" / ")
        if day_pattern().fullmatch(part):
            found.append(part)
        elif day and day_pattern().fullmatch(day):
            found += [sender, day]
        else:
            found += _PIECES.split(part)
    return found


def _sender_of(piece: str) -> str | None:
    """The agency that signs a piece, by itself, with its author or correspondent Ivan Lis."""
    found = agency_of(piece)
    if found is None:
        piece = _OF_AUTHOR.sub("", piece)
        found = agency_of(piece)
    named = agency_at(piece, 0) if found is None else None
    if named and (_WITH_AUTHOR.fullmatch(piece, named[1]) or _WIRE.fullmatch(piece, named[1])):
        return named[0]
    if found is None and "orrespondent" in piece.lower():
        of = _CORRESPONDENT.fullmatch(piece)
        found = agency_of(of["of"] or of["whose"]) if of else None
    return found
