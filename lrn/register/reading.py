"""What a cell was understood to be, and what there is to say about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Remark:
    """What is wrong with a value, in Dutch, and the value that was probably meant ("" when unknown)."""

    message: str
    suggestion: str = ""
    weight: str = "waarschuwing"


@dataclass(frozen=True)
class Read:
    """What a cell was understood to be. ``value`` is None for an empty cell."""

    value: Any
    remarks: tuple[Remark, ...] = ()


def short(text: str, length: int = 60) -> str:
    """*text* on one line, cut off at *length* characters, for a sentence."""
    text = " ".join(text.split())
    return text if len(text) <= length else text[: length - 1] + "…"
