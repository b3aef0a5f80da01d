"""A link to evidence, held both ways: what it counts by its address, and what its words say that it counts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.walk import asked
from tests.walk.recount import FORMS, KINDS, LINE_FORMS, MUNICIPALITIES, PLACES, STATUSES, Query, Recount
from tests.walk.words import DAY, NUMBER, About, date_in, ingredient, share, theme

_COUNTED = {
    "activiteit": "activiteiten",
    "partner": "partners",
    "verbindingslijn": "verbindingslijnen",
    "ingrediënt": "ingredienten",
    "thema": "themas",
    "college": "colleges",
}
_PLACES = {name: code for code, name in PLACES.items()} | {"zonder plaats": "zonder", "elders": "elders"}
_BASES = {
    "in het hele register": "register",
    "in het hele netwerk": "netwerk",
    "ongeacht regio of gemeente": "netwerk",
    "zonder andere filters": "peildatum",
    "ongeacht peildatum": "altijd",
}
Where = tuple[str, str]
_WITH_A_COMMA = (
    "langer dan een jaar niet bijgewerkt, of voorbij, nog zonder opbrengst",
    "afgerond of gestopt, zonder Einde",
)


def _day(said: str) -> str:
    return date_in(said).isoformat()


# What a phrase of a label stands for; the first pattern that fits the whole of it.
_PHRASES: tuple[tuple[str, object], ...] = (
    (rf"voorbij sinds ({DAY})", lambda m: ("voorbij", _day(m[1]))),
    (rf"erbij sinds ({DAY})", lambda m: ("erbij", _day(m[1]))),
    (r"afgerond of gestopt, zonder Einde", lambda m: ("zonder_einde", "ja")),
    (rf"op ({DAY})", lambda m: ("dag", _day(m[1]))),
    (rf"Start op of na ({DAY})", lambda m: ("begonnen", _day(m[1]))),
    (rf"eindigt uiterlijk op ({DAY})", lambda m: ("eindigt", _day(m[1]))),
    (rf"afgelopen sinds ({DAY})", lambda m: ("afgelopen", _day(m[1]))),
    (r"thema (.+)", lambda m: ("thema", theme(m[1]))),
    (r"ingrediënt (.+) nog niet onderbouwd", lambda m: ("niet_te_zien", str(ingredient(m[1])))),
    (r"ingrediënt (.+) onderbouwd", lambda m: ("te_zien", str(ingredient(m[1])))),
    (r"ingrediënt (.+) niet genoemd", lambda m: ("niet_genoemd", str(ingredient(m[1])))),
    (r"ingrediënt (.+)", lambda m: ("ingredient", str(ingredient(m[1])))),
    (r"status (.+)", lambda m: ("status", m[1])),
    (r"gemeente in (.+)", lambda m: ("gemeente_in", _PLACES[m[1]])),
    (r"gevestigd in (.+)", lambda m: ("gevestigd", _PLACES[m[1]])),
    (r"doet mee in (.+)", lambda m: ("doet_mee_in", _PLACES[m[1]])),
    (r"(\S+) en (\S+)", lambda m: ("paar", f"{m[1]}|{m[2]}")),
    (r"strategische relatie", lambda m: ("strategisch", "ja")),
    (r"met een strategische relatie", lambda m: ("strategische_partner", "ja")),
    (r"initiatiefnemer", lambda m: ("partnerrol", "initiatiefnemer")),
    (r"in meer dan één regio", lambda m: ("in_regios", "meer")),
    (r"meerwaarde (mborijnland|partners): (.+)", lambda m: (f"meerwaarde_{m[1]}", m[2].split(" (")[0])),
    (r"met een lijn naar (.+)", lambda m: ("lijn_met", m[1])),
    (r"met partner (.+)", lambda m: ("partner", m[1])),
    (r"langer dan een jaar niet bijgewerkt, of voorbij, nog zonder opbrengst", lambda m: ("actualiseren", "365")),
)


def phrase(said: str) -> list[Where]:
    """The conditions that *said* can stand for; none when nobody knows it."""
    if said == "ongeacht college":
        return [("ongeacht", "college")]
    if said in _BASES:
        return [("basis", _BASES[said])]
    for known, build in _PHRASES:
        found = re.fullmatch(known, said)
        if found:
            return [build(found)]  # type: ignore[operator]
    if said.startswith(("van of naar ", "tussen ", "binnen ")):
        return [("lijn", said)]
    kinds = {kind: kind.removeprefix("onderwijs: ") for kind in KINDS}
    names = [
        *(("plaats", code) for name, code in _PLACES.items() if name == said),
        *(("gemeente", code) for code, name in MUNICIPALITIES.items() if name == said),
        *(("vorm", code) for code, name in FORMS.items() if name.lower() == said.lower()),
        *(("soort", code) for name, code in kinds.items() if name == said.lower()),
        *(("lijnvorm", code) for code, name in LINE_FORMS.items() if name.lower() == said.lower()),
        *(("status", status) for status in STATUSES if status == said),
    ]
    return names or [("college", said)]


def _by_id(count: Recount, said: str) -> str:
    """*said* with each activity and partner that is called by its name and its ID by that ID alone."""
    for identity in re.findall(r"\(([^()]+)\)", said):
        for known in (count.activities, count.partners):
            if identity in known:
                said = said.replace(f"{known[identity].name} ({identity})", identity, 1)
    return said


_NAMED = ("activiteit", "partner", "lijn_met", "deel", "deel_via_partners", "paar", "valt_los_zonder", "eind")


def _by_name(count: Recount, label: str, where: list[Where]) -> Iterator[str]:
    """Whether an activity or partner of the address is called by its name, with its ID behind it."""
    for name, value in where:
        if name in _NAMED:
            for identity in value.split(":")[-1].split("|"):
                names = {k[identity].name for k in (count.activities, count.partners) if identity in k}
                if not any(f"{one} ({identity})" in label for one in names):
                    yield f"the link {label!r} does not say what {identity} is called"


def _of_lines(where: Where) -> bool:
    return where[0].startswith(("raakt_", "tussen", "ligging_", "eind"))


def hold(t: About, label: str, query: Query) -> Iterator[str]:
    """What is wrong with the figures of a link with these words to this address."""
    first = re.search(rf"(?<![\w.,])({NUMBER})(?![\w%])", re.sub(DAY, "", label))
    if not first or ("bewijs" not in query and not re.search(r"activiteit|Bekijk de \d", label)):
        return
    counted, where = asked.conditions(query)
    if any(name in asked.NEEDS_A_MAP for name, _ in where):
        return
    kept = {name: said for name, said in query.items() if name in (*t.query, "peildatum", "alles")}
    if kept != dict(t.query):
        yield f"the link {label!r} is of another selection: {kept}"
    n = asked.amount(t.count, query)
    if first[1] not in (str(n), f"{n:,}".replace(",", ".")):
        yield f"the link {label!r} leads to {n}"
    said = re.search(r"(?<=\d )(?:verschillende )?(activiteit|partner|verbindingslijn|ingrediënt|thema|college)", label)
    if said and _COUNTED[said[1]] != counted and "netwerkthema" not in label:
        yield f"the link {label!r} counts {counted}"
    yield from _words(t.count, label, where)
    yield from _of_the_whole(t, label, counted, where, n)


def _words(count: Recount, label: str, where: list[Where]) -> Iterator[str]:
    """Whether the words behind a colon name just the conditions of the address."""
    found = re.fullmatch(rf"(?:{NUMBER}) [^:]+: (.+)", label)
    if not found:
        return
    yield from _by_name(count, label, where)
    said = _by_id(count, found[1])
    for whole in _WITH_A_COMMA:
        said = said.replace(whole, whole.replace(", ", "¦"))
    named = [condition for part in said.split(", ") for condition in phrase(part.replace("¦", ", "))[:1]]
    missing = [
        (name, value)
        for name, value in where
        if not _of_lines((name, value))
        and (name, value) not in [c for part in said.split(", ") for c in phrase(part.replace("¦", ", "))]
        and not (name == "basis" and any(other in ("plaats", "gemeente") for other, _ in where))
        and (name, value) != ("basis", "peildatum")
        and name not in ("past_bij", "valt_los_zonder")
    ]
    if missing:
        yield f"the link {label!r} does not say {missing} but {named}"


def _of_the_whole(t: About, label: str, counted: str, where: list[Where], n: int) -> Iterator[str]:
    """\"10 van de 90\": the same in the network; a percentage is of the activities of the place."""
    here = [(name, value) for name, value in where if name in ("plaats", "gemeente")]
    whole = re.search(rf"van (?:de )?({NUMBER})(?!.*van)", label)
    on_theme = "netwerkthema" in label
    if whole and here:
        rest = {k: v for k, v in where if k not in ("plaats", "gemeente", "raakt_plaats", "raakt_gemeente")}
        base = (
            t.n(**dict(here))
            if on_theme and re.match(rf"{NUMBER} van de", label)
            else t.everywhere().n(counted, **rest)
        )
        if whole[1] != str(base):
            yield f"the base of {label!r} is {base}"
    if here and re.fullmatch(rf"Alle (?:{NUMBER}) \S+", label):
        rest = {k: v for k, v in where if k not in ("plaats", "gemeente", "raakt_plaats", "raakt_gemeente")}
        if n != (whole_of := t.everywhere().n(counted, **rest)):
            yield f"{label!r} are not all, but {n} of {whole_of}"
    percentage = re.search(r"\((\d+(?:,\d)?)%\)", label)
    if percentage and here:
        of = t.n(**dict(here))
        if percentage[1] != share(n, of):
            yield f"the share of {label!r} is {share(n, of)}% of {of}"


