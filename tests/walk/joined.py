"""What is joined with what, counted anew: the other half of the recount for the network."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import lru_cache
from itertools import combinations

from tests.walk.recount import NETWORK, OURS, UNKNOWN, Activity, Line, Query, Recount, day_of, parts

Node = tuple[str, str]


def neighbours(
    count: Recount, activities: Iterable[Activity], query: Query, lines: Iterable[Line] | None = None
) -> dict[Node, set[Node]]:
    """What each activity, partner and place is joined with, by a line of the peildatum or by taking part.

    Of *lines* only those, when they are given.
    """
    there = {("activiteit", a.id) for a in activities}
    day, found = day_of(query), defaultdict(set)
    pairs = [
        tuple(("gemeente", code) if code == "GM0632" else (kind, code) for kind, code in line.ends)
        for line in (count.lines if lines is None else lines)
        if day is None or line.since is None or line.since <= day
    ]
    pairs += [(("activiteit", a), ("partner", p)) for a, p, _ in count.takes_part if p in count.partners]
    for one, other in pairs:
        kinds = {kind for kind, _ in (one, other)}
        if (
            one != other
            and UNKNOWN not in kinds
            and all(end in there for end in (one, other) if end[0] == "activiteit")
        ):
            found[one].add(other)
            found[other].add(one)
    return found


def in_two_steps(near: dict[Node, set[Node]], identity: str) -> set[str]:
    """The activities that are at most two steps from one."""
    first = near.get(("activiteit", identity), set())
    second = set().union(*(near[node] for node in first)) if first else set()
    return {code for kind, code in first | second if kind == "activiteit"}


def shared(count: Recount, one: Activity, other: Activity) -> tuple[set[str], set[str], set[int]]:
    """The themes, kinds of partner and ingredients that two activities share."""
    themes, kinds = [], []
    for a in (one, other):
        themes.append((a.themes - {UNKNOWN, "anders"}) | ({NETWORK} if a.network else set()))
        kinds.append({count.partners[p].kind for p in count.partners_of([a])} - {"", UNKNOWN})
    return set.intersection(*map(set, themes)), set.intersection(*kinds), set(one.ingredients & other.ingredients)


def missing(count: Recount, query: Query) -> list[tuple[Activity, Activity]]:
    """The pairs of activities that a line is missing between: one of them as chosen, the other anywhere."""
    return list(_missing(_Held(count), repr(query), tuple((name, tuple(said)) for name, said in query.items())))


class _Held:
    """A recount as a key: the same one is the same."""

    def __init__(self, count: Recount) -> None:
        self.count = count

    def __hash__(self) -> int:
        return id(self.count)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Held) and self.count is other.count


@lru_cache(maxsize=64)
def _missing(
    held: _Held, _: str, asked: tuple[tuple[str, tuple[str, ...]], ...]
) -> tuple[tuple[Activity, Activity], ...]:
    count, query = held.count, {name: list(said) for name, said in asked}
    day = {name: said for name, said in query.items() if name in ("peildatum", "alles")}
    wider = {name: said for name, said in query.items() if name not in ("regio", "gemeente", "college")}
    near = neighbours(count, count.selected(day), day)
    here = {a.id for a in count.selected(query)}
    reached = {a.id: in_two_steps(near, a.id) for a in count.selected(wider)}
    return tuple(
        (one, other)
        for one, other in combinations([a for a in count.selected(wider) if a.place in OURS], 2)
        if one.place != other.place
        and here & {one.id, other.id}
        and other.id not in reached[one.id]
        and any(shared(count, one, other))
    )


def network(count: Recount, query: Query) -> dict[str, object]:
    """What ``cijfers`` tells of the network, by the definitions of the issue."""
    activities = {a.id: a for a in count.selected(query)}
    day = day_of(query)
    lines = [
        (one[1], other[1])
        for one, other in (line.ends for line in count.lines if day is None or line.since is None or line.since <= day)
        if one[0] == other[0] == "activiteit" and one != other and {one[1], other[1]} <= set(activities)
    ]
    taking_part = [(a, ("partner", p)) for a, p, _ in count.takes_part if a in activities and p in count.partners]
    levels = [{level.lower() for level in parts(a.told["Niveaus"])} for a in activities.values()]
    return {
        "lijnen_tussen_activiteiten": len(lines),
        "lijnen_tussen_regios": sum(activities[one].place != activities[other].place for one, other in lines),
        **_parts(activities, lines),
        "via_partners": _parts(activities, [*lines, *taking_part]),
        "sateprikker": {
            "volledig": sum(set(LEVELS) <= named for named in levels),
            "per_niveau": [{"niveau": level, "aantal": sum(level in named for named in levels)} for level in LEVELS],
        },
    }


LEVELS = ("strategisch", "tactisch", "operationeel")
HOW = ("bewust", "actief", "intensief")
COMBINATIONS = {
    "strategisch, tactisch en operationeel": "strategisch+tactisch+operationeel",
    **{f"{one} en {other}": f"{one}+{other}" for one, other in combinations(LEVELS, 2)},
    **{f"alleen {level}": level for level in LEVELS},
    "niveau niet ingevuld": "",
}
"""Which levels an activity can name, as they are told and as a link has them."""


def _parts(activities: Iterable[str], pairs: Iterable[tuple[object, object]]) -> dict[str, int]:
    """How many parts of two or more activities there are, and how many activities in none."""
    group = {identity: {identity} for identity in activities}
    for one, other in pairs:
        joined = group.setdefault(one, {one}) | group.setdefault(other, {other})
        group.update(dict.fromkeys(joined, joined))
    own = [frozenset(found & set(activities)) for found in group.values()]
    return {
        "componenten": len({found for found in own if len(found) > 1}),
        "losse_activiteiten": len({found for found in own if len(found) == 1}),
    }


# ── What the conditions of the network stand for ─────────────────────────────────────────────────────────────


def near(count: Recount, query: Query) -> dict[Node, set[Node]]:
    """:func:`neighbours` of what *query* selects."""
    return _near(_Held(count), repr(query), tuple((name, tuple(said)) for name, said in query.items()))


@lru_cache(maxsize=64)
def _near(held: _Held, _: str, asked: tuple[tuple[str, tuple[str, ...]], ...]) -> dict[Node, set[Node]]:
    query = {name: list(said) for name, said in asked}
    found = held.count.selected(query)
    return neighbours(held.count, found, query, held.count.lines_of(found, query))


def node(name: str) -> Node:
    """A node as an address names it: activiteit:A-001."""
    kind, _, code = name.partition(":")
    return kind, code


def around(count: Recount, query: Query, start: Node, steps: int) -> set[Node]:
    """What lies at most so many steps from *start*."""
    joined, found = near(count, query), {start}
    for _ in range(steps):
        found |= {other for one in found for other in joined.get(one, ())}
    return found - {start}


def _alone(joined: dict[Node, set[Node]], identity: str, *, partners: bool, without: Node = ("", "")) -> bool:
    """Whether an activity has no line to another one, nor with *partners* one that takes part in both."""
    own = ("activiteit", identity)
    for other in joined.get(own, set()) - {without}:
        if other[0] == "activiteit":
            return False
        if partners and other[0] == "partner" and joined[other] - {own, without}:
            return False
    return True


def _los(count: Recount, query: Query, value: str) -> set[str]:
    joined, partners = near(count, query), value == "partners"
    return {a.id for a in count.selected(query) if _alone(joined, a.id, partners=partners)}


def _loose_without(count: Recount, query: Query, value: str) -> set[str]:
    joined, gone = near(count, query), node(value)
    those = [a.id for a in count.selected(query) if ("activiteit", a.id) != gone]
    return {i for i in those if not _alone(joined, i, partners=True) and _alone(joined, i, partners=True, without=gone)}


def _line_with(count: Recount, query: Query, value: str) -> set[str]:
    return {code for kind, code in near(count, query).get(("activiteit", value), ()) if kind == "activiteit"}


def _named(column: str) -> Callable[[Recount, Query, str], set[str]]:
    """The activities that name a value in a column with several."""
    return lambda count, query, value: {
        a.id for a in count.selected(query) if value in {one.lower() for one in parts(a.told[column])}
    }


def _exactly(count: Recount, query: Query, value: str) -> set[str]:
    wanted = set(value.split("+")) - {""}
    return {
        a.id
        for a in count.selected(query)
        if {level.lower() for level in parts(a.told["Niveaus"])} & set(LEVELS) == wanted
    }


AMONG: dict[str, Callable[[Recount, Query, str], set[str]]] = {
    "los": _los,
    "valt_los_zonder": _loose_without,
    "lijn_met": _line_with,
    "niveau": _named("Niveaus"),
    "betrokkene": _named("Betrokkenen"),
    "deelname": _named("Deelname"),
    "prikker": _exactly,
}
"""The IDs of the activities that each condition holds for, among those that a query selects."""


def _ends(line: Line) -> tuple[Node, Node]:
    one, other = (("gemeente", code) if code == "GM0632" else (kind, code) for kind, code in line.ends)
    return one, other


def _between(count: Recount, query: Query, line: Line, value: str) -> bool:
    one, other = _ends(line)
    places = {a.id: a.place for a in count.selected(query)}
    if one == other or {one[0], other[0]} != {"activiteit"} or not {one[1], other[1]} <= set(places):
        return False
    return value == "activiteiten" or places[one[1]] != places[other[1]]


def _at_end(count: Recount, query: Query, line: Line, value: str) -> bool:
    one, other = _ends(line)
    return node(value) in (one, other) and other in near(count, query).get(one, ())


LINES_AMONG: dict[str, Callable[[Recount, Query, Line, str], bool]] = {"tussen": _between, "eind": _at_end}
"""Whether a line meets each condition, by what a query selects."""
