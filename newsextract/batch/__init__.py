"""Many articles: sources, workers, sinks and a ledger that survives any kill."""

from newsextract.batch.runner import Progress, Summary, run
from newsextract.batch.sources import Fields

__all__ = ["Fields", "Progress", "Summary", "run"]
