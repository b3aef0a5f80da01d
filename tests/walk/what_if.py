"""What the part *Wat als* tells: today by the recount, and then by the same recount with what is imagined in it."""

from __future__ import annotations

import copy
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

import pandas as pd

from tests.walk.joined import network
from tests.walk.network import rules
from tests.walk.recount import INGREDIENTS, KINDS, OURS, PLACES, THEMES, Activity, Line, Partner, Recount
from tests.walk.sentences import Said
from tests.walk.words import AREAS, About, Answer, area, signed

IMAGINED = [
    "zonder:P-002",
    "activiteit:1:GM0513:zorg:1.6:Bakkerij",
    "partner:1:bedrijf:bedacht-1.A-002:Nieuwkomer",
    "lijn:bedacht-1:A-001",
]
"""What is imagined in the walk; :func:`_with_it` does the same to the recount."""

Sides = dict[str, tuple[int, int]]
_made: dict[int, tuple[Recount, Recount]] = {}


def _with_it(count: Recount) -> Recount:
    """*count* with what is imagined, once for each."""
    if id(count) not in _made:
        made = copy.copy(count)
        made._found = {}
        made.activities = count.activities | {
            "bedacht-1": Activity(
                id="bedacht-1",
                row=0,
                name="Bakkerij (bedacht)",
                place="AM20",
                municipality="GM0513",
                college="",
                form="",
                status="actief",
                start=None,
                end=None,
                ingredients=frozenset({1, 6}),
                themes=frozenset({"zorg"}),
                network=False,
                told=defaultdict(lambda: None),
            )
        }
        newcomer = Partner("bedacht-1", 0, "bedrijf", "", strategic=False, name="Nieuwkomer (bedacht)")
        made.partners = {p: partner for p, partner in count.partners.items() if p != "P-002"} | {"bedacht-1": newcomer}
        made.takes_part = [row for row in count.takes_part if row[1] != "P-002"]
        made.takes_part += [(identity, "bedacht-1", "") for identity in ("bedacht-1", "A-002")]
        ends = (("activiteit", "bedacht-1"), ("activiteit", "A-001"))
        made.lines = [*count.lines, Line("bedacht", 0, ends, "", None)]
        _made[id(count)] = count, made
    return _made[id(count)][1]


def both(t: About, name: str) -> tuple[int, int]:
    """The figure with that name, today and then."""
    then = replace(t, count=_with_it(t.count))
    return _counted(t, name), _counted(then, name)


def _counted(t: About, name: str) -> int:
    own = network(t.count, t.query)
    via = own["via_partners"]
    known = {
        "Activiteiten": t.n,
        "Partners die meedoen": lambda: t.n("partners"),
        "Lijnen tussen activiteiten": lambda: own["lijnen_tussen_activiteiten"],
        "Lijnen tussen regio's": lambda: own["lijnen_tussen_regios"],
        "Groepen langs lijnen": lambda: own["componenten"],
        "Activiteiten zonder lijn": lambda: own["losse_activiteiten"],
        "Groepen langs lijnen en partners": lambda: via["componenten"],
        "Activiteiten zonder lijn of gedeelde partner": lambda: via["losse_activiteiten"],
    }
    if name in known:
        return int(known[name]())
    what, _, where = name.rpartition(" in ")
    there = {"plaats": next((code for code, told in PLACES.items() if told == where), "")}
    there = there if there["plaats"] else area(where)
    if kind := re.fullmatch(r"Partners \((.+)\)", what):
        return t.n("partners", soort=kind[1].removeprefix("onderwijs: "), **there)
    if number := re.match(r"(\d+)\. ", what):
        return t.n(ingredient=int(number[1]), **there)
    return t.n(thema=what.lower().removesuffix(" (netwerkthema)"), **there)


NETWORK_FIGURES = (
    "Activiteiten",
    "Partners die meedoen",
    "Lijnen tussen activiteiten",
    "Lijnen tussen regio's",
    "Groepen langs lijnen",
    "Activiteiten zonder lijn",
    "Groepen langs lijnen en partners",
    "Activiteiten zonder lijn of gedeelde partner",
)


def _every(t: About) -> list[str]:
    """The names of all figures that can change in the places in view."""
    towns = t.query.get("gemeente", [])
    where = towns or t.query.get("regio") or [name for name, (level, _) in AREAS.items() if level == "plaats"]
    themes = [theme.capitalize() for theme in THEMES]
    covered = [*themes, *(f"{nr}. {name}" for nr, name in enumerate(INGREDIENTS, start=1))]
    kinds = [f"Partners ({kind}) in {PLACES[code]}" for kind in KINDS for code in OURS]
    return [*NETWORK_FIGURES, *(f"{what} in {place}" for what in covered for place in where), *kinds]


def hold_sides(t: About, table: pd.DataFrame) -> Iterator[str]:
    """What is wrong in a table of both sides."""
    if list(table.columns) != ["Cijfer", "Vandaag" if t.tense == "nu" else "Peildatum", "Dan", "Verschil"]:
        yield f"the sides are called {list(table.columns)}"
    for name, *told in table.itertuples(index=False, name=None):
        today, then = both(t, name)
        if told != [today, then, signed(then - today)]:
            yield f"{name} is {told}, counted {today} and {then}"


@rules(
    "{De grootste verandering|Eén cijfer verandert}: ‘<text:what>’ gaat van <n:today> naar <n:then>[. Even groot is die bij <text:also>]"
)
def changes_most(t: About, said: Said) -> Answer:
    every = {name: both(t, name) for name in _every(t)}
    most = max(abs(then - today) for today, then in every.values())
    name = said["what"]
    today, then = every[name]
    named = re.findall(r"‘([^’]*(?:’s)?)’ \(([+−]\d+)\)", said.get("also", ""))
    rest = re.search(r"en nog (\d+)$", said.get("also", ""))
    ties = sum(abs(then - today) == most for today, then in every.values())
    wrong = [other for other, by in named if signed(every[other][1] - every[other][0]) != by]
    wrong += [] if abs(then - today) == most else [f"{most} is the most"]
    wrong += [] if 1 + len(named) + int(rest[1] if rest else 0) == ties else [f"there are {ties}"]
    return {"what": name, "today": today, "then": then, "also": said.get("also"), "": "; ".join(wrong)}


@rules(
    "{Vandaag|Peildatum|Dan}: <n> {activiteit|activiteiten|partners|verbindingslijnen|groep|groepen}[, van <n:of> activiteit[en]]"
)
def one_side(t: About, said: Said) -> Answer:
    """One side of the chosen figure."""
    today, then = both(t, t.more["wat_als_cijfer"][0])
    return {"n": said["n"], "of": said.get("of"), "": "" if int(said["n"]) in (today, then) else f"{today} and {then}"}


@rules(
    "{Zonder lijn of gedeelde partner komt te staan|Zonder lijn of gedeelde partner komen te staan|Een lijn of gedeelde partner krijgt|Een lijn of gedeelde partner krijgen|Hier niet meer bij}: <text:who>"
)
def named_only(_: About, said: Said) -> Answer:
    """Names, and how many more: the amount is that of the table."""
    return {"who": said["who"]}