def hold_button(t: About, told: str) -> Iterator[str]:
    """A link of the page Register to itself, which has no address: it counts what its words say."""
    found = re.fullmatch(rf"(?:Bekijk de )?({NUMBER}) (\w+)(?:: (.+))?(?: in deze selectie)?", told)
    if not found:
        yield f"no rule knows the button {told!r}"
        return
    counted = next(code for word, code in _COUNTED.items() if found[2].startswith(word))
    parts = _by_id(t.count, found[3]).split(", ") if found[3] else []
    where = [f"{name}:{value}" for part in parts for name, value in phrase(part)[:1]]
    if "deze selectie" in told and "partner" in t.more:
        where.append(f"partner:{t.more['partner'][0]}")
    outside = parts and parts[0] in _PLACES and "regio" in t.query and t.n(**dict([phrase(parts[0])[0]])) == 0
    query = t.query | {"bewijs": [f"telt:{counted}", *where, *(["basis:netwerk"] if outside else [])]}
    n = asked.amount(t.count, query)
    if found[1] != str(n):
        yield f"the button {told!r} counts {n}"


def hold_only_here(t: About, heading: str, told: str, query: Query) -> Iterator[str]:
    """What is said to be nowhere else in the network, or in a region."""
    counted, where = asked.conditions(query)
    here = {name for name in ("plaats", "gemeente") if name in dict(where)}
    if not here or not re.search(r"\d", told):
        return
    rest = {name: value for name, value in where if name not in here}
    region = heading.removeprefix("Nergens anders in ").split(" (")[0]
    wider = {"plaats": _PLACES[region]} if region in _PLACES else {}
    inside, outside = t.everywhere().n(counted, **dict(where)), t.everywhere().n(counted, **rest, **wider)
    if inside != outside:
        yield f"{told!r} under {heading!r}: there are {outside} in all"
