"""Parser of `dateline`."""

from __future__ import annotations

from newsextract.story import DatelineFinding, Story


class DatelineParser:
    """Finds the dateline."""

    def parse(self, story: Story) -> DatelineFinding | None:
        """The dateline of `story`, None where it has none."""
        return None
