"""What a cell of a workbook or csv may hold, so that nothing runs and every program can open it. Leaf module."""

from __future__ import annotations

import re
from collections.abc import Hashable
from typing import Any

Row = dict[Hashable, Any]
"""The cells of a row by column, as ``to_dict("records")`` of a frame gives them."""

CELL_LENGTH = 32_767  # characters in a cell, Excel's limit

# What XML 1.0 cannot hold (production 2, Char): control characters, lone surrogates, U+FFFE and U+FFFF.
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# A spreadsheet runs what begins like this, its full-width twins and spaces before it included (OWASP, CSV injection).
_RUNS = re.compile(r"^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r]")


def storable(text: str) -> str:
    """*text* without the characters that a workbook cannot hold, cut at the length of a cell (in UTF-16, as Excel)."""
    text = _NOT_XML.sub("", text)[:CELL_LENGTH]
    units = len(text.encode("utf-16-le")) // 2
    return text if units <= CELL_LENGTH else text.encode("utf-16-le")[: 2 * CELL_LENGTH].decode("utf-16-le", "ignore")


def runs(text: str) -> bool:
    """Whether a spreadsheet could take *text* for a formula when it opens a csv or someone edits the cell."""
    return _RUNS.match(text) is not None


def inert(text: str) -> str:
    """*text* as a csv may hold it: storable, and behind an apostrophe when a spreadsheet could run it."""
    text = storable(text)
    return f"'{text}" if runs(text) else text
