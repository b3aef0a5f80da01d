"""What a cell was understood to be, and what there is to say about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from lrn.register.rules import Rule

EMPTY = "(leeg)"
"""A suggestion: what was typed says that there is nothing to say, the cell is better empty."""


class Remark(NamedTuple):
    """What is wrong by a rule, in Dutch, and the value that was probably meant ("" when unknown).

    ``sure``: a rule gives the suggestion; otherwise it only looks like what was typed. ``part`` is the part of the cell
    that it is about; None is all of it, "" that the remark does not hang on what was typed.
    """

    rule: Rule
    message: str
    suggestion: str = ""
    sure: bool = False
    part: str | None = None


class Read(NamedTuple):
    """What a cell was understood to be. ``value`` is None for an empty cell."""

    value: Any
    remarks: tuple[Remark, ...] = ()


def short(text: str, length: int = 60) -> str:
    """*text* on one line, cut off at *length* characters, for a sentence."""
    text = " ".join(text.split())
    return text if len(text) <= length else text[: length - 1] + "…"
