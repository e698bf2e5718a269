"""The agency where the dateline does not name it: header lines, 'Trend reports'; else the foot."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsextract.lexicons.agencies import agency_at, agency_of, is_word, is_worldwide
from newsextract.lexicons.word_lists import word_list
from newsextract.parsers.dateline.cursor import is_place, is_region
from newsextract.parsers.dateline.draft import Draft
from newsextract.parsers.dateline.foot import DISTRIBUTORS, agency_or_two, sender_at_end
from newsextract.parsers.dateline.letterhead import is_paper, masthead, sender_of
from newsextract.parsers.dateline.senders import CONTINENTS, NEWS_WORD
from newsextract.reading import Block, Layout
from newsextract.reading.fields import field_of
from newsextract.reading.layout import BlockKind

_BEHIND_AUTHOR = re.compile(
    r"(?: (?:[-–—/] |\()|, )([\w][\w. ]{1,30}?)(?:\)| ?:?)$"
)  # 'By Anar Aliyev - Trend:', 'By Anna Lee, Reuters'
_BY = ("By ", "by ", "BY ")
_REPORT_BY = re.compile(
    r"(?:Report|Story|Text|Reported|Written|Compiled) [Bb]y:? (?=[A-Z][^,]*, [A-Z])"
)
_STAMP = re.compile(r",? +[A-Z][a-z]{2,8}\.? \d.*$")
_CITED = re.compile(
    r"(?:, [A-Z][\w.]+\.|^[A-Z][^,.]{5,80}\.) ([A-Z][\w.'’& ]{2,40}?)(?:;[^\[\]]*)? "
    r"\[[^\[\]]+\] ?\d"
    r"|^([A-Z][\w'’& -]{2,40})\. [\[(].*[\])].{0,30}\d{4}, (?:Page [\w-]+, )?Image \d"
)
"""'Lee, Ann. The Globe and Mail; Toronto, Ont. [Toronto, Ont]24 Nov 1999: A4.',
'The Ronan pioneer. [volume] (Ronan, Mont.), February 11, 1916, Image 7'"""
_FROM = ("From ", "FROM ")
_COMPILED = re.compile(r"(?<= compiled by )(?:[Tt]he )?(?=[A-Z])")
_BEFORE_NAME = re.compile(
    r"[(\[]?(?:(?:By )?(?:[Ss]pecial|Wireless|Cable|Telegraph|Telephone|SPECIAL)(?: \w+)? "
    r"(?:to|TO) (?:the )?)?"
    r"(?:[©c]\.? ?(?:(?:19|20)\d\d,? )?|Copyright(?: \([cC]\))?[,:]? (?:19|20)\d\d[,:]? )?"
    r"(?:(?:(?:Staff|Special) )?(?:[Cc]orrespondent|[Ww]riter|[Rr]eporter) (?:of|for) (?:the )?"
    r"|(?:[Bb]y |[Ff]rom )?(?:an?|our|our own|the) (?=[A-Z])|The |[Bb]y |BY |For |Through |"
    r"(?:Source|From|Published by|Published in):? ?|Of |of |© ?|Proprietary to (?:the )?"
    r"|(?:Staff )?(?:Reporter|Correspondent|Staff(?: [Ww]riter)?),? (?:The )?)?"
)
_ONE_WORD = re.compile(r"[A-Z]\w+(?:\.\w{2,3})?")
_STAFF = re.compile(
    r"(?:,? (?:Inc|Ltd|Limited|Co|LLC)\.?| of [A-Z][a-z]+ \d\d?,? \d{4}| (?:19|20)\d\d(?= ?$))?"
    r"(?:['’][sS](?: [A-Z]\w+){0,2} (?i:Service|Telegrams?|Agency|Bureau|Cable|"
    r"Correspondent|Representative)"
    r"|, [A-Z][\w ]{3,40}(?= ?$)| [A-Z][a-z]+(?: [A-Z][a-z]+)? (?:Bureau|Desk)"
    r"|/(?:The [A-Z]\w{1,12}|[A-Z]\w{1,12}(?= Staff))|[-–—.] ?Copyright)?"
    r"(?:(?: [A-Z][\w.'’/&-]*){0,4}"
    r"(?: (?:political|economic|economy|business|foreign|diplomatic|national|international))? "
    r"(?i:writers?|correspondents?|reporters?|representatives?|contributors?|editors?|columnists?|"
    r"(?:bureau )?chief)|)(?: (?:(?i:archives?|writers?|newspapers?|staff|correspondents?|"
    r"reporters?|reports?|bureau|desk|team|news|online|update|political|economic|"
    r"economy|business|foreign|(?:print |internet |web )?edition|english|"
    r"(?:foreign|news|wire) service)|\([A-Za-z][\w .]{0,30}\)|--?))*"
    r"(?: (?:Published|Updated|Posted)\b.*)?"
    r"(?:(?<=s) [A-Z][\w. ,]+| (?i:with|by) [A-Z][\w .'’-]+|, [A-Z][\w ]+"
    r"|,? in [A-Z][\w ]+)?[\s,:/|)\].-]*"
)
"""What may stand behind an agency alone on its line: 'ARCHIVES', 'Energy Writer', '(Luanda)'."""
_DAY_BEHIND = re.compile(r" [-–—|/] (?:[A-Z][a-z]{2,8}\.? )?\d.*$")
_QUOTES = str.maketrans("", "", '"“”')
_PUBLISHED = re.compile(r" (?:Published|Updated|Posted)\b.*")
_PARTS_OF_CABLE = re.compile(r"\.? ?[—–-]+ ?(?=[A-Z])|\.?\) ?\(")
_BY_CABLE = re.compile(r"—(?:By )?(?:Electric )?(?:Telegraph|Cable|Copyright|Wireless)")
_ASSOCIATION = re.compile(r"(?i)\w (?:press association|news agency|news service|wireless)$")
_STATION = re.compile(r" ([A-Z][a-z]+(?: [A-Z][a-z]+)?)")
_SIGNED = re.compile(
    r"(?: [-–—/|] |, (?:of the )?| \(| (?:of|for|with|and) "
    r"| (?:[Ss]taff )?(?:[Rr]eporter|[Ww]riter|[Cc]orrespondent) "
    r"| (?:[Ss]pecial|[Ww]ireless|[Cc]able)(?: \w+)? to )(?=[A-Za-z])"
)
_PARTICLE = r"(?:(?:and|&|de|la|le|van|von|der|den|da|dos|del|di|du|bin|ibn|al|el|y|e) ){0,2}"
_AUTHOR = re.compile(
    rf"[A-Z][\w.'’-]{{0,20}}(?: {_PARTICLE}(?:a[lns]-)?[A-Z][\w.'’-]{{0,20}}){{1,6}}"
    r"(?:(?:,| [-–—/]| for| of) | \()(?=[A-Z])"
)
_AUTHOR_OF_SITE = re.compile(r"[A-Z][\w'’ -]{4,40}/([a-z][\w-]{2,25}(?:\.[a-z]{2,4}){1,2})")
"""'Hazwan Idris/theedgemarkets.com'."""
_NUMBER = re.compile(r"^\[\d{1,2}\] ")
_MONITORED = re.compile(
    r"(?:Full )?(?:[Tt]ext|Excerpts?|Summary)(?: of| from) .{0,90}?"
    r"\bagency,? (?P<behind>[A-Z].{1,40})$"
    r"|(?:Full )?(?:[Tt]ext|Excerpts?|Summary)(?: of| from) .{0,90}?"
    r"(?P<before>[A-Z][\w'’-]{1,20}(?: [A-Z][\w'’-]{1,20}){0,3}) (?:\([A-Z]{2,8}\) )?"
    r"(?:(?:news )?agency|web ?site|newspaper|daily|radio|TV)\b"
    r"|(?:[A-Z]{0,2}\d{4,12} )?[A-Z][\w'’-]+(?: [A-Z][a-z'’-]+){0,2} "
    r"(?P<paper>[A-Z][A-Z'’ -]{2,30}[A-Z]) in [A-Z][a-z-]+ (?=\d)"
)
"""'Text of report in English by Iranian news agency IRNA', as the BBC introduces what it hears;
'Moscow PRAVDA in Russian 3 Feb 86', as the FBIS does."""
_APART = re.compile(
    r" ?\|| (?=(?i:(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b)"
    r"| (?:Published|Updated|Posted)\b|, (?:[A-Z]\w{2,8},? )?(?:[A-Z]\w{2,8}\.? \d|\d)"
)
"""Behind a paper whose name is a word: 'DAWN | ', 'The Times, Wednesday, May 29'."""
_POSTED = re.compile(r"(?:Posted|Published|Written) [Bb]y:? ([a-z]{5,30})\b")
"""'Posted By: addisstandard / June 20, 2018'."""
_URL = re.compile(r"https?://(?:www\.)?([\w.-]{4,40})")
_DAY_NEXT = re.compile(r" {1,3}\d\d? [A-Z][A-Za-z]{2} \d\d")
_FIRST_NAME = re.compile(r"[^\s(,]+")
_WORD = re.compile(r"(?<![\w.-])(?=[A-Z\d])")
_VERB = re.compile(
    r",? (?:reports|reported|informs|learned|has learned|writes|correspondent reports)\b"
    r"|(?P<told> told | according to | correspondent of )(?:the )?(?=[A-Z])"
)
_REPORTER_OF = re.compile(
    r"(?<![\w-])([A-Z][\w-]{1,12})['’][sS] (?:[A-Z][\w.'’-]+ ){0,3}[A-Z][\w.'’-]+ "
    r"(?:reports|REPORTS)$"
)
"""'V-O-A's John Pardee reports from our West Africa bureau.'"""
_REPORTS = (" reports", " REPORTS")
_WORDS = (" report", " inform", " learned", " writes", " correspondent", " told ", " according to ")
_BEFORE_WORD, _BEHIND_WORD = len(", has"), 40
_LONGEST_NAME, _LONGEST_LINE = 40, 160
_MONITORS = word_list("dateline_words.tsv", "monitors")
"""Who heard it stands above the agency that sent it."""
_WRITERS = word_list("dateline_words.tsv", "writers")
_RANKS = word_list("dateline_words.tsv", "ranks")
_STAFF_OF = re.compile(r"(?:^|, )([A-Z]\w+) (?:[Ss]taff(?: [Ww]riters?)?|[Ee]ditors)$")
_MOST_NAME_WORDS = 7
_FIRST_PART = 1200
"""Characters of the story in which 'Trend reports' counts as its credit."""


