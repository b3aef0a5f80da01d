"""Gegevens: the workbook behind the figures; check it, mend it, follow it through time."""

from lrn.ui.base.navigation import current_view
from lrn.ui.gegevens import comparison, findings, freshness, source
from lrn.ui.gegevens.koppelen import page
from lrn.ui.parts import data_choices

view = current_view()
part = data_choices.part()

if part == "stand":
    source.show(view)
elif part == "koppelen":
    page.show(view)
elif part == "bevindingen":
    findings.show(view)
elif part == "actualiseren":
    freshness.show(view)
else:
    comparison.show(view)
