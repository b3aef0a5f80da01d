"""The sentences with figures that the product writes, each with what its figures must be by the recount.

A new sentence needs a rule here before it can be shown: what no rule knows makes the walk fail.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from itertools import permutations
from math import floor
from pathlib import Path
from typing import Any

from tests.walk.recount import (
    FORMS,
    INGREDIENTS,
    KINDS,
    LINE_FORMS,
    MUNICIPALITIES,
    NETWORK,
    OURS,
    PLACE_OF,
    PLACES,
    THEMES,
    UNKNOWN,
)
from tests.walk.words import (
    FEW,
    About,
    Answer,
    Rules,
    area,
    date_in,
    figures,
    ingredient,
    share,
    signed,
    theme,
    year_before,
)

CONTEXT = Path(__file__).resolve().parents[2] / "data" / "context.csv"
rules = Rules()
Said = dict[str, str]

ACTIVITIES = "activiteit[en]"


def _few(t: About, n: int, said_few: bool) -> str:
    return "" if said_few == (n < FEW) else f"{n} activities are {'not ' if n < FEW else ''}said to be few"


# ── What a figure is of ──────────────────────────────────────────────────────────────────────────────────────


@rules("<text:chosen> — {<n> van de|alle} <n:whole> activiteiten in het register")
def selection_line(t: About, said: Said) -> Answer:
    wrong = "" if said["chosen"] == t.described else f"it is of {t.described!r}"
    if "n" not in said and t.n() != len(t.count.activities):
        wrong = f"they are not all, but {t.n()}"
    return {"n": t.n(), "whole": len(t.count.activities), "": wrong}


@rules("<n> van de <n:whole> in het register")
def in_workbook(t: About, _: Said) -> Answer:
    return {"n": t.n(), "whole": len(t.count.activities)}


@rules("<text:chosen> · <n> activiteit[en], ongeacht peildatum · {leeftijd|ouderdom} op <day>")
def whatever_the_date(t: About, said: Said) -> Answer:
    expected = t.described.rsplit(" · ", 1)[0]
    return {"n": t.on(None).n(), "": "" if said["chosen"] == expected else f"it is of {expected!r}"}


@rules(
    "[Alle cijfers hierna gaan over: |Cijfers per regio: ]<text:chosen> · <n> activiteit[en][, <any:few> voor percentages]"
)
def basis(t: About, said: Said) -> Answer:
    t = in_quarter(t)
    n = t.n()
    wrong = "" if said["chosen"] == t.described else f"it is of {t.described!r}"
    if ("few" in said) != (0 < n < FEW):
        wrong = f"{n} activities are {'not ' if 'few' not in said else ''}said to be few"
    return {"n": n, "": wrong}


@rules("Buiten deze keuze, en hier niet meegeteld: <text:others>")
def outside(t: About, said: Said) -> Answer:
    """Every other place that has activities, with their number."""
    inside = {area(name)["plaats"] for name in t.query["regio"]} if "regio" in t.query else set()
    counts = {
        PLACES[code].lower() if code in ("elders", "zonder") else PLACES[code]: t.everywhere().n(plaats=code)
        for code in PLACES
        if code not in inside
    }
    expected = {name: n for name, n in counts.items() if n}
    found = dict(re.findall(r"(\D+?) (\d+)(?:, | en |\.|$)", said["others"]))
    wrong = "" if {k: int(n) for k, n in found.items()} == expected else f"outside the choice are {expected}"
    return {"others": said["others"], "": wrong}


@rules("<n> rij[en] {telt|tellen} niet mee")
def left_out(t: About, _: Said) -> Answer:
    return {"n": t.count.typed["Activiteiten"] - len(t.count.activities)}


# ── How it was ───────────────────────────────────────────────────────────────────────────────────────────────


def then(t: About) -> About:
    return t.on(year_before(t.peildatum or date.min))


@rules("<card>: <n:now>[; een jaar eerder <n:then> (<+>)][; van de <n:all> <text:beside>]")
def card(t: About, said: Said) -> Answer:
    counted, where = _CARDS[said["card"]]
    now, before = t.n(counted, **where), then(t).n(counted, **where) if "then" in said else 0
    if ("hele netwerk" in said.get("beside", "")) and t.by_content:
        return {"all": "not of the whole network"}
    return {"now": now, "then": before, "change": signed(now - before), "all": t.everywhere().n(counted, **where)}


_CARDS: dict[str, tuple[str, dict[str, str]]] = {
    "Activiteiten": ("activiteiten", {}),
    "Partners": ("partners", {}),
    "Verbindingslijnen": ("verbindingslijnen", {}),
    "Op het netwerkthema": ("activiteiten", {"thema": NETWORK}),
    "Netwerkthema": ("activiteiten", {"thema": NETWORK}),
}


@rules(
    "Op <day> <verb>[ <plan>] <n:now> activiteit[en] actief; <any:when>[ (<day:before>)] {was|waren|is|zijn} {dat er[ <any:too>] <n:then>|er geen}. "
    "{Sindsdien|In de tussentijd} [{kwam|kwamen|komt|komen} er <n:came> bij][ en ][{is|zijn|was|waren} er <n:went> voorbij]"
)
def movement(t: About, said: Said) -> Answer:
    came, went = since(t)
    found = {"now": t.n(), "then": then(t).n(), "came": came, "went": went}
    left_out = [name for name, n in (("came", came), ("went", went)) if n and name not in said]
    wrong = f"{left_out} is not said" if left_out else ""
    wrong = wrong or ("" if "then" in said or not found["then"] else "there were some")
    if said.get("too", "") != ("ook" if "then" in said and found["then"] == found["now"] else ""):
        wrong = f"it is {'not ' if 'too' in said else ''}as many as then"
    return found | {"": wrong or _tense(t, said) or when(t, said["when"])}


@rules("Een jaar eerder (<day>): <n> activiteit[en]")
def a_year_before(t: About, _: Said) -> Answer:
    """Alone only when nothing came or went since."""
    return {"n": then(t).n(), "": "what came and went is not said" if any(since(t)) else ""}


def since(t: About) -> tuple[int, int]:
    """How many activities came and how many went since a year before."""
    day = year_before(t.peildatum or date.min).isoformat()
    return t.n(erbij=day), t.n(voorbij=day)


def when(t: About, said: str) -> str:
    return "" if said.strip() == "een jaar eerder" else f"{said!r} is not a year before"


def _tense(t: About, said: Said) -> str:
    """Of a day gone by in the past, of a day to come as planned."""
    verbs = {"toen": ("was", "waren"), "nu": ("is", "zijn"), "dan": ("is", "zijn")}[t.tense]
    if said["verb"] not in verbs or ("plan" in said) != (t.tense == "dan"):
        return f"it is spoken of in another tense than of a day {t.tense}"
    return ""


@rules("Op <day> <verb> <plan> <n:now> activiteit[en] actief")
def planned(t: About, said: Said) -> Answer:
    return {"now": t.n(), "": "" if t.tense == "dan" else "that day is not to come"}


@rules(
    "[Tussen haakjes het v|V]erschil met <any:when> (<day>): {niets|<n:came> activiteit[en]} erbij, {niets|<n:went>} voorbij",
    "Een jaar eerder (<day>): <n:then>. {Sindsdien|In de tussentijd} [{kwam|kwamen|komt|komen} er <n:came> bij][ en ][{is|zijn|was|waren} er <n:went> voorbij]",
    "Een jaar eerder (<day>): <n:then> activiteit[en]. {Sindsdien|In de tussentijd} [{kwam|kwamen|komt|komen} er <n:came> bij][ en ][{is|zijn|was|waren} er <n:went> voorbij]",
)
def balance(t: About, said: Said) -> Answer:
    came, went = since(t)
    missing = [n for name, n in (("came", came), ("went", went)) if n and name not in said]
    wrong = f"{missing} is left out" if missing else ""
    return {"came": came, "went": went, "then": then(t).n(), "": wrong}


@rules("<n> activiteit[en] {is|zijn} afgerond of gestopt zonder Einde en {telt|tellen} daarom op geen enkele dag mee")
def undated(t: About, _: Said) -> Answer:
    return {"n": t.on(None).n(zonder_einde="ja")}


# ── Wat valt op ──────────────────────────────────────────────────────────────────────────────────────────────


SINCE = "{Sinds <day:since>|Tussen <day:from> en <day:to>}"


def _from(t: About, said: Said) -> date:
    """The day since when a sentence tells; a span ends on the peildatum."""
    return date_in(said.get("since") or said["from"])


def as_planned(t: About, said: Said) -> str:
    """Whether a sentence about a day to come says that it is so by the planning, and no other does."""
    if ("plan" in said) == (t.tense == "dan"):
        return ""
    return "a day to come is spoken of as if it were known" if t.tense == "dan" else "that day is not to come"


@rules(f"{SINCE} {{begon|begonnen|begint|beginnen}}[ <plan>] <n> activiteit[en][ ([onder meer ]<names>)]")
def newcomers(t: About, said: Said) -> Answer:
    return {"n": t.n(begonnen=_from(t, said)), "": as_planned(t, said)}


@rules(
    SINCE
    + " {is|zijn|kwam|kwamen|komt|komen} er in <area>[ <plan>] <n> activiteit[en] rond <theme>[ ([onder meer ]<names>)], de eerste daar volgens het register",
)
def first_theme(t: About, said: Said) -> Answer:
    return {
        "n": t.n(begonnen=_from(t, said), thema=theme(said["theme"]), **area(said["area"])),
        "": as_planned(t, said),
    }


@rules(
    SINCE
    + " {is|zijn|kwam|kwamen|komt|komen} er in <area>[ <plan>] <n> activiteit[en] met de vorm ‘<any:form>’[ ([onder meer ]<names>)], de eerste daar volgens het register"
)
def first_form(t: About, said: Said) -> Answer:
    codes = {label: code for code, label in FORMS.items()}
    return {"n": t.n(begonnen=_from(t, said), vorm=codes[said["form"]], **area(said["area"])), "": as_planned(t, said)}


@rules(
    SINCE
    + " {is|zijn|kwam|kwamen|komt|komen} er in <area>[ <plan>] <n> activiteit[en] met ingrediënt ‘<ingredient>’[ ([onder meer ]<names>)], de eerste daar volgens het register"
)
def first_ingredient(t: About, said: Said) -> Answer:
    return {
        "n": t.n(begonnen=_from(t, said), ingredient=ingredient(said["ingredient"]), **area(said["area"])),
        "": as_planned(t, said),
    }


@rules(
    "{Tot en met|Tussen <day:from> en} <day:until> {eindigt|eindigen|eindigde|eindigden}[ <plan>] <n> activiteit[en][ ([onder meer ]<names>)]"
)
def endings(t: About, said: Said) -> Answer:
    until = date_in(said["until"])
    if "from" in said and until == t.peildatum:  # looking back
        return {"n": t.n(afgelopen=date_in(said["from"])), "": as_planned(t, said)}
    return {"n": t.n(eindigt=until), "": as_planned(t, said)}


@rules(SINCE + " {is|zijn|eindigde|eindigden}[ dan] <n> activiteit[en][ geëindigd][ ([onder meer ]<names>)]")
def ended(t: About, said: Said) -> Answer:
    return {"n": t.n(afgelopen=_from(t, said))}


def compared_with(t: About, said: str) -> str:
    """What a place is compared with: the whole network, or all activities that meet the filters on content."""
    if not t.by_content:
        return "" if said.removeprefix("bij ") == "in het hele netwerk" else f"{said!r} is the whole network"
    names = [name for kind in ("college", "thema") for name in t.query.get(kind, [])]
    right = "alle activiteiten" in said and all(name.lower() in said.lower() for name in names)
    return "" if right and "netwerk" not in said else f"{said!r} is not what it is compared with"


@rules(
    "In <area> {gaat het vaker over [het ]<theme>|wordt ‘<ingredient>’ vaker genoemd} dan <any:base>: bij "
    "[<%:here>% van de activiteiten (]<n> van de <n:of>[)][ activiteiten], tegenover "
    "[<%:there>% (]<n:m> van de <n:whole>[)]"
)
def accent(t: About, said: Said) -> Answer:
    kind = {"thema": theme(said["theme"])} if "theme" in said else {"ingredient": ingredient(said["ingredient"])}
    everywhere, here = t.everywhere(), area(said["area"])
    n, of = everywhere.n(**kind, **here), everywhere.n(**here)
    m, whole = everywhere.n(**kind), everywhere.n()
    shared = ("here" in said and of < 10) or ("there" in said and whole < 10)
    wrong = "a percentage of fewer than ten activities" if shared else compared_with(t, said["base"])
    return {"n": n, "of": of, "m": m, "whole": whole, "here": share(n, of), "there": share(m, whole), "": wrong}


# ── Chances and questions ────────────────────────────────────────────────────────────────────────────────────


def _nearby(t: About) -> About:
    """All that is active on the peildatum, whatever else was chosen: in which a chance looks around."""
    return t.within(**dict.fromkeys(t.chosen))


def _ever(t: About) -> About:
    return _nearby(t).on(None)


def _nothing_there(t: About, said: Said) -> str:
    """A theme may be said not to be registered in a place only when nothing of the whole register is."""
    found = _ever(t).n(thema=theme(said["theme"]), **area(said["area"]))
    return f"{found} activities there are on {said['theme']}" if found else ""


@rules(
    "[Kans: ]Rond <theme>[ (het netwerkthema)] is in <area> nog niets geregistreerd. "
    "[{{Buurregio|Het naburige} <area:near> {heeft|had}|{In <area:place>|Elders[ in <area:own>]} {loopt|liep|lopen|liepen|staat|staan}}"
    " er[ <any:how>] <n>[ in het register][ (ook buiten deze selectie)]"
    "[; <n:shared> van de partners {doet|doen|deed|deden} ook mee in <any>]. ]"
    "[Tussen de twee <any> <n:lines> verbindingslijn[en]. ]"
    "[In <area:also> {doet|doen|deed|deden} <any> <n:fitting> partner[s] van de soort <any> mee. ]"
    "[In <area:self> zelf {staat|staan} in totaal <n:few> activiteit[en] in het register. ]Wie ziet hier een kans?"
)
def chance(t: About, said: Said) -> Answer:
    around, here, about = _nearby(t), area(said["area"]), theme(said["theme"])
    where = next((said[name] for name in ("near", "place", "own") if name in said), "")
    near = area(where) if where else {}
    place, there = here.get("plaats"), near.get("plaats")
    return {
        "few": _ever(t).n(**here),
        "n": around.n(thema=about, **near),
        "shared": around.n("partners", thema=about, **near, doet_mee_in=place) if place else 0,
        "lines": _between(around, place, there),
        "fitting": around.n("partners", past_bij=about, doet_mee_in=place) if place and "fitting" in said else 0,
        "": _nothing_there(t, said) or _how(t, said),
    }


def _how(t: About, said: Said) -> str:
    """Whether what runs elsewhere is told of the day: then, now, or by the planning."""
    how = {"toen": "toen", "dan": "dan volgens de planning"}.get(t.tense, "") if t.peildatum else ""
    return "" if "n" not in said or said.get("how", "") == how else f"{said.get('how')!r} of a day that is {t.tense}"


def _between(t: About, one: str | None, other: str | None) -> int:
    """The lines between two places."""
    return t.n("verbindingslijnen", tussen_plaatsen=f"{one}|{other}") if one and other else 0


@rules(
    "Rond <theme> is in <area> nog niets geregistreerd[ (op basis van <n:few> activiteit[en])]."
    "[ Elders[ in <area:region>] {loopt|lopen|liep|liepen|staat|staan} er[ <any:how>] <n>[ in het register][ (ook buiten deze selectie)].]"
    " Wie ziet hier een kans?"
)
def question(t: About, said: Said) -> Answer:
    near = area(said["region"]) if "region" in said else {}
    return {
        "few": _ever(t).n(**area(said["area"])),
        "n": _nearby(t).n(thema=theme(said["theme"]), **near),
        "": _nothing_there(t, said) or _how(t, said),
    }


@rules("‘<ingredient>’ is hier bij <n> activiteit[en] genoemd[. <text>]")
def rare(t: About, said: Said) -> Answer:
    counts = [t.n(ingredient=nr) for nr in range(1, 12)]
    n = t.n(ingredient=ingredient(said["ingredient"]))
    return {"n": n, "": "" if n == min(counts) else "it is not the one named least"}


@rules(
    "‘<ingredient>’ is hier niet genoemd[. <text>]",
    "‘<ingredient>’ is in deze selectie bij geen enkele activiteit genoemd",
)
def not_named(t: About, said: Said) -> Answer:
    n = t.n(ingredient=ingredient(said["ingredient"]))
    return {"": f"{n} activities name it" if n else ""}


@rules("In <area> is nog niets geregistreerd[. <text>]")
def nothing_in_a_place(t: About, said: Said) -> Answer:
    n = _ever(t).n(**area(said["area"]))
    return {"": f"{n} activities are registered there" if n else ""}


@rules(
    "<area>: rond <text:themes> is nog niets geregistreerd[ (op basis van <n> activiteit[en])][. Wie ziet hier een kans?]"
)
def open_themes(t: About, said: Said) -> Answer:
    """Just the themes that nothing at all is registered on there, on any day."""
    ever, here = _ever(t), area(said["area"])
    missing = [code for code in (NETWORK, *THEMES[:-1]) if not ever.n(thema=code, **here)]
    told = [theme(name) for name in re.split(", | en ", said["themes"])]
    wrong = "" if sorted(told) == sorted(missing) else f"{missing} are not registered"
    return {"n": ever.n(**here), "themes": said["themes"], "": wrong}


@rules("In deze selectie (<text:which>) is [hier ]in het register niets te vinden")
def nothing_at_all(t: About, said: Said) -> Answer:
    return {"which": said["which"], "": f"there are {t.n()}" if t.n() else ""}


@rules("In deze selectie is hier niets te vinden")
def nothing_here(t: About, said: Said) -> Answer:
    """Of the list that the heading above it says is empty, or of the area that is looked at."""
    if any(figures(said)[-1:] == ["0"] or said.endswith(": 0 activiteiten") for said in t.more.get("voor", [])):
        return {}
    n = (
        t.n(**dict(each.split(":") for each in t.more["bewijs"]))
        if "bewijs" in t.more
        else t.n(**area(t.more["gebied"][0]))
        if "gebied" in t.more
        else t.n()
    )
    return {"": f"{n} activities are there" if n else ""}


@rules("In <area> is rond elk thema al iets geregistreerd, welke dag ook")
def all_themes_there(t: About, said: Said) -> Answer:
    missing = [code for code in (NETWORK, *THEMES[:-1]) if not _ever(t).n(thema=code, **area(said["area"]))]
    return {"": f"{missing} is not" if missing else ""}


@rules("Op elke plek in beeld is rond elk thema iets geregistreerd. Waar wilt u verder?")
def something_everywhere(t: About, said: Said) -> Answer:
    open_ones, looked_at = open_combinations(t), sum(t.n(plaats=place) for place in OURS)
    return {"": "" if looked_at and not open_ones else f"{open_ones} combinations are open, of {looked_at} activities"}


@rules("Nog <n> combinatie[s]")
def more_chances(t: About, said: Said) -> Answer:
    """Open combinations of a theme and a place in view, apart from the three that are shown."""
    return {"n": open_combinations(t) - 3}


def open_combinations(t: About) -> int:
    """The themes that nothing at all is registered on, in each of our places with an activity in the selection."""
    ever, areas = _ever(t), [{"plaats": place} for place in OURS]
    if "gemeente" in t.query:
        areas = [area(name) for name in t.query["gemeente"]]
    return sum(not ever.n(thema=c, **here) for c in (NETWORK, *THEMES[:-1]) for here in areas if t.n(**here))


# ── Headings and lists ───────────────────────────────────────────────────────────────────────────────────────


@rules("Ongeveer <n> km²[ · <n:members> gemeente[n]]", "<area>: ongeveer <n> km²[ · <n:members> gemeente[n]]")
def surface(t: About, said: Said) -> Answer:
    """The surface is no count of the register."""
    name = said.get("area") or t.more["gebied"][0]
    code = area(name).get("plaats", "")
    return {"n": said["n"], "members": sum(p == code for p in PLACE_OF.values())}


@rules("[De activiteiten zelf: ]<n> activiteit[en]", "[Toon|Bekijk] [de ]<n> activiteit[en]")
def activities(t: About, said: Said) -> Answer:
    return {"n": t.n()}


# ── What a chart tells ───────────────────────────────────────────────────────────────────────────────────────

EXTREMES = "{{steeds|overal} <n:same>|het meest [in ]<text:high> (<n:most>)[, het minst [in ]<text:low> (<n:least>)]}"


def extremes(counts: Mapping[str, int], said: Said) -> Answer:
    """What is most and what is least in *counts*, named or as so many of all."""
    if not counts:
        return {"": "there is nothing to compare"}
    most, least = max(counts.values()), min(counts.values())
    wrong = ""
    for which, amount in (("high", most), ("low", least)):
        if which in said:
            names = [name for name, n in counts.items() if n == amount]
            few = len(names) <= 3
            many = f"{len(names)} van de {len(counts)}"
            told = map(listed, permutations(names)) if few else [many, f"bij {many}"]
            wrong = wrong or ("" if said[which] in told else f"{which} is {names}")
    same = f"steeds {most}" if "same" in said and most != least else ""
    if "same" not in said and "low" not in said and (most == least or list(counts.values()).count(least) <= 3):
        same = "what is least is not said"
    return {
        "most": most,
        "least": least,
        "same": most,
        "high": said.get("high"),
        "low": said.get("low"),
        "": wrong or same,
    }


def listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} en {names[-1]}"


def per_ingredient(t: About) -> dict[str, int]:
    return {name: t.n(ingredient=nr) for nr, name in enumerate(INGREDIENTS, start=1)}


def per_theme(t: About) -> dict[str, int]:
    return {code.capitalize(): t.n(thema=code) for code in THEMES}


def per_kind(t: About) -> dict[str, int]:
    codes = {kind[:1].upper() + kind[1:]: kind.removeprefix("onderwijs: ") for kind in KINDS} | {
        "Onbekend": UNKNOWN,
        "Niet ingevuld": "",
    }
    counts = {label: t.n("partners", soort=code) for label, code in codes.items()}
    return {label: n for label, n in counts.items() if n or label not in ("Onbekend", "Niet ingevuld")}


def per_line_form(t: About) -> dict[str, int]:
    codes = {label: code for code, label in LINE_FORMS.items()} | {"Onbekend": UNKNOWN, "Niet ingevuld": ""}
    counts = {label: t.n("verbindingslijnen", lijnvorm=code) for label, code in codes.items()}
    return {label: n for label, n in counts.items() if n or label not in ("Onbekend", "Niet ingevuld")}


NETWORKS = (
    "[; aandeel naast dat <any:base>: {nergens een verschil|"
    "[het meest erboven <text:above> (<+:up> procentpunten)][, ][het meest eronder <text:below> (<+:down> procentpunten)]}]"
)


def beside_network(
    t: About, said: Said, here: Mapping[str, int], network: Mapping[str, int], counted: str = "activiteiten"
) -> Answer:
    """Whose share differs most from that of the network, above it and below it; of few nobody's."""
    of, whole = t.n(counted), t.everywhere().n(counted)
    if "base" not in said:
        return {}
    if not ("regio" in t.query or "gemeente" in t.query) or of < FEW:
        return {"": "there is nothing to lay beside the network"}
    apart = {name: Fraction(n, of) - Fraction(network[name], whole) for name, n in here.items()}
    found: dict[str, object] = {}
    for name, points, furthest in (("above", "up", max(apart.values())), ("below", "down", min(apart.values()))):
        if (furthest > 0) != (name == "above") or not furthest:
            found |= {"": f"nothing is {name}"} if name in said else {}
            continue
        those = [one for one, share in apart.items() if share == furthest]
        many = f"bij {len(those)} van de {len(apart)}"
        told = map(listed, permutations(those)) if len(those) <= 3 else [many]
        found[name] = said[name] if said.get(name) in told else those
        found[points] = signed(floor(100 * furthest + Fraction(1, 2)))
    return found


