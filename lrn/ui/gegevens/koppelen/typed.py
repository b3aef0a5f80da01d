"""*Koppelen*, a value that is typed instead of chosen: where that can be, and only what the column's reader takes."""

from __future__ import annotations

from lrn.register.columns import SHEETS, Column, Kind
from lrn.register.matching.groups import EMPTY, Group
from lrn.register.model import Severity
from lrn.register.values.cell import reader
from lrn.register.values.remark import Remark

# Of these all that is understood is in the list.
_IN_THE_LIST = (Kind.TERM, Kind.FLAG, Kind.REGION)
_EXAMPLE = "Bijvoorbeeld"


def offered(group: Group) -> bool:
    """Whether something else than what is listed can be typed for *group*."""
    column = _column(group)
    return bool(group.cells) and column is not None and column.kind not in _IN_THE_LIST


def example(group: Group) -> str:
    """An example of what can be typed, as the template has it; "" when there is none."""
    column = _column(group)
    _, found, told = column.uitleg.rpartition(_EXAMPLE) if column else ("", "", "")
    return f"{_EXAMPLE.lower()} {told.strip(': .')}" if found else ""


def understood(group: Group, text: str) -> tuple[str, str]:
    """The choice that *text* is for *group*, and "" — or "" and a Dutch sentence why it cannot be taken."""
    column, text = _column(group), text.strip()
    if not text or column is None:
        return "", ""
    read = reader(column)(text)
    if problem := next((remark for remark in read.remarks if remark.rule.severity is not Severity.OPMERKING), None):
        return "", _told(problem)
    if read.value is None:  # it says that there is nothing to say
        return (EMPTY, "") if EMPTY in group.choices else ("", f"{column.header} kan niet leeg blijven.")
    return text, ""


def _told(remark: Remark) -> str:
    asked = f" Bedoelt u {remark.suggestion}?" if remark.suggestion and remark.suggestion not in remark.message else ""
    return f"{remark.message.rstrip('.')}.{asked}"


def _column(group: Group) -> Column | None:
    columns = [column for sheet in SHEETS if sheet.name == group.sheet for column in sheet.columns]
    return next((column for column in columns if column.header == group.column), None)
