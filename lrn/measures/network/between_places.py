"""How the network lies over the regions: what crosses from one to another, and which kinds of partner each has."""

from __future__ import annotations

from itertools import combinations

import pandas as pd

from lrn import texts
from lrn import vocabulary as v
from lrn.measures.network.graph import lines_between, participations
from lrn.measures.onmap import lines
from lrn.measures.rows.evidence import Evidence
from lrn.register.model import Register


def between_places(selected: Register, places: tuple[str, ...] = v.EIGEN_PLAATSEN) -> pd.DataFrame:
    """What joins each two of *places* in *selected*, the least connected first.

    Columns: van, naar (codes), van_naam, naar_naam, paar (as in a link), lijnen (between an activity in the one and one
    in the other), partners (that take part in both), zin. Least connected is with the fewest lines, then the fewest
    partners; pairs that are equal are in the vocabulary's order. The rows: the two evidences below.
    """
    ends = lines.ends(selected, lines_between(selected), level="plaats")
    where = dict(zip(selected.activiteiten["id"], selected.activiteiten["plaats"], strict=True))
    there: dict[str, set[str]] = {code: set() for code in places}
    for activity, partner in participations(selected):
        there.get(where[activity], set()).add(partner)
    found = []
    for one, other in combinations(places, 2):
        crossing = ((ends["van"] == one) & (ends["naar"] == other)) | ((ends["van"] == other) & (ends["naar"] == one))
        found.append(
            {
                "van": one,
                "naar": other,
                "van_naam": v.PLAATS_KORT[one],
                "naar_naam": v.PLAATS_KORT[other],
                "paar": f"{one}{lines.SEPARATOR}{other}",
                "lijnen": int(crossing.sum()),
                "partners": len(there[one] & there[other]),
            }
        )
    columns = ["van", "naar", "van_naam", "naar_naam", "paar", "lijnen", "partners"]
    frame = pd.DataFrame(found, columns=columns)
    frame["zin"] = [_joined(*row) for row in frame[columns[2:4] + columns[5:]].itertuples(index=False, name=None)]
    return frame.sort_values(["lijnen", "partners"], kind="stable").reset_index(drop=True)


def line_evidence(paar: str) -> Evidence:
    """The lines between activities in the two places of *paar*: those of the column ``lijnen``."""
    return Evidence.of("verbindingslijnen", tussen="activiteiten", tussen_plaatsen=paar)


def partner_evidence(paar: str) -> Evidence:
    """The partners that take part in both places of *paar*: those of the column ``partners``."""
    return Evidence("partners", tuple(("doet_mee_in", code) for code in paar.split(lines.SEPARATOR)))


def kinds_by_place(selected: Register, places: tuple[str, ...] = v.EIGEN_PLAATSEN) -> pd.DataFrame:
    """Partners by kind that take part in each of *places*: plaats, plaats_naam, soort, naam, aantal; 0 where none does.

    A partner counts in every place that it takes part in. The rows: ``Evidence.of("partners", plaats=…, soort=…)``.
    """
    where = dict(zip(selected.activiteiten["id"], selected.activiteiten["plaats"], strict=True))
    kinds = dict(zip(selected.partners["id"], selected.partners["soort"], strict=True))
    taking_part = {(where[activity], partner) for activity, partner in participations(selected)}
    counts = pd.Series([(place, kinds[partner]) for place, partner in taking_part], dtype=object).value_counts()
    rows = [
        (place, v.PLAATS_NAMEN[place], kind, texts.capital(v.PARTNERSOORTEN.label(kind)), counts.get((place, kind), 0))
        for place in places
        for kind in v.PARTNERSOORTEN.codes
    ]
    frame = pd.DataFrame(rows, columns=["plaats", "plaats_naam", "soort", "naam", "aantal"])
    return frame.astype({"aantal": int})


def absent_kinds(selected: Register, places: tuple[str, ...] = v.EIGEN_PLAATSEN) -> pd.DataFrame:
    """Per place the kinds of partner that take part elsewhere among *places*, and not there: plaats, plaats_naam,
    soorten (a tuple of codes), zin.

    Only kinds that the network has: that no place has one is no chance of that place. ``zin`` is "" where none lacks.
    """
    counts = kinds_by_place(selected, places)
    known = set(counts.loc[counts["aantal"] > 0, "soort"])
    found = []
    for place, rows in counts.groupby("plaats", sort=False):
        lacking = tuple(rows.loc[(rows["aantal"] == 0) & rows["soort"].isin(known), "soort"])
        name = v.PLAATS_KORT[str(place)]
        told = texts.listing(map(v.kind_in_sentence, lacking))
        found.append((place, name, lacking, f"In deze selectie doet in {name} nog niet mee: {told}." if told else ""))
    return pd.DataFrame(found, columns=["plaats", "plaats_naam", "soorten", "zin"])


def _joined(one: str, other: str, joining: int, partners: int) -> str:
    if not joining and not partners:
        return f"In deze selectie is tussen {one} en {other} nog geen lijn of gedeelde partner. Wie ziet hier een kans?"
    runs = "loopt" if joining == 1 else "lopen"
    told = texts.counted("verbindingslijnen", joining) if joining else "nog geen verbindingslijn"
    takes_part = "doet" if partners == 1 else "doen"
    also = texts.counted("partners", partners) if partners else "geen partner"
    return (
        f"Tussen {one} en {other} {runs if joining else 'loopt'} {told}; "
        f"{also} {takes_part if partners else 'doet'} in beide mee."
    )
