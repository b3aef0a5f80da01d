"""Which column of a sheet is which of the contract: by what it is called and by what stands in it.

What a column is called and what stands in it each give points; of all ways to give every column at most one target, and
every target at most one column, the one with the most points is taken. How sure that is follows from whether the two
agree, and whether another column or another target would do nearly as well.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np

from lrn.register import columns as c
from lrn.register.matching.column_sample import ColumnSample, Fit
from lrn.register.matching.fits import alike_in_order, fit
from lrn.register.matching.model import PARTNER_NAMES, Certainty
from lrn.register.matching.synonyms import ALIKE, WEAK, is_about_other, is_of_partner, is_own, meanings

NEAR = 0.2  # points; what differs less is as good
LEAST = 0.45  # points that a column and a target must have together

# What the values of a column can prove by themselves, and how much of a proof it is: many columns hold a yes or no.
_PROOF: dict[str, Mapping[str, float]] = {
    c.ACTIVITEITEN.name: {
        **dict.fromkeys(("gemeente", "status", "vorm", "themas", "niveaus", "email", "ingredienten"), 1.0),
        **dict.fromkeys(("regio", "samenwerkingsvorm", "rol", "meerwaarde_mborijnland", "meerwaarde_partners"), 0.95),
        **dict.fromkeys(("id", "breedtegraad", "lengtegraad", "betrokkenen", "deelname", "naam"), 0.7),
        **dict.fromkeys(("start", "einde", "bijgewerkt", "netwerkthema", "omschrijving", PARTNER_NAMES), 0.5),
    },
    c.PARTNERS.name: {"soort": 1.0, "gemeente": 1.0, "schaal": 0.95, "naam": 0.7, "id": 0.7},
    c.DEELNAMES.name: {"rol": 0.95},
    c.VERBINDINGSLIJNEN.name: {"vorm": 1.0, "id": 0.7, "sinds": 0.5},
}
_SURE_PROOF = 0.9


class Candidate(NamedTuple):
    """A column that nothing is decided about: its position, heading, and what stands in it."""

    position: int
    heading: str
    found: ColumnSample


class Match(NamedTuple):
    """What a column is taken for, or could be: a field or ``PARTNER_NAMES``; how sure, and why in Dutch."""

    field: str
    certainty: Certainty
    why: str


class _Option(NamedTuple):
    name: float
    fit: Fit | None
    points: float


def header_of(sheet: c.Sheet, field: str) -> str:
    """What a ``SheetMatch`` calls *field*."""
    return field if field == PARTNER_NAMES else sheet.column(field).header


def assign(
    sheet: c.Sheet, candidates: Sequence[Candidate], free: Sequence[str], cells: Mapping[int, Sequence[str]]
) -> dict[int, Match]:
    """By position what each of *candidates* is, of the fields in *free*. *cells* are those of the columns."""
    options = {candidate.position: found for candidate in candidates if (found := _options(sheet, candidate, free))}
    chosen = _best(options, free)
    _in_order(chosen, options, cells)
    if PARTNER_NAMES in chosen.values():  # more columns may be that: Partner 1, Partner 2
        chosen |= {
            position: PARTNER_NAMES
            for position, found in options.items()
            if position not in chosen and PARTNER_NAMES in found and found[PARTNER_NAMES].name > ALIKE
        }
    return {position: _judged(sheet, position, field, options, chosen) for position, field in chosen.items()}


def _options(sheet: c.Sheet, candidate: Candidate, free: Sequence[str]) -> dict[str, _Option]:
    names = {field: level for field, level in meanings(sheet, candidate.heading).items() if field in free}
    proofs = _PROOF[sheet.name]
    least = 0.0  # that a proof without a word for it must be: what is called something else is no name or ID
    if is_own(candidate.heading) or (sheet is c.ACTIVITEITEN and is_of_partner(candidate.heading)):
        least = 2.0
    elif max(names.values(), default=0.0) >= ALIKE:
        least = _SURE_PROOF
    found: dict[str, _Option] = {}
    for field in [field for field in free if field in names or field in proofs]:
        name, seen = names.get(field, 0.0), fit(sheet, field, candidate.found)
        if not name and (proofs[field] < least or not (seen and seen.proves)):
            continue
        if not name and field == "id" and is_about_other(sheet, candidate.heading):
            continue
        points = name
        if seen and seen.proves:
            points += proofs.get(field, 0.5)
        elif seen and seen.agrees:
            points += 0.2 + 0.5 * seen.share
        elif seen and seen.denies:
            points -= 0.5
        if points >= LEAST:
            found[field] = _Option(name, seen, points)
    return found


def _best(options: dict[int, dict[str, _Option]], free: Sequence[str]) -> dict[int, str]:
    """The targets with the most points together, by position (Kuhn and Munkres, by shortest augmenting paths)."""
    positions = list(options)
    fields = [field for field in free if any(field in found for found in options.values())]
    if not positions:
        return {}
    # A row for each target; after the columns come as many of nothing, so that a target may stay without.
    cost = np.zeros((len(fields), len(positions) + len(fields)))
    for across, position in enumerate(positions):
        for field, option in options[position].items():
            # Where two are as good it is what the contract, and then what the sheet has first.
            row = fields.index(field)
            cost[row, across] = -option.points + 1e-4 * row + 1e-7 * across
    rows = _cheapest(cost)
    return {
        positions[across]: fields[row]
        for row, across in sorted(enumerate(rows), key=lambda pair: pair[1])
        if across < len(positions) and cost[row, across] < 0
    }


def _cheapest(cost: np.ndarray) -> list[int]:
    """For each row of *cost* a column of its own, so that their sum is the least. It has at least as many columns."""
    height, width = cost.shape
    of_row, of_column = np.zeros(height + 1), np.zeros(width + 1)
    row_at, before = np.zeros(width + 1, dtype=int), np.zeros(width + 1, dtype=int)
    for row in range(1, height + 1):
        row_at[0], at = row, 0
        least, used = np.full(width + 1, np.inf), np.zeros(width + 1, dtype=bool)
        while row_at[at]:
            used[at] = True
            here = row_at[at]
            reduced = cost[here - 1] - of_row[here] - of_column[1:]
            nearer = ~used[1:] & (reduced < least[1:])
            least[1:][nearer], before[1:][nearer] = reduced[nearer], at
            following = int(np.argmin(np.where(used, np.inf, least)[1:])) + 1
            step = least[following]
            of_row[row_at[used]] += step
            of_column[used] -= step
            least[~used] -= step
            at = following
        while at:
            row_at[at] = row_at[before[at]]
            at = before[at]
    return [row_at[1:].tolist().index(row) for row in range(1, height + 1)]


def _in_order(
    chosen: dict[int, str], options: dict[int, dict[str, _Option]], cells: Mapping[int, Sequence[str]]
) -> None:
    """Change Start and Einde about where nothing but their order can tell them apart."""
    by_field = {field: position for position, field in chosen.items()}
    if "start" not in by_field or "einde" not in by_field:
        return
    start, end = by_field["start"], by_field["einde"]
    if max(options[start]["start"].name, options[end]["einde"].name) > WEAK:
        return
    if not alike_in_order(cells[start], cells[end]) and alike_in_order(cells[end], cells[start]):
        options[start].setdefault("einde", options[start]["start"])
        options[end].setdefault("start", options[end]["einde"])
        chosen[start], chosen[end] = "einde", "start"


def _judged(
    sheet: c.Sheet,
    position: int,
    field: str,
    options: dict[int, dict[str, _Option]],
    chosen: Mapping[int, str],
) -> Match:
    option = options[position][field]
    others = [
        found.points for other, found in options[position].items() if other != field and other not in chosen.values()
    ]
    rivals = [
        found[field].points
        for other, found in options.items()
        if other != position and other not in chosen and field in found
    ]
    doubtful = max(others, default=0) > option.points - NEAR
    if field not in ("id", PARTNER_NAMES):  # of two columns with marks either does; names of partners stand in both
        doubtful |= max(rivals, default=0) > option.points - NEAR
    certainty = Certainty.SURE if _alone(sheet, field, option) and not doubtful else Certainty.ASKED
    return Match(field, certainty, _why(sheet, field, option))


def _alone(sheet: c.Sheet, field: str, option: _Option) -> bool:
    """Whether name and values together say for certain what a column is, when nothing else answers."""
    name, seen = option.name, option.fit
    if name > ALIKE:
        return not (seen and seen.denies)
    if name == ALIKE:
        return bool(seen and seen.agrees)
    proof = _PROOF[sheet.name].get(field, 0.0)
    if name:
        return bool(seen and (seen.proves or seen.share >= 0.6) and proof >= 0.7)
    return proof >= _SURE_PROOF or field in ("naam", "id")


def _why(sheet: c.Sheet, field: str, option: _Option) -> str:
    """In a few Dutch words why a column is taken for *field*."""
    header = "namen van partners" if field == PARTNER_NAMES else header_of(sheet, field)
    said = ""
    if option.name:
        said = f"kop lijkt op {header}" if option.name >= ALIKE else f"kop kan {header} zijn"
    if option.fit is None or not (option.fit.agrees or option.fit.denies):
        return said
    if option.fit.denies:
        return f"{said}, maar de waarden niet"
    return ", ".join(filter(None, (said, option.fit.why if option.fit.fitting > 1 else "")))
