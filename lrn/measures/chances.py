"""Open combinations: a theme without any registered activity in a place, and what of it stands nearby.

A chance is a question, never a gap to be closed. What is nearby is counted in the whole network on the peildatum: the
filters say which places are looked at, but who filters on one college should not be told that nothing is near.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

import pandas as pd

from lrn import geo, texts
from lrn import vocabulary as v
from lrn.measures import lines
from lrn.measures.evidence import Evidence
from lrn.measures.sentences import Figure, Sentence
from lrn.measures.themes import ALL_THEMES, NETWERK, not_there_yet, theme_by_place, themes_of
from lrn.register.model import Register
from lrn.selection import Selection, apply

NEARBY = Evidence.of(basis="peildatum")
"""All that is active on the peildatum, whatever else was chosen."""


@dataclass(frozen=True)
class Chance(Sentence):
    """An open combination of a theme and a place, as a question. ``few``: the place has few activities at all."""

    thema: str
    plaats: str
    few: bool = False


def open_combinations(register: Register, selected: Register, selection: Selection) -> pd.DataFrame:
    """The open combinations with what stands nearby, the likeliest first.

    Columns: thema, naam, plaats, totaal (as in :func:`lrn.measures.themes.not_there_yet`), nabij (the place where the
    theme lives that is nearest, "" when there is none), buur (whether that is a neighbour), daar (activities on the
    theme there), elders (in the whole network), partners (of those ``daar``, or ``elders`` without a nabij, that also
    take part in the place), lijnen (between the place and nabij), passend (partners in the place of a kind that goes
    with the theme, :data:`lrn.vocabulary.PASSENDE_SOORTEN`), steun (how many of buur, partners, lijnen and passend
    there are).

    Ranked by steun, then daar, elders, and the order of the vocabulary. Nearest is the neighbour with most activities
    on the theme, or else any of the network's places with most.
    """
    gaps = not_there_yet(register, selected)
    nearby = apply(Selection(peildatum=selection.peildatum), register) if selection.chosen else selected
    near = _Nearby(nearby, lines.ends(register, nearby.verbindingslijnen, level="plaats"))
    frame = gaps.reset_index(drop=True).join(
        pd.DataFrame(map(near.of, gaps["thema"], gaps["plaats"]), columns=_COUNTED)
    )
    frame["steun"] = frame[["buur", "partners", "lijnen", "passend"]].astype(bool).sum(axis=1)
    order = {code: position for position, code in enumerate((*ALL_THEMES, *v.PLAATSEN))}
    likeliest = frame.assign(t=frame["thema"].map(order), p=frame["plaats"].map(order)).sort_values(
        ["steun", "daar", "elders", "t", "p"], ascending=[False, False, False, True, True]
    )
    return likeliest.drop(columns=["t", "p"]).reset_index(drop=True)


_COUNTED = ["nabij", "buur", "daar", "elders", "partners", "lijnen", "passend"]


class _Nearby:
    """What stands near an open combination, counted once for all of them in *register*, whose lines have *ends*."""

    def __init__(self, register: Register, ends: pd.DataFrame) -> None:
        by_place = theme_by_place(register)
        self.counts = {
            theme: dict(zip(rows["plaats"], rows["aantal"].tolist(), strict=True))
            for theme, rows in by_place.groupby("thema")
        }
        self.kinds = dict(zip(register.partners["id"], register.partners["soort"], strict=True))
        self.in_place: defaultdict[str, set[str]] = defaultdict(set)
        self.on_theme: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
        where = dict(zip(register.activiteiten["id"], register.activiteiten["plaats"], strict=True))
        about = themes_of(register).groupby("activiteit")["thema"].agg(list).to_dict()
        for activity, partner in zip(register.deelnames["activiteit"], register.deelnames["partner"], strict=True):
            if partner in self.kinds:
                self.in_place[where[activity]].add(partner)
                for theme in about.get(activity, ()):
                    self.on_theme[theme, where[activity]].add(partner)
                    self.on_theme[theme, ""].add(partner)
        self.lines = Counter(frozenset(pair) for pair in ends.itertuples(index=False, name=None))

    def of(self, theme: str, place: str) -> tuple[str, bool, int, int, int, int, int]:
        """The columns of :data:`_COUNTED` for *theme* in *place*."""
        counts, there = self.counts[theme], self.in_place[place]
        near, is_neighbour = _nearest(place, counts)
        fitting = [partner for partner in there if self.kinds[partner] in v.PASSENDE_SOORTEN.get(theme, ())]
        return (
            near,
            is_neighbour,
            counts.get(near, 0),
            sum(counts.values()),
            len(self.on_theme[theme, near] & there),
            self.lines[frozenset((place, near))],
            len(fitting),
        )


def _nearest(place: str, counts: dict[str, int]) -> tuple[str, bool]:
    for places, is_neighbour in ((geo.neighbours(place), True), (v.KIESBARE_PLAATSEN, False)):
        alive = [code for code in places if counts[code]]
        if alive:
            return max(alive, key=counts.__getitem__), is_neighbour
    return "", False


def _there(theme: str, near: str) -> Evidence:
    return NEARBY.also(thema=theme, plaats=near or None)


def _shared(theme: str, place: str, near: str) -> Evidence:
    return Evidence("partners", (*_there(theme, near).where, ("doet_mee_in", place)))


def _between(place: str, near: str) -> Evidence:
    return Evidence("verbindingslijnen", (*NEARBY.where, ("raakt_plaats", place), ("raakt_plaats", near)))


def _fitting(theme: str, place: str) -> Evidence | None:
    if theme not in v.PASSENDE_SOORTEN:
        return None
    return Evidence("partners", (*NEARBY.where, ("past_bij", theme), ("doet_mee_in", place)))


def chances(register: Register, selected: Register, selection: Selection) -> list[Chance]:
    """The open combinations as questions, each with the evidence for its numbers, in the order of the ranking."""
    frame = open_combinations(register, selected, selection)
    return [_chance(row, runs=selection.peildatum is not None) for row in frame.to_dict("records")]


def _chance(row: dict, *, runs: bool) -> Chance:
    """One row of :func:`open_combinations` as a question. *runs*: what is counted is active on a day."""
    theme, place, near = row["thema"], row["plaats"], row["nabij"]
    figures, parts = [], []
    few = row["totaal"] < texts.FEW
    if few:
        stand = "staat" if row["totaal"] == 1 else "staan"
        parts.append(f"Daar {stand} in totaal {texts.activities(row['totaal'])} in het register")
        figures.append(Figure(Evidence.of(basis="register", plaats=place), row["totaal"]))
    if row["elders"]:
        parts.append(_where_it_lives(row, runs=runs))
        figures.append(Figure(_there(theme, near), row["daar"] if near else row["elders"]))
    if row["partners"]:
        does = "partner daarvan doet" if row["partners"] == 1 else "partners daarvan doen"
        parts[-1] += f", en {texts.number(row['partners'])} {does} ook mee in {v.PLAATS_KORT[place]}"
        figures.append(Figure(_shared(theme, place, near), row["partners"]))
    if row["lijnen"]:
        lines = texts.count(row["lijnen"], "verbindingslijn", "verbindingslijnen")
        parts.append(f"Tussen beide {'is' if row['lijnen'] == 1 else 'zijn'} al {lines}")
        figures.append(Figure(_between(place, near), row["lijnen"]))
    if row["passend"] and not row["partners"] and (fitting := _fitting(theme, place)):
        kinds = texts.choice(v.PARTNERSOORTEN.label(kind) for kind in v.PASSENDE_SOORTEN[theme])
        does = "doet" if row["passend"] == 1 else "doen"
        partners = texts.count(row["passend"], "partner", "partners")
        parts.append(f"In {v.PLAATS_KORT[place]} {does} al {partners} van de soort {kinds} mee")
        figures.append(Figure(fitting, row["passend"]))
    name = f"{row['naam'].lower()}{' (het netwerkthema)' if theme == NETWERK else ''}"
    lead = f"Rond {name} is in {v.PLAATS_NAMEN[place]} nog niets geregistreerd."
    text = " ".join((*(f"{part}." for part in parts), "Wie ziet hier een kans?"))
    return Chance(lead, text, tuple(figures), row["totaal"], theme, place, few)


def _where_it_lives(row: dict, *, runs: bool) -> str:
    """In which place the theme lives, and how often."""
    many = row["daar"] if row["nabij"] else row["elders"]
    if not row["nabij"]:
        where = "Elders"
    else:
        where = f"In {'het naburige ' if row['buur'] else ''}{v.PLAATS_KORT[row['nabij']]}"
    if runs:
        return f"{where} {'loopt' if many == 1 else 'lopen'} {texts.activities(many)}"
    return f"{where} {'staat' if many == 1 else 'staan'} {texts.activities(many)} in het register"