def credit_beside(text: str, layout: Layout, draft: Draft) -> tuple[str, str] | None:
    """The agency of an item and where it stands: `header`, `credit` (last lines) or `report`."""
    blocks, heading, unknown, paper = layout.blocks, None, None, None
    wire = _wire_beside(text, blocks, draft)
    if wire:
        return wire, "header"
    for i, block in enumerate(blocks):
        if block.start >= draft.body or (block.start == draft.start and block.kind == "paragraph"):
            break  # the dateline itself
        line = text[block.start : block.end]
        name = _on_line(line, block.kind, draft.places[0].name)
        if name is None and i and blocks[i - 1].kind == "byline":
            name = agency_of(line)  # 'Variety' is a word elsewhere
        if name and name not in _MONITORS and (block.kind != "byline" or agency_of(name)):
            carried = (
                agency_or_two(name) is not None
                and name not in DISTRIBUTORS
                and "opyright" not in line
                and not (is_paper(name) or (paper or "").endswith(name))
            )
            cited = block.kind == "header" and not is_worldwide(name)
            printed = cited or agency_of(name) is None or is_paper(name)
            first = paper is None and (block.kind == "byline" or not printed)
            if i and (first or carried or paper in DISTRIBUTORS):
                return name, "header"
            paper = paper or name  # a wire that it carries may sign below
            continue
        unknown = unknown or name  # a known one may stand in the next line
        if heading is None and block.kind in ("headline", "header") and _is_beside_head(blocks, i):
            heading = masthead(line)
    wire = sender_at_end(text, layout) if paper or heading else None
    if wire and (paper in DISTRIBUTORS or not is_paper(wire)):
        return wire, "credit"
    if paper or unknown or heading:
        return paper or unknown or heading or "", "header"
    name = sender_at_end(text, layout)
    if name:
        return name, "credit"
    return _reporting(text, draft.body, min(len(text), draft.body + _FIRST_PART))


