"""Parser of `participants`."""

from newsextract.parsers.participants.parser import ParticipantsParser

__all__ = ["ParticipantsParser"]
