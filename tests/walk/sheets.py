"""What the workbook of a selection holds: its sheets with figures, and how many rows the others have."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

import openpyxl

from tests.tables import tables
from tests.walk.figures import NOT_CHOSEN, chosen, crossing, meaning, over, same_share
from tests.walk.network_page import rules
from tests.walk.partners import SIDES, VALUES, adding
from tests.walk.recount import NETWORK
from tests.walk.sentences import since
from tests.walk.words import About, long_date, year_before

Rows = list[tuple[Any, ...]]


def hold(t: About, made: bytes) -> Iterator[str]:
    """What is wrong with the figures of the workbook *made* of a selection."""
    for name, told in tables(openpyxl.load_workbook(io.BytesIO(made))).items():
        rows = [row for row in told if any(cell is not None for cell in row)]
        yield from (f"table {name}: {problem}" for problem in _sheet(t, name, rows))


def _sheet(t: About, name: str, rows: Rows) -> Iterator[str]:
    if name in ("Activiteiten", "Partners", "Verbindingslijnen"):
        expected = t.n(name.lower())
        if len(rows) - 1 != expected:
            yield f"{len(rows) - 1} rows, counted {expected}"
    elif name == "Deelnames":
        ids = {a.id for a in t.count.selected(t.query)}
        if len(rows) - 1 != sum(activity in ids for activity, _, _ in t.count.takes_part):
            yield f"{len(rows) - 1} rows"
    elif name == "Selectie":
        yield from _about(t, {str(label): cell for label, cell, *_ in rows})
    elif name == "Kerncijfers":
        yield from _key_figures(t, dict(row[:2] for row in rows[1:]))
    elif name == "Verloop per kwartaal":
        for quarter, day, *told in rows[1:]:
            expected = [t.on(day.date()).n(), over(t, day.date())]
            if told[:2] != expected:
                yield f"{quarter} is {told}, counted {expected}"
    else:
        yield from _table(t, name, rows)


def _key_figures(t: About, told: dict[str, Any]) -> Iterator[str]:
    n, on_theme = t.n(), t.n(thema=NETWORK)
    expected = {
        "Activiteiten in deze selectie": n,
        "Activiteiten in het register": len(t.count.activities),
        "Rijen die niet meetellen": t.count.typed["Activiteiten"] - len(t.count.activities),
        "Partners": t.n("partners"),
        "Verbindingslijnen": t.n("verbindingslijnen"),
        "Op het netwerkthema": on_theme,
        "Afgerond of gestopt zonder Einde: telt op geen enkele dag mee": t.on(None).n(zonder_einde="ja"),
    }
    if t.peildatum:
        came, went = since(t)
        day = year_before(t.peildatum)
        expected[f"Activiteiten, een jaar eerder ({long_date(day)})"] = t.on(day).n()
        expected |= {"Intussen erbij": came, "Intussen voorbij": went}
    for label, figure in told.items():
        if label == "Aandeel op het netwerkthema":
            if not same_share(figure, on_theme, n):
                yield f"{label} is {figure}, counted {on_theme} of {n}"
        elif label not in expected:
            yield f"no rule knows {label!r}"
        elif figure != expected[label]:
            yield f"{label} is {figure}, counted {expected[label]}"


_HEADINGS = {
    "Per regio": "Regio",
    "Per gemeente": "Gemeente",
    "Per ingrediënt": "Ingrediënt",
    "Per thema": "Thema",
    "Ingrediënt per regio": "Ingrediënt",
    "Thema per regio": "Thema",
    "Ingrediënt per gemeente": "Ingrediënt",
    "Thema per gemeente": "Thema",
    "Soort partner per regio": "Soort partner",
    "Soort partner per gemeente": "Soort partner",
    "Partners per soort": "Soort partner",
    "Verbindingslijnen per vorm": "Vorm",
}


def _table(t: About, name: str, rows: Rows) -> Iterator[str]:
    head, *body = rows
    if name == "Meerwaarde over en weer":
        yield from _values(t, body)
        return
    if name not in _HEADINGS or _HEADINGS[name] not in head:
        yield f"no rule knows a sheet of {head}"
        return
    heading = head.index(_HEADINGS[name])
    counted = {"Soort partner": "partners", "Vorm": "verbindingslijnen"}.get(_HEADINGS[name], "activiteiten")
    for row in body:
        where = meaning(_HEADINGS[name], row[heading])
        for column, cell in zip(head, row, strict=False):
            if column in (_HEADINGS[name], "CBS-code", "Nr"):
                continue
            if column == "Aandeel":
                if not same_share(cell, t.n(counted, **where), t.n(counted)):
                    yield f"{column} of {row[heading]} is {cell}"
                continue
            there = where | (
                crossing(column) if name.startswith(("Ingrediënt per", "Thema per", "Soort partner per")) else {}
            )
            then = column.startswith("Activiteiten, een jaar eerder") and t.peildatum
            seen = t.on(year_before(t.peildatum)) if then else t
            of = "partners" if column == "Partners" else counted
            expected: Any = seen.n(of, **there) if chosen(t, there) else NOT_CHOSEN
            if cell != expected:
                yield f"{column} of {row[heading]} is {cell}, counted {expected}"


def _values(t: About, rows: Rows) -> Iterator[str]:
    """What each side adds."""
    for label, side, n, share in rows:
        value = next(each for each in VALUES[SIDES[side]] if each.lower() == label.lower())
        expected = adding(t, SIDES[side], value)
        if n != expected or not same_share(share, expected, t.n()):
            yield f"{side}, {label} is {n} ({share}), counted {expected}"


def _about(t: About, told: dict[str, Any]) -> Iterator[str]:
    expected = t.described.rsplit(" · ", 1)[0]
    if told.get("Selectie") not in (expected, "Selectie") and told.get("Selectie") != expected:
        yield f"the selection is called {told.get('Selectie')!r}, not {expected!r}"
    if told.get("Rijen die niet meetellen") != t.count.typed["Activiteiten"] - len(t.count.activities):
        yield "the rows that are left out are another number"
    yield from rules.hold(t, str(told.get("Activiteiten", "")))
    for label, words in told.items():
        if isinstance(words, str) and not label.startswith(
            ("Definitie", "Link", "Register", "Activiteiten", "Aandelen")
        ):
            found = re.findall(r"\d+", words)
            if found and label not in ("Selectie",):
                yield f"no rule knows {label!r}: {words!r}"