def _wire_beside(text: str, blocks: Sequence[Block], draft: Draft) -> str | None:
    """The agency of a cable above, or alone between place and story: 'Brussels', 'CNN'."""
    for block in blocks:
        if block.start >= draft.body:
            break
        length = block.end - block.start
        if length >= _LONGEST_LINE:
            continue
        line = text[block.start : block.end]
        between = draft.end < block.start and length < _LONGEST_NAME
        name = (agency_of(line) if between else None) or _cabled(line)
        if name:
            return name
    return None


def _on_line(line: str, kind: BlockKind, place: str) -> str | None:
    """The agency that signs a line above the story, which comes from `place`."""
    compiled = _COMPILED.search(line) if kind == "furniture" else None
    if compiled:  # 'The materials in the Xinhua file were compiled by The Xinhua News Agency.'
        source = agency_at(line, compiled.end())
        return source[0] if source else None
    line = line.translate(_QUOTES)  # 'From the "Irish Times" Special Representative.'
    report = _REPORT_BY.match(line)
    if report:
        line = _STAMP.sub("", f"By {line[report.end() :]}")
    field = field_of(line)
    if field and field.kind == "sender":
        value = line[field.value :].partition(";")[0]
        again = field_of(value)  # 'SOURCE: Source: Xinhua news agency'
        value = value[again.value :] if again else value
        sends = agency_at(value, 0)  # 'SOURCE: Tass in English 0910 gmt 4 Jul 90'
        return sends[0] if sends else _alone(value) or sender_of(value, "")
    if field and field.kind != "byline":
        return None
    cites = ("]" in line or ", Image " in line) and len(line) < _LONGEST_LINE
    cited = _CITED.search(line) if cites else None
    if cited:
        paper = cited[1] or cited[2]
        return agency_of(paper) or paper
    name = _in_header(line) if kind == "header" else None
    if kind == "byline" or line.startswith(_BY):
        author = f"By {line[field.value :].removeprefix('By ')}" if field else line
        return agency_of_byline(author) or name
    if name or len(line) >= _LONGEST_LINE:
        return name
    if line.startswith(_FROM):
        posts = (_alone(line[mark.end() :]) for mark in _SIGNED.finditer(line))
        name = next(filter(None, posts), None)
        if name:
            return name
    return (
        _alone(line)
        or (agency_or_two(line) if line.count("-") == 1 and agency_of(line) is None else None)
        or _monitored(line)
        or _of_author(line)
        or (_of_staff(line) if ", " in line else None)
        or _cabled(line)
        or sender_of(line, place)
    )


