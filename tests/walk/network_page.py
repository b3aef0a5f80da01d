"""The sentences with figures on the page Netwerk; as in ``sentences``."""

from __future__ import annotations

import re

from tests.walk.joined import COMBINATIONS, HOW, Node, around, near, network, shared
from tests.walk.network import rules
from tests.walk.sentences import _MOST, EXTREMES, Said, _areas, extremes, in_quarter, most_pairs
from tests.walk.words import About, Answer, area, date_in

LISTED = 8
"""How many names are listed of each kind around a node."""


def node_called(t: About, name: str) -> Node:
    """The activity or partner with that name."""
    found = [("activiteit", a.id) for a in t.count.selected(t.query) if a.name == name]
    found += [("partner", p) for p, partner in t.count.partners.items() if partner.name == name]
    return found[0]


@rules(
    "Tussen deze activiteiten is nog geen verbindingslijn geregistreerd. Wie ziet hier een kans?",
    "Elke activiteit hier heeft een lijn naar een andere",
    "<n> van de <n:whole> activiteiten {heeft|hebben} nog geen lijn naar een van de andere[; {<n:via> daarvan {deelt|delen}|alle <n:all> delen|beide delen|die deelt} wel een partner]",
    "<n> van de <n:whole> activiteit {heeft|hebben} nog geen lijn naar een andere activiteit",
)
def hangs_together(t: About, said: Said) -> Answer:
    t = in_quarter(t)
    own = network(t.count, t.query)
    alone, via = own["losse_activiteiten"], own["via_partners"]["losse_activiteiten"]
    wrong = "" if "n" in said or not own["lijnen_tussen_activiteiten"] or not alone else "some are alone"
    told = "" if alone == via or (not via and alone <= 2) else "via" if via else "all"
    if "n" in said and ({"via", "all"} & {*said}) != ({told} - {""}):
        wrong = f"{alone - via} of {alone} share a partner"
    return {"n": alone, "whole": t.n(), "via": alone - via, "all": alone, "": wrong}


@rules("Tussen de activiteiten {loopt|lopen} <n> verbindingslijn[en][, waarvan <n:crossing> van regio naar regio]")
def runs(t: About, said: Said) -> Answer:
    own = network(t.count, t.query)
    places = {activity.place for activity in t.count.selected(t.query)}
    wrong = "" if ("crossing" in said) == (len(places) > 1) else f"they are in {places}"
    return {"n": own["lijnen_tussen_activiteiten"], "crossing": own["lijnen_tussen_regios"], "": wrong}


@rules("<n> {lijnen|groepen|activiteiten} <any:what>")
def none_of_it(t: About, said: Said) -> Answer:
    t = in_quarter(t)
    own = network(t.count, t.query)
    known = {
        "tussen activiteiten": own["lijnen_tussen_activiteiten"],
        "van regio naar regio": own["lijnen_tussen_regios"],
        "verbonden door lijnen": own["componenten"],
        "zonder zo'n lijn": own["losse_activiteiten"],
        "met gedeelde partners erbij": own["via_partners"]["componenten"],
        "zonder lijn of gedeelde partner": own["via_partners"]["losse_activiteiten"],
    }
    return {"n": known.get(said["what"], -1)}


@rules("<n> knooppunten zijn te veel om elk te tekenen (hoogstens <n:most>): u ziet <any>")
def too_many(t: About, said: Said) -> Answer:
    partners = t.n("partners") if t.more.get("partners") == ["true"] else 0
    n = t.n() + partners + len(_joined_places(t))
    return {"n": n, "most": 180, "": "" if n > 180 else "that is not too many"}


@rules("{Activiteiten|Partners|Gemeenten en regio's} (<n>)")
def lies_around(t: About, said: Said) -> Answer:
    return {"n": len(_around(t, said[""] if "" in said else t.more["telt"][0]))}


def _around(t: About, what: str) -> set[Node]:
    kinds = {"Activiteiten": ("activiteit",), "Partners": ("partner",)}.get(what, ("gemeente", "regio"))
    chosen = t.more["knooppunt"][0]
    start = ("activiteit", re.findall(r"activiteit ([^)]+)", chosen)[0])
    steps = 2 if t.more.get("stappen") == ["Twee stappen"] else 1
    return {one for one in around(t.count, t.query, start, steps) if one[0] in kinds}


@rules(
    "{Verbindt|Heeft een lijn met} <n> activiteit[en][ in <n:places> regio's][. Zonder deze {partner|activiteit} {heeft|hebben} <n:loose> activiteit[en] geen lijn of gedeelde partner meer]"
)
def connects(t: About, said: Said) -> Answer:
    kind, identity = node_called(t, t.more["knoop"][0])
    joined = t.ids(partner=identity) if kind == "partner" else t.ids(lijn_met=identity)
    places = {t.count.activities[one].place for one in joined}
    loose = t.n(valt_los_zonder=f"{kind}:{identity}")
    wrong = "" if ("places" in said) == (len(places) > 1) and ("loose" in said) == bool(loose) else "a part is not said"
    return {"n": len(joined), "places": len(places), "loose": loose, "": wrong}


