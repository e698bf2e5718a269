"""Amounts of money, from characters alone."""

from newsextract.parsers.figures.amounts.reader import LARGEST as LARGEST
from newsextract.parsers.figures.amounts.reader import Amount as Amount
from newsextract.parsers.figures.amounts.reader import find_amounts as find_amounts
from newsextract.parsers.figures.amounts.reader import plain as plain
