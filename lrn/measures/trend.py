"""Course over time: how many activities were active at the end of each quarter, of all or of what is asked for."""

from __future__ import annotations

import pandas as pd

from lrn import texts
from lrn.measures.compare.earlier import quarter_ends
from lrn.measures.rows.evidence import Evidence, narrowed
from lrn.register.model import Register
from lrn.selection import Selection, active_on

QUARTERS = 12  # three years of course


def per_quarter(register: Register, selection: Selection, **conditions: str | int | None) -> pd.DataFrame:
    """Activities active at the end of each quarter: kwartaal, dag, aantal, voorbij, and what was asked.

    *register* is the whole register; the other filters of *selection* hold. The last quarter is counted on the
    peildatum (today's register without one ends at its checking day). ``voorbij`` is the part of ``aantal`` that is
    not active on that last day any more. *conditions* are those of :class:`lrn.measures.rows.evidence.Evidence`
    (``thema="zorg"``, ``ingredient=3``), None for all; each is a column of the frame too.
    """
    last = selection.peildatum or register.checked_on
    frame = narrowed(register, selection.on(None), Evidence().also(**conditions)).activiteiten
    still = active_on(frame, last, status_of=register.status_of)
    rows = []
    for day in quarter_ends(last, QUARTERS):
        active = active_on(frame, day, status_of=register.status_of)
        rows.append((texts.quarter(day), day, int(active.sum()), int((active & ~still).sum())))
    return pd.DataFrame(rows, columns=["kwartaal", "dag", "aantal", "voorbij"]).assign(**conditions)