@rules(
    "Tussen <area> en <area:there> {loopt|lopen} {<n> verbindingslijn[en]|nog geen verbindingslijn}; {<n:partners> partner[s] {doet|doen}|geen partner doet} in beide mee",
)
def runs_between(t: About, said: Said) -> Answer:
    one, other = (area(said[name])["plaats"] for name in ("area", "there"))
    lines = t.n("verbindingslijnen", tussen="activiteiten", tussen_plaatsen=f"{one}|{other}")
    partners = t.n("partners", doet_mee_in=[one, other])
    wrong = "" if ("n" in said, "partners" in said) == (bool(lines), bool(partners)) else f"{lines} and {partners}"
    return {"n": lines, "partners": partners, "": wrong}


@rules(
    "Het netwerk[ op <day>]: <n> activiteit[en][, <n:partners> partner[s]][ en <n:places> {gemeente of regio|gemeenten en regio's}]{, zonder lijnen ertussen|; de meeste lijnen bij <text:who> (<n:most>)}",
    "Het netwerk[ op <day>]: <n> activiteit[en] en <n:partners> partner[s]{, zonder lijnen ertussen|; de meeste lijnen bij <text:who> (<n:most>)}",
)
def drawn(t: About, said: Said) -> Answer:
    t, asked = in_quarter(t), t
    nodes = {f"activiteit:{a.id}" for a in t.count.selected(t.query)}
    places = {f"{kind}:{code}" for kind, code in _joined_places(t)}
    most = max(t.n("verbindingslijnen", eind=name) for name in nodes | places)
    shown = len(t.ids("partners"))
    if t.more.get("partners") != ["true"]:
        shown = len(_around(t, "Partners")) if "knooppunt" in t.more else 0
    right = asked is t or date_in(said["day"]) == t.peildatum
    wrong = "" if right else f"that is of {t.peildatum}"
    return {"n": t.n(), "partners": shown, "places": len(places), "most": most, "who": said.get("who"), "": wrong}


def _joined_places(t: About) -> set[Node]:
    return {one for one, others in near(t.count, t.query).items() if one[0] in ("gemeente", "regio") and others}


def per_combination(t: About) -> dict[str, int]:
    """Activities by exactly which levels they name, by what that is called."""
    return {name: t.n(prikker=joined) for name, joined in COMBINATIONS.items()}


@rules("Activiteiten per combinatie van niveaus: " + EXTREMES)
def told_levels(t: About, said: Said) -> Answer:
    counts = {name: n for name, n in per_combination(t).items() if name != "niveau niet ingevuld"}
    return extremes(counts, said)


@rules("Deelname per regio: " + _MOST.replace("(<n>)", "(<n:most>)", 1))
def told_participation(t: About, said: Said) -> Answer:
    return most_pairs(t, said, {how: {"deelname": how} for how in HOW}, _areas(t))


@rules("Deelname per college: " + _MOST.replace("(<n>)", "(<n:most>)", 1))
def told_by_college(t: About, said: Said) -> Answer:
    colleges = {f"bij {name}": {"college": name} for name in t.ids("colleges")}
    without = {"zonder college": {"college": ""}} if t.n(college="") else {}
    return most_pairs(t, said, {how: {"deelname": how} for how in HOW}, colleges | without)


# ── The card of a node, and what was learned elsewhere ───────────────────────────────────────────────────────


@rules("<text:chosen> · {Zonder kaart|Op de kaart}[ · kleur <any>][ · met partners]")
def folded_to(t: About, said: Said) -> Answer:
    return {"chosen": t.more["knooppunt"][0]}


@rules("Bijgewerkt: <text:ago> (<day>)")
def kept_up(t: About, said: Said) -> Answer:
    """How long ago in words is held where that is made."""
    updated = date_in(said["day"])
    return {"ago": said["ago"], "day": said["day"], "": "" if updated <= t.count.checked else "that is to come"}


@rules("{partner|partners|thema|vorm|gemeente|ingrediënten} <text:shared>")
def looks_like(t: About, said: Said) -> Answer:
    """What two activities share: ingredients are named by their number, and nothing is counted."""
    return {"shared": said["shared"]}


@rules("<area> · Beide <text:reason>")
def could_be_of_use(t: About, said: Said) -> Answer:
    """An activity there shares as many ingredients with the chosen one as is said."""
    identity = re.findall(r"activiteit ([^)]+)", (t.more.get("knooppunt") or t.more["les_bij"])[0])[0]
    place = area(said["area"])["plaats"]
    own = t.count.activities[identity]
    counted = re.search(r"(\d+) ingrediënten", said["reason"])
    amounts = {len(shared(t.count, own, a)[2]) for a in t.count.activities.values() if a.place == place}
    wrong = counted and int(counted[1]) not in amounts
    return {"reason": said["reason"], "": f"there are {sorted(amounts)}" if wrong else ""}
