"""Who takes part: the partners, their kinds, the strategic relations among them, and what both sides add."""
