"""Who and what is named in a letter: activities and partners with what they do, and what is new."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import Any

import pandas as pd

from lrn import texts
from lrn import vocabulary as v
from lrn.export.slides.boxes import Box
from lrn.export.slides.facts import LinkedFacts
from lrn.export.slides.fit import Paragraph, shorten, width
from lrn.export.slides.page import Page, clean
from lrn.measures.rows import introduced

_SIZE = 8.5
_LINES = 3
_NAMED = 3  # new activities by name; the others are counted


def beside(page: Page, box: Box, facts: LinkedFacts) -> None:
    """The activities on the left of *box* and the partners on the right, each with what is done."""
    left, right = box.columns(1, 1, gap=0.5)
    rows = introduced.activities(facts.selected).to_dict("records")
    several = facts.selected.activiteiten["gemeente"].nunique() > 1
    done = [(str(row["naam"]), _of_activity(row, several), _text(row["omschrijving"])) for row in rows]
    _list(page, left, "Wat er gebeurt", done, len(facts.selected.activiteiten), "activiteit", "activiteiten")
    partners = introduced.partners(facts.selected).to_dict("records")
    add = [
        (str(row["naam"]), _of_partner(row), _text(row["meerwaarde"]) or f"doet mee in ‘{row['activiteit']}’")
        for row in partners
    ]
    _list(page, right, "Wie er meedoen", add, facts.totals.partners, "partner", "partners")


def _list(
    page: Page, box: Box, heading: str, told: Sequence[tuple[str, str, str]], amount: int, one: str, many: str
) -> None:
    if not told:
        return
    room = box.points[0] / page.house.stretch
    lines = [Paragraph(heading, bold=True, scale=1.25, after=0.3)]
    for name, about, text in told:
        first = shorten(clean(name), _SIZE, room * 1.2, bold=True)
        left = _LINES * room - width(first, _SIZE, bold=True) - room * 0.15  # a line ends before the edge
        about = f"({about}){':' if text else ''}" if about else ""
        said = shorten(clean(f"{about} {text}"), _SIZE, max(left, room * 0.5))
        lines.append(Paragraph(said, first if about or not text else f"{first}:", after=0.35))
    if rest := amount - len(told):
        lines.append(Paragraph(f"En nog {texts.count(rest, one, many)}.", after=0))
    page.text(box, lines, name=heading, sizes=(_SIZE, 8, 7.5, 7, 6.5))


def _of_activity(row: Mapping[Hashable, Any], several: bool) -> str:
    form, place = row["vorm"], row["gemeente"]
    told = [_within(v.VORMEN.label(form)) if form in v.VORMEN.codes and form != "anders" else ""]
    told.append(v.GEMEENTE[place].naam if several and place in v.GEMEENTE else "")
    return ", ".join(filter(None, told))


def _of_partner(row: Mapping[Hashable, Any]) -> str:
    kind = row["soort"]
    told = [_within(v.PARTNERSOORTEN.label(kind)) if kind in v.PARTNERSOORTEN.codes else ""]
    return ", ".join(filter(None, [*told, texts.activities(row["aantal"])]))


def _within(label: str) -> str:
    """*label* within a sentence: a name of capitals (CIV) keeps them."""
    return label if label.split()[0].isupper() else label[:1].lower() + label[1:]


def _text(value: Any) -> str:
    return "" if pd.isna(value) else str(value)


def new(facts: LinkedFacts) -> list[Paragraph]:
    """What began since the day that is compared with; nothing without one."""
    if facts.before is None:
        return []
    since = facts.before.earlier.day
    found = introduced.begun(facts.selected, since)["naam"].tolist()
    label = f"Nieuw sinds {texts.long_date(since)}:"
    if not found:
        return [Paragraph("geen activiteiten.", label)] if len(facts.selected.activiteiten) else []
    rest = len(found) - _NAMED
    told = [f"‘{clean(name)}’" for name in found[:_NAMED]] + ([f"nog {texts.number(rest)}"] if rest > 0 else [])
    return [Paragraph(f"{texts.listing(told)}.", label)]
