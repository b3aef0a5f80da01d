"""What a deck or a letter tells, held by the recount: titles, words, alt texts, tables, charts and notes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pandas as pd

from tests.export.slides.opened import about, everything, opened, view
from tests.walk import messages
from tests.walk.figures import COUNTED, chosen, crossing, hold_area_line, meaning, over
from tests.walk.network_page import rules
from tests.walk.recount import MUNICIPALITIES, NETWORK, PLACES
from tests.walk.sentences import quarter_end
from tests.walk.words import AREAS, About, Answer, area, date_in, figures, share

Said = dict[str, str]
LEGEND = re.compile(r"(\d+–\d+|\d+ activiteit(en)?|meer dan \d+)")


def hold(t: About, made: bytes) -> Iterator[str]:
    """What is wrong with the figures of the slides *made* of a selection."""
    for number, slide in enumerate(opened(made).slides, start=1):
        title = slide.shapes.title.text_frame.text if slide.shapes.title is not None else ""
        here = of_slide(t, view(slide))
        for problem in _slide(here, slide, title):
            yield f"slide {number} ({title}): {problem}"


def of_slide(t: About, title: str) -> About:
    """What a slide is of: one about a place narrows the selection to it."""
    found = re.fullmatch(r"(?:Regio|Gemeente)? ?[Ii]n beeld: (.+)|(.+?)(?:: .+)? in beeld.*", title)
    name = (found[1] or found[2]) if found else ""
    if name not in AREAS:
        return t
    if "gemeente" in area(name):
        return t.within(regio=None, gemeente=[name])
    return t.within(regio=[name], gemeente=None if found and found[1] else t.query.get("gemeente"))


def _slide(t: About, slide: Any, title: str) -> Iterator[str]:
    name_of_view = view(slide)
    if title != name_of_view:
        yield from messages.told_of(t, title)
    for shape in everything(slide.shapes):
        name, alt = about(shape)
        if name in ("Dianummer", "Datum", "Voettekst") or name.startswith("Legenda"):
            continue
        if getattr(shape, "has_table", False) and shape.has_table:
            yield from _table(t, name, [[cell.text_frame.text for cell in row.cells] for row in shape.table.rows])
            continue
        if getattr(shape, "has_chart", False) and shape.has_chart:
            yield from _chart(t, name, shape.chart)
        lines = [p.text.replace("\u00a0", " ") for p in shape.text_frame.paragraphs] if shape.has_text_frame else []
        if not alt.endswith("…") and alt != " ".join(filter(None, lines)):
            yield from rules.hold(t, alt.replace(f"{messages.PLANNED}.", "."))  # those are held line by line
        if name == "Titel" and title != name_of_view:
            continue
        lines = [line.removeprefix("Een vraag aan u: ").removeprefix(f"{name_of_view} · ") for line in lines]
        for line in lines:
            if line == alt or not set(figures(line)) <= set(figures(alt)) or alt.endswith("…"):
                yield from _line(t, line)
    if slide.has_notes_slide:
        for line in slide.notes_slide.notes_text_frame.text.split("\n"):
            yield from _line(t, line)


def _line(t: About, line: str) -> list[str]:
    """What is wrong with a line; a message of a summary is one."""
    said = line.removesuffix(".")
    return messages.told_of(t, said) if said.endswith(messages.PLANNED) else rules.hold(t, line)


def _table(t: About, name: str, rows: list[list[str]]) -> Iterator[str]:
    head, *body = rows
    if head[0] == "" and "naast" in name:
        yield from _beside(t, head, body)
        return
    table = pd.DataFrame(body, columns=head).drop(columns=["Vraag"], errors="ignore")
    heading = table.columns[0]
    if heading not in ("Regio", "Gemeente", "Ingrediënt", "Thema", "Soort partner"):
        if any(cell.isdecimal() for row in body for cell in row[1:]):
            yield f"no rule knows the table {name!r} of {head}"
        return
    for row in table.to_dict("records"):
        where = meaning(heading, row[heading])
        for column in table.columns[1:]:
            usual = "partners" if heading == "Soort partner" else "activiteiten"
            counted, more = COUNTED.get(column, (usual, None))
            there = where | (more if more is not None else crossing(column))
            told, expected = row[column], t.n(counted, **there)
            if not chosen(t, there) and more is None:  # a column of a cross table, beside those that were chosen
                expected = t.everywhere().n(counted, **there)
            if told != (str(expected) if chosen(t, there) or more is None else "niet gekozen"):
                yield f"{column} of {row[heading]} is {told}, counted {expected}, in the table {name!r}"


def _beside(t: About, head: list[str], body: list[list[str]]) -> Iterator[str]:
    """A place beside what it is compared with: that is only called the whole network when it is."""
    here, everywhere = area(head[1]), t.everywhere()
    if head[2].lower() in ("hele netwerk", "het hele netwerk") and t.by_content:
        yield f"{head[2]!r} stands above what is narrowed by {t.chosen}"
    for label, one, other in body:
        counted, more = COUNTED[label]
        expected = t.n(counted, **here, **more), everywhere.n(counted, **more)
        if (one, other) != tuple(map(str, expected)):
            yield f"{label} is {one} beside {other}, counted {expected}"


def _chart(t: About, name: str, chart: Any) -> Iterator[str]:
    for series in [series for plot in chart.plots for series in plot.series]:
        for label, value in zip(map(str, chart.plots[0].categories), series.values, strict=True):
            if "verloop" in name:
                day = min(quarter_end(label[:7]), t.peildatum or t.count.checked)
                active, gone = t.on(day).n(), over(t, day)
                parts = {"nog actief": active - gone, "actief": active, "Samen actief": active}
                expected = parts.get(series.name, gone)
            else:
                heading = {"ingrediënt": "Ingrediënt", "thema": "Thema"}.get(name.split()[-1], "")
                kind = "Soort" if "soort" in name else "Vorm"
                counted = {"Soort": "partners", "Vorm": "verbindingslijnen"}[kind] if not heading else "activiteiten"
                expected = t.n(counted, **meaning(heading or kind, label))
            if series.name.startswith("Bij het aandeel"):  # as long as at the share of what it is compared with
                whole, everywhere = t.n(counted), t.everywhere()
                share_there = everywhere.n(counted, **meaning(heading or kind, label)) / everywhere.n(counted)
                if abs(value - share_there * whole) > 0.006:
                    yield f"the mark of {label} is {value}, counted {share_there * whole}, in the chart {name!r}"
                continue
            if series.name == "Dikte van het streepje":
                continue
            if int(value or 0) != expected:
                yield f"{label} is {value}, counted {expected}, in the chart {name!r}"


# ── The words of slides ──────────────────────────────────────────────────────────────────────────────────────


@rules("Op het netwerkthema: <n> van de <n:of> activiteit[en][ (<%>%)]", "<%>% van de <n:of> activiteit[en]")
def on_theme(t: About, said: Said) -> Answer:
    n, of = t.n(thema=NETWORK), t.n()
    return {"n": n, "of": of, "share": share(n, of) if of else ""}


@rules("Telt niet mee: <text:rows>")
def left_out(t: About, said: Said) -> Answer:
    """The rows of each sheet that have something in them and are not counted, at most eight by number."""
    wrong = []
    for part in said["rows"].split("; "):
        sheet, _, told = part.partition(" rij ")
        left, named = t.count.left_out(sheet), [int(n) for n in re.findall(r"\d+", told.partition(" en nog ")[0])]
        right = named == left[:8] and ("en nog" in told) == (len(left) > 8)
        wrong += [] if right else [f"of {sheet} {left} are left out"]
    return {"rows": said["rows"], "": "; ".join(wrong)}


@rules("En nog <n> <text:what>")
def of_which_five_are_named(t: About, said: Said) -> Answer:
    return {"n": t.n("partners" if "partner" in said["what"] else "activiteiten") - 5}


@rules("<text:who>, <n> activiteit[en])[: <text:does>]")
def of_a_partner(t: About, said: Said) -> Answer:
    name, _, _kind = said["who"].rpartition(" (")
    ids = {a.id for a in t.count.selected(t.query)}
    cut = name.removesuffix("…")
    named = {c for c, p in t.count.partners.items() if p.name == name or (cut != name and p.name.startswith(cut))}
    return {"n": len({activity for activity, partner, _ in t.count.takes_part if activity in ids and partner in named})}


@rules("Nieuw sinds <day>: <text:what>[ en nog <n>]")
def new_since(t: About, said: Said) -> Answer:
    begun = {a.name for a in t.count.selected(t.query) if a.start and a.start > date_in(said["day"])}
    named = set(re.findall(r"‘(.+?)’(?:, | en |$)", said["what"]))
    right = named <= begun and ("n" in said or named == begun)
    return {"n": len(begun) - len(named), "": "" if right else f"{sorted(begun)} began since"}


@rules("Op het netwerkthema: <n> activiteit[en][, de enige]")
def of_the_only_one(t: About, _: Said) -> Answer:
    return {"n": t.n(thema=NETWORK), "": "" if t.n() == 1 else f"there are {t.n()}"}


@rules("<area>[ (context)]: <text:figures>")
def of_area(t: About, said: Said) -> Answer:
    """The figures of an area of a map; or of each municipality of a place, by its name."""
    where = area(said["area"])
    listed = re.findall(
        rf"({'|'.join(sorted(map(re.escape, MUNICIPALITIES.values()), key=len, reverse=True))}) (\d+)", said["figures"]
    )
    wrong: list[str] = []
    if listed:
        wrong = [f"{name} is {n}" for name, n in listed if t.n(**_municipality(name)) != int(n)]
    else:
        plain = said["figures"].removesuffix(" (context)")
        if not chosen(t, where):
            wrong = [f"{said['area']} was not chosen"]
        for line in re.split(r"[;,] ", plain):
            wrong += hold_area_line(t, where, line)
    return {"figures": said["figures"], "": "; ".join(wrong)}


def _municipality(name: str) -> dict[str, str]:
    return {"gemeente": next(code for code, known in MUNICIPALITIES.items() if known == name)}


@rules("{Daarnaast[, niet in de gekleurde gebieden:]|Niet in de gekleurde gebieden:} <text:rest>")
def beside_map(t: About, said: Said) -> Answer:
    """What neither the table of places nor a map holds."""
    wrong = []
    for n, where in re.findall(r"(\d+) (elders|zonder plaats|zonder gemeente|in [^,.]+?)(?=,| en |\.|$)", said["rest"]):
        conditions = {
            "elders": [{"plaats": "elders"}, {"gemeente": "elders"}],
            "zonder plaats": [{"plaats": "zonder"}],
            "zonder gemeente": [{"gemeente": "zonder"}],
        }.get(where) or [{"gemeente_in": c} for c in PLACES if PLACES[c] == where[3:]] + [area(where[3:])]
        if int(n) not in [t.n(**each) for each in conditions]:
            wrong.append(f"{n} {where}")
    return {"rest": said["rest"], "": "; ".join(wrong)}


@rules("Op de kaart <n> van de <n:of> activiteit[en]; niet: <text:rest>")
def on_the_map(t: About, said: Said) -> Answer:
    """What has no municipality of the area is not on its map."""
    inside = sum(t.n(gemeente=code) for code in MUNICIPALITIES if t.n(gemeente=code))
    wrong = beside_map(t, said)[""]
    return {
        "n": said["n"],
        "of": t.n(),
        "rest": said["rest"],
        "": wrong or ("" if inside >= int(said["n"]) else "too many"),
    }
