"""Tags of corpora, archives and feeds."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newsextract.parsers.dateline import DatelineParser
from newsextract.reading import read
from newsextract.story import Story

STORY = "The ministers signed the agreement on Tuesday after talks that had lasted for two days."
CORPUS = f"""\
<DOC id="XIN_ENG_20231003.0103" type="story" >
<HEADLINE>
Ministers Sign Agreement
</HEADLINE>
<DATELINE>
WELLINGTON, Oct. 2 (Xinhua)
</DATELINE>
<TEXT>
<P>
{STORY}
</P>
</TEXT>
</DOC>
"""
ARCHIVE = f"""\
<DATE> 3-OCT-1987 11:02:44.70</DATE>
<TEXT>&#2;
<TITLE>MINISTERS SIGN AGREEMENT</TITLE>
<DATELINE>    WELLINGTON, Oct 2 - </DATELINE><BODY>{STORY}
&#3;</BODY></TEXT>
"""
FEED = f"""\
<item>
<title>Ministers sign agreement</title>
<pubDate>Tue, 03 Oct 2023 01:14:00 GMT</pubDate>
<description><![CDATA[<p>WELLINGTON, Oct. 2 (Xinhua) &mdash; {STORY}</p>]]></description>
</item>
"""


def test_the_parts_of_an_item() -> None:
    for marked, year in ((CORPUS, 2023), (ARCHIVE, 1987), (FEED, 2023)):
        reading = read(marked)
        found = DatelineParser().parse(Story(reading, reading.published))
        assert found is not None
        assert (found.places[0].city, str(found.date)) == ("Wellington", f"{year}-10-02")
        assert reading.text[found.body :].startswith(STORY)
        start, end = reading.layout.headline or (0, 0)
        assert reading.text[start:end].lower() == "ministers sign agreement"
        where = reading.home(found.range.start, found.range.start + len("WELLINGTON"))
        assert marked[where.start : where.end] == where.text == "WELLINGTON"


def test_symbols_of_wires_stay() -> None:
    wire = "PARIS, March 3 - <Federal Industries Ltd> and Paribas <PARI.PA> said they would merge."
    assert read(wire).text == wire


def test_comparisons_stay() -> None:
    assert read("Where a < b and b > c, a page ends with </b>.").text.startswith(
        "Where a < b and b"
    )


def test_tags_with_turkish_letters() -> None:
    """Patterns that ignore letter case take 'ı', 'İ' and 'ſ' for English letters."""
    for tag in ("DATELıNE", "DATELİNE"):
        reading = read(f"<DOC>\n<{tag}>WELLINGTON, Oct. 2 (Xinhua)</{tag}>\n<p>{STORY}</p>")
        assert reading.text.startswith("DATELINE: WELLINGTON, Oct. 2 (Xinhua)")


TAGS = ["<TEXT>", "</P>", "<TİTLE>", "<Datelıne>", "<ſpan>", "<p>", "<![CDATA["]


@given(st.lists(st.sampled_from([*TAGS, "<", ">", "&lt;", "a ", "\n"])))
def test_any_tags(parts: list[str]) -> None:
    text = "".join(parts)
    reading = read(text)
    for i in range(len(reading.text)):
        where = reading.home(i, i + 1)
        assert text[where.start : where.end] == where.text