@rules("Activiteiten per ingrediënt: " + EXTREMES + NETWORKS)
def told_ingredients(t: About, said: Said) -> Answer:
    beside = beside_network(t, said, per_ingredient(t), per_ingredient(t.everywhere()))
    return _both(extremes(per_ingredient(t), said), beside)


@rules("Activiteiten per thema: <n> op het netwerkthema; van de andere thema's " + EXTREMES + NETWORKS)
def told_themes(t: About, said: Said) -> Answer:
    here, everywhere = (per_theme(of) | {NETWORK.capitalize(): of.n(thema=NETWORK)} for of in (t, t.everywhere()))
    beside = beside_network(t, said, here, everywhere)
    return _both(extremes(per_theme(t), said), beside) | {"n": t.n(thema=NETWORK)}


def _both(one: Answer, other: Answer) -> Answer:
    return one | other | {"": one.get("") or other.get("") or ""}


@rules("Partners per soort: " + EXTREMES + NETWORKS)
def told_kinds(t: About, said: Said) -> Answer:
    here = per_kind(t)
    everywhere = {name: per_kind(t.everywhere()).get(name, 0) for name in here}
    return _both(extremes(here, said), beside_network(t, said, here, everywhere, "partners"))


@rules("Verbindingslijnen per vorm: " + EXTREMES)
def told_line_forms(t: About, said: Said) -> Answer:
    return extremes(per_line_form(t), said)


