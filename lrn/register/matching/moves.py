"""A place that stands in the column of the other kind of place: a choice for its value that has it moved there."""

from __future__ import annotations

from typing import NamedTuple

from lrn import vocabulary as v
from lrn.register import columns as c
from lrn.register.values.terms import code_of
from lrn.terms import Vocabulary

_REGION, _MUNICIPALITY = "Regio: ", "Gemeente: "


class Move(NamedTuple):
    """Where a value goes: the contract's heading of another column, and what stands there then (of its ``names``)."""

    header: str
    text: str
    names: Vocabulary

    def is_said_by(self, text: str) -> bool:
        """Whether *text* is the same place."""
        return code_of(self.names, text) == code_of(self.names, self.text)


def as_choice(sheet: c.Sheet, column: c.Column, value: str) -> str:
    """The choice for *value* in *column* that has it moved ("Regio: Midden-Holland"); "" when it belongs nowhere
    else on *sheet*."""
    if not (there := _there(sheet, column)):
        return ""
    prefix, _, names = there
    code = code_of(names, value)
    return f"{prefix}{names.label(code)}" if code and code != v.ELDERS else ""


def move(sheet: c.Sheet, column: c.Column, choice: str) -> Move | None:
    """What *choice* for a value in *column* has moved; None when it is a value of that very column."""
    there = _there(sheet, column)
    if not there or not choice.casefold().startswith(there[0].casefold()):
        return None
    prefix, header, names = there
    code = code_of(names, choice[len(prefix) :])
    return Move(header, names.label(code), names) if code and code != v.ELDERS else None


def _there(sheet: c.Sheet, column: c.Column) -> tuple[str, str, Vocabulary] | None:
    """How a choice for the other kind of place begins, the heading of its column on *sheet*, and its names."""
    others = {
        c.Kind.MUNICIPALITY: (_REGION, c.Kind.REGION, v.REGIO_NAMEN),
        c.Kind.REGION: (_MUNICIPALITY, c.Kind.MUNICIPALITY, v.municipality_vocabulary()),
    }
    if column.kind not in others:
        return None
    prefix, kind, names = others[column.kind]
    return next(((prefix, other.header, names) for other in sheet.columns if other.kind is kind), None)
