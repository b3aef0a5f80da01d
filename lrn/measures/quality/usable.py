"""What there is to count in a workbook as it is read now: what a choice at *Koppelen* does to the figures."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lrn import vocabulary as v
from lrn.register.columns import ACTIVITEITEN
from lrn.register.model import Register
from lrn.selection import active_on


@dataclass(frozen=True)
class Usable:
    """Counts of activities: ``counted`` of the ``rows`` of Activiteiten; of these how many are active on ``day``, have
    a place (a municipality or region that is known, ours or elsewhere), a status and a theme."""

    day: date
    rows: int = 0
    counted: int = 0
    active: int = 0
    placed: int = 0
    with_status: int = 0
    with_theme: int = 0


def usable(register: Register | None, day: date, *, rows: int = 0) -> Usable:
    """What of *register* can be counted on *day*; of one that cannot be read (None) nothing, of so many *rows*."""
    if register is None:
        return Usable(day, rows)
    found, of_sheet = register.activiteiten, register.rows_of(ACTIVITEITEN.name)
    status = found["status"]
    themed = set(register.themas.loc[register.themas["thema"] != v.ONBEKEND, "activiteit"])
    themed |= set(found.loc[found["netwerkthema"].eq(True).astype(bool), "id"])
    return Usable(
        day,
        rows=of_sheet.counted + of_sheet.left_out,
        counted=of_sheet.counted,
        active=int(active_on(found, day, status_of=register.status_of).sum()),
        placed=int((found["plaats"] != v.ZONDER).sum()),
        with_status=int((status.notna() & (status != v.ONBEKEND)).sum()),
        with_theme=int(found["id"].isin(themed).sum()),
    )
