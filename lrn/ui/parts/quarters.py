"""A quarter of the trend chart that was chosen, and the activities that its bar counts."""

from __future__ import annotations

from datetime import date

from lrn.measures.rows.evidence import Evidence
from lrn.ui.base.cache import View
from lrn.ui.parts import chart_card, choices
from lrn.views import charts

_COUNTED = {"aantal": "dag", "voorbij": "voorbij"}


def days(view: View) -> dict[str, date]:
    """The quarters that are drawn, and the day on which each is counted."""
    frame = chart_card.frame_of(view, charts.TREND)
    return dict(zip(frame["kwartaal"], frame["dag"], strict=True))


def then(view: View, evidence: Evidence, title: str, quarter: str, part: str) -> tuple[Evidence, str]:
    """What *evidence* counts in *quarter*: its *part* (a key of ``choices.ACTIVE_OR_ENDED``), and that in a heading."""
    counted = evidence.also(**{_COUNTED[part]: days(view)[quarter]})
    return counted, f"{title}, {quarter}, {choices.ACTIVE_OR_ENDED[part].lower()}"
