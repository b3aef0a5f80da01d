"""What the ``bewijs`` of an address counts, by rules of its own: the other half of the recount."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from urllib.parse import parse_qs

from tests.walk.joined import AMONG, LINES_AMONG, network
from tests.walk.recount import (
    FOR_THE_LABOUR_MARKET,
    MUNICIPALITIES,
    NETWORK,
    OURS,
    PLACE_OF,
    UNKNOWN,
    Activity,
    Line,
    Query,
    Recount,
    day_of,
    parts,
    text,
)

NEEDS_A_MAP = ("plek",)
"""Conditions that cannot be recounted: whether coordinates lie within a municipality takes its boundaries."""

FITTING = {
    NETWORK: ("bedrijf", "branchevereniging"),
    "onderwijs": ("vo", "mbo", "hbo", "wo"),
    "welzijn": ("maatschappelijke organisatie", "vrijwilligersorganisatie"),
}


def read(address: str) -> Query:
    """The parameters of the query of an address."""
    return parse_qs(address, keep_blank_values=True)


def conditions(query: Query) -> tuple[str, list[tuple[str, str]]]:
    """What the ``bewijs`` of *query* counts, and the (name, value) that it narrows that by."""
    pairs = [tuple(said.split(":", 1)) for said in query.get("bewijs", [])]
    counted = next((value for name, value in pairs if name == "telt"), "activiteiten")
    return counted, [(name, value) for name, value in pairs if name != "telt"]


def widened(query: Query, where: list[tuple[str, str]]) -> Query:
    """The filters that a figure is counted over, when that is not the selection itself."""
    basis = dict(where).get("basis")
    kept = {name: said for name, said in query.items() if name not in ("bewijs", dict(where).get("ongeacht"))}
    if basis == "register":
        return {"alles": ["true"]}
    if basis == "netwerk":
        return {name: said for name, said in kept.items() if name not in ("regio", "gemeente")}
    if basis == "peildatum":
        return {name: said for name, said in kept.items() if name in ("peildatum", "alles")}
    if basis == "altijd" or "afgelopen" in dict(where):
        return {name: said for name, said in kept.items() if name != "peildatum"} | {"alles": ["true"]}
    if "dag" in dict(where):
        return {name: said for name, said in kept.items() if name != "alles"} | {"peildatum": [dict(where)["dag"]]}
    return kept


def activities(count: Recount, query: Query) -> list[Activity]:
    """The activities that *query* counts with its ``bewijs``."""
    _, where = conditions(query)
    found = count.selected(widened(query, where))
    for name, value in where:
        if name in _PLACE:
            found = [a for a in found if _PLACE[name](a, value)]
        elif name in _TIME:
            found = [a for a in found if _TIME[name](a, value, day_of(query) or count.checked)]
        elif name in _IN_REGISTER:
            found = [a for a in found if _IN_REGISTER[name](count, a, value, day_of(query))]
        elif name in AMONG:
            over = widened(query, where)
            those = AMONG[name](count, over, value)
            found = [a for a in found if a.id in those]
        elif name not in (*_SETTINGS, *_OF_PARTNERS, *_OF_LINES, *LINES_AMONG):
            raise NotImplementedError(f"no rule recounts the evidence {name}:{value}")
    return found


def ids(count: Recount, query: Query) -> list[str]:
    """The IDs of what *query* counts: activities, partners, lines; or the different ingredients, themes, colleges."""
    counted, where = conditions(query)
    for name, value in where:
        if name in ("erbij", "voorbij"):  # counted on the peildatum and not on that day, or the reverse
            rest = [said for said in query["bewijs"] if said != f"{name}:{value}"]
            now, then = (ids(count, query | {"bewijs": said}) for said in (rest, [*rest, f"dag:{value}"]))
            these, those = (now, then) if name == "erbij" else (then, now)
            return [one for one in these if one not in set(those)]
    found, whole = activities(count, query), ("basis", "register") in where
    if counted == "activiteiten":
        return [a.id for a in found]
    if counted == "partners":
        taking_part = set(count.partners) if whole else count.partners_of(found)
        over = count.selected(widened(query, where))
        return [
            p for p in taking_part if all(_OF_PARTNERS[n](count, p, v, over) for n, v in where if n in _OF_PARTNERS)
        ]
    if counted == "verbindingslijnen":
        lines = count.lines if whole else count.lines_of(found, _with_places(widened(query, where), where))
        lines = [x for x in lines if all(_OF_LINES[n](count, x, v) for n, v in where if n in _OF_LINES)]
        over = widened(query, where)
        return [x.id for x in lines if all(LINES_AMONG[n](count, over, x, v) for n, v in where if n in LINES_AMONG)]
    if counted == "soorten":
        partners = ids(count, query | {"bewijs": ["telt:partners", *(f"{n}:{v}" for n, v in where)]})
        return sorted({count.partners[p].kind for p in partners} - {"", UNKNOWN})
    if counted.startswith("groepen"):
        own = network(count, widened(query, where))
        own = own["via_partners"] if counted.endswith("via_partners") else own
        return [str(number) for number in range(own["componenten"])]  # type: ignore[index]
    named = {
        "ingredienten": {str(nr) for a in found for nr in a.ingredients},
        "themas": {theme for a in found for theme in a.themes} - {UNKNOWN},
        "colleges": {a.college for a in found} - {""},
    }
    return sorted(named[counted])


def amount(count: Recount, query: Query | str) -> int:
    """How much the address *query* counts."""
    return len(ids(count, read(query) if isinstance(query, str) else query))


def _with_places(query: Query, where: list[tuple[str, str]]) -> Query:
    """The filters as they decide on lines: a place has lines of its own, another condition leaves those of activities."""
    found = dict(query)
    for name, value in where:
        if name == "plaats":
            found["regio"] = [_NAMES.get(value, value)]
        elif name == "gemeente":
            found["gemeente"] = [MUNICIPALITIES.get(value, value)]
        elif name not in (*_SETTINGS, *_OF_LINES, *LINES_AMONG):
            found["vorm"] = [value]
    return found


_NAMES = {
    "AM19": "Holland Rijnland",
    "AM34": "Zuid-Holland Centraal",
    "AM20": "Midden-Holland",
    "GM0632": "Woerden",
    "AM21": "Haaglanden",
}
_SETTINGS = ("basis", "dag", "afgelopen", "ongeacht")


def _municipality(a: Activity) -> str:
    """Its municipality on the map: elders for one that is not ours, zonder for none or one that is not understood."""
    if a.municipality.startswith("elders"):
        return "elders"
    return a.municipality if a.municipality in MUNICIPALITIES else "zonder"


def _same(typed: str, value: str) -> bool:
    return typed == value


_PLACE: dict[str, Callable[[Activity, str], bool]] = {
    "plaats": lambda a, code: a.place == code,
    "gemeente": lambda a, code: _municipality(a) == code,
    "gemeente_in": lambda a, code: PLACE_OF.get(_municipality(a), _municipality(a)) == code,
    "college": lambda a, name: a.college == name,
    "vorm": lambda a, code: a.form == code,
    "status": lambda a, code: a.status == code,
    "thema": lambda a, code: a.network if code == NETWORK else code in a.themes,
    "ingredient": lambda a, nr: int(nr) in a.ingredients,
    "niet_genoemd": lambda a, nr: int(nr) not in a.ingredients,
    "activiteit": lambda a, identity: a.id == identity,
    "paar": lambda a, pair: a.id in pair.split("|"),
    "zonder_einde": lambda a, _: a.status in ("afgerond", "gestopt") and a.end is None,
    "bijgewerkt": lambda a, _: not text(a.told.get("Bijgewerkt")),
}


def _over(a: Activity, since: date, before: date) -> bool:
    return a.end is not None and since <= a.end < before and a.status != "verkenning"


_TIME: dict[str, Callable[[Activity, str, date], bool]] = {
    "begonnen": lambda a, since, _: a.start is not None and a.start >= date.fromisoformat(since),
    "eindigt": lambda a, until, _: a.end is not None and a.end <= date.fromisoformat(until),
    "afgelopen": lambda a, since, before: _over(a, date.fromisoformat(since), before),
}


def shows(count: Recount, a: Activity, nr: int, day: date | None) -> bool:
    """Whether the register shows ingredient *nr*, by the texts *te zien* on the page itself."""
    told = {name: text(cell) for name, cell in a.told.items()}
    school = {one.lower() for one in parts(a.told["Meerwaarde mboRijnland"])}
    kinds = {count.partners[p].kind for i, p, _ in count.takes_part if i == a.id and p in count.partners}
    forms = ("", UNKNOWN, "pps", "kennisdelingslunch", "anders")
    return {
        1: bool(a.themes - {UNKNOWN} or a.network) and bool(told["Omschrijving"]),
        2: len(kinds - {"", UNKNOWN}) >= 2,
        3: len({one.lower() for one in parts(a.told["Niveaus"])}) >= 2 and bool(told["Betrokkenen"]),
        4: a.place != "zonder",
        5: any(("activiteit", a.id) in x.ends and (not day or not x.since or x.since <= day) for x in count.lines),
        6: bool(told["Samenwerkingsvorm"] or told["Opbrengst"]),
        7: any(i == a.id and adds for i, _, adds in count.takes_part) or bool(school and told["Meerwaarde partners"]),
        8: a.network or bool(school & FOR_THE_LABOUR_MARKET),
        9: bool(told["Opbrengst"]) or (a.form not in forms and a.status in ("actief", "afgerond")),
        10: bool(school),
        11: bool(told["Meerwaarde partners"]),
    }[nr]


def _asks_for_a_look(count: Recount, a: Activity, days: str, _: date | None) -> bool:
    updated = a.told["Bijgewerkt"]
    old = updated is not None and count.checked - updated.date() > timedelta(days=int(days))
    past = a.status in ("afgerond", "gestopt") or (a.end is not None and a.end < count.checked)
    return old or (past and not text(a.told["Opbrengst"]))


_IN_REGISTER: dict[str, Callable[[Recount, Activity, str, date | None], bool]] = {
    "te_zien": lambda count, a, nr, day: shows(count, a, int(nr), day),
    "niet_te_zien": lambda count, a, nr, day: not shows(count, a, int(nr), day),
    "partner": lambda count, a, identity, _: identity in count.partners_of([a]),
    "actualiseren": _asks_for_a_look,
    "strategische_partner": lambda count, a, _, __: any(count.partners[p].strategic for p in count.partners_of([a])),
    "meerwaarde_mborijnland": lambda _, a, value, __: value.lower() in added(a, "mboRijnland"),
    "meerwaarde_partners": lambda _, a, value, __: value.lower() in added(a, "partners"),
}


def added(a: Activity, side: str) -> set[str]:
    """What a side adds, by its codes."""
    long = {"onderwijsomgeving (labs)": "onderwijsomgeving", "toegepast onderzoek (practoraten)": "toegepast onderzoek"}
    said = (part.lower() for part in parts(a.told[f"Meerwaarde {side}"]))
    return {long.get(part, part) for part in said}


_OF_PARTNERS: dict[str, Callable[[Recount, str, str, list[Activity]], bool]] = {
    "gevestigd": lambda count, p, place, _: PLACE_OF.get(count.partners[p].municipality) == place,
    "strategisch": lambda count, p, _, __: count.partners[p].strategic,
    "doet_mee_in": lambda count, p, place, over: p in count.partners_of([a for a in over if a.place == place]),
    "past_bij": lambda count, p, theme, _: count.partners[p].kind in FITTING[theme],
    "soort": lambda count, p, code, _: count.partners[p].kind == code,
    "partnerrol": lambda count, p, role, over: any((a.id, p, role) in count.roles for a in over),
    "in_regios": lambda count, p, _, over: (
        len({a.place for a in over if a.place in OURS and p in count.partners_of([a])}) > 1
    ),
}


def _joins(count: Recount, line: Line, pair: str, level: str) -> bool:
    return sorted(_ends(count, line, level)) == sorted(pair.split("|"))


def _lies(count: Recount, line: Line, where: str, level: str) -> bool:
    one, other = _ends(count, line, level)
    if {one, other} & {"elders", "zonder"}:
        return where == "buiten"
    return where == ("binnen" if one == other else "tussen")


def _ends(count: Recount, line: Line, level: str) -> tuple[str, str]:
    """The places of both ends; by municipality an end that only has a region belongs to that region."""
    found = []
    for kind, code in line.ends:
        if kind == UNKNOWN:
            found.append("zonder")
        elif kind == "regio":
            found.append(code if code in (*OURS, "AM21") else "elders")
        elif level == "plaats":
            found.append(count.place_of_end((kind, code), level))
        elif kind == "gemeente":
            found.append(code if code in MUNICIPALITIES else "elders")
        else:
            a = count.activities[code]
            there = _municipality(a)
            found.append(a.place if there == "zonder" else there)
    return found[0], found[1]


_OF_LINES: dict[str, Callable[[Recount, Line, str], bool]] = {
    "lijnvorm": lambda _, line, code: line.form == code,
    "tussen_plaatsen": lambda count, line, pair: _joins(count, line, pair, "plaats"),
    "tussen_gemeenten": lambda count, line, pair: _joins(count, line, pair, "gemeente"),
    "ligging_plaatsen": lambda count, line, where: _lies(count, line, where, "plaats"),
    "ligging_gemeenten": lambda count, line, where: _lies(count, line, where, "gemeente"),
    "raakt_plaats": lambda count, line, code: code in _ends(count, line, "plaats"),
    "raakt_gemeente": lambda count, line, code: code in _ends(count, line, "gemeente"),
}
