"""How the network grew: what it was like at the end of each quarter, and what came and went in it."""

from __future__ import annotations

from datetime import date

import pandas as pd

from lrn import texts
from lrn.measures.compare.earlier import quarter_ends
from lrn.measures.insights.sentences import Figure
from lrn.measures.network.figures import EVIDENCE, hanging_together
from lrn.measures.network.graph import ACTIVITEIT, node
from lrn.measures.overview import COUNTED, members
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
        figures = hanging_together(selected)
        via = {f"via_partners.{name}": amount for name, amount in figures.pop("via_partners").items()}
        amounts = {"activiteiten": len(selected.activiteiten), "partners": len(selected.partners)}
        found.append({"kwartaal": texts.quarter(day), "dag": day, **amounts, **figures, **via})
    return pd.DataFrame(found)


def evidence_on(name: str, day: date) -> Evidence:
    """What a figure of :func:`growth` counts on *day*; *name* is its column."""
    counted = COUNTED | EVIDENCE
    return counted[name].also(dag=day.isoformat())


CAME, WENT = "erbij", "voorbij"
_MOVED = ("activiteiten", "partners", "verbindingslijnen")


def moved(register: Register, selection: Selection, *, day: date) -> dict[str, list[Figure]]:
    """What came and what went in the quarter that ends on *day*, by :data:`CAME` and :data:`WENT`: what is not 0.

    It is counted beside the end of the quarter before: of activities, partners that take part and lines.
    """
    before = quarter_before(day)
    now, then = (members(apply(selection.on(when), register)) for when in (day, before))
    amounts = {CAME: {name: len(now[name] - then[name]) for name in _MOVED}}
    amounts[WENT] = {name: len(then[name] - now[name]) for name in _MOVED}
    return {
        way: [
            Figure(COUNTED[name].also(dag=day.isoformat(), **{way: before.isoformat()}), amount)
            for name, amount in found.items()
            if amount
        ]
        for way, found in amounts.items()
    }


def arrived(register: Register, selection: Selection, *, day: date) -> tuple[str, ...]:
    """The nodes (``graph.node``) of the activities that came in the quarter that ends on *day*."""
    now, then = (apply(selection.on(when), register).activiteiten["id"] for when in (day, quarter_before(day)))
    return tuple(node(ACTIVITEIT, identity) for identity in now[~now.isin(then)])


def quarter_before(day: date) -> date:
    """The last day of the quarter before that of *day*."""
    return quarter_ends(day, 2)[0]
