"""Lines of a story that tell nothing of it: titles, credits, what stands behind its end."""

from __future__ import annotations

import re

from newsextract.lexicons.word_lists import word_list

_SMALL_IN_TITLES = word_list("participant_words.tsv", "small_in_titles")
LONGEST_TITLE = 200
"""Characters; a longer line is a paragraph."""
_TOLD = re.compile(rf"(?<!\S)(?!(?:{'|'.join(_SMALL_IN_TITLES)})(?!\S))[a-z]")
"""The beginning of a word that has a capital letter in titles."""
CREDITS = re.compile(
    r"[-–— ]*With assistance from\b|This (?:report|article|story) (?:by|was)\b"
    r"|(?:Reporters?|Editors?|Writers?|Authors?|Translators?|Correspondents?|Photos?) ?: ?\S"
    r"|[A-Z][\w ]{1,20}/ ?[A-Z][^\n.:]{2,50}$"
    r"|[(\-–— ]*(?:(?:Additional )?(?:[Rr]eporting|[Ww]riting|[Ee]dit(?:ing|ed)) (?:by|from)\b"
    r"|With (?:files|reporting|additional reporting) (?:from|by)\b|\([Bb]y [^)]*\)\s*$"
    r"|(?:(?:Media|Press) )?[Cc]ontacts?: )"
    r"|[^\n]{0,160}\bcontributed to this (?:report|article|story)\b"
)
END_MATTER = re.compile(
    r"[-– ]*(?:ENDS?|Ends)[-– ]*$"
    r"|For (?:more|further|additional) (?:information|details)\b[^\n]{0,60}(?:contact|visit|see)"
    r"|(?:(?:Media|Press) )?[Cc]ontacts?:?\s*$|(?:Notes )?(?:[Ff]or|to) [Ee]ditors:?\s*$"
)
"""A line behind which the story is over: contacts, notes to editors."""


def is_title(line: str) -> bool:
    """Is the line a title in which each word has a capital letter?"""
    if _TOLD.search(line):
        return False
    words = line.split()
    if any(word[0].islower() and word not in _SMALL_IN_TITLES for word in words):
        return False
    long_words = [word for word in words if len(word) > 4]
    fewest = 5 if line.rstrip()[-1:] in set(".!?:;,\"”’'") else 4
    return len(line) < LONGEST_TITLE and len(long_words) >= fewest
