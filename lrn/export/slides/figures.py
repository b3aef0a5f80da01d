"""The pages with figures of the whole selection: maps, ingredients, themes, the course, partners and lines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

from lrn import texts
from lrn import vocabulary as v
from lrn.charts import alt
from lrn.export.slides import charts, form
from lrn.export.slides.boxes import Box
from lrn.export.slides.facts import Facts
from lrn.export.slides.fit import Line
from lrn.export.slides.page import Page
from lrn.export.slides.story import Made, Story, spoken
from lrn.export.slides.tables import Cell, counts, table
from lrn.measures import ingredients, places, themes
from lrn.measures.network import NOT_GIVEN
from lrn.measures.rows import labelled
from lrn.measures.trend import per_quarter

NOTES = (16, 15, 14, 13, 12, 11, 10)


# ── Ingredients and themes ───────────────────────────────────────────────────────────────────────────────────


def per_ingredient(story: Story) -> Made:
    """The eleven ingredients in order, grouped by the question they answer."""
    facts = story.facts
    page = story.page(form.GRAFIEK, "Activiteiten per ingrediënt")
    left, right = page.area.columns(*form.SPLIT)
    said = ingredient_chart(page, left, facts)
    lead = [
        Line(f"{said}.", after=0.8),
        Line("De elf ingrediënten zijn geen checklist: elke activiteit is een eigen gerecht.", after=0.8),
        Line("Wat is hier vanzelfsprekend, en wat mag vaker?", after=0.8),
    ]
    page.note(right, lead, sizes=NOTES)
    meanings = [f"{i.label}: {i.betekenis}" for i in v.INGREDIENTEN]
    return [
        (
            page,
            spoken(
                *(x.text for x in lead),
                definitions=[facts.counting, texts.DEFINITIONS["dekking_ingredient"], *meanings],
            ),
        )
    ]


def ingredient_chart(page: Page, box: Box, facts: Facts, *, size: float = 12, grouped: bool = True) -> str:
    """The chart of the ingredients; returns its alt text."""
    frame = facts.per_ingredient
    said = alt.counts("Activiteiten per ingrediënt", "kort")(frame)
    data = charts.Data(
        "Ingrediënt",
        [v.INGREDIENT[nr].label for nr in frame["nr"]],
        {"Activiteiten": frame["aantal"].tolist()},
        {"Vraag": frame["vraag"].tolist(), "Voluit": frame["naam"].tolist(), **_shares(frame)},
    )
    if grouped:
        box = charts.groups(page, box, frame["vraag"].tolist(), size=size - 2)
    charts.lying(page, box, data, name="Grafiek ingrediënten", alt=said, size=size)
    return said


def per_theme(story: Story) -> Made:
    """The netwerkthema, and beside it the societal themes."""
    facts = story.facts
    page = story.page(form.GRAFIEK, "Activiteiten per thema")
    left, right = page.area.columns(*form.SPLIT)
    said = theme_chart(page, left, facts)
    lead = [
        Line(_network_theme(facts), after=0.8),
        Line(f"{said}.", after=0.8),
        Line("Het netwerkthema sluit niets uit: andere thema's zijn even welkom.", after=0.8),
    ]
    page.note(right, lead, sizes=NOTES)
    definitions = [facts.counting, texts.DEFINITIONS["netwerkthema"], texts.DEFINITIONS["dekking_thema"]]
    return [(page, spoken(*(x.text for x in lead), definitions=definitions))]


def theme_chart(page: Page, box: Box, facts: Facts, *, size: float = 12) -> str:
    """The chart of the themes, the netwerkthema in the accent; returns its alt text."""
    frame = facts.per_theme
    said = alt.theme_counts("Activiteiten per thema")(frame)
    labels = [f"{name} (netwerkthema)" if code == themes.NETWERK else name for code, name in _themes(frame)]
    data = charts.Data("Thema", labels, {"Activiteiten": frame["aantal"].tolist()}, _shares(frame))
    charts.lying(page, box, data, name="Grafiek thema's", alt=said, size=size, first_apart=True)
    return said


def _understood(frame: pd.DataFrame, column: str) -> pd.DataFrame:
    """The rows with a term of the vocabulary: what is unknown is neither the most nor the least of anything."""
    return frame[~frame[column].isin((v.ONBEKEND, NOT_GIVEN))]


def _themes(frame: pd.DataFrame) -> list[tuple[str, str]]:
    return list(zip(frame["thema"], frame["naam"], strict=True))


def _network_theme(facts: Facts) -> str:
    total, amount = facts.totals.activiteiten, facts.totals.netwerkthema
    share = texts.share_unless_few(facts.totals.aandeel_netwerkthema, total, " ({})")
    told = f"{texts.number(amount)} van de {texts.activities(total)}" if total > 1 else texts.activities(amount)
    return f"Op het netwerkthema: {told}{share}."


def _shares(frame: pd.DataFrame) -> dict[str, list[float]]:
    """The shares for the workbook in a chart; not of few activities."""
    few = texts.is_few(int(frame["totaal"].iloc[0]))
    return {} if few else {"Aandeel": [round(float(share), 4) for share in frame["aandeel"]]}


def ingredients_by_place(story: Story) -> Made:
    """Ingredients and places as a table, 1 to 11."""
    frame = ingredients.ingredient_by_place(story.facts.selected, areas=story.facts.chosen_areas)
    names = {i.nr: i.label for i in v.INGREDIENTEN}
    groups = ("Vraag", [i.vraag for i in v.INGREDIENTEN])
    title = f"Ingrediënten per {story.facts.level}"
    described = alt.pairs(title, "kort", "plaats_naam")
    return _crossed(story, title, frame, "nr", names, described, groups)


def themes_by_place(story: Story) -> Made:
    """Themes and places as a table, the netwerkthema first."""
    frame = themes.theme_by_place(story.facts.selected, areas=story.facts.chosen_areas)
    names = {code: themes.theme_label(code) for code in dict.fromkeys(frame["thema"])}
    names[themes.NETWERK] += " (netwerkthema)"
    title = f"Thema's per {story.facts.level}"
    described = alt.pairs(title, "naam", "plaats_naam")
    return _crossed(story, title, frame, "thema", names, described)


def _crossed(
    story: Story,
    title: str,
    frame: pd.DataFrame,
    rows: str,
    names: dict[Any, str],
    described: alt.Alt,
    groups: tuple[str, Sequence[str]] | None = None,
) -> Made:
    facts = story.facts
    page = story.page(form.TABEL, title)
    columns = dict.fromkeys(frame["plaats"])
    names_of = {area.code: area.kort for area in facts.chosen_areas or ()} or v.PLAATS_KORT
    cells = frame.set_index([rows, "plaats"])["aantal"]
    said = described(frame)
    box, foot = page.area.rows(13, 0.8, gap=0.2)
    counts(
        page,
        box,
        corner="Ingrediënt" if rows == "nr" else "Thema",
        row_labels=list(names.values()),
        column_labels=[names_of[code] for code in columns],
        values=[[int(cells[row, code]) for code in columns] for row in names],
        name=f"Tabel {title.lower()}",
        alt=said,
        groups=groups,
    )
    page.text(foot, [Line("Aantal activiteiten; hoe donkerder, hoe meer.")], name="Leeswijzer", sizes=(11, 10))
    definitions = [facts.counting, texts.DEFINITIONS["dekking"], texts.DEFINITIONS[facts.level]]
    return [(page, spoken(f"{said}.", definitions=definitions))]


# ── Course, network, activities ──────────────────────────────────────────────────────────────────────────────


def course(story: Story) -> Made:
    """Twelve quarters: what was active then, the part of it that is over by now in a lighter tone."""
    facts = story.facts
    page = story.page(form.GRAFIEK, "Verloop per kwartaal")
    left, right = page.area.columns(7, 2)
    frame = per_quarter(facts.register, facts.selection)
    said = alt.course("Actieve activiteiten per kwartaal")(frame)
    day, quarters = texts.long_date(frame["dag"].iloc[-1]), frame["kwartaal"].tolist()
    active, over = frame["aantal"].tolist(), frame["voorbij"].tolist()
    parts = {"nog actief": (frame["aantal"] - frame["voorbij"]).tolist(), f"op {day} voorbij": over}
    series, above = (parts, {"Samen actief": active}) if any(over) else ({"actief": active}, {})
    charts.standing(page, left, charts.Data("Kwartaal", quarters, series, above), name="Grafiek verloop", alt=said)
    lead = [
        Line(f"{said}.", after=0.8),
        Line(f"Elk kwartaal op de laatste dag; het laatste op {day}.", after=0.8),
        *([Line(f"Lichter: liep toen wel, en op {day} niet meer.", after=0.8)] if any(over) else []),
    ]
    page.note(right, lead, sizes=NOTES)
    return [(page, spoken(*(x.text for x in lead), definitions=[texts.DEFINITIONS["verloop"]]))]


def network(story: Story) -> Made:
    """Partners by kind and lines by form."""
    facts = story.facts
    page = story.page(form.VLAK, "Partners en verbindingslijnen")
    top, foot = page.area.rows(12.9, 1.0, gap=0.2)
    totals = facts.totals
    said = []
    for box, (frame, column, heading, title) in zip(
        top.columns(1, 1),
        (
            (facts.partners_by_kind, "soort", "Soort partner", f"Partners naar soort: {texts.number(totals.partners)}"),
            (
                facts.lines_by_form,
                "vorm",
                "Vorm",
                f"Verbindingslijnen naar vorm: {texts.number(totals.verbindingslijnen)}",
            ),
        ),
        strict=True,
    ):
        what = title.partition(":")[0]
        page.text(box.upper(0.8), [Line(title, bold=True)], name=f"Kop {what.lower()}", sizes=(16, 15, 14, 13))
        described = alt.counts(what, "naam")(_understood(frame, column)) if frame["aantal"].any() else f"{what}: 0"
        said.append(f"{described}.")
        data = charts.Data(heading, frame["naam"].tolist(), {what.split()[0]: frame["aantal"].tolist()})
        room = box.below(1.0)
        room = room.upper(min(room.height / 360_000, 0.95 * len(frame) + 0.4))
        charts.lying(page, room, data, name=f"Grafiek {what.lower()}", alt=described)
    relations = {code: len(places.strategic_relations(facts.register, plaats=code)) for code in v.CONTEXT_PLAATSEN}
    beside = texts.listing(
        f"{texts.count(amount, 'strategische relatie', 'strategische relaties')} in {v.PLAATS_NAMEN[code]}"
        for code, amount in relations.items()
    )
    context = f"In het hele register staan {beside}; die staan los van de aantallen van de regio's."
    page.text(foot, [Line(context)], name="Strategische relaties", sizes=(12, 11, 10))
    definitions = [texts.DEFINITIONS["partners"], texts.DEFINITIONS["lijnen"]]
    return [(page, spoken(*said, context, definitions=definitions))]


MOST_ROWS = 11


def activities(story: Story) -> Made:
    """The activities themselves: all of them, or those that began last when they are many."""
    facts = story.facts
    frame = facts.selected.activiteiten
    total = len(frame)
    listed = labelled.activity_list(frame)
    if total > MOST_ROWS:
        listed = listed.sort_values("start", ascending=False, na_position="last", kind="stable").head(MOST_ROWS)
        told = f"De {MOST_ROWS} die het laatst begonnen, van de {texts.activities(total)}"
    else:
        told = texts.activities(total).capitalize()
    listed = listed.iloc[listed["naam"].str.casefold().argsort(kind="stable")]
    page = story.page(form.TABEL, "De activiteiten zelf", f"{told} · {facts.chosen} · {facts.day}")
    head = ["Activiteit", "Plaats", "Gemeente", "Vorm", "Status"]
    rows = [[Cell(text, bold=True) for text in head]]
    for row in listed.to_dict("records"):
        rows.append([Cell(row[name]) for name in ("naam", "plaats", "gemeente", "vorm", "status")])
    name = "Lijst van activiteiten"
    table(page, page.area, rows, (4.6, 2.2, 2.2, 2.4, 1.4), name=name, alt=f"{name}: {told}", sizes=(12, 11, 10, 9))
    return [(page, spoken(f"{told}. Alle staan op de pagina Register.", definitions=[facts.counting]))]
