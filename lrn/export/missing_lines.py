"""Lines that are not there yet as a workbook, in the form of the sheet Verbindingslijnen: to go on with in Excel."""

from __future__ import annotations

from datetime import datetime

import pandas as pd

from lrn import texts
from lrn import vocabulary as v
from lrn.export.links import view_link
from lrn.export.origin import origin
from lrn.export.workbook import as_workbook
from lrn.measures.network.missing import ORDER_TOLD, ORDERS, Order, as_lines
from lrn.register.columns import VERBINDINGSLIJNEN
from lrn.register.model import Register
from lrn.selection import Selection

WHY = "Waarom"
MEANT = texts.DEFINITIONS["ontbrekende_lijnen"]


def missing_workbook(
    pairs: pd.DataFrame,
    register: Register,
    selection: Selection,
    *,
    made: datetime,
    order: Order = "helpt",
    link: str = "",
) -> bytes:
    """An .xlsx of *pairs* (:class:`lrn.measures.network.missing.MissingLines`) in *order*, all or those that were kept.

    The first sheet is one of the register: its rows can be copied to Verbindingslijnen as they are. *Waarom* tells of
    each line by its ID which activities it joins and why; *Selectie* what was chosen, from which register.
    """
    lines = as_lines(pairs, register)
    why = pd.DataFrame(
        {
            "ID": lines["ID"],
            "Van": pairs["van_naam"].to_numpy(),
            "Regio van": pairs["van_plaats"].map(v.PLAATS_NAMEN).to_numpy(),
            "Naar": pairs["naar_naam"].to_numpy(),
            "Regio naar": pairs["naar_plaats"].map(v.PLAATS_NAMEN).to_numpy(),
            "Wat de lijn doet": pairs["helpt"].to_numpy(),
            "Reden": pairs["reden"].to_numpy(),
            "Voorgestelde vorm": pairs["vorm_naam"].to_numpy(),
            "Omdat": pairs["waarom"].to_numpy(),
        }
    )
    about = [*origin(register, selection, made=made, link=view_link(link, selection)), ("Wat dit zijn", MEANT)]
    return as_workbook(
        {VERBINDINGSLIJNEN.name: lines, WHY: why}, [*about, ("Volgorde", f"{ORDERS[order]}. {ORDER_TOLD[order]}")]
    )
