"""Outputs, by the ending of their name."""

from newsextract.batch.sinks.choice import SUFFIXES, sink_for
from newsextract.batch.sinks.protocol import Sink

__all__ = ["SUFFIXES", "Sink", "sink_for"]
