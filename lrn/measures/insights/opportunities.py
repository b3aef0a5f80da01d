"""Open combinations: a theme without any registered activity in a place, and what of it stands nearby.

A chance is a question, never a gap to be closed. What is nearby is counted in the whole network on the peildatum: the
filters say which places are looked at, but who filters on one college should not be told that nothing is near.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date

import pandas as pd

from lrn import geo, texts
from lrn import vocabulary as v
from lrn.cells import Row
from lrn.measures.basis import also_beyond
from lrn.measures.insights.sentences import Figure, Sentence
from lrn.measures.onmap import lines
from lrn.measures.places import Area, Level, at, chosen_areas, level_in_view, municipality_codes
from lrn.measures.rows.evidence import Evidence
from lrn.measures.themes import ALL_THEMES, NETWERK, asked_of, not_there_yet, theme_by_place, themes_of
from lrn.once import once
from lrn.register.model import Register
from lrn.selection import Selection, apply

NEARBY = Evidence.of(basis="peildatum")
"""All that is active on the peildatum, whatever else was chosen."""


@dataclass(frozen=True)
class Opportunity(Sentence):
    """An open combination of a theme and a place, as a question. ``few``: the place has few activities at all.

    ``plaats`` is its code; where municipalities were chosen (``level``) that of one of those.
    """

    thema: str
    plaats: str
    few: bool
    level: Level

    @property
    def area(self) -> Area:
        """The place or the municipality that is asked about."""
        return Area(self.level, self.plaats)


def open_combinations(register: Register, selected: Register, selection: Selection) -> pd.DataFrame:
    """The open combinations with what stands nearby, the likeliest first.

    Columns: thema, naam, level, plaats, totaal (as in :func:`lrn.measures.themes.not_there_yet`), nabij (the place
    where the theme lives that is nearest, "" when there is none), buur (whether that is a neighbour), daar (activities
    on the theme there), elders (in the whole network), partners (of those ``daar``, or ``elders`` without a nabij, that
    also take part in the place), lijnen (between the place and nabij), passend (partners in the place of a kind that
    goes with the theme, :data:`lrn.vocabulary.PASSENDE_SOORTEN`), steun (how many of buur, partners, lijnen and passend
    there are).

    Ranked by steun, then daar, elders, and the order of the vocabulary. Nearest is the neighbour with most activities
    on the theme, or else any of the network's places with most; to a municipality its own region.
    """
    gaps = not_there_yet(register, selected, areas=chosen_areas(selection))
    nearby = apply(Selection(peildatum=selection.peildatum), register) if selection.chosen else selected
    near = once(_Nearby)(register, nearby, level_in_view(selection) == "gemeente")
    asked = map(Area, gaps["level"], gaps["plaats"])
    frame = gaps.reset_index(drop=True).join(pd.DataFrame(map(near.of, gaps["thema"], asked), columns=_COUNTED))
    frame["steun"] = frame[["buur", "partners", "lijnen", "passend"]].astype(bool).sum(axis=1)
    order = {code: position for position, code in enumerate((*ALL_THEMES, *v.PLAATSEN, *v.GEMEENTE))}
    likeliest = frame.assign(t=frame["thema"].map(order), p=frame["plaats"].map(order)).sort_values(
        ["steun", "daar", "elders", "t", "p"], ascending=[False, False, False, True, True]
    )
    return likeliest.drop(columns=["t", "p"]).reset_index(drop=True)


_COUNTED = ["nabij", "buur", "daar", "elders", "partners", "lijnen", "passend"]


class _Nearby:
    """What stands near an open combination, counted once for all of them in *nearby*, a part of *register*."""

    def __init__(self, register: Register, nearby: Register, by_municipality: bool) -> None:
        by_place = theme_by_place(nearby)
        self.counts = {
            theme: dict(zip(rows["plaats"], rows["aantal"].tolist(), strict=True))
            for theme, rows in by_place.groupby("thema")
        }
        self.kinds = dict(zip(nearby.partners["id"], nearby.partners["soort"], strict=True))
        self.in_area: defaultdict[str, set[str]] = defaultdict(set)
        self.on_theme: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
        rows = nearby.activiteiten
        where = dict(zip(rows["id"], rows["plaats"], strict=True))
        asked = dict(zip(rows["id"], municipality_codes(rows), strict=True)) if by_municipality else where
        about = themes_of(nearby).groupby("activiteit")["thema"].agg(list).to_dict()
        for activity, partner in zip(nearby.deelnames["activiteit"], nearby.deelnames["partner"], strict=True):
            if partner in self.kinds:
                self.in_area[asked[activity]].add(partner)
                for theme in about.get(activity, ()):
                    self.on_theme[theme, where[activity]].add(partner)
                    self.on_theme[theme, ""].add(partner)
        found = nearby.verbindingslijnen
        ends = [
            lines.ends(register, found, level=level)
            for level in ("gemeente" if by_municipality else "plaats", "plaats")
        ]
        self.lines = Counter(
            pair
            for ours, theirs in zip(*(frame.itertuples(index=False, name=None) for frame in ends), strict=True)
            for pair in {(ours[0], theirs[1]), (ours[1], theirs[0])}
        )

    def of(self, theme: str, area: Area) -> tuple[str, bool, int, int, int, int, int]:
        """The columns of :data:`_COUNTED` for *theme* in *area*."""
        counts, there = self.counts[theme], self.in_area[area.code]
        near, is_neighbour = _nearest(area, counts)
        fitting = [partner for partner in there if self.kinds[partner] in v.PASSENDE_SOORTEN.get(theme, ())]
        return (
            near,
            is_neighbour,
            counts.get(near, 0),
            sum(counts.values()),
            len(self.on_theme[theme, near] & there),
            0 if near == area.plaats.code else self.lines[area.code, near],
            len(fitting),
        )


def _nearest(area: Area, counts: dict[str, int]) -> tuple[str, bool]:
    own = () if area.plaats.code == area.code else (area.plaats.code,)
    around = geo.neighbours(area.plaats.code)
    for places, is_neighbour in ((own, True), (around, True), (v.KIESBARE_PLAATSEN, False)):
        alive = [code for code in places if counts[code]]
        if alive:
            return max(alive, key=counts.__getitem__), is_neighbour
    return "", False


def _there(theme: str, near: str) -> Evidence:
    return NEARBY.also(thema=theme, plaats=near or None)


def _takes_part(area: Area) -> tuple[str, str]:
    return {"plaats": "doet_mee_in", "gemeente": "doet_mee_in_gemeente"}[area.level], area.code


def _shared(theme: str, area: Area, near: str) -> Evidence:
    return Evidence("partners", (*_there(theme, near).where, _takes_part(area)))


def _between(area: Area, near: str) -> Evidence:
    ends = (f"raakt_{area.level}", area.code), ("raakt_plaats", near)
    return Evidence("verbindingslijnen", (*NEARBY.where, *ends))


def _fitting(theme: str, area: Area) -> Evidence | None:
    if theme not in v.PASSENDE_SOORTEN:
        return None
    return Evidence("partners", (*NEARBY.where, ("past_bij", theme), _takes_part(area)))


def opportunities(register: Register, selected: Register, selection: Selection) -> list[Opportunity]:
    """The open combinations as questions, each with the evidence for its numbers, in the order of the ranking."""
    frame = open_combinations(register, selected, selection)
    return [_opportunity(row, selection, register.checked_on) for row in frame.to_dict("records")]


_VERBS = {
    "toen": (("deed", "deden"), ("liep toen", "liepen toen"), ("deed toen al", "deden toen al")),
    "nu": (("doet", "doen"), ("loopt al", "lopen al"), ("doet al", "doen al")),
    "dan": (("doet", "doen"), ("loopt dan", "lopen dan"), ("doet dan al", "doen dan al")),
}
"""What partners do who also take part, what lines do, and what partners do of a kind that goes with the theme."""


def _opportunity(row: Row, selection: Selection, today: date) -> Opportunity:
    """One row of :func:`open_combinations` as a question, asked in *selection* on *today*."""
    theme, area, near = row["thema"], Area(row["level"], row["plaats"]), row["nabij"]
    takes_part, run, do = _VERBS[texts.tense(selection.peildatum or today, today)]
    figures, parts = [], []
    if row["elders"]:
        parts.append(_where_it_lives(row, area, selection, today))
        figures.append(Figure(_there(theme, near), row["daar"] if near else row["elders"]))
    if amount := row["partners"]:
        parts[-1] += f"; {texts.number(amount)} van de partners {takes_part[amount != 1]} ook mee in {area.kort}"
        figures.append(Figure(_shared(theme, area, near), amount))
    if amount := row["lijnen"]:
        lines = texts.count(amount, "verbindingslijn", "verbindingslijnen")
        parts.append(f"Tussen de twee {run[amount != 1]} {lines}")
        figures.append(Figure(_between(area, near), amount))
    if row["passend"] and not row["partners"] and (fitting := _fitting(theme, area)):
        kinds = texts.choice(v.kind_in_sentence(kind) for kind in v.PASSENDE_SOORTEN[theme])
        partners = texts.count(row["passend"], "partner", "partners")
        parts.append(f"In {area.kort} {do[row['passend'] != 1]} {partners} van de soort {kinds} mee")
        figures.append(Figure(fitting, row["passend"]))
    few = texts.is_few(row["totaal"])
    if few:
        stand = "staat" if row["totaal"] == 1 else "staan"
        parts.append(f"In {area.kort} zelf {stand} in totaal {texts.activities(row['totaal'])} in het register")
        figures.append(Figure(Evidence.of(basis="register", **at(area)), row["totaal"]))
    name = f"{row['naam'].lower()}{' (het netwerkthema)' if theme == NETWERK else ''}"
    lead = f"Rond {name} is in {area.naam} nog niets geregistreerd."
    text = " ".join((*(f"{part}." for part in parts), "Wie ziet hier een kans?"))
    return Opportunity(lead, text, tuple(figures), row["totaal"], theme, area.code, few, area.level)


def _where_it_lives(row: Row, area: Area, selection: Selection, today: date) -> str:
    """In which place the theme lives, and how often."""
    near, many = row["nabij"], row["daar"] if row["nabij"] else row["elders"]
    beyond = also_beyond(selection, row["thema"])
    if near and row["buur"] and near != area.plaats.code:
        who = "Het naburige" if near in v.GEMEENTE else "Buurregio"
        return f"{who} {v.PLAATS_KORT[near]} {texts.having(many, selection.peildatum, today)}{beyond}"
    where = "Elders"
    if near:
        where = f"Elders in {v.PLAATS_KORT[near]}" if near == area.plaats.code else f"In {v.PLAATS_KORT[near]}"
    return f"{where} {texts.running(many, selection.peildatum, today)}{beyond}"


def none_open(selected: Register, selection: Selection) -> str:
    """What is said when there is no open combination: of which places that is so, and why others were not asked."""
    asked = asked_of(selected, areas=chosen_areas(selection))
    if asked:
        return texts.NO_OPPORTUNITIES.format(plaatsen=texts.listing(area.naam for area in asked))
    context = [area.naam for area in chosen_areas(selection) or () if not area.is_ours]
    return texts.NOT_ASKED_OF_CONTEXT.format(plaatsen=texts.listing(context)) if context else texts.NOT_ASKED
