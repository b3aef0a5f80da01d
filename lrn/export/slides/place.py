"""One place on one page: its municipalities, its figures beside the network's, its ingredients and themes."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from lrn import style, texts
from lrn import vocabulary as v
from lrn.export.slides import areas, figures, form, map_pages
from lrn.export.slides.boxes import Box
from lrn.export.slides.facts import Facts
from lrn.export.slides.fit import Line
from lrn.export.slides.opening import striking
from lrn.export.slides.page import Page
from lrn.export.slides.story import Made, Story, spoken
from lrn.export.slides.tables import NUMBER, Cell, table
from lrn.measures import questions
from lrn.measures.areas import FIGURES
from lrn.measures.areas import beside_network as figures_beside_network
from lrn.measures.highlights import Highlight
from lrn.measures.places import Area


def each(story: Story) -> list[str]:
    """The places that get a page, by code."""
    return list(story.facts.places_in_view)


def place_page(story: Story, code: str) -> Made:
    """The page of one place."""
    facts = story.facts.of_place(code)
    name = v.PLAATS_NAMEN[code]
    page = story.page(form.VLAK, f"{name} in beeld", facts.basis)
    left, right = page.area.columns(3, 5)
    picture, numbers = left.rows(8, 5.4)
    described = draw_place(page, picture, facts, code)
    beside = figures_beside_network(facts.register, facts.selection, area=Area("plaats", code))
    beside_network(page, numbers, beside, name=v.PLAATS_KORT[code])
    asked = questions.questions(facts.register, facts.selection, _asked_of(facts, code))
    if facts.selected.activiteiten.empty:
        lines = [
            Line("In deze selectie staat hier niets geregistreerd.", bold=True, after=0.8),
            *(Line(question.text, after=0.8) for question in asked),
        ]
        page.text(right, lines, name="Uitnodiging", sizes=(20, 18, 16, 14, 12))
    else:
        charted, words = right.rows(10.2, 3.4)
        one, other = charted.columns(1, 1)
        two_charts(page, one, other, facts)
        told = facts.striking[:2]
        said = [striking(facts, each, after=0.3) for each in told]
        said += [Line(each.text, bullet=True) for each in _not_asked(told, asked)]
        page.text(words, [Line("Wat valt op", bold=True), *said[:3]], name="Wat valt op", sizes=(13, 12, 11, 10, 9))
    sentences = [f"{described}.", *facts.highlights, *(each.text for each in _not_asked(facts.striking, asked))]
    return [(page, spoken(*sentences, definitions=[facts.counting, texts.DEFINITIONS["plaats"]]))]


def _asked_of(facts: Facts, code: str) -> str:
    """What the questions of place *code* are about: itself, or those of its municipalities that were chosen."""
    chosen = [each for each in facts.selection.gemeente if v.place_of_municipality(each) == code]
    return texts.listing(v.GEMEENTE[each].naam for each in chosen) if chosen else v.PLAATS_NAMEN[code]


def _not_asked(told: Sequence[Highlight], asked: Sequence[questions.Question]) -> list[questions.Question]:
    """Of *asked* what is not *told* yet: a chance among the highlights may be about the same theme."""
    themes = {value for each in told if each.kind == "kans" for name, value in each.focus.where if name == "thema"}
    return [question for question in asked if not question.thema or question.thema not in themes]


def two_charts(
    page: Page, one: Box, other: Box, facts: Facts, *, size: float = 10, head: float = 12, of: str = ""
) -> None:
    """The ingredients and the themes beside each other, each under its own heading, which tells what it is *of*."""
    for box, title in ((one, "Activiteiten per ingrediënt"), (other, "Activiteiten per thema")):
        words = [Line(f"{title}{of}", bold=True)]
        page.text(box.upper(0.7), words, name=f"Kop {title.lower()}", sizes=(head, head - 1, head - 2))
    figures.ingredient_chart(page, one.below(0.75), facts, size=size, grouped=False)
    figures.theme_chart(page, other.below(0.75), facts, size=size)


def draw_place(page: Page, box: Box, facts: Facts, code: str, *, chosen: str = "") -> str:
    """The municipalities of place *code* and what lies around them, *chosen* with a thick border.

    Returns the alt text.
    """
    frame = facts.areas("gemeente")
    inside = [c for c in v.GEMEENTE if v.place_of_municipality(c) == code]
    alone = [chosen] if chosen else inside if len(inside) == 1 else []
    bounds = areas.around(alone[0] if alone else code)
    found = areas.classes(frame.loc[frame["code"].isin(inside), "activiteiten"], page)
    rows = {row["code"]: row for row in frame.to_dict("records")}
    made = []
    for municipality in v.GEMEENTE:
        name = v.GEMEENTE[municipality].naam
        if municipality in inside and (not chosen or municipality == chosen):
            row = rows[municipality]
            colour = areas.colour_of(row["activiteiten"], found) if code != v.HAAGLANDEN else style.CONTEXT
            made.append(areas.Area(municipality, name, areas.told(name, row), colour))
        else:
            grey = style.CONTEXT if municipality in inside else style.NOT_CHOSEN
            made.append(areas.Area(municipality, f"{name} (omgeving)", f"{name} ligt ernaast", grey))
    borders = [(chosen, style.OUTLINE, 2.5)] if chosen else [(code, style.PLACE_COLOURS[code], 2.25)]
    shown = frame[frame["code"].isin([chosen] if chosen else inside)]
    name = v.GEMEENTE[chosen].naam if chosen else v.PLAATS_NAMEN[code]
    described = f"Kaart van {name}: {_most(shown)}"
    drawn = areas.Map(
        shapes=areas.shapes_of(v.GEMEENTE, v.KIESBARE_PLAATSEN),
        areas=made,
        borders=borders,
        labels=[
            *map_pages.municipality_labels(shown, None, (11, 10, 9) if alone else (9, 8, 7)),
            *_names_around(alone),
        ],
        bounds=bounds,
        clipped=True,
    )
    areas.draw(page, box, drawn, name=f"Kaart van {name}", alt=described)
    return described


def _names_around(alone: Sequence[str]) -> list[areas.Label]:
    """The names of the others on a map of one municipality, where they fit."""
    labels = []
    for code in v.GEMEENTE:
        name = v.GEMEENTE[code].naam
        if alone and code not in alone:
            labels.append(areas.Label(code, (name,), (9, 8), name, f"{name} ligt ernaast", within_only=True))
    return labels


def _most(frame: pd.DataFrame) -> str:
    if not frame["activiteiten"].any():
        return "0 activiteiten met een gemeente"
    top = frame.iloc[frame["activiteiten"].argmax()]
    return f"de meeste activiteiten in {top['naam']} ({texts.number(top['activiteiten'])})"


TOLD = ("activiteiten", "partners", "netwerkthema", "ingredienten")
"""The figures of a place that there is room for."""


def beside_network(page: Page, box: Box, frame: pd.DataFrame, *, name: str) -> None:
    """The figures of a place beside those of the network (a frame of ``areas.beside_network``)."""
    rows = [[Cell("", bold=True), Cell(name, bold=True, align=NUMBER), Cell("Hele netwerk", bold=True, align=NUMBER)]]
    for row in frame[frame["kenmerk"].isin(TOLD)].to_dict("records"):
        here, there = texts.number(row["gebied"]), texts.number(row["netwerk"])
        rows.append([Cell(FIGURES[row["kenmerk"]]), Cell(here, bold=True, align=NUMBER), Cell(there, align=NUMBER)])
    told = f"Cijfers van {name} naast het hele netwerk"
    table(page, box, rows, (2.2, 1.7, 1.3), name=told, alt=told, sizes=(12, 11, 10, 9), highest=1.0)
