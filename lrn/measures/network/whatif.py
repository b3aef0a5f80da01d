"""What if: changes that a visitor imagines, and the register as it would be with them.

An imagined register is like any other, so that every measure counts it. It is for one visitor and one moment: nothing
here writes it anywhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from lrn import texts
from lrn import vocabulary as v
from lrn.measures.network import graph
from lrn.measures.themes import NETWERK, theme_label
from lrn.register.model import Register
from lrn.register.values.personal import without_addresses

IMAGINED = "bedacht"
"""What is said of whatever is imagined, and how its ID begins."""


@dataclass(frozen=True)
class NewActivity:
    """An activity that is not there: ``nr`` tells imagined ones apart, ``gemeente`` is a GM code.

    ``themas`` are codes of :data:`lrn.measures.themes.ALL_THEMES`, ``ingredienten`` numbers.
    """

    nr: int
    naam: str
    gemeente: str
    themas: tuple[str, ...] = ()
    ingredienten: tuple[int, ...] = ()

    @property
    def id(self) -> str:
        """Its ID in the imagined register."""
        return imagined_id(self.nr)


@dataclass(frozen=True)
class NewPartner:
    """A partner that is not there, of a kind (a code), that takes part in ``activiteiten`` (IDs)."""

    nr: int
    naam: str
    soort: str
    activiteiten: tuple[str, ...]

    @property
    def id(self) -> str:
        """Its ID in the imagined register."""
        return imagined_id(self.nr)


@dataclass(frozen=True)
class TakesPart:
    """A partner (ID) that takes part in more ``activiteiten`` (IDs)."""

    partner: str
    activiteiten: tuple[str, ...]


@dataclass(frozen=True)
class NewLine:
    """A line between two activities (IDs)."""

    van: str
    naar: str


@dataclass(frozen=True)
class Without:
    """A partner (ID) that is no longer there."""

    partner: str


Change = NewActivity | NewPartner | TakesPart | NewLine | Without
ORDER = (NewActivity, NewPartner, TakesPart, NewLine, Without)
"""In which order changes are made: what comes later builds on what is there by then."""


def imagined_id(nr: int) -> str:
    """The ID of imagined activity or partner *nr*; no row of a workbook has it, as IDs are read in capitals."""
    return f"{IMAGINED}-{nr}"


def next_nr(changes: Iterable[Change]) -> int:
    """The first number that no imagined activity or partner of *changes* has."""
    taken = {change.nr for change in changes if isinstance(change, NewActivity | NewPartner)}
    return next(nr for nr in range(1, len(taken) + 2) if nr not in taken)


# ── The register as it would be ──────────────────────────────────────────────────────────────────────────────


def imagine(register: Register, changes: Sequence[Change]) -> Register:
    """*register* as it would be with *changes* that are possible there; *register* itself stays as it is.

    An imagined activity is actief whatever the day, and an imagined line is there from the start. Their names end with
    "(bedacht)", and ``rij`` is 0: they stand in no workbook. A partner that is taken away takes part in nothing.
    """
    for kind in ORDER:
        for change in changes:
            if isinstance(change, kind):
                register = _with(register, change)
    return register


def _with(register: Register, change: Change) -> Register:
    match change:
        case NewActivity():
            row = {
                "id": change.id,
                "naam": f"{change.naam} ({IMAGINED})",
                "gemeente": change.gemeente,
                "plaats": v.place_of_municipality(change.gemeente),
                "status": "actief",
                "netwerkthema": NETWERK in change.themas,
            }
            themes = [{"activiteit": change.id, "thema": code} for code in change.themas if code != NETWERK]
            numbers = [{"activiteit": change.id, "nr": nr} for nr in change.ingredienten]
            return replace(
                register,
                activiteiten=_more(register.activiteiten, [row]),
                themas=_more(register.themas, themes),
                ingredienten=_more(register.ingredienten, numbers),
            )
        case NewPartner():
            row = {"id": change.id, "naam": f"{change.naam} ({IMAGINED})", "soort": change.soort}
            with_it = replace(register, partners=_more(register.partners, [row]))
            return _taking_part(with_it, change.id, change.activiteiten)
        case TakesPart():
            return _taking_part(register, change.partner, change.activiteiten)
        case NewLine():
            lines = register.verbindingslijnen
            ends = {"van_soort": graph.ACTIVITEIT, "van": change.van, "naar_soort": graph.ACTIVITEIT}
            row = {"id": imagined_id(len(lines)), **ends, "naar": change.naar}
            return replace(register, verbindingslijnen=_more(lines, [row]))
        case Without():
            return replace(
                register,
                partners=register.partners[register.partners["id"] != change.partner],
                deelnames=register.deelnames[register.deelnames["partner"] != change.partner],
            )


def _taking_part(register: Register, partner: str, activities: tuple[str, ...]) -> Register:
    there = register.deelnames
    already = set(there.loc[there["partner"] == partner, "activiteit"])
    rows = [{"activiteit": identity, "partner": partner} for identity in activities if identity not in already]
    return replace(register, deelnames=_more(there, rows))


def _more(frame: pd.DataFrame, rows: list[dict[str, Any]]) -> pd.DataFrame:
    """*frame* with *rows* below it, each column as it was; what a row does not name is missing, and ``rij`` is 0."""
    if not rows:
        return frame
    added = pd.DataFrame(rows, dtype=object).reindex(columns=frame.columns)
    if "rij" in added:
        added["rij"] = 0
    missing = added.astype(object).where(added.notna(), None)
    return pd.concat([frame, missing.astype(frame.dtypes.to_dict())], ignore_index=True)


# ── In words ─────────────────────────────────────────────────────────────────────────────────────────────────


def told(register: Register, changes: Sequence[Change]) -> list[str]:
    """Each of *changes* to *register* in Dutch."""
    whole = imagine(register, [change for change in changes if not isinstance(change, Without)])
    return [_say(change, whole) for change in changes]


def _say(change: Change, register: Register) -> str:
    match change:
        case NewActivity():
            themes = texts.listing(theme_label(code).lower() for code in change.themas)
            named = texts.some([v.INGREDIENT[nr].kort for nr in change.ingredienten], most=3)
            told = [f"Nieuwe activiteit: {change.naam} in {v.GEMEENTE[change.gemeente].naam}"]
            told += [f"over {themes}"] if themes else []
            return ", ".join([*told, *([f"met {named}"] if named else [])])
        case NewPartner():
            kind = v.PARTNERSOORTEN.label(change.soort)
            return f"Nieuwe partner: {change.naam} ({kind}), bij {_named(register.activiteiten, change.activiteiten)}"
        case TakesPart():
            partner = _named(register.partners, [change.partner])
            return f"{partner} doet ook mee aan {_named(register.activiteiten, change.activiteiten)}"
        case NewLine():
            ends = [_named(register.activiteiten, [end]) for end in (change.van, change.naar)]
            return f"Lijn tussen {texts.listing(ends)}"
        case Without():
            return f"Zonder {_named(register.partners, [change.partner])}"


def _named(frame: pd.DataFrame, ids: Sequence[str]) -> str:
    names = dict(zip(frame["id"], frame["naam"], strict=True))
    return texts.some([without_addresses(names.get(identity, identity)) for identity in ids], most=3)