@rules("Partners per soort: <n>")
def partners_in_all(t: About, _: Said) -> Answer:
    return {"n": t.n("partners")}


@rules("Verbindingslijnen per vorm: <n>")
def lines_in_all(t: About, _: Said) -> Answer:
    return {"n": t.n("verbindingslijnen")}


@rules("Kaart van activiteiten per gemeente in <area:of>[ met <any>]: " + EXTREMES)
def told_map_of_a_place(t: About, said: Said) -> Answer:
    here = area(said["of"])
    members = [code for code in MUNICIPALITIES if code in here.values() or PLACE_OF[code] in here.values()]
    names = [MUNICIPALITIES[code] for code in members]
    chosen = [name for name in names if name in t.query.get("gemeente", names)]
    return extremes(
        {name: t.n(gemeente=code) for code, name in zip(members, names, strict=True) if name in chosen}, said
    )


@rules("<%:rate> activiteiten per 10.000 inwoners (<text:when>, CBS)[; alle regio's samen <%:all>]")
def per_inhabitant(t: About, said: Said) -> Answer:
    """By the inhabitants that ``data/context.csv`` gives of each municipality of the area, and of all regions."""
    lines = [line.split(";") for line in CONTEXT.read_text(encoding="utf-8-sig").splitlines()[1:] if line]

    def rate(here: Collection[str], amount: int) -> str:
        people = sum(int(line[1]) for line in lines if line[0] in here or PLACE_OF.get(line[0]) in here)
        return str((Decimal(amount * 10_000) / people).quantize(Decimal("0.1"), ROUND_HALF_UP)).replace(".", ",")

    here = area((t.more.get("gebied") or t.query.get("gemeente") or t.query["regio"])[0])
    together = sum(t.everywhere().n(plaats=code) for code in OURS)
    return {"rate": rate(here.values(), t.n(**here)), "when": said["when"], "all": rate(OURS, together)}


