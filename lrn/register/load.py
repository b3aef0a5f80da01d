"""The one call that the rest of the product needs: a path in, a register out."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from lrn.register.check import build
from lrn.register.model import Register
from lrn.register.read import find_source, read_texts

SAMPLE = Path(__file__).resolve().parents[2] / "data" / "register.xlsx"


def load(path: Path, *, today: date | None = None) -> Register:
    """The register at *path* (.xlsx, .xls, .ods or a folder of .csv files).

    Raises :class:`~lrn.register.model.Unreadable` with one Dutch sentence when it cannot be read.
    """
    source = find_source(path)
    return build(read_texts(path), source, today or date.today())
