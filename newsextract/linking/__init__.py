"""What needs two fields at once: who speaks, whose country, which total."""

from newsextract.linking.links import Findings, Links, link, unlinked
from newsextract.linking.memory import SpeakerLink

__all__ = ["Findings", "Links", "SpeakerLink", "link", "unlinked"]