@rules("Kaart van activiteiten in <area:of>[ met <any>]: <n>")
def told_map_of_one_area(t: About, said: Said) -> Answer:
    return {"n": t.n(**area(said["of"]))}


@rules("Kaart van activiteiten per {regio|gemeente}[ {met|in} <any>]: <area> <n>")
def told_map_of_one(t: About, said: Said) -> Answer:
    return {"n": t.n(**area(said["area"]))}


@rules("Kaart van activiteiten per {regio|gemeente}[ met <any>]: " + EXTREMES)
def told_map(t: About, said: Said) -> Answer:
    """The areas that are coloured: those in view, of the level of the names that are told."""
    names = areas_in_view(t, by_place=any(name in said.get("high", "") for name in PLACES.values()))
    return extremes({name: t.n(**{level: code}) for name, (level, code) in names.items()}, said)


def areas_in_view(t: About, *, by_place: bool) -> dict[str, tuple[str, str]]:
    """The areas that a map colours: the network's own, or those of them that are chosen."""
    places = [area(name)["plaats"] for name in t.query["regio"]] if "regio" in t.query else list(OURS)
    if "gemeente" in t.query and "regio" not in t.query:
        places = [*OURS, "AM21"]
    if by_place:
        return {PLACES[code]: ("plaats", code) for code in places}
    chosen = t.query.get("gemeente") or list(MUNICIPALITIES.values())
    return {
        name: ("gemeente", code) for code, name in MUNICIPALITIES.items() if PLACE_OF[code] in places and name in chosen
    }


