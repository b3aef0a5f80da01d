"""Names of files that leave the dashboard: what it is, of which selection, and of when."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from lrn.selection import Selection

LONGEST = 60  # characters of a part; Windows has trouble with long paths


def file_name(what: str, ending: str, *, day: date, selection: Selection | None = None) -> str:
    """For example "activiteiten per ingredient - Holland Rijnland - 2026-11-24.svg".

    *day* is when the register was checked, for what is counted whatever the date; a selection with a peildatum is of
    that day. Only letters without accents, figures and a few marks that every file system and mail program takes.
    """
    parts = [plain(what[:1].lower() + what[1:]) or "overzicht"]
    if selection is not None:
        parts.append(_of(selection))
        day = selection.peildatum or day
    return f"{' - '.join([*parts, day.isoformat()])}.{ending}"


def _of(selection: Selection) -> str:
    *chosen, when = selection.phrases()
    told = chosen if selection.peildatum else [*chosen, when]
    words = ", ".join(filter(None, map(plain, told)))
    return words if len(words) <= LONGEST else "eigen selectie"


def plain(text: str) -> str:
    """*text* as far as it can be in the name of a file; perhaps ""."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return " ".join(re.sub(r"[^A-Za-z0-9() -]+", " ", re.sub(r"['’‘]", "", bare)).split())[:LONGEST].strip()
