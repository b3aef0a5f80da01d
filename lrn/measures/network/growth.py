"""How the network grew: what it was like at the end of each quarter, and what came and went in it."""

from __future__ import annotations

from datetime import date

import numpy as np
import pandas as pd

from lrn import texts
from lrn.measures.compare.earlier import quarter_ends
from lrn.measures.insights.sentences import Figure
from lrn.measures.network import graph
from lrn.measures.network.figures import EVIDENCE
from lrn.measures.onmap import lines as lines_on_map
from lrn.measures.overview import COUNTED, members
from lrn.measures.rows.evidence import Evidence
from lrn.measures.trend import QUARTERS
from lrn.register.model import Register
from lrn.selection import Selection, active_on, apply, exist_on


def growth(register: Register, selection: Selection, quarters: int = QUARTERS) -> pd.DataFrame:
    """The network at the end of each of the last *quarters*, oldest first, with the other filters of *selection*.

    Columns: kwartaal, dag, activiteiten, partners, and of :func:`lrn.measures.network.figures.netwerk`
    lijnen_tussen_activiteiten, lijnen_tussen_regios, componenten, losse_activiteiten, and via_partners.componenten and
    via_partners.losse_activiteiten. *register* is the whole register; the last quarter is counted on the peildatum.
    The rows: an evidence of ``EVIDENCE`` with ``dag`` (:func:`evidence_on`).
    """
    at_any_time = apply(selection.on(None), register)
    frame, lines = at_any_time.activiteiten, graph.lines_between(at_any_time)
    ends = lines_on_map.ends(at_any_time, lines, level="plaats")
    crosses = (ends["van"] != ends["naar"]).to_numpy()
    joined = _numbers(lines[["van", "naar"]], frame["id"], frame["id"])
    taking_part = _numbers(graph.participations(at_any_time), frame["id"], at_any_time.partners["id"])
    taking_part[:, 1] += len(frame)  # partners are numbered after the activities
    found = []
    for day in quarter_ends(selection.peildatum or register.checked_on, quarters):
        active = active_on(frame, day, status_of=register.status_of).to_numpy()
        there = active[joined].all(axis=1) & exist_on(lines, day).to_numpy()
        part = taking_part[active[taking_part[:, 0]]]
        via_partners = _parts_and_alone(active, joined[there], part)
        amounts = {
            "activiteiten": int(active.sum()),
            "partners": len(np.unique(part[:, 1])),
            "lijnen_tussen_activiteiten": int(there.sum()),
            "lijnen_tussen_regios": int((there & crosses).sum()),
            **_parts_and_alone(active, joined[there]),
            **{f"via_partners.{name}": amount for name, amount in via_partners.items()},
        }
        found.append({"kwartaal": texts.quarter(day), "dag": day, **amounts})
    return pd.DataFrame(found)


def _numbers(pairs: pd.DataFrame | list[tuple[str, str]], first: pd.Series, second: pd.Series) -> np.ndarray:
    """*pairs* of IDs as positions in *first* and *second*: an array of two columns."""
    asked = pd.DataFrame(pairs, columns=["van", "naar"], dtype=object)
    columns = [pd.Index(known).get_indexer(asked[name]) for name, known in (("van", first), ("naar", second))]
    return np.column_stack(columns).astype(int)


def _parts_and_alone(active: np.ndarray, *joined: np.ndarray) -> dict[str, int]:
    """As :func:`lrn.measures.network.figures.hanging_together`, of the *active* activities and what is *joined*.

    *joined* are pairs of positions; what has no position in *active* is a partner.
    """
    one, other = np.vstack(joined).T
    part = np.arange(max(len(active), *(end.max(initial=-1) + 1 for end in (one, other))))
    while (part[one] != part[other]).any():  # each takes the lowest number that it is joined with, and that of that one
        lowest = np.minimum(part[one], part[other])
        np.minimum.at(part, one, lowest)
        np.minimum.at(part, other, lowest)
        part = part[part]
    sizes = np.unique(part[: len(active)][active], return_counts=True)[1]
    return {"componenten": int((sizes > 1).sum()), "losse_activiteiten": int((sizes == 1).sum())}


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
    return tuple(graph.node(graph.ACTIVITEIT, identity) for identity in now[~now.isin(then)])


def quarter_before(day: date) -> date:
    """The last day of the quarter before that of *day*."""
    return quarter_ends(day, 2)[0]