_MOST = "{steeds <n:same>|het meest bij <n:ties> van de <n:cells> combinaties (<n>)|het meest <text:named> (<n>)}"
_LIGHTER = "[; lichter: wat niet is gekozen, om mee te vergelijken]"


@rules("Ingrediënten per {regio|gemeente}: " + _MOST.replace("(<n>)", "(<n:most>)", 1) + _LIGHTER)
def told_ingredient_pairs(t: About, said: Said) -> Answer:
    return most_pairs(t, said, {name: {"ingredient": nr} for nr, name in enumerate(INGREDIENTS, start=1)}, _areas(t))


@rules("Thema's per {regio|gemeente}: " + _MOST.replace("(<n>)", "(<n:most>)", 1) + _LIGHTER)
def told_theme_pairs(t: About, said: Said) -> Answer:
    return most_pairs(t, said, _theme_rows(t), _areas(t))


@rules("Thema's per college: " + _MOST.replace("(<n>)", "(<n:most>)", 1) + _LIGHTER)
def told_college_pairs(t: About, said: Said) -> Answer:
    colleges = {f"bij {name}": {"college": name} for name in t.ids("colleges")}
    without = {"zonder college": {"college": ""}} if t.n(college="") else {}
    return most_pairs(t, said, _theme_rows(t), colleges | without)


