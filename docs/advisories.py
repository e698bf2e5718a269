"""Ask PyPI for the known vulnerabilities of what is installed beside newsextract.

    python docs/advisories.py

`pip-audit` asks for each installed version and is the better tool where its services answer.
This asks for a package's page, which tells of the newest version only (field
`vulnerabilities`, from the Python Packaging Advisory Database): packages that are older than
the newest are listed as not judged. Exit status 1 if a vulnerability is found.
"""

from __future__ import annotations

import json
import sys
import urllib.error
import urllib.request
from importlib.metadata import distributions

PAGE = "https://pypi.org/pypi/{name}/json"
OWN = frozenset({"newsextract"})


def judge(name: str, version: str) -> tuple[str, str]:
    """'clean', 'vulnerable' or 'not judged', and why."""
    try:
        with urllib.request.urlopen(PAGE.format(name=name), timeout=30) as answer:
            page = json.load(answer)
    except (urllib.error.URLError, TimeoutError) as error:
        return "not judged", str(error)
    newest, known = page["info"]["version"], [v["id"] for v in page["vulnerabilities"]]
    if newest != version:
        return "not judged", f"the newest is {newest}"
    return ("vulnerable", ", ".join(known)) if known else ("clean", "")


def main() -> int:
    """Print the verdicts; the exit status."""
    verdicts: dict[str, list[str]] = {"clean": [], "vulnerable": [], "not judged": []}
    for found in sorted(distributions(), key=lambda d: d.name.lower()):
        if found.name not in OWN:
            verdict, why = judge(found.name, found.version)
            verdicts[verdict].append(f"{found.name} {found.version} {why}".strip())
    print(f"clean: {len(verdicts['clean'])} packages")
    for verdict in ("vulnerable", "not judged"):
        for line in verdicts[verdict]:
            print(f"{verdict}: {line}")
    return 1 if verdicts["vulnerable"] else 0


if __name__ == "__main__":
    sys.exit(main())
