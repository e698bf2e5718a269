"""What single lines look like: header, byline, furniture, dateline, sentence."""

from __future__ import annotations

import re

from newsextract.lexicons.agencies import agency_at, agency_country, agency_of, is_worldwide
from newsextract.lexicons.places import cities_called
from newsextract.lexicons.regions import printed_region
from newsextract.lexicons.word_lists import word_list
from newsextract.periods.dates import DateFinding

_BY = re.compile(r"(?:By|BY|by|Text by|Story by|Written by|Reported by|Reporting by)[: ] ?")
_NAME_WORD = re.compile(r"[^\W\d_][\w.'’-]*[^\w\s]?|[^\w\s]")
_MOST_NAME_WORDS = 10
_MOST_SMALL = 3
"""Words in small letters: 'by our staff correspondent'; with more it is a sentence."""
_JOINING = frozenset({"and", "&", "in"})
_LABEL = re.compile(
    r"(?:published|updated?|last (?:updated?|modified)|posted|modified|created|issued|release date|"
    r"(?:publication|publish(?:ing)?|release|issue|story|news|post(?:ing)?|creation) (?:date|time)|"
    r"this (?:content|article|story|post) was (?:first )?(?:published|posted|updated)|"
    r"date of (?:publication|issue|release)|submitted|added|filed|\(?received|"
    r"uploaded|dated|edition|"
    r"date|time|news id|story id|id|press release|news release|media release|for immediate release|"
    r"press statement|media note|readout|from|source|location|category|section|topics?|tags?|"
    r"keywords|author|first published|embargo(?:ed)?|reference|ref|no|editor|url|language|"
    r"\(?menafn\s?[-–])(?:\s*(?:on|at|no\.?|number|by))?"
    r"(?:\s*[:|•#№-]|\s+(?=[\d(])|\s*$|\s+(?=[A-Z][a-z]+ \d)|(?<=[-–]))",
    re.IGNORECASE,
)
_DATE_FURNITURE = re.compile(
    r"\b(?:\d\d?[:.]\d\d(?:[:.]\d\d)?|a\.?m\.?|p\.?m\.?|gmt|utc|ist|est|edt|et|cet|cest|msk|bst|pst|"
    r"kst|jst|hrs?|updated?|published|last|modified|posted|on|at|by|in|monday|tuesday|wednesday|"
    r"thursday|friday|saturday|sunday|mon|tue|wed|thu|fri|sat|sun|news|id|min(?:ute)?s? read|"
    r"comments?|views?|viewed(?: \d+ times?(?:\(s\))?)?|reads?|shares?|hits|"
    r"page|pg|issue|vol|print|e-?mail|"
    r"of|the|from|edition|page \d+|all day|ago|"
    r"(?:about )?\d+ (?:min(?:ute)?|hour|day|week|month|year)s? ago)\b",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
_HOST = re.compile(r"\bwww\.[\w.-]{3,40}")
_LOWER_WORD = re.compile(r"(?<![.\w'’])[a-zà-ÿ]{2,}\b")
_LONGEST_FOOT = 60
_LIFE = re.compile(r"(?i)(?:born|died|founded|established|est\.)\b")
"""'Founded 3 May 1950' in the last line is no day of the item."""
_PUBLISHED = re.compile(r"\bpublished (?:on |in [A-Z]\w*, )?$")
_STAMP = re.compile(
    r"\b(?:Published|Updated|Posted|Submitted|Filed|Uploaded|PUBLISHED|UPDATED|POSTED)"
    r"(?: yesterday| today)?(?: \(updated\))?(?: by [\w .]{1,30})?(?: [Oo]n| [Aa]t)? ?:? ?"
    r"(?:[A-Z][a-z]{2,8},? )?$"
)
"""'Bureau Report Published March 5, 2021 Updated about 9 hours ago'."""
_LETTERS = re.compile(r"[^\W\d_]")
_TIME_AND = re.compile(r"\d\d?[:.]\d\d(?:[:.]\d\d)?(?: ?[ap]\.?m\.?)?,? ", re.IGNORECASE)
_WRITERS = re.compile(r", [A-Z][\w ]{2,30} (?:writers?|correspondents?|reporters?)$")
"""'ANNA LEE and TOM RAY, Nikkei staff writers   November 7, 2022'."""
_STAFF = re.compile(
    r"(?:[A-Z][\w.'’-]* ){1,3}[A-Z][\w'’-]+, (?:[A-Z][\w'’-]+ ){0,4}[Ss]taff "
    r"(?:[Ww]riter|[Rr]eporter|[Cc]orrespondent)\.?"
)
_LONGEST_STAFF = 80
_CITATION = re.compile(
    r"\[[A-Z][^\[\]\n]{2,40}\] ?\d\d? [A-Z][a-z]{2,8}\.? \d{4}(?:: ?[A-Z\d]|\.?$)"
    r"|\. [A-Z][\w. ]{2,20}: [A-Z][a-z]{2} \d\d?, \d{4}\. ?pg\b"
    r"|[\])].{0,30}\d{4}, (?:Page [\w-]+, )?Image \d"
)
_LONGEST_CITATION = 250
_COUNTED = re.compile(r" \(\d+ words\)")
_BAR_BEFORE = re.compile(r"[|●•] ?$")
_BEHIND_SENDER = re.compile(r"(?: [A-Za-z]+){0,2} ?[,|/•–—-]")
_MARKS = " ,|/–—-:"
_MOST_OTHER_LETTERS = 45
"""Letters beside date and time in a header line; a headline with a date in it has more."""

_FURNITURE = re.compile(
    r"[\[(*\s]*(?:file ?[-–—] |(?:file )?photos?(?: credits?| by| courtesy)?\s*[:/©]|"
    r"photo credit|photo by |"
    r"image(?: credit)?s?\s*[:/]|pictures?\s*[:/]|video\s*:|illustration\s*:|"
    r"read (?:also|more|next|full)\b|also read\b|see also\b|more (?:on this|to read|stories)\b|"
    r"related(?: (?:articles?|news|stories|topics?|links?))?\s*:?\s*$|related\s*:|"
    r"share(?: this| on|\s*:|\s*$)|follow us\b|follow .{1,40} on (?:twitter|x|facebook|telegram)\b|"
    r"subscribe\b|sign up\b|click here\b|advertisement\s*$|sponsored\b|tags?\s*:|keywords?\s*:|"
    r"image provided by|(?:[\w ]{1,30}: )?historic(?:al)? (?:\w+ )?newspapers\b|"
    r"attention\b[^\n:]{0,40}\beditors?:?\s*$|not for (?:distribution|release|publication)\b|"
    r"©|\(c\) |copyright\b|all rights reserved|menafn\d{6,}|#{2,}\s*$|-?\s?ends?\s?-?\s*$|"
    r"(?:\*\s?){3,5}$)",
    re.IGNORECASE,
)
_SHARE = re.compile(
    r"(?:(?:bookmark|share|whatsapp|telegram|facebook|twitter|x|linkedin|e-?mail|print|save|"
    r"copy link|tweet|comments?|reddit|messenger|viber|listen|pinterest|instagram|a[+-])"
    r"\W+){2,20}$",
    re.IGNORECASE,
)
"""'Bookmark WhatsApp Telegram': buttons."""
_BAR, _FEWEST_BARS = " | ", 4
"""In the menu of a page: 'Front Page | National | Opinion | Business | Sport'."""
_DIGIT, _WORD = re.compile(r"\d"), re.compile(r"[^\W_]")
_LONGEST_MARKS = 8
"""Of a line of marks alone that may part a story: '* * *', no '____________'."""
_PHONE_OR_MAIL = r"(?:\(\d{3}\) ?\d{3}-\d{4}|\+\d[\d ()-]{8,}|[\w.-]{2,30}@[\w.-]{4,40})"
_CONTACT = re.compile(
    r"(?i:(?:media |press |news )?contacts?(?: information)?\s*:)"
    rf"(?:\s*$|.{{0,80}}(?:{_PHONE_OR_MAIL}|\d{{3}}[ .-]\d{{3,4}}))"
    r"|In (?:[A-Z]\w+(?:,? [A-Z][\w.]*){0,3}|this (?:bulletin|issue|edition)):$"
    rf"|(?:In |For )?[A-Z][\w.]*(?:,? (?:and |or )?[A-Z][\w.]*){{0,4}}: .{{0,80}}{_PHONE_OR_MAIL}"
)
"""'Contacts:', 'In this issue:', 'In Washington: Ann Lee, (202) 473-0000, ann@example.org'."""
_RIGHTS = re.compile(r"(?i)\bmay not be (?:re)?(?:published|produced|distributed|printed)\b")
_NAME_AT = re.compile(r"(?m)(?:^|, |/ |: )(?=[A-Z])")
NEAR = 300
"""Characters above a date in which the paper's name stands."""
_LINES_NEAR, _LONGEST_NEAR = 6, 100
"""Lines behind it in which a byline stands, and characters of such a line."""
_CAPS_DATELINE = re.compile(
    r"(?m)^(?P<city>[A-Z]{3,}(?: [A-Z]{3,}){0,2})"
    r"(?:, (?P<region>[A-Z][A-Za-z.]+(?: [A-Z][a-z]+)?))?"
    r"(?:, [A-Z]{2,3})?(?: ?\([A-Z]\w+\))? ?(?:--|[–—]|-(?= ))"
)
_MONTH_FIRST = frozenset({"US", "PH"})
_REPORTED_FROM = word_list("dateline_words.tsv", "reported_from")
_PHOTO_BEHIND = re.compile(
    r"[.)\]] ?[\[(]?(?:(?:FILE )?PHOTO|(?:File )?Photo|Image|Picture)"
    r"(?:: ?| ?[|/©] ?| by | courtesy of ?)\S.*$"
)
_LONGEST_FURNITURE = 250
_SYMBOL = re.compile(r"(?:(?i:ref)[.:]* ?)?[A-Z]{1,10}/[A-Z\d()./-]{0,24}\d[\w()-]{0,10}$")
"""A document's symbol on a line of its own: 'UNIS/NAR/1501', 'PR/CP(2014)0031', 'IP/21/2781'."""
_DATELINE_END = re.compile(r"[)\w/.]\s?(?:[-–—]{1,3}|\.-)\s*$|\)\s*:\s*$")
_SENTENCE_END = re.compile(r"[.!?…:][\"'”’»)\]]*\s*$")
_SENTENCE_MARKS = tuple(".!?…:")
_SIGNED_END = re.compile(
    r"(?<=[.!?”\"]) ?(?:[(/][^()/]{2,34}[)/]|[-–—]{1,2} ?[A-Z][\w.&/’ -]{1,30}| [A-Z]{2,10})$"
)
"""'... on Tuesday. (Kyodo)', '... taxes. — Bernama', '... the month. BOPA'."""
_LONGEST_SIGN = 40
_LISTED = re.compile(r"\d{1,2}[.)] [A-Z][^.!?]{10,110}$")
"""'1. European Parliament delegation meets Kashag (AFP)': of a table of contents."""
_COMPANY_END = re.compile(
    r" (?:Inc|Incorporated|Ltd|Corp|Co|LLC|L\.L\.C|L\.P|plc|PLC|S\.A|S\.p\.A|N\.V|A\.S|Bhd)\.\s*$"
)
_TOWN_AND_STATE = re.compile(r"[A-Z][\w.'’ -]{1,30}, (?:[A-Z][A-Za-z]{0,4}\.){1,3}$")
"""'KANANASKIS, ALTA.' on a line of its own."""
_SHORT = 60
"""Characters of a line in capitals that no story begins with, whatever mark ends it."""
LONGEST_HEADLINE = 150
"""No headline is longer; agencies keep them below 120 characters."""


def is_byline(line: str) -> bool:
    """'By Selin Karataşoğlu', 'By Our Correspondent', 'Ann Lee, Tribune Staff Writer'."""
    if len(line) < _LONGEST_STAFF and _STAFF.fullmatch(line):
        return True
    opening = _BY.match(line) if len(line) < 100 else None
    if opening is None:
        return False
    words = [word for word in line[opening.end() :].split() if word not in _JOINING]
    if not 0 < len(words) <= _MOST_NAME_WORDS or sum(w[0].islower() for w in words) > _MOST_SMALL:
        return False
    return all(map(_NAME_WORD.fullmatch, words))


def is_dated(line: str, dates: list[DateFinding]) -> bool:
    """'Published: 22nd October 2019 05:42 AM | A+A A-', 'Thursday, 22 February 2018 00:00 -'."""
    return _LABEL.match(line) is not None or not _LETTERS.search(_beside(line, dates))


def is_header(line: str, dates: list[DateFinding]) -> bool:
    """A line of metadata: a date with little beside it, or a label such as 'News ID:'."""
    if len(line) > 160:
        return False
    label = _LABEL.match(line)
    if label and (dates or label.end() == len(line) or not is_sentence(line)):
        return True
    if not dates:
        return False
    if _STAMP.search(line, 0, dates[0].start) or _ADDRESS.fullmatch(line):
        return True
    if is_citation(line, 0, len(line)):
        return True
    if _COUNTED.search(line, dates[-1].end):
        return True  # 'POPE-BISHOPS Oct-9-1997 (430 words) xxxi'
    before = line[: dates[0].start].strip(_MARKS)
    if is_byline(before) or _WRITERS.search(before):
        return True
    rest = _beside(line, dates)
    if _TIME_AND.match(line) and dates[0].start < 12:
        return True
    if agency_of(before.partition(" (")[0]) or agency_of(line[dates[-1].end :].strip(_MARKS)):
        return True
    letters = len(_LETTERS.findall(rest))
    if letters > _MOST_OTHER_LETTERS:
        return False
    sender = agency_at(line, 0)
    if sender and _BEHIND_SENDER.match(line, sender[1]):
        return True  # 'dpa international, 10.02.2022'
    if _BAR_BEFORE.search(line, max(0, dates[0].start - 3), dates[0].start):
        return True
    opens = dates[0].start <= 3 or not _LETTERS.search(_beside(line[: dates[0].start], []))
    return letters == 0 or (opens and not is_sentence(line)) or not _LOWER_WORD.search(rest)


def _beside(line: str, dates: list[DateFinding]) -> str:
    """What stands in a line beside dates and the words of dates."""
    for found in reversed(dates):
        line = line[: found.start] + " " + line[found.end :]
    return _DATE_FURNITURE.sub(" ", _HOST.sub(" ", line))


def is_foot_date(line: str, dates: list[DateFinding]) -> bool:
    """A day at the foot of an item: '19 May 2022', 'Published in Dawn, May 9th, 2023'."""
    if len(dates) == 1 and _PUBLISHED.search(line, max(0, dates[0].start - 20), dates[0].start):
        return True
    if len(dates) != 1 or len(line) > _LONGEST_FOOT or _LIFE.match(line):
        return False
    rest = _beside(line, dates)
    return len(_LETTERS.findall(rest)) <= _MOST_OTHER_LETTERS and not _LOWER_WORD.search(rest)


def is_citation(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` cites a paper as databases do.

    'Lee, Ann. The Globe and Mail; Toronto, Ont. [Toronto, Ont]24 Nov 1999: A4.', 'New-York
    tribune. [volume] (New York [N.Y.]) 1866-1924, March 12, 1911, Image 1'.
    """
    if end - start > _LONGEST_CITATION:
        return False
    paged = text[end - 1 : end].isdigit() and text.find(", Image ", start, end) > 0
    if not paged and text.find("]", start, end) < 0 and text.find(" pg", start, end) < 0:
        return False
    return _CITATION.search(text, start, end) is not None


def _signing(text: str) -> set[str]:
    """The agencies whose names open a line or stand behind a comma, colon or slash."""
    found = (agency_at(text, name.end()) for name in _NAME_AT.finditer(text))
    return {agency[0] for agency in found if agency}


def is_month_first(above: str, behind: str) -> bool:
    """Whether a paper or the first dateline is of a country that prints the month first.

    Not the wires, which others print, unless they sign the date's own line or head the item, nor
    the cities from which others report.

    Args:
        above: the lines above the date, and what stands before it in its own line.
        behind: the text behind it.
    """
    first, own = above.partition("\n")[0], above.rpartition("\n")[2]
    lines = (*above.split("\n"), *behind.split("\n")[:_LINES_NEAR])
    # In the story itself others' papers are named: 'a minister told, The New York Times said'.
    near = _signing("\n".join(line for line in lines if len(line) <= _LONGEST_NEAR))
    names = {name for name in near if " " in name or not is_worldwide(name)} | _signing(own)
    if not _MONTH_FIRST.isdisjoint(map(agency_country, (*names, agency_of(first) or ""))):
        return True
    printed = _CAPS_DATELINE.search(behind)
    if printed is None or printed["city"] in _REPORTED_FROM:
        return False
    region = printed_region(printed["region"]) if printed["region"] else None
    if region:
        return region.country == "US"
    cities = cities_called(printed["city"])
    return bool(cities) and cities[0].country == "US" and not printed["region"]


def is_city_line(line: str) -> bool:
    """'Kathmandu', 'WASHINGTON': nothing but the name of a city."""
    return len(line) < 30 and line.count(" ") < 3 and bool(cities_called(line))


def is_furniture(line: str) -> bool:
    """'Photo: ...', 'Read also: ...', 'Share this', '© 2023', '... Mombasa. PHOTO | REUTERS'."""
    if len(line) > _LONGEST_FURNITURE:
        return False
    if _PHOTO_BEHIND.search(line, max(0, len(line) - 60)):
        return True
    if "may not be " in line.lower() and _RIGHTS.search(line):
        return True
    if _SHARE.match(f"{line} ") or _CONTACT.match(line):
        return True
    if line.count(_BAR) >= _FEWEST_BARS and not _DIGIT.search(line):
        return True
    if len(line) > _LONGEST_MARKS and not _WORD.search(line):
        return True  # '____________'
    return _FURNITURE.match(line) is not None or _SYMBOL.match(line) is not None


def ends_like_dateline(line: str) -> bool:
    """A dateline on a line of its own: 'LONDON, March 3 (Reuters) -'."""
    return len(line) < 120 and line[:1] != "-" and _DATELINE_END.search(line[-12:]) is not None


def is_sentence(line: str) -> bool:
    """A line of running text rather than a headline."""
    if line[:1].isdigit() and _LISTED.match(line):
        return False
    if line[-1:] not in _SENTENCE_MARKS:
        signed = _SIGNED_END.search(line, max(0, len(line) - _LONGEST_SIGN))
        line = line[: signed.start()] if signed else line
    if len(line) > LONGEST_HEADLINE or _SENTENCE_END.search(line[-8:]) is None:
        return len(line) > LONGEST_HEADLINE
    if _TOWN_AND_STATE.match(line) or (len(line) < _SHORT and line.isupper()):
        return False  # 'KANANASKIS, ALTA.', 'WHEAT POOL DEBATE.'
    if len(line) < _SHORT and line[:1] in "([" and line[-1] in ")]":
        return False  # '[By Telegraph to The Tribune.]'
    # 'Altona Meadow Systems, Inc.' above a release is its sender
    return _COMPANY_END.search(line[-12:]) is None or len(_LOWER_WORD.findall(line)) > 1
