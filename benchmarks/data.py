"""Where the benchmarks' data sets are, and their texts.

The data sets are not part of the project. They are read from the folder that ``--data`` or
the environment variable ``NEWSEXTRACT_BENCHMARKS`` names; one that is missing is skipped.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

VARIABLE = "NEWSEXTRACT_BENCHMARKS"
FIXTURES = Path(__file__).parents[1] / "fixtures"


def parser(description: str | None) -> argparse.ArgumentParser:
    """A command line with the option ``--data``; `description` is the module's docstring."""
    made = argparse.ArgumentParser(
        description=description, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    made.add_argument(
        "--data",
        type=Path,
        default=os.environ.get(VARIABLE),
        help=f"folder with the data sets (default: ${VARIABLE})",
    )
    return made


def dataset(data: Path | None, name: str) -> Path | None:
    """Folder of the data set `name`; None, with a word to the user, where it is not there."""
    folder = Path(data) / name if data else None
    if folder is None or not folder.exists():
        print(f"{name}: not found in {data or f'${VARIABLE} (unset)'}, skipped", file=sys.stderr)
        return None
    return folder


def polnear_texts(folder: Path, split: str) -> list[tuple[str, str]]:
    """(name, text) of each PolNeAR article of a split, by name."""
    files = sorted((folder / split / "text").glob("*.txt"))
    return [(file.stem, file.read_bytes().decode("utf-8")) for file in files]


def run_scorer(data: Path, script: str, arguments: Sequence[str]) -> str:
    """What a data set's own scorer prints.

    Raises:
        subprocess.CalledProcessError: the scorer failed.
    """
    command = [sys.executable, str(Path(data) / "score" / script), *arguments]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
