"""Actor codes in the manner of PLOVER: country (ISO 3166-1 alpha-3) and sector.

The sectors stand in the tables of offices, bodies and organizations, after the PLOVER event
ontology (Political Language Ontology for Verifiable Event Records, Open Event Data Alliance).
"""

from __future__ import annotations

from newsextract.lexicons.countries import alpha3
from newsextract.lexicons.offices import office_words


def actor_code(country: str | None, sector: str | None) -> str | None:
    """'KAZ GOV', 'IGO' for a body of no country, 'KAZ' where the sector is not known."""
    parts = [alpha3(country) if country else None, sector]
    return " ".join(part for part in parts if part) or None


def sector_of(role: str | None) -> str | None:
    """Sector of an office as printed: that of its last head with one; None where none has."""
    heads = office_words()
    for word in reversed((role or "").lower().split()):
        found = heads.get(word)
        if found is not None and found.kind == "head" and found.sector:
            return found.sector
    return None