def _is_beside_head(blocks: Sequence[Block], i: int) -> bool:
    """Whether a line is the first of an item or stands beside its date or byline."""
    return i == 0 or any(block.kind in ("header", "byline") for block in blocks[i - 1 : i + 2])


def agency_of_byline(line: str) -> str | None:
    """The agency that signs as author or behind one; a single word is no person: 'By Republica'."""
    writer = line.partition(" ")[2].strip(" :")
    writer = _DAY_BEHIND.sub("", writer)  # 'By Kaladan Press - February 6, 2008'
    writer = _PUBLISHED.sub("", writer)  # 'By ANN LEE STARS AND STRIPES Published: May 18, 2009'
    name = agency_of(writer) or _alone(writer)
    if name is None and _ONE_WORD.fullmatch(writer) and writer.lower() not in _WRITERS:
        return writer
    if name:
        return name
    signed = _BEHIND_AUTHOR.search(line)
    known = agency_of(signed[1]) if signed else None
    behind = [line[mark.end() :] for mark in _SIGNED.finditer(line)]
    posts = (
        _alone(part) or agency_of(part) or sender_of(part, "") or masthead(part) for part in behind
    )
    name = _of_author(writer) or _of_staff(writer)
    if name:
        return name
    signed_by = sender_of(writer, "") if NEWS_WORD.search(writer) else None  # 'By Observer News'
    return known or next(filter(None, posts), None) or signed_by


def _of_staff(writer: str) -> str | None:
    """'OGJ editors', 'Neil Kowalchuk, Patch Staff': one word before 'staff' is no person."""
    staff = _STAFF_OF.search(writer)
    return staff[1] if staff and staff[1].lower() not in _WRITERS | _RANKS else None


def _of_author(line: str) -> str | None:
    """'Ann Tilley, Postmedia News': an author without 'By'."""
    if "|" in line:
        return None
    site = _AUTHOR_OF_SITE.fullmatch(line)
    if site:
        return site[1]
    author = _AUTHOR.match(line)
    if author:
        return agency_of(line[author.end() :]) or _alone(line[author.end() :])
    words = line.split(" ")  # 'Ann Tilley Associated Press'
    if not 2 < len(words) <= _MOST_NAME_WORDS or not words[1][:1].isupper():
        return None
    for first in range(2, min(5, len(words))):
        name = agency_of(" ".join(words[first:]))
        if name and not is_word(name) and (first + 1 < len(words) or is_worldwide(name)):
            return name
    return None


def _alone(line: str) -> str | None:
    """The agency that stands alone on a line: 'The Associated Press', 'UPI ARCHIVES'."""
    before = _BEFORE_NAME.match(line)
    start = before.end() if before else 0
    found = agency_at(line, start) or (agency_at(line, 0) if start else None)  # 'The Hindu Bureau'
    owner = line.lower().find("'s ", start) if found is None else -1
    if owner > 0:  # "RFE/RL's Kyrgyz Service"
        name = agency_of(line[start:owner])
        found = (name, owner) if name else None
    if found is None:
        return None
    if not _STAFF.fullmatch(line, found[1]):
        # 'CTV Vancouver Island' is its station there
        station = _STATION.fullmatch(line, found[1])
        local = (
            station
            and (_is_named(station[1].removesuffix(" Island")) or station[1] in CONTINENTS)
            and not is_worldwide(found[0])
        )
        return line[start:].strip() if local else None
    # 'The News' may be a headline's first words, 'The News Correspondent' is a paper's.
    behind = _PUBLISHED.sub("", line[found[1] :]).strip(" :,|)]")
    signed = behind or line.startswith("For ", 0, start)
    return None if is_word(found[0]) and not signed else found[0]


