"""Figures that stand in a table or a chart, held by what their row, column, bar or area is called."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any

import pandas as pd

from tests.walk.joined import HOW, network
from tests.walk.network_page import per_combination
from tests.walk.partners import hold_value_bars, hold_values
from tests.walk.parts import place_asked
from tests.walk.recount import (
    INGREDIENTS,
    KINDS,
    LINE_FORMS,
    MUNICIPALITIES,
    NETWORK,
    PLACE_OF,
    PLACES,
    THEMES,
    UNKNOWN,
)
from tests.walk.sentences import course_of, in_quarter, quarter_end
from tests.walk.what_if import hold_sides
from tests.walk.words import AREAS, BESIDE, FEW, About, area, date_in, ingredient, share, signed

NOT_CHOSEN = "niet gekozen"

LISTS = ("lijst van", "Wat er gebeurde", "rijen met cel", "Strategische relaties in", "reden en contactrol")
"""What the alt text of a table holds that lists rows and counts nothing."""

HEADINGS = (
    "Regio",
    "Gemeente",
    "Ingrediënt",
    "Thema",
    "College",
    "Soort",
    "Soort partner",
    "Vorm",
    "Kwartaal",
    "Maat",
    "Gerecht",
)
COUNTED = {
    "Activiteiten": ("activiteiten", {}),
    "Aantal": ("activiteiten", {}),
    "Partners": ("partners", {}),
    "Verbindingslijnen": ("verbindingslijnen", {}),
    "Netwerkthema": ("activiteiten", {"thema": NETWORK}),
    "Op het netwerkthema": ("activiteiten", {"thema": NETWORK}),
    "Ingrediënten": ("ingredienten", {}),
    "Verschillende ingrediënten": ("ingredienten", {}),
    "Verschillende thema's": ("themas", {}),
    "Verschillende colleges": ("colleges", {}),
    "Partners die meedoen": ("partners", {}),
}
_STATES = {
    "Genoemd én onderbouwd": ("ingredient", "te_zien"),
    "Alleen genoemd": ("ingredient", "niet_te_zien"),
    "Alleen onderbouwd": ("te_zien", "niet_genoemd"),
}


def meaning(heading: str, label: str) -> dict[str, Any]:
    """The condition that *label* under *heading* stands for."""
    if heading == "Regio":
        return {"plaats": next(code for code, name in PLACES.items() if label in (name, name.split(" (")[0]))}
    if heading == "Gemeente":
        codes = {name: code for code, name in MUNICIPALITIES.items()}
        return {"gemeente": codes.get(label) or {"Andere gemeenten": "elders", "Elders": "elders"}.get(label, "zonder")}
    if heading == "Ingrediënt":
        return {"ingredient": ingredient(label)}
    if heading == "Thema":
        return {"thema": {"arbeidsmarkttransities (netwerkthema)": NETWORK}.get(label.lower(), label.lower())}
    if heading == "College":
        label = label.removesuffix(BESIDE)
        return {"college": "" if label == "Zonder college" else label}
    if heading in ("Soort", "Soort partner"):
        return {"soort": _code(label, {k: k.removeprefix("onderwijs: ") for k in KINDS})}
    return {"lijnvorm": _code(label, {name.lower(): code for code, name in LINE_FORMS.items()})}


def crossing(column: str) -> dict[str, Any]:
    """The condition that a column of a cross table stands for: a theme, or an area."""
    if column.lower() in (*THEMES, NETWORK, UNKNOWN):
        return meaning("Thema", column)
    return area(column) if column in AREAS else meaning("Gemeente", column)


def _code(label: str, known: dict[str, str]) -> str:
    return known.get(label.lower()) or {"onbekend": UNKNOWN, "niet ingevuld": ""}[label.lower()]


def chosen(t: About, where: dict[str, Any]) -> bool:
    """Whether a place or municipality is among those that the filters leave: of another nothing was counted.

    An activity counts with a chosen region by its own column, whatever its municipality.
    """
    regions = {area(name)["plaats"] for name in t.query.get("regio", [])}
    for level, code in where.items():
        if level == "plaats" and "gemeente" in t.query:
            return code == "GM0632" and "Woerden" in t.query["gemeente"]
        if level == "plaats" and regions:
            return code in regions
        if level == "gemeente" and "gemeente" in t.query:
            return MUNICIPALITIES.get(code) in t.query["gemeente"]
        if level == "gemeente" and regions:
            return PLACE_OF.get(code) in regions or t.n(gemeente=code) > 0
    return True


def hold_table(t: About, told: str, table: pd.DataFrame) -> Iterator[str]:
    """What is wrong with the figures of a *table* whose alt text is *told*."""
    if not any(isinstance(cell, int | float) for row in table.itertuples(index=False) for cell in row):
        return
    if any(words in told for words in LISTS) or told == "":
        return
    known = next((hold for words, hold in _TABLES.items() if words in told), _plain_table)
    yield from (f"{problem} in the table {told!r}" for problem in known(t, table))


def _plain_table(t: About, table: pd.DataFrame) -> Iterator[str]:
    heading = next((name for name in table.columns if name in HEADINGS), None)
    if heading is None:
        yield f"no rule knows a table of {list(table.columns)}"
        return
    for row in table.to_dict("records"):
        label = str(row[heading])
        if heading == "Kwartaal":
            yield from _quarter(t, label, row)
            continue
        where = meaning(heading, label)
        over = t.within(college=None) if heading == "College" and label.endswith(BESIDE) else t
        for column, cell in row.items():
            if column not in (heading, "Nr", "Vraag", "CBS-code"):
                yield from _cell(over, where, label, str(column), cell)


def _cell(t: About, where: dict[str, Any], label: str, column: str, cell: Any) -> Iterator[str]:
    of = {"soort": "partners", "lijnvorm": "verbindingslijnen"}.get(next(iter(where)), "activiteiten")
    if column == "Hele netwerk" or column.startswith("Alle activiteiten "):
        if (expected := t.everywhere().n(of, **where)) != cell:
            yield f"{column} of {label} is {cell!r}, counted {expected}"
        return
    if column == "Aandeel daarvan":
        expected = f"{share(t.everywhere().n(of, **where), t.everywhere().n(of))}%" if t.n(of) >= FEW else ""
        if cell != expected:
            yield f"{column} of {label} is {cell!r}, counted {expected}"
        return
    if column.endswith(BESIDE):
        beside = where | crossing(column.removesuffix(BESIDE))
        if str(expected := t.everywhere().n(of, **beside)) != str(cell):
            yield f"{column} of {label} is {cell!r}, counted {expected}"
        return
    if column.startswith("Aandeel"):
        part = t.n(of, **where, **({"thema": NETWORK} if "netwerkthema" in column else {}))
        whole = t.n(of, **where) if "netwerkthema" in column else t.n(of)
        if not same_share(cell, part, whole):
            yield f"{column} of {label} is {cell!r}, counted {part} of {whole}"
        return
    if column in _STATES:
        expected = t.n(**dict.fromkeys(_STATES[column], where["ingredient"]))
    elif column in COUNTED:
        counted, more = COUNTED[column]
        expected = t.n(of if of != "activiteiten" else counted, **where, **more)
    else:
        crossed = crossing(column)
        where, expected = where | crossed, t.n(of, **where, **crossed)
    if not chosen(t, where):
        if cell != NOT_CHOSEN and not (pd.isna(cell) or cell == ""):
            yield f"{column} of {label} is {cell!r}, and was not chosen"
    elif str(cell) not in (str(expected), f"{expected:,}".replace(",", ".")):
        yield f"{column} of {label} is {cell!r}, counted {expected}"


def same_share(cell: Any, part: int, whole: int) -> bool:
    """Whether a cell gives the share; of few activities none, or the bare figure of a workbook."""
    if whole < FEW:
        return cell in ("", "–", None) or pd.isna(cell)
    return cell == f"{share(part, whole)}%" or (isinstance(cell, float | int) and abs(cell - part / whole) < 1e-9)


def _quarter(t: About, label: str, row: dict[str, Any]) -> Iterator[str]:
    """How many were active on the last day of a quarter; of the last one on the peildatum."""
    last = t.peildatum or t.count.checked
    day = min(quarter_end(label), last)
    expected = t.on(day).n(**course_of(t)), over(t, day)
    if tuple(row[name] for name in ("Actief", "Waarvan op de peildatum voorbij")) != expected:
        yield f"{label} is {row}, counted {expected}"


def over(t: About, day: date) -> int:
    """How many of what was active on *day* is no longer so on the peildatum."""
    return t.on(t.peildatum or t.count.checked).n(**course_of(t), voorbij=day.isoformat())


def _dishes(t: About, table: pd.DataFrame) -> Iterator[str]:
    for row in table.to_dict("records"):
        nrs = [INGREDIENTS.index(name) + 1 for name in row["Gerecht"].split(" + ")]
        found, total, apart = t.n(ingredient=nrs), t.n(), 1.0
        for nr in nrs:
            apart *= t.n(ingredient=nr) / total
        if row["Activiteiten"] != found or abs(row["Los van elkaar"] - total * apart) > 1e-6:
            yield f"{row}, counted {found} and {total * apart}"


def _beside(t: About, table: pd.DataFrame) -> Iterator[str]:
    """Two areas on the same figures."""
    for row in table.to_dict("records"):
        here = area(row["Gebied"])
        feature = row["Kenmerk"]
        if feature in COUNTED:
            counted, more = COUNTED[feature]
            where = {f"raakt_{k}": c for k, c in here.items()} if feature == "Verbindingslijnen" else here
            expected = t.n(counted, **where, **more)
        else:
            heading = "Thema" if feature.lower() in (*THEMES, NETWORK) else "Ingrediënt"
            expected = t.n(**meaning(heading, feature), **here)
        if chosen(t, here) and row["Aantal"] != expected:
            yield f"{feature} in {row['Gebied']} is {row['Aantal']}, counted {expected}"


def _accents(t: About, table: pd.DataFrame) -> Iterator[str]:
    place, everywhere = place_asked(t), t.everywhere()
    here, there = "Hier", str(table.columns[4])  # the figures of what the place is compared with
    for row in table.to_dict("records"):
        where = meaning("Ingrediënt", row["Ingrediënt"])
        expected = everywhere.n(**where, **place), everywhere.n(**where)
        if (row[here], row[there]) != expected:
            yield f"{row['Ingrediënt']} is {row[here]} beside {row[there]}, counted {expected}"


def _lines(t: About, table: pd.DataFrame) -> Iterator[str]:
    if table["Lijnen"].sum() != _touching(t):
        yield f"{table['Lijnen'].sum()} lines, counted {_touching(t)}"


def _touching(t: About) -> int:
    here = area(t.more["gebied"][0]) if "gebied" in t.more else {}
    return t.n("verbindingslijnen", **{f"raakt_{level}": code for level, code in here.items()})


def _sheets(t: About, table: pd.DataFrame) -> Iterator[str]:
    known = {
        "Activiteiten": len(t.count.activities),
        "Partners": len(t.count.partners),
        "Deelnames": len(t.count.takes_part),
        "Verbindingslijnen": len(t.count.lines),
    }
    for row in table.to_dict("records"):
        sheet = row["Werkblad"]
        out = next(cell for name, cell in row.items() if name.startswith("Telt niet"))
        if sheet in known and (row["Telt mee"], out) != (known[sheet], t.count.typed[sheet] - known[sheet]):
            yield f"{sheet}: {row}, counted {known[sheet]}"


def _nothing(t: About, table: pd.DataFrame) -> Iterator[str]:
    """Findings and ages are not counted by the definitions of the network; tests/register and test_freshness do."""
    yield from ()


def _compared(t: About, table: pd.DataFrame) -> Iterator[str]:
    """Two days side by side: how much there was then and is now, what came and what went."""
    days = t.more.get("dagen", [])
    then, now = (t.on(date_in(said)) for said in days) if len(days) == 2 else (t, t)
    for row in table.to_dict("records"):
        counted, more = {"Verbindingslijnen": ("verbindingslijnen", {}), **COUNTED}[row["Maat"]]
        before, after = set(then.ids(counted, **more)), set(now.ids(counted, **more))
        expected = (len(before), len(after), signed(len(after) - len(before)), len(after - before), len(before - after))
        told = tuple(cell for name, cell in row.items() if name != "Maat")
        if told != expected:
            yield f"{row['Maat']} is {told}, counted {expected}"


def _colleges(t: About, table: pd.DataFrame) -> Iterator[str]:
    ever = t.on(None)
    for row in table.to_dict("records"):
        where = meaning("College", row["College"])
        expected = ever.n(**where), ever.n(**where, actualiseren=365)
        if (row["Activiteiten"], row["Te actualiseren"]) != expected:
            yield f"{row}, counted {expected}"


def _nodes(t: About, table: pd.DataFrame) -> Iterator[str]:
    """What is joined with each node of the network."""
    places = {name: f"gemeente:{code}" for code, name in MUNICIPALITIES.items()}
    regions = {name: f"regio:{code}" for code, name in PLACES.items()}
    for row in table.to_dict("records"):
        name, what = row["Knooppunt"], row["Wat"]
        if what in ("Activiteit", "Partner"):
            ids = (
                [a.id for a in t.count.selected(t.query) if a.name == name]
                if what == "Activiteit"
                else [p for p, partner in t.count.partners.items() if partner.name == name]
            )
            expected = [_node(t, f"{what.lower()}:{identity}") for identity in ids]
        else:
            expected = [_node(t, (places if what == "Gemeente" else regions)[name])]
        if (row["Verbindingslijnen"], row["Deelnames"]) not in expected:
            yield f"{row}, counted {expected}"


def _node(t: About, name: str) -> tuple[int, int]:
    """How many lines are drawn to a node, and how many participations."""
    kind, _, identity = name.partition(":")
    taking_part = {
        "activiteit": ("partners", {"activiteit": identity}),
        "partner": ("activiteiten", {"partner": identity}),
    }
    counted, where = taking_part.get(kind, ("", {}))
    return t.n("verbindingslijnen", eind=name), t.n(counted, **where) if counted else 0


def _grown(t: About, table: pd.DataFrame) -> Iterator[str]:
    for row in table.to_dict("records"):
        then = t.on(min(quarter_end(row["Kwartaal"]), t.peildatum or t.count.checked))
        own = network(t.count, then.query)
        expected = {
            "Activiteiten": then.n(),
            "Partners": then.n("partners"),
            "Lijnen tussen activiteiten": own["lijnen_tussen_activiteiten"],
            "Daarvan tussen regio's": own["lijnen_tussen_regios"],
            "Groepen": own["componenten"],
            "Zonder lijn": own["losse_activiteiten"],
            "Zonder lijn of partner": own["via_partners"]["losse_activiteiten"],
        }
        if {name: cell for name, cell in row.items() if name != "Kwartaal"} != expected:
            yield f"{row}, counted {expected}"


def _levels(t: About, table: pd.DataFrame) -> Iterator[str]:
    expected = per_combination(t)
    if (found := dict(zip(table["Niveaus"], table["Activiteiten"], strict=True))) != expected:
        yield f"{found}, counted {expected}"


def _of_the_school(t: About, table: pd.DataFrame) -> Iterator[str]:
    for row in table.to_dict("records"):
        for level in table.columns[1:]:
            where = {"niveau": level.lower(), "betrokkene": row["Van de school"].lower()}
            if row[level] != (n := t.n(**where)):
                yield f"{where} is {row[level]}, counted {n}"


def _taking_part(t: About, table: pd.DataFrame) -> Iterator[str]:
    heading = table.columns[0]
    for row in table.to_dict("records"):
        where = meaning(heading, row[heading])
        for how in HOW:
            if row[how] != (n := t.n(deelname=how, **where)):
                yield f"{how} of {row[heading]} is {row[how]}, counted {n}"


_TABLES: dict[str, Callable[[About, pd.DataFrame], Iterable[str]]] = {
    "met het aantal activiteiten": _dishes,
    "het verschil is het grootst": _beside,
    "Cijfers: Accent van": _accents,
    "verbindingslijnen tussen elke twee": _lines,
    "Per werkblad": _sheets,
    "Totaal: toen": _compared,
    "Totaal: eerder": _compared,
    "Cijfers: Meerwaarde over en weer": hold_values,
    "Per college: aantal": _nothing,
    "Per college: activiteiten": _colleges,
    "Cijfers: Het netwerk op": lambda t, table: _nodes(in_quarter(t), table),
    "Cijfers: Het netwerk": _nodes,
    "het netwerk per kwartaal": _grown,
    "per combinatie van niveaus": _levels,
    "Cijfers: Deelname per": _taking_part,
    "wie van de school meedoet": _of_the_school,
    "zonder en met wat is bedacht": hold_sides,
}

# ── Charts ───────────────────────────────────────────────────────────────────────────────────────────────────


def hold_chart(t: About, key: str, spec: dict[str, Any]) -> Iterator[str]:
    """What is wrong with the figures that the chart *key* draws."""
    key = re.sub(r"_\d+$", "", key)
    if key not in _CHARTS:
        yield f"no rule knows the chart {key!r}"
        return
    for trace in spec["data"]:
        yield from (f"{problem} in the chart {key!r}" for problem in _CHARTS[key](t, trace))


def _bars(name: str, counted: str = "activiteiten") -> Callable[[About, dict], Iterator[str]]:
    def hold(t: About, trace: dict) -> Iterator[str]:
        if trace["type"] == "scatter":
            yield from _marks(t, trace, name, counted)
            return
        for code, length, said in zip(trace["customdata"], trace["x"], trace["text"], strict=True):
            code = code[0] if isinstance(code, list) else code
            expected, total = t.n(counted, **{name: code}), t.n(counted)
            shown = counted != "verbindingslijnen" and total >= FEW
            told = f"{expected} · {share(expected, total)}%" if shown else f"{expected}"
            if length != expected or said.strip() != told:
                yield f"{name} {code} is {length} ({said}), counted {told}"

    return hold


def _marks(t: About, trace: dict, name: str, counted: str) -> Iterator[str]:
    """How long each bar would be at the share of the network."""
    network = t.everywhere()
    for code, at in zip(trace.get("customdata") or [], trace["x"], strict=False):
        expected = t.n(counted) * network.n(counted, **{name: code}) / network.n(counted)
        if abs(at - expected) > 1e-9:
            yield f"the network's share of {name} {code} is drawn at {at}, counted {expected}"


def _cells(*names: str, counted: str = "activiteiten") -> Callable[[About, dict], Iterator[str]]:
    def hold(t: About, trace: dict) -> Iterator[str]:
        for codes, said in zip(trace.get("customdata") or [], trace["text"], strict=True):
            where = dict(zip(names, codes, strict=True))
            if "plaats" in where and where["plaats"] in MUNICIPALITIES and "gemeente" in t.query:
                where["gemeente"] = where.pop("plaats")
            place = {level: code for level, code in where.items() if level in ("plaats", "gemeente")}
            at = t if chosen(t, place) else t.everywhere()
            if "college" in where and where["college"] not in t.query.get("college", [where["college"]]):
                at = at.within(college=None)
            expected = at.n(counted, **where)
            if said != str(expected):
                yield f"{where} is {said}, counted {expected}"

    return hold


def _beside_bars(t: About, trace: dict) -> Iterator[str]:
    here = area(trace["name"])
    for label, length in zip(trace["y"], trace["x"], strict=True):
        if label is None:  # a mark in the legend
            continue
        row = pd.DataFrame([{"Kenmerk": label, "Gebied": trace["name"], "Aantal": length}])
        if chosen(t, here):
            yield from _beside(t, row)


def _areas(t: About, trace: dict) -> Iterator[str]:
    """The areas of a map: what a hover tells of each."""
    for code, hover in zip(trace.get("locations") or [], trace.get("hovertext") or [], strict=False):
        name, *lines = re.sub(r"</?b>", "", hover).split("<br>")
        where = {"plaats" if code in PLACES and name != "Woerden" else "gemeente": code}
        if not chosen(t, where):
            if NOT_CHOSEN not in hover:
                yield f"{name} was not chosen: {hover!r}"
            continue
        yield from (f"{problem}: {hover!r}" for line in lines for problem in hold_area_line(t, where, line))


def hold_area_line(t: About, where: dict[str, str], line: str) -> Iterator[str]:
    """One figure of an area in words: "21 partners doen mee"."""
    patterns = {
        r"(\d+) activiteit(?:en)?": ("activiteiten", {}),
        r"(\d+) partners?(?: doe[nt]+ mee)?": ("partners", {}),
        r"(\d+)(?: van de \d+)? op het netwerkthema(?: \((\d+)%\))?": ("activiteiten", {"thema": NETWORK}),
        r"(\d+) (?:verschillende )?ingrediënt(?:en)?": ("ingredienten", {}),
    }
    for known, (counted, more) in patterns.items():
        found = re.fullmatch(known, line.strip())
        if found:
            expected = t.n(counted, **where, **more)
            if int(found[1]) != expected:
                yield f"{line!r}, counted {expected}"
            if found.lastindex == 2 and found[2] and found[2] != share(expected, t.n(**where)):
                yield f"{line!r}, counted {expected} of {t.n(**where)}"
            return
    if re.search(r"\d", line) and not re.search(r"inwoners|klik", line):
        yield f"no rule knows {line!r}"


def _course(t: About, trace: dict) -> Iterator[str]:
    last, where = t.peildatum or t.count.checked, course_of(t)
    is_over = trace["name"].endswith("voorbij")
    above = trace["text"] if is_over else [None] * len(trace["y"])
    for (quarter, _), height, said in zip(trace["customdata"], trace["y"], above, strict=True):
        day = min(quarter_end(quarter), last)
        gone, active = over(t, day), t.on(day).n(**where)
        if height != (gone if is_over else active - gone):
            yield f"{quarter} is {height}, counted {active}, of which over {gone}"
        if is_over and said.replace(".", "") != str(active):
            yield f"{quarter} says {said}, counted {active}"


def _accent_dots(t: About, trace: dict) -> Iterator[str]:
    place, everywhere = place_asked(t), t.everywhere()
    for nr, at in zip(trace.get("customdata") or [], trace["x"], strict=False):
        of, whole = everywhere.n(**place), everywhere.n()
        expected = 100 * (everywhere.n(ingredient=nr, **place) / of - everywhere.n(ingredient=nr) / whole)
        if abs(at - expected) > 1e-9:
            yield f"ingredient {nr} is {at}, counted {expected}"


def _states(t: About, trace: dict) -> Iterator[str]:
    names = {
        "beide": ("ingredient", "te_zien"),
        "alleen_genoemd": ("ingredient", "niet_te_zien"),
        "alleen_te_zien": ("te_zien", "niet_genoemd"),
    }
    for (nr, part), length in zip(trace["customdata"], trace["x"], strict=True):
        expected = t.n(**dict.fromkeys(names[part], nr))
        if length != expected:
            yield f"{part} of {nr} is {length}, counted {expected}"


def _network(t: About, trace: dict) -> Iterator[str]:
    """What a hover tells of a node."""
    for name, hover in zip(trace.get("customdata") or [], trace.get("hovertext") or [], strict=True):
        lines, joins = _node(t, name)
        said = [
            int(n) for n in re.findall(r"(\d+) (?:verbindingslijn|partner|activiteit)", hover.rpartition("<br>")[2])
        ]
        expected = [lines, joins] if name.startswith(("activiteit:", "partner:")) else [lines]
        if said != expected:
            yield f"{hover!r}, counted {expected}"


def _level_bars(t: About, trace: dict) -> Iterator[str]:
    for code, length, said in zip(trace["customdata"], trace["x"], trace["text"], strict=True):
        if not length == int(said) == (n := t.n(prikker=code)):
            yield f"{code} is {length} ({said}), counted {n}"


_CHARTS: dict[str, Callable[[About, dict], Iterator[str]]] = {
    "kaart": _areas,
    "ingredienten": _bars("ingredient"),
    "themas": _bars("thema"),
    "partners_soort": _bars("soort", "partners"),
    "lijnen_vorm": _bars("lijnvorm", "verbindingslijnen"),
    "ingredient_matrix": _cells("ingredient", "plaats"),
    "thema_matrix": _cells("thema", "plaats"),
    "college_matrix": _cells("college", "thema"),
    "soort_matrix": _cells("soort", "plaats", counted="partners"),
    "meerwaarde": hold_value_bars,
    "naast_kerncijfers": _beside_bars,
    "naast_ingredienten": _beside_bars,
    "naast_themas": _beside_bars,
    "verloop": _course,
    "accent": _accent_dots,
    "genoemd_te_zien": _states,
    "netwerk": _network,
    "netwerk_toen": lambda t, trace: _network(in_quarter(t), trace),
    "sateprikkers": _level_bars,
    "deelname_plaats": _cells("plaats", "deelname"),
    "deelname_college": _cells("college", "deelname"),
}