@rules("Soorten partners per {regio|gemeente}: " + _MOST.replace("(<n>)", "(<n:most>)", 1) + _LIGHTER)
def told_kind_pairs(t: About, said: Said) -> Answer:
    codes = {f"onderwijs: {code}": code for code in ("vo", "mbo", "hbo", "wo")}
    rows = {kind[:1].upper() + kind[1:]: {"soort": codes.get(kind, kind)} for kind in KINDS}
    rows |= {
        name: {"soort": code}
        for name, code in {"Onbekend": UNKNOWN, "Niet ingevuld": ""}.items()
        if name in per_kind(t)
    }
    return most_pairs(t, said, rows, _areas(t), "partners")


def most_pairs(
    t: About, said: Said, rows: Mapping[str, Any], columns: Mapping[str, Any], counted: str = "activiteiten"
) -> Answer:
    """The cells of *rows* and *columns* with the most of what is counted: every one that shares it, or how many."""
    counts = {
        f"{row} {column}": t.n(counted, **what, **where)
        for row, what in rows.items()
        for column, where in columns.items()
    }
    most = max(counts.values())
    top = [name for name, n in counts.items() if n == most]
    told = [listed(names) for names in permutations(top)] if len(top) <= 3 else []
    wrong = "" if "named" not in said or said["named"] in told else f"the most is in {top}"
    if "same" in said and min(counts.values()) != most:
        wrong = "they differ"
    return {
        "same": most,
        "most": most,
        "n": most,
        "ties": len(top),
        "cells": len(counts),
        "named": said.get("named"),
        "": wrong,
    }


