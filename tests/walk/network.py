"""The sentences about the network as a network; as in ``sentences``."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable

from tests.walk.joined import Node, missing, neighbours, shared
from tests.walk.parts import rules
from tests.walk.recount import INGREDIENTS, OURS, PLACES, Activity
from tests.walk.sentences import Said
from tests.walk.words import About, Answer

LISTED, EACH = 50, 3
"""How many pairs are listed, and how often an activity can be in them."""

ALIKE = "Wat het meest deelt"
"""What is asked for where pairs are in the order of what they share; else it is that of what helps most."""


def _points(t: About) -> Callable[[tuple[Activity, Activity]], int]:
    """The points of a pair of activities."""
    day = {name: said for name, said in t.query.items() if name in ("peildatum", "alles")}
    near = neighbours(t.count, t.count.selected(day), day)

    def points(pair: tuple[Activity, Activity]) -> int:
        themes, kinds, ingredients = shared(t.count, *pair)
        network = "arbeidsmarkttransities" in themes
        return (
            4 * (len(themes) - network) + 2 * network + 2 * len(kinds) + len(ingredients) + 2 * len(_first(near, pair))
        )

    return points


def _first(near: dict[Node, set[Node]], pair: tuple[Activity, Activity]) -> list[Activity]:
    """Those of the two that have no line to an activity."""
    return [a for a in pair if not any(kind == "activiteit" for kind, _ in near.get(("activiteit", a.id), ()))]


def _proposed(t: About) -> list[tuple[Activity, Activity]]:
    """The pairs that are told, in their order, in which nobody is too often."""
    told: Counter[str] = Counter()
    found: list[tuple[Activity, Activity]] = []
    for one, other in _ordered(t):
        if (one, other) not in found and max(told[one.id], told[other.id]) < EACH and len(found) < LISTED:
            told.update((one.id, other.id))
            found.append((one, other))
    return found


def _ordered(t: About) -> list[tuple[Activity, Activity]]:
    """All pairs: the best for each part that hangs together with no larger one, for each two regions, and the others."""
    points = _points(t)
    alike = sorted(missing(t.count, t.query), key=lambda pair: -points(pair))
    if ALIKE in t.more.get("volgorde", ()):
        return alike
    part = _part_of(t)
    between = _between(t)

    def lines(pair: tuple[Activity, Activity]) -> int:
        return between[frozenset((pair[0].place, pair[1].place))]

    first: dict[object, tuple[Activity, Activity]] = {}
    apart = [pair for pair in alike if part[pair[0].id] != part[pair[1].id]]
    for pair in sorted(apart, key=lambda pair: (min(part[a.id] for a in pair), lines(pair))):
        first.setdefault(max(part[a.id] for a in pair), pair)
    second: dict[object, tuple[Activity, Activity]] = {}
    for pair in alike:
        second.setdefault(frozenset((pair[0].place, pair[1].place)), pair)
    nearest = sorted(second.values(), key=lambda pair: (lines(pair), *sorted(OURS.index(a.place) for a in pair)))
    return [*(first[number] for number in sorted(first)), *nearest, *alike]


def _part_of(t: About) -> dict[str, tuple[int, int]]:
    """The part of each activity: minus how many there are in it, and the position of its first."""
    day = {name: said for name, said in t.query.items() if name in ("peildatum", "alles")}
    there = t.count.selected(day)
    near = {
        one: {other for other in others if other[0] in ("activiteit", "partner")}
        for one, others in neighbours(t.count, there, day).items()
    }
    found: dict[str, tuple[int, int]] = {}
    ids = [a.id for a in there]
    for position, identity in enumerate(ids):
        if identity in found:
            continue
        seen, todo = set(), [("activiteit", identity)]
        while todo:
            node = todo.pop()
            if node not in seen:
                seen.add(node)
                todo += near.get(node, ())
        own = {code for kind, code in seen if kind == "activiteit"}
        found |= dict.fromkeys(own, (-len(own), position))
    return found


def _between(t: About) -> Counter[frozenset[str]]:
    """How many lines there are between activities in each two places."""
    day = {name: said for name, said in t.query.items() if name in ("peildatum", "alles")}
    place = {a.id: a.place for a in t.count.selected(day)}
    counted: Counter[frozenset[str]] = Counter()
    for line in t.count.lines_of(t.count.selected(day), day):
        (kind, one), (other_kind, other) = line.ends
        if kind == other_kind == "activiteit" and one != other and one in place and other in place:
            counted[frozenset((place[one], place[other]))] += 1
    return counted


def _does(t: About, pair: tuple[Activity, Activity]) -> str:
    """What a line between two would do, as it is told."""
    parts, amount = sorted((_part_of(t)[a.id], a.name) for a in pair), _between(t)
    lines = amount[frozenset(a.place for a in pair)]
    (larger, _), (smaller, name) = parts
    joins = ""
    if larger != smaller and larger[0] == -1:
        joins = "Verbindt twee activiteiten die nu allebei op zichzelf staan. "
    elif larger != smaller:
        what = f"‘{name}’" if smaller[0] == -1 else f"de groep van {-smaller[0]} activiteiten met ‘{name}’"
        joins = f"Sluit {what} aan op een groep van {-larger[0]} activiteiten. "
    between = " en ".join(PLACES[a.place].split(" (")[0] for a in pair)
    if not lines:
        return f"{joins}Het is de eerste lijn tussen {between}"
    return f"{joins}Tussen {between} {'loopt nu 1 lijn' if lines == 1 else f'lopen nu {lines} lijnen'}"


def _listed(t: About) -> int:
    return len(_proposed(t))


@rules(
    "<n> {paar activiteiten in verschillende regio's deelt|paren activiteiten in verschillende regio's delen} iets en {is|zijn} nog niet in een of twee stappen verbonden[. Hieronder staan de <n:listed> die {het netwerk het meest helpen|het meest delen}, met elke activiteit hooguit <n:each> keer]",
)
def not_joined(t: About, said: Said) -> Answer:
    n, listed = len(missing(t.count, t.query)), _listed(t)
    wrong = "" if "listed" in said or listed == n else f"only {listed} are listed"
    return {"n": n, "listed": listed, "each": EACH, "": wrong}


@rules("Er zijn geen twee activiteiten in verschillende regio's die iets delen en nog niet verbonden zijn")
def none_to_join(t: About, _: Said) -> Answer:
    n = len(missing(t.count, t.query))
    return {"": f"there are {n}" if n else ""}


@rules(
    "[Lijst van ontbrekende lijnen: ]De <n:shown> die het netwerk het meest helpen, van <n> paren activiteiten[ · <text:rest>]",
    "[Lijst van ontbrekende lijnen: ]<n> {paar|paren} activiteiten[ · <text:rest>]",
)
def on_the_slide(t: About, said: Said) -> Answer:
    return {"n": len(missing(t.count, t.query)), "shown": min(5, _listed(t)), "rest": said.get("rest")}


@rules("Nog <n> {paar|paren}")
def more_to_join(t: About, _: Said) -> Answer:
    return {"n": _listed(t) - (10 if "kijk" in t.more else 3 if "tonen" in t.more else 4)}


@rules(
    "<n:taken> van de <n:listed> voorstellen hieronder meegenomen; in totaal zijn er <n>[. <n:aside> {staat|staan} op ‘Niet nu’][. <n:gone> eerdere {keuze staat|keuzes staan} niet in deze lijst]",
    "<n:taken> van de <n:listed> voorstellen meegenomen[. <n:aside> {staat|staan} op ‘Niet nu’][. <n:gone> eerdere {keuze staat|keuzes staan} niet in deze lijst]",
    "{Nog geen voorstel meegenomen|Nog niet meegenomen|Dit ene voorstel is meegenomen}[. <n:aside> {staat|staan} op ‘Niet nu’][. <n:gone> eerdere {keuze staat|keuzes staan} niet in deze lijst]",
)
def taken_along(t: About, said: Said) -> Answer:
    listed, n = {f"{one.id}~{other.id}" for one, other in _proposed(t)}, len(missing(t.count, t.query))
    taken, aside = (set(t.more.get(name, ())) for name in ("mee", "niet_nu"))
    right = {"taken": taken & listed, "aside": aside & listed, "gone": (taken | aside) - listed}
    absent = [name for name in ("aside", "gone") if right[name] and name not in said]
    if "n" in said and n == len(listed):
        absent.append("that these are all")
    return {"n": n, "listed": len(listed), "": f"not said: {absent}" if absent else ""} | {
        name: len(pairs) for name, pairs in right.items()
    }


@rules("Voor <text:first> is het de eerste lijn naar een andere activiteit[ · meegenomen]")
def first_line_of_a_pair(t: About, said: Said) -> Answer:
    """Of the pair that was told just before."""
    pair = next(pair for pair in _proposed(t) if _begins(t.more["voor"][0], pair))
    day = {name: asked for name, asked in t.query.items() if name in ("peildatum", "alles")}
    first = _first(neighbours(t.count, t.count.selected(day), day), pair)
    return {"first": " en ".join(a.name for a in first)}


def _begins(told: str, pair: tuple[Activity, Activity]) -> bool:
    one, other = pair
    return told.startswith(f"{one.name} (") and f") en {other.name} (" in told


@rules("<text:one> (<area>) en <text:other> (<area:there>) · niet nu")
def left_for_now(t: About, said: Said) -> Answer:
    """A pair that was set aside."""
    there = any((one.name, other.name) == (said["one"], said["other"]) for one, other in _proposed(t))
    return {**said, "": "" if there else "that pair is not listed"}


@rules(
    "Wat twee activiteiten delen, geteld. Elk gedeeld maatschappelijk thema telt voor <n:theme>, het netwerkthema voor <n:network>, elke soort partner die aan beide meedoet voor <n:kind>, elk gedeeld ingrediënt voor <n:ingredient>, en elk van de twee die nog geen lijn naar een activiteit heeft voor <n:alone>. <any>"
)
def points_told(t: About, _: Said) -> Answer:
    return {"theme": 4, "network": 2, "kind": 2, "ingredient": 1, "alone": 2}


@rules("<text:one> (<area>) en <text:other> (<area:there>). <text:does>. Beide <text:reason>")
def could_meet(t: About, said: Said) -> Answer:
    """Two that are not joined, with what they share."""
    short = {code: name.split(" (")[0] for code, name in PLACES.items()}
    for one, other in missing(t.count, t.query):
        if (one.name, other.name) == (said["one"], said["other"]):
            themes, kinds, ingredients = shared(t.count, one, other)
            counted = re.search(r"delen (\d+) ingrediënten", said["reason"])
            wrong = [theme for theme in themes if theme not in said["reason"]]
            wrong += [kind for kind in kinds if kind not in said["reason"]]
            quoted = [nr for nr in ingredients if f"‘{INGREDIENTS[nr - 1]}’" in said["reason"]]
            if (int(counted[1]) if counted else len(quoted)) != len(ingredients):
                wrong.append(f"{len(ingredients)} ingredients")
            where = (short[one.place], short[other.place])
            if where != (said["area"], said["there"]):
                wrong.append(f"they are in {where}")
            return {**said, "does": _does(t, (one, other)), "": f"it does not say {wrong}" if wrong else ""}
    return {**said, "": "no line is missing there"}
