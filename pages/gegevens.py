"""Gegevens: the workbook behind the figures; check it, mend it, follow it through time."""

from lrn.ui import choices, comparison, findings, freshness, matching, source
from lrn.ui.navigation import current_view

view = current_view()
part = choices.part()

if part == "stand":
    source.show(view)
elif part == "koppelen":
    matching.show(view)
elif part == "bevindingen":
    findings.show(view)
elif part == "actualiseren":
    freshness.show(view)
else:
    comparison.show(view)