def _theme_rows(t: About) -> dict[str, dict[str, str]]:
    codes = (NETWORK, *THEMES, *([UNKNOWN] if t.n(thema=UNKNOWN) else []))
    return {code.capitalize(): {"thema": code} for code in codes}


def _areas(t: About) -> dict[str, dict[str, str]]:
    """The areas that a matrix has columns for, behind the word that a sentence has for where they are."""
    names = t.query.get("gemeente") or t.query.get("regio") or list(PLACES.values())
    return {name.lower() if name in ("Elders", "Zonder plaats") else f"in {name}": area(name) for name in names}


@rules("Actieve activiteiten per kwartaal: {steeds <n:same>|van <n:first> in <text:start> naar <n:last> in <text:end>}")
def told_course(t: About, said: Said) -> Answer:
    where, last = course_of(t), t.peildatum or t.count.checked
    if "same" in said:
        differ = [day for day in quarter_ends(last) if t.on(day).n(**where) != int(said["same"])]
        return {"same": t.on(last).n(**where), "": f"other on {differ}" if differ else ""}
    return {"first": t.on(quarter_end(said["start"])).n(**where), "last": t.on(last).n(**where)}


def quarter_ends(last: date) -> list[date]:
    """The twelve days that a course is counted on: the ends of quarters before *last*, and that day."""
    ends = [
        date(year, month, 30 if month in (6, 9) else 31)
        for year in range(last.year - 3, last.year + 1)
        for month in (3, 6, 9, 12)
    ]
    return [*[day for day in ends if _quarter(day) < _quarter(last)][-11:], last]


