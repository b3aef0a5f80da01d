"""Where the register itself shows an ingredient, beside where it is named: an invitation to complete a row.

| nr | the register shows it when |
|---|---|
| 1 | a theme (or Netwerkthema ja) and an Omschrijving are given |
| 2 | partners of two or more kinds take part (Deelnames, with the Soort of each partner) |
| 3 | two or more Niveaus are given, and Betrokkenen |
| 4 | its place is known, from Gemeente or Arbeidsmarktregio |
| 5 | a Verbindingslijn leaves or reaches it |
| 6 | the Samenwerkingsvorm or an Opbrengst is given |
| 7 | a partner's Meerwaarde is given (Deelnames), or that of both sides (Meerwaarde mboRijnland and partners) |
| 8 | Netwerkthema is ja, or mboRijnland adds something for the labour market (``v.MEERWAARDE_ARBEIDSMARKT``) |
| 9 | an Opbrengst is given, or a form of doing (``v.VORMEN_VAN_DOEN``) with status actief or afgerond |
| 10 | Meerwaarde mboRijnland is given |
| 11 | Meerwaarde partners is given |

A value that was not understood shows nothing. Source: the ingredients of the vision paper, read against the columns
of the workbook; ``te_zien_<nr>`` of :data:`lrn.texts.DEFINITIONS` says the same to visitors.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import pandas as pd

from lrn import texts
from lrn import vocabulary as v
from lrn.filters import on_network_theme
from lrn.register.columns import ACTIVITEITEN, DEELNAMES, VERBINDINGSLIJNEN
from lrn.register.model import Register

PARTS: dict[str, tuple[str, str]] = {
    "beide": ("ingredient", "te_zien"),
    "alleen_genoemd": ("ingredient", "niet_te_zien"),
    "alleen_te_zien": ("te_zien", "niet_genoemd"),
}
"""How naming and showing meet, and the conditions of :mod:`lrn.measures.rows.evidence` that each stands for."""


@dataclass(frozen=True)
class Sign:
    """One thing that shows an ingredient: where in the workbook it stands, and which activities have it.

    ``fields`` are columns with one value: where all are filled in, and say something else, there is nothing to
    complete.
    """

    waar: str
    there: Callable[[Register], pd.Series]
    fields: tuple[str, ...] = ()

    def open(self, register: Register) -> pd.Series:
        """In which activities it can be completed; a boolean series."""
        frame = register.activiteiten
        if not self.fields:
            return pd.Series(True, index=frame.index)
        return ~pd.concat([_filled(frame[field]) for field in self.fields], axis=1).all(axis=1)


@dataclass(frozen=True)
class SupportRule:
    """What shows an ingredient: any one of the *signs*, or all of them. ``toont`` is what they show, in Dutch."""

    toont: str
    signs: tuple[Sign, ...]
    needs_all: bool = False


def _among(ids: Iterable[str], register: Register) -> pd.Series:
    return register.activiteiten["id"].isin(ids)


def _filled(column: pd.Series) -> pd.Series:
    return column.notna() & column.ne(v.ONBEKEND).fillna(False)


def _given(field: str) -> Sign:
    """A column of the activities with one value is filled in and understood."""
    return Sign(ACTIVITEITEN.column(field).header, lambda register: _filled(register.activiteiten[field]))


def _values(register: Register, field: str) -> pd.DataFrame:
    """The understood values of a column with several in a cell: activiteit, veld, waarde."""
    known = register.kenmerken[register.kenmerken["veld"] == field]
    return known[known["waarde"] != v.ONBEKEND]


def _several(field: str, *, at_least: int = 1, among: tuple[str, ...] | None = None) -> Sign:
    """A column with several values holds *at_least* so many of them, or one of those in *among*."""

    def there(register: Register) -> pd.Series:
        found = _values(register, field)
        if among is not None:
            found = found[found["waarde"].isin(among)]
        counts = found.groupby("activiteit")["waarde"].nunique()
        return _among(counts.index[counts >= at_least], register)

    header = ACTIVITEITEN.column(field).header
    return Sign(header if at_least == 1 else f"{header} (minstens {at_least})", there)


def _themed(register: Register) -> pd.Series:
    known = register.themas.loc[register.themas["thema"] != v.ONBEKEND, "activiteit"]
    return _among(known, register) | on_network_theme(register.activiteiten)


def _kinds_of_partner(register: Register) -> pd.Series:
    kinds = register.partners.set_index("id")["soort"]
    found = register.deelnames.assign(soort=register.deelnames["partner"].map(kinds))
    found = found[found["soort"].notna() & (found["soort"] != v.ONBEKEND)]
    counts = found.groupby("activiteit")["soort"].nunique()
    return _among(counts.index[counts >= 2], register)


def _partner_adds(register: Register) -> pd.Series:
    return _among(register.deelnames.loc[register.deelnames["meerwaarde"].notna(), "activiteit"], register)


def _both_add(register: Register) -> pd.Series:
    return _SCHOOL_ADDS.there(register) & _PARTNERS_ADD.there(register)


def _touched_by_line(register: Register) -> pd.Series:
    lines = register.verbindingslijnen
    ends = [lines.loc[lines[f"{end}_soort"] == "activiteit", end] for end in ("van", "naar")]
    return _among(pd.concat(ends), register)


def _done(register: Register) -> pd.Series:
    frame = register.activiteiten
    return frame["vorm"].isin(v.VORMEN_VAN_DOEN) & frame["status"].isin(v.STATUSSEN_VAN_DOEN)


def _header(*fields: str) -> str:
    return texts.listing(ACTIVITEITEN.column(field).header for field in fields)


_OUTCOME = _given("opbrengst")
_SCHOOL_ADDS, _PARTNERS_ADD = _several("meerwaarde_mborijnland"), _several("meerwaarde_partners")
_PLACE = Sign(
    texts.choice(ACTIVITEITEN.column(field).header for field in ("gemeente", "regio")),
    lambda register: register.activiteiten["plaats"].ne(v.ZONDER),
)
_NETWORK_THEME = Sign(
    ACTIVITEITEN.column("netwerkthema").header,
    lambda register: on_network_theme(register.activiteiten),
    ("netwerkthema",),
)

RULES: dict[int, SupportRule] = {
    1: SupportRule(
        "een thema met een omschrijving",
        (Sign(_header("themas"), _themed), _given("omschrijving")),
        needs_all=True,
    ),
    2: SupportRule(
        "partners van verschillende soorten",
        (Sign(f"{DEELNAMES.name} (partners van minstens twee soorten)", _kinds_of_partner),),
    ),
    3: SupportRule(
        "verschillende niveaus en betrokkenen",
        (_several("niveaus", at_least=2), _several("betrokkenen")),
        needs_all=True,
    ),
    4: SupportRule("een gemeente of regio", (_PLACE,)),
    5: SupportRule("een verbindingslijn", (Sign(VERBINDINGSLIJNEN.name, _touched_by_line),)),
    6: SupportRule("een samenwerkingsvorm of een opbrengst", (_given("samenwerkingsvorm"), _OUTCOME)),
    7: SupportRule(
        "meerwaarde van een partner of van beide kanten",
        (
            Sign(f"{DEELNAMES.column('meerwaarde').header} bij {DEELNAMES.name}", _partner_adds),
            Sign(_header("meerwaarde_mborijnland", "meerwaarde_partners"), _both_add),
        ),
    ),
    8: SupportRule(
        "het netwerkthema of een doel op de arbeidsmarkt",
        (_NETWORK_THEME, _several("meerwaarde_mborijnland", among=v.MEERWAARDE_ARBEIDSMARKT)),
    ),
    9: SupportRule(
        "een opbrengst of een concrete vorm", (_OUTCOME, Sign(_header("vorm", "status"), _done, ("vorm", "status")))
    ),
    10: SupportRule("meerwaarde van mboRijnland", (_SCHOOL_ADDS,)),
    11: SupportRule("meerwaarde van de partners", (_PARTNERS_ADD,)),
}
"""What shows each ingredient, by its number."""


def supported(register: Register, nr: int) -> pd.Series:
    """Which activities of *register* show ingredient *nr*, named or not; a boolean series."""
    rule = RULES[nr]
    there = pd.concat([sign.there(register).astype(bool) for sign in rule.signs], axis=1)
    return there.all(axis=1) if rule.needs_all else there.any(axis=1)


def claimed(register: Register, nr: int) -> pd.Series:
    """Which activities of *register* name ingredient *nr*; a boolean series."""
    return _among(register.ingredienten.loc[register.ingredienten["nr"] == nr, "activiteit"], register)


def per_ingredient(selected: Register) -> pd.DataFrame:
    """Activities per ingredient, 1 to 11: nr, naam, kort, vraag, and a count for each of :data:`PARTS`, totaal.

    ``totaal`` is the number of selected activities; those that neither name nor show the ingredient make up the rest.
    """
    rows = []
    for i in v.INGREDIENTEN:
        names, shows = claimed(selected, i.nr), supported(selected, i.nr)
        counts = (int(both.sum()) for both in (names & shows, names & ~shows, shows & ~names))
        rows.append((i.nr, i.naam, i.kort, i.vraag, *counts))
    frame = pd.DataFrame(rows, columns=["nr", "naam", "kort", "vraag", *PARTS])
    return frame.assign(totaal=len(selected.activiteiten))


def to_complete(register: Register, nr: int) -> pd.Series:
    """What would show ingredient *nr*, for each activity of *register*: columns of the workbook, "" where it is shown.

    Of an ingredient that needs all its signs the absent ones, of another a choice of what is open.
    """
    rule, there = RULES[nr], supported(register, nr)
    if rule.needs_all:
        wanted, say = [~sign.there(register) for sign in rule.signs], texts.listing
    else:
        wanted, say = [sign.open(register) & ~there for sign in rule.signs], texts.choice
    told = [
        say(sign.waar for sign, wants in zip(rule.signs, row, strict=True) if wants)
        for row in zip(*wanted, strict=True)
    ]
    return pd.Series(told, index=register.activiteiten.index, dtype=object)