def _is_named(name: str) -> bool:
    return is_place(name) or is_region(name)


def _monitored(line: str) -> str | None:
    """The agency whose report is heard, translated or quoted, with the name as printed."""
    heard = _MONITORED.match(_NUMBER.sub("", line))
    if heard is None:
        return None
    if heard["paper"]:
        return agency_of(heard["paper"]) or heard["paper"]
    if heard["before"]:
        words = heard["before"].split()
        names = (agency_of(" ".join(words[i:])) for i in range(len(words)))
        return next(filter(None, names), None)
    found = agency_at(heard["behind"], 0)
    name = _FIRST_NAME.match(heard["behind"])
    return found[0] if found else name.group() if name else None


def _cabled(line: str) -> str | None:
    """The agency of a cable: '(By Telegraph.—Press Association.)', "(Through Reuter's Agency.)"."""
    bracketed = line[:1] in "([" and line[-1:] in ")]"
    if not bracketed and not _BY_CABLE.search(line):
        return None
    for piece in _PARTS_OF_CABLE.split(line.strip("()[]")):
        piece = piece.strip(" .")
        name = agency_of(piece) or _alone(piece)
        if name in DISTRIBUTORS:
            continue
        if name or (_ASSOCIATION.search(piece) and piece.count(" ") <= _MOST_NAME_WORDS):
            return name or piece
    return None


def _in_header(line: str) -> str | None:
    """The agency in a header line; a distributor (MENAFN) only where there is none."""
    found = None
    host = _URL.search(line) if "://" in line else None
    of_host = agency_of(host[1]) if host else None
    posted = None if host else _POSTED.match(line)
    of_host = agency_of(posted[1]) if posted else of_host
    if of_host:
        return of_host
    first_word = agency_at(line, 0)
    if first_word and not is_word(first_word[0]) and line[:1].islower():
        return first_word[0]  # 'swissinfo March 31, 2004'
    if first_word and _DAY_NEXT.match(line, first_word[1]):
        return first_word[0]  # 'FT  14 JAN 94 / World Trade News'
    for word in _WORD.finditer(line):
        named = agency_at(line, word.start())
        alone = line.startswith(".", named[1]) or _APART.match(line, named[1]) if named else None
        first = word.start() == 0 or line[: word.start()].endswith((", ", " in ", "| "))
        if named and is_word(named[0]) and not (alone and first):
            continue
        if named and named[1] - word.start() > 2:  # 'AA' may be anything
            if named[0] not in DISTRIBUTORS:
                return named[0]
            found = named[0]
    return found


def _verbs(text: str, start: int, end: int) -> list[re.Match[str]]:
    """Where `_VERB` stands, in order, found by its words: far quicker than by the expression."""
    found = {}
    for word in _WORDS:
        at = text.find(word, start, end)
        while at >= 0:
            verb = _VERB.search(text, max(start, at - _BEFORE_WORD), min(end, at + _BEHIND_WORD))
            if verb:
                found[verb.start()] = verb
            at = text.find(word, at + 1, end)
    return [found[at] for at in sorted(found)]


def _reporting(text: str, start: int, end: int) -> tuple[str, str] | None:
    """'Trend reports', 'UzDaily.com has learned', 'told Interfax'."""
    verbs = _verbs(text, start, end)
    first_paragraph = text.find("\n", start, end) if verbs else -1
    for verb in verbs:
        if verb["told"]:
            if verb.start() > first_paragraph >= 0:
                continue  # further down an agency is one source among others
            found = agency_at(text, verb.end())
            if found:
                return found[0], "report"
            continue
        words = text[max(start, verb.start() - _LONGEST_NAME) : verb.start()].split(" ")
        for first in range(max(0, len(words) - 3), len(words)):
            name = " ".join(words[first:])
            if name[:1].isupper() or name[:1].isdigit():
                known = agency_of(name)
                if known and (not is_word(known) or name == known):
                    return known, "report"
    for word in _REPORTS:
        verb_at = text.find(word, start, end)
        near = max(start, verb_at - _LONGEST_NAME)
        reporter = _REPORTER_OF.search(text, near, verb_at + len(word)) if verb_at > 0 else None
        whose = agency_of(reporter[1]) if reporter else None
        if whose:
            return whose, "report"
    return None
