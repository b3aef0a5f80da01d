"""How the network grew: what it was like at the end of each quarter."""

from __future__ import annotations

from datetime import date

import pandas as pd

from lrn import texts
from lrn.measures.compare.earlier import quarter_ends
from lrn.measures.network.figures import EVIDENCE, netwerk
from lrn.measures.overview import COUNTED
from lrn.measures.rows.evidence import Evidence
from lrn.measures.trend import QUARTERS
from lrn.register.model import Register
from lrn.selection import Selection, apply


def growth(register: Register, selection: Selection, quarters: int = QUARTERS) -> pd.DataFrame:
    """The network at the end of each of the last *quarters*, oldest first, with the other filters of *selection*.

    Columns: kwartaal, dag, activiteiten, partners, and of :func:`lrn.measures.network.figures.netwerk`
    lijnen_tussen_activiteiten, lijnen_tussen_regios, componenten, losse_activiteiten, and via_partners.componenten and
    via_partners.losse_activiteiten. *register* is the whole register; the last quarter is counted on the peildatum.
    The rows: an evidence of ``EVIDENCE`` with ``dag`` (:func:`evidence_on`).
    """
    found = []
    for day in quarter_ends(selection.peildatum or register.checked_on, quarters):
        selected = apply(selection.on(day), register)
        figures = netwerk(selected)
        via = {f"via_partners.{name}": amount for name, amount in figures.pop("via_partners").items()}
        figures.pop("sateprikker")
        amounts = {"activiteiten": len(selected.activiteiten), "partners": len(selected.partners)}
        found.append({"kwartaal": texts.quarter(day), "dag": day, **amounts, **figures, **via})
    return pd.DataFrame(found)


def evidence_on(name: str, day: date) -> Evidence:
    """What a figure of :func:`growth` counts on *day*; *name* is its column."""
    counted = COUNTED | EVIDENCE
    return counted[name].also(dag=day.isoformat())
