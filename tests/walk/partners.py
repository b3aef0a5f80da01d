"""The sentences, figures and charts of the page Partners, each with what it must be by the recount."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pandas as pd

from tests.walk.parts import rules
from tests.walk.recount import KINDS, OURS, PLACES, UNKNOWN
from tests.walk.sentences import Said, listed
from tests.walk.words import AREAS, BESIDE, FEW, About, Answer, area, share

# fmt: off
VALUES = {
    "mborijnland": ("opleiden nieuwe medewerkers", "leven lang ontwikkelen", "kennis delen", "onderwijsomgeving (labs)", "CIV als versneller", "toegepast onderzoek (practoraten)", "arbeidsbemiddeling", "docentstages", "hybride leren", "verbinder overheid en ondernemers", "inzetbaarheid studenten", "verbinder in de regio", "anders"),
    "partners": ("leven lang leren van studenten", "contact met nieuwe studenten", "hybride leeromgeving", "expertise", "innovatie", "onderwijsvernieuwing", "inbreng in onderwijs", "casussen", "(toekomstige) docenten", "blik naar buiten", "anders"),
}
"""What each side can add, as it is called."""
# fmt: on
SIDES = {"mboRijnland": "mborijnland", "Partners": "partners"}
CARDS: dict[str, tuple[str, dict[str, str]]] = {
    "Aantal partners": ("partners", {}),
    "Soorten partners": ("soorten", {}),
    "Initiatiefnemers": ("partners", {"partnerrol": "initiatiefnemer"}),
    "In meer regio's": ("partners", {"in_regios": "meer"}),
    "Strategisch": ("partners", {"strategisch": "ja"}),
}
"""What the cards above the page count."""


def code_of(value: str) -> str:
    return value.split(" (")[0] if value.endswith(("(labs)", "(practoraten)")) else value


def adding(t: About, side: str, value: str) -> int:
    """How many activities name *value* for *side*."""
    return t.n(**{f"meerwaarde_{side}": code_of(value)})


def kind_code(said: str) -> str:
    return said.lower().removeprefix("onderwijs: ")


def spoken(kind: str) -> str:
    """A kind of partner as it stands in a sentence."""
    return f"onderwijs ({kind_code(kind)})" if kind.startswith("onderwijs: ") else kind


@rules(
    "De grootste soort is hier <text:kind>: <n> van de <n:of> partner[s][; in het hele netwerk <n:all> van de <n:whole>]",
    "De grootste soorten zijn hier <text:kinds>, elk <n> van de <n:of> partners",
)
def mix(t: About, said: Said) -> Answer:
    network = About(t.count, {name: value for name, value in t.query.items() if name in ("peildatum", "alles")})
    counts = {kind: t.n("partners", soort=kind_code(kind)) for kind in KINDS}
    most = max(counts.values())
    first = [kind for kind in KINDS if counts[kind] == most]
    return {
        "n": most,
        "of": t.n("partners"),
        "all": network.n("partners", soort=kind_code(first[0])),
        "whole": network.n("partners"),
        "kind": spoken(first[0]) if len(first) == 1 else first,
        "kinds": listed([spoken(kind) for kind in first]),
    }


@rules("<text:title>: [<n:found> van de ]<n> partner[s]")
def partners(t: About, said: Said) -> Answer:
    """A list: what its title says; which of its rows have what was typed, test_partners and test_search hold."""
    title, rest = said["title"], {name: said[name] for name in ("title", "found") if name in said}
    if title.endswith(BESIDE):
        return partners(t.everywhere(), said | {"title": title.removesuffix(BESIDE)}) | {"title": title}
    if title == "Strategische relaties in het hele register":
        return rest | {"n": t.n("partners", basis="register", strategisch="ja")}
    found = re.fullmatch(r"(.+?)(?: in (.+)| (elders|zonder plaats))?", title)
    assert found
    where = area(found[2]) if found[2] in AREAS else {"plaats": found[3].split()[0]} if found[3] else {}
    if found[1] != "Wie doet mee":
        where = where | {"soort": {"Onbekend": UNKNOWN, "Niet ingevuld": ""}.get(found[1], kind_code(found[1]))}
    return rest | {"n": t.n("partners", **where)}


@rules("<text:chosen> · <n> partner[s][, <any:few> voor percentages]")
def basis(t: About, said: Said) -> Answer:
    """What a chart of partners is of."""
    n = t.n("partners")
    wrong = "" if said["chosen"] == t.described else f"it is of {t.described!r}"
    return {"n": n, "": wrong or ("" if ("few" in said) == (0 < n < FEW) else f"{n} partners are few, or not")}


@rules("Activiteiten met een strategische relatie: <n> activiteit[en]")
def with_relation(t: About, _: Said) -> Answer:
    return {"n": t.n(strategische_partner="ja")}


@rules("{mboRijnland|Partners}: <text:value>: <n> activiteit[en]")
def list_of_a_value(t: About, said: Said) -> Answer:
    side = "mborijnland" if said["value"] in VALUES["mborijnland"] else "partners"
    return {"value": said["value"], "n": adding(t, side, said["value"])}


@rules(
    "Van de <n:all> activiteiten staat bij [alle ]<n:school> wat mboRijnland toevoegt, "
    "bij [alle ]<n:others> wat de partners toevoegen en bij [alle ]<n:both> allebei",
)
def both_ways(t: About, said: Said) -> Answer:
    return {
        "all": t.n(),
        "school": t.n(te_zien=10),
        "others": t.n(te_zien=11),
        "both": t.n(te_zien=[10, 11]),
        "": "" if said["all"] != "1" or t.n() == 1 else "there are more",
    }


@rules("Meerwaarde over en weer: mboRijnland <text:school>; Partners <text:others>")
def told_both_ways(t: About, said: Said) -> Answer:
    """What each side names most: every value that shares it, or how many these are."""
    wrong = ""
    for name, side in (("school", "mborijnland"), ("others", "partners")):
        counts = {value[:1].upper() + value[1:]: adding(t, side, value) for value in VALUES[side]}
        most = max(counts.values())
        top = [f"‘{value}’" for value, n in counts.items() if n == most]
        expected = f"het meest {listed(top) if len(top) <= 3 else f'bij {len(top)} van de {len(counts)}'} ({most})"
        if said[name] != (expected if most else "nog nergens ingevuld"):
            wrong = f"{side} is {expected}"
    return {"school": said["school"], "others": said["others"], "": wrong}


@rules("{mboRijnland|Partners} In deze selectie nog niet genoemd: <text:values>")
def not_named(t: About, said: Said) -> Answer:
    absent = ([value for value in VALUES[side] if value != "anders" and not adding(t, side, value)] for side in VALUES)
    nowhere = [listed(values) for values in absent if values]
    return {"values": said["values"], "": "" if said["values"] in nowhere else f"counted {nowhere}"}


@rules("<area> Nog niet geregistreerd: <text:kinds>. Wie kent er hier een?")
def not_there_yet(t: About, said: Said) -> Answer:
    """Of the whole register, whatever the date and the filters."""
    ever = About(t.count, {"alles": ["true"]})
    absent = [kind for kind in KINDS if not ever.n("partners", soort=kind_code(kind), **area(said["area"]))]
    told = listed([spoken(kind) for kind in absent])
    return {"area": said["area"], "kinds": said["kinds"], "": "" if said["kinds"] == told else f"it is {told}"}


@rules("<area> Van elke soort doet hier al een partner mee. Wie mist u toch nog?")
def nobody_is_absent(t: About, said: Said) -> Answer:
    ever = About(t.count, {"alles": ["true"]})
    absent = [kind for kind in KINDS if not ever.n("partners", soort=kind_code(kind), **area(said["area"]))]
    return {"area": said["area"], "": f"{absent} are" if absent else ""}


@rules(
    "In het hele register {staat|staan} <n:all> strategische relatie[s], [alle <n:same> |beide ]in <area>. "
    "{{<n:part> daarvan {doet|doen}|Alle <n:every> doen|Beide doen|Die doet} mee aan <n:activities> activiteit[en] in deze selectie|"
    "Aan de activiteiten in deze selectie doet er geen mee}"
)
def relations(t: About, said: Said) -> Answer:
    all_of_them = t.n("partners", basis="register", strategisch="ja")
    there = t.n("partners", basis="register", strategisch="ja", gevestigd=area(said["area"])["plaats"])
    part = t.n("partners", strategisch="ja")
    wrong = "" if there == all_of_them else f"only {there} are there"
    told = "part" if part < all_of_them else "every" if part > 2 else ""
    wrong = wrong or ("" if told in (*said, "") or not part else f"{part} take part")
    return {
        "all": all_of_them,
        "same": all_of_them,
        "area": said["area"],
        "part": part,
        "every": part if part == all_of_them else f"not all: {part}",
        "activities": t.n(strategische_partner="ja"),
        "": wrong,
    }


@rules("In het hele register {lijkt|lijken} <n> {paar|paren} partners op elkaar")
def likely_doubles(t: About, _: Said) -> Answer:
    """As many as there are rows below it; which they are, test_doubles counts by hand."""
    return {"n": int(t.more["paren"][0])}


# ── Cards, tables and charts ─────────────────────────────────────────────────────────────────────────────────


def hold_card(t: About, label: str, told: str) -> Iterator[str]:
    """What is wrong with the card *label*, which *told* a figure."""
    counted, where = CARDS[label]
    if told != f"{t.n(counted, **where):,}".replace(",", "."):
        yield f"the card {label!r} says {told!r}, counted {t.n(counted, **where)}"
    if label == "In meer regio's":
        names = t.query.get("regio") or t.query.get("gemeente") or [PLACES[code] for code in OURS]
        if len(names) < 2:
            yield f"the card {label!r} is of one region"


def hold_values(t: About, table: pd.DataFrame) -> Iterator[str]:
    """The table of what both sides add."""
    for row in table.to_dict("records"):
        side = SIDES[row["Kant"]]
        label = row["Meerwaarde"]
        value = next((each for each in VALUES[side] if each.lower() == label.lower()), UNKNOWN)
        n = adding(t, side, value)
        told = f"{share(n, t.n())}%" if t.n() >= FEW else ""
        if (row["Activiteiten"], row["Aandeel"]) != (n, told):
            yield f"{label} is {row['Activiteiten']} ({row['Aandeel']}), counted {n} ({told})"
    if len(table) < sum(map(len, VALUES.values())):
        yield "not all values are there"


def hold_value_bars(t: About, trace: dict[str, Any]) -> Iterator[str]:
    """The bars of what both sides add."""
    for (side, code), length, said in zip(trace["customdata"], trace["x"], trace["text"], strict=True):
        n = t.n(**{side: code})
        told = f"{n} · {share(n, t.n())}%" if t.n() >= FEW else f"{n}"
        if (length, said) != (n, told):
            yield f"{side} {code} is {length} ({said}), counted {told}"
