"""The messages that slides have as their titles, and that a summary tells, each counted anew."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import permutations

from tests.walk.joined import missing, network
from tests.walk.network import rules
from tests.walk.recount import INGREDIENTS, MUNICIPALITIES, NETWORK, OURS, PLACES, THEMES
from tests.walk.sentences import Said, _ever, listed, per_kind, quarter_end, quarter_ends, year_before
from tests.walk.words import AREAS, About, Answer, area, date_in

PLANNED = ", volgens de planning"
NAMED = 3
"""So many that share an amount are named together; of more it is said how many they are."""


def told_of(t: About, message: str) -> list[str]:
    """What is wrong with a message: of a day still to come it says that it is planned, and of no other."""
    planned = t.peildatum is not None and t.peildatum > t.count.checked
    wrong = rules.hold(t, message.removesuffix(PLANNED))
    counted = message.startswith(("Geteld", "In ")) or not any(sign.isdigit() for sign in message)
    return wrong if counted or message.endswith(PLANNED) == planned else [*wrong, f"planned or not: {message!r}"]


def _part(n: int, of: int, *, short: bool = False) -> str:
    """A part of all activities, as it stands within a sentence."""
    if n == of:
        return {1: "1 activiteit", 2: "beide activiteiten"}.get(of, f"alle {of} activiteiten")
    if not n:
        return "geen activiteiten" if of > 1 else "geen activiteit"
    return f"{n} van de {of}{'' if short else ' activiteiten'}"


def _is_part(said: str, n: int, of: int, *, short: bool = False) -> str:
    expected = _part(n, of, short=short)
    return "" if said in (expected, expected[:1].upper() + expected[1:]) else f"{said!r} is {expected!r}"


def _named(said: str | None, names: Iterable[str]) -> str:
    """Whether *said* names all of *names*, or nothing where they are too many."""
    names = [name.lower() for name in names]
    if len(names) > NAMED:
        return "" if said is None else f"{said!r} are {len(names)}"
    return "" if said is not None and said.lower() in map(listed, permutations(names)) else f"{said!r} is {names}"


def _most(counts: Mapping[str, int]) -> tuple[int, list[str]]:
    most = max(counts.values(), default=0)
    return most, [name for name, n in counts.items() if n == most]


@rules("<n> activiteit[en]: {{<n:more> meer|<n:less> minder} dan|evenveel als} een jaar eerder")
def beside_a_year_before(t: About, said: Said) -> Answer:
    n = t.n()
    apart = n - t.on(year_before(t.peildatum or t.count.checked)).n()
    right = ("more" in said, "less" in said) == (apart > 0, apart < 0)
    return {"n": n, "more": apart, "less": -apart, "": "" if right else f"it differs by {apart}"}


@rules("<n> activiteit[en], <n:partners> partner[s] en <n:lines> verbindingslijn[en]")
def how_much(t: About, _: Said) -> Answer:
    return {"n": t.n(), "partners": t.n("partners"), "lines": t.n("verbindingslijnen")}


@rules("<n> partner[s][, het meest <text:kinds> ([elk ]<n:most>),] en <n:lines> verbindingslijn[en]")
def partners_and_lines(t: About, said: Said) -> Answer:
    most, names = _most({kind: n for kind, n in per_kind(t).items() if kind != "Onbekend"})
    wrong = _named(said.get("kinds"), names) if most else "" if "kinds" not in said else "no kind is known"
    known = {"n": t.n("partners"), "most": most, "lines": t.n("verbindingslijnen"), "kinds": said.get("kinds")}
    return known | {"": wrong}


@rules("De meeste activiteiten in <text:where>[ {regio's|gemeenten}]: [elk ]<n> van de <n:of>")
def most_on_map(t: About, said: Said) -> Answer:
    """In which regions, or in which municipalities."""
    wrong = []
    for level, names in (("plaats", {code: PLACES[code] for code in (*OURS, "AM21")}), ("gemeente", MUNICIPALITIES)):
        counts = {name: t.n(**{level: code}) for code, name in names.items()}
        most, top = _most(counts)
        many = said["where"].startswith(f"{len(top)} van de ")
        fits = many if len(top) > NAMED else not _named(said["where"], top)
        wrong.append("" if fits and most == int(said["n"]) else f"most are in {top}: {most}")
    return {"where": said["where"], "n": said["n"], "of": t.n(), "": "" if "" in wrong else "; ".join(wrong)}


@rules("<text:part> in <area>", last=True)
def all_on_map(t: About, said: Said) -> Answer:
    """Where only one area is on the map, how many of all are in it."""
    where = [area(said["area"]), *([{"gemeente": "GM0632"}] if said["area"] == "Woerden" else [])]
    found = [_is_part(said["part"], t.n(**each), t.n()) for each in where]
    return {"part": said["part"], "": "" if "" in found else "; ".join(found)}


@rules("<text:part> op het netwerkthema[; verder het vaakst <text:themes> ([elk ]<n:most>)]", last=True)
def on_themes(t: About, said: Said) -> Answer:
    most, names = _most({theme: t.n(thema=theme) for theme in THEMES})
    wrong = _is_part(said["part"], t.n(thema=NETWORK), t.n(), short=True)
    told = _named(said.get("themes"), names) if most else "" if "themes" not in said else "no theme is named"
    return {"part": said["part"], "themes": said.get("themes"), "most": most, "": wrong or told}


def _per_ingredient(t: About) -> dict[str, int]:
    return {name.replace("’", "'"): t.n(ingredient=nr) for nr, name in enumerate(INGREDIENTS, start=1)}


@rules("Elk ingrediënt is bij <n> van de <n:of> activiteit[en] genoemd")
def each_as_often(t: About, said: Said) -> Answer:
    counts = set(_per_ingredient(t).values())
    return {"n": said["n"], "of": t.n(), "": "" if counts == {int(said["n"])} else f"counted {counts}"}


@rules(
    "Het meest genoemd: <text:high> ([elk ]<n:most> van de <n:of>)",
    "Het minst genoemd: <text:low> ([elk ]<n:least> van de <n:of>)[; het meest: <text:high> ([elk ]<n:most>)]",
    "Nog niet genoemd: <text:low>[; het meest: <text:high> ([elk ]<n:most>)]",
)
def on_ingredients(t: About, said: Said) -> Answer:
    counts = _per_ingredient(t)
    most, high = _most(counts)
    least = min(counts.values())
    low = [name for name, n in counts.items() if n == least]
    said = {name: value.replace("’", "'") if name in ("high", "low") else value for name, value in said.items()}
    wrong = _named(said.get("high"), high)
    wrong = wrong or ("" if "low" not in said and len(low) > NAMED else _named(said.get("low"), low))
    wrong = wrong or ("least is not 0" if "low" in said and ("least" in said) != (least > 0) else "")
    return {"most": most, "least": least, "of": t.n(), "": wrong}


@rules("<text:what> in <text:where>: bij <text:part> daar")
def most_in_a_square(t: About, said: Said) -> Answer:
    rows = {name.lower(): {"ingredient": nr} for nr, name in enumerate(INGREDIENTS, start=1)}
    if said["what"].lower().replace("'", "’") not in rows:
        rows = {theme: {"thema": theme} for theme in (*THEMES, NETWORK)}
    level, code = AREAS[said["where"]]
    codes = [code for known, code in AREAS.values() if known == level]
    n = t.n(**rows[said["what"].lower().replace("'", "’")], **{level: code})
    most = max(t.n(**what, **{level: each}) for what in rows.values() for each in codes)
    wrong = _is_part(said["part"], n, t.n(**{level: code}))
    return {"part": said["part"], "": wrong or ("" if n == most else f"{most} is more")}


@rules(
    "Van <n:before> actieve activiteiten in <text:first> naar <n> in <text:last>",
    "<n> activiteit[en] actief in <text:last>, evenveel als in <text:first>",
    "<n> activiteit[en] actief in elk kwartaal",
)
def through_time(t: About, said: Said) -> Answer:
    last = t.peildatum or t.count.checked
    days = quarter_ends(last)
    counts = [t.on(day).n() for day in days]
    ends = {"first": days[0], "last": days[-1]}
    wrong = [name for name, day in ends.items() if name in said and min(quarter_end(said[name]), last) != day]
    if "before" not in said:
        wrong += [] if counts[0] == counts[-1] else ["they differ"]
        wrong += [] if ("last" in said) == (len(set(counts)) > 1) else ["in each quarter, or not"]
    return {"n": counts[-1], "before": counts[0], "": "; ".join(wrong)} | {name: said.get(name) for name in ends}


@rules(
    "<text:part> {heeft|hebben} een lijn naar een andere",
    "Tussen deze <n:total> activiteiten is nog geen lijn geregistreerd",
)
def joined(t: About, said: Said) -> Answer:
    n = t.n() - int(str(network(t.count, t.query)["losse_activiteiten"]))
    if "part" not in said:
        return {"": f"{n} have" if n else "", "total": t.n()}
    return {"part": said["part"], "": _is_part(said["part"], n, t.n())}


@rules("<n> {paar activiteiten deelt iets en is|paren activiteiten delen iets en zijn} nog niet verbonden")
def not_joined_yet(t: About, _: Said) -> Answer:
    return {"n": len(missing(t.count, t.query))}


@rules("<area>: <n> activiteit[en] met <n:partners> partner[s]")
def in_a_place(t: About, _: Said) -> Answer:
    return {"n": t.n(), "partners": t.n("partners")}


@rules("<n> activiteit[en], de nieuwste met start op <day>")
def the_newest(t: About, said: Said) -> Answer:
    newest = max(activity.start for activity in t.count.selected(t.query) if activity.start)
    return {"n": t.n(), "": "" if date_in(said["day"]) == newest else f"the newest is of {newest}"}


def _open_themes(t: About, where: Mapping[str, str]) -> int:
    return sum(not _ever(t).n(thema=theme, **where) for theme in (NETWORK, *THEMES[:-1]))


@rules("In <area> is rond <n> thema['s] nog niets geregistreerd")
def open_here(t: About, said: Said) -> Answer:
    found = {_open_themes(t, area(said["area"]))}
    if said["area"] == "Woerden":
        found.add(_open_themes(t, {"gemeente": "GM0632"}))
    return {"n": said["n"], "": "" if int(said["n"]) in found else f"counted {found}"}


@rules("In <n> van de <n:of> {regio's|gemeenten} is rond een of meer thema's nog niets geregistreerd")
def open_somewhere(t: About, _: Said) -> Answer:
    areas = [{"plaats": place} for place in OURS]
    if "gemeente" in t.query:
        areas = [area(name) for name in t.query["gemeente"]]
    asked = [where for where in areas if t.n(**where)]
    return {"n": sum(_open_themes(t, where) > 0 for where in asked), "of": len(asked)}


@rules("Geteld: <text:part> in het register")
def counted_of_all(t: About, said: Said) -> Answer:
    return {"part": said["part"], "": _is_part(said["part"], t.n(), len(t.count.activities))}