def _quarter(day: date) -> tuple[int, int]:
    return day.year, (day.month + 2) // 3


def course_of(t: About) -> dict[str, Any]:
    """What the course is of that is shown: the ingredient or the theme that the page was asked for."""
    found: dict[str, Any] = {}
    if "kies_ingredient" in t.more:
        found["ingredient"] = ingredient(t.more["kies_ingredient"][0])
    if "kies_thema" in t.more:
        found["thema"] = theme(t.more["kies_thema"][0])
    return found


def quarter_end(name: str) -> date:
    """The last day of a quarter: 2026 K4."""
    year, nr = int(name[:4]), int(name[-1])
    return date(year, nr * 3, 30 if nr in (2, 3) else 31)


def in_quarter(t: About) -> About:
    """The same at the end of the quarter that the slider of Groei stands on."""
    if t.more.get("kijk") != ["Groei"]:
        return t
    last = t.peildatum or t.count.checked
    asked = t.more.get("groei_tot")
    return t.on(min(quarter_end(asked[0]), last) if asked else last)


@rules("K<n:first> is januari tot en met maart, K<n:last> oktober tot en met december")
def quarters_of_a_year(t: About, _: Said) -> Answer:
    return {"first": 1, "last": 4}


@rules(
    "Start met Enter of met Shift+F<n> (op veel afstandsbedieningen: de startknop lang indrukken); F<n:other> alleen herlaadt de pagina"
)
def keys_that_start(t: About, _: Said) -> Answer:
    return {"n": 5, "other": 5}
