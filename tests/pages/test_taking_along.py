"""Everything on screen can be taken along: the selection on every page, every table, every chart."""

from __future__ import annotations

import io
import json

import openpyxl
import pytest

from lrn.export import selected
from lrn.export.outside.formats import FORMATS
from lrn.export.workbook import as_csv
from lrn.ui.base import printing
from lrn.ui.parts import downloads
from tests.drawn import charts_on
from tests.pages.conftest import PAGES

DAY = "2026-11-23"
VIEWS = {
    "overzicht": ("overzicht", {}),
    "kaart": ("kaart", {"gebied": "Leiden"}),
    "kaart zonder gebied": ("kaart", {}),
    "ingredienten": ("ingredienten", {"kies_ingredient": "6. Leren"}),
    "gerechten": ("ingredienten", {"kijk": "Gerechten"}),
    "genoemd en te zien": ("ingredienten", {"kijk": "Genoemd én onderbouwd", "kies_ingredient": "6. Leren"}),
    "themas": ("themas", {"kies_thema": "Zorg"}),
    "netwerk": ("netwerk", {}),
    "netwerk, groei": ("netwerk", {"kijk": "Groei"}),
    "netwerk, lessen": ("netwerk", {"kijk": "Lessen", "zoek_les": "student"}),
    "netwerk, sateprikker": (
        "netwerk",
        {"kijk": "Sateprikker", "prikker": "Alleen operationeel", "kies_deelname": "Actief"},
    ),
    "partners": ("partners", {"kies_soort": "Bedrijf"}),
    "wie": ("partners", {"partners_kijk": "Wie doet mee"}),
    "meerwaarde": ("partners", {"partners_kijk": "Meerwaarde over en weer", "kies_meerwaarde": "Partners: casussen"}),
    "strategisch": ("partners", {"partners_kijk": "Strategische relaties"}),
    "register": ("register", {}),
    "register van een cijfer": ("register", {"bewijs": ["telt:partners", "plaats:AM19"]}),
    "stand": ("gegevens", {}),
    "bevindingen": ("gegevens", {"onderdeel": "Bevindingen"}),
    "actualiseren": ("gegevens", {"onderdeel": "Te actualiseren"}),
    "tijd": ("gegevens", {"onderdeel": "Door de tijd"}),
}


@pytest.fixture
def taken(monkeypatch):
    """What is offered while a page runs: names of files, and the frames that go along as csv or on paper."""
    found = {"csv": [], "paper": [], "excel": []}
    csv, excel, rows = downloads.csv, downloads._excel, printing.rows_on_paper

    def told_csv(view, frame, **options):
        found["csv"].append((frame, options))
        return csv(view, frame, **options)

    def told_rows(view, frame, **options):
        found["paper"].append(frame)
        return rows(view, frame, **options)

    def told_excel(view, frame, *rest):
        found["excel"].append(frame)
        return excel(view, frame, *rest)

    monkeypatch.setattr(downloads, "csv", told_csv)
    monkeypatch.setattr(downloads, "_excel", told_excel)
    monkeypatch.setattr(printing, "rows_on_paper", told_rows)
    return found


@pytest.mark.parametrize("name", VIEWS)
def test_every_table_on_a_page_can_be_taken_along_and_is_printed(open_page, taken, name):
    page, query = VIEWS[name]
    at = open_page(page, peildatum=DAY, **query)
    tables = at.dataframe
    assert len(taken["csv"]) == len(taken["paper"]) == len(tables)
    for table, (frame, options), rows in zip(tables, taken["csv"], taken["paper"], strict=True):
        assert len(table.value) == len(frame) == len(rows)
        headings = options.get("headings")
        content = as_csv(frame.rename(columns=headings or {})).decode("utf-8-sig")
        first = content.splitlines()[0].split(";")
        assert all(heading[:1].isupper() for heading in first), first
        assert not {"Contactpersoon", "E-mail"} & set(first)
    for frame in taken["excel"]:
        assert all(heading[:1].isupper() for heading in frame.columns), list(frame.columns)


@pytest.mark.parametrize("page", PAGES)
def test_the_figures_of_every_chart_can_be_taken_along(open_page, taken, page):
    at = open_page(page, peildatum=DAY)
    keys = [chart.key for chart in charts_on(at)]
    for key in keys:
        at.session_state[f"{key}_tabel"] = True
    taken["csv"].clear()
    at.run()
    tables = {table.proto.alt: table.value for table in at.dataframe if table.proto.alt.startswith("Cijfers: ")}
    offered = [frame for frame, options in taken["csv"] if options["key"].endswith("_cijfers")]
    assert len(offered) == len(tables) == len(keys)
    for frame, shown in zip(offered, tables.values(), strict=True):
        assert frame.astype(str).to_numpy().tolist() == shown.astype(str).to_numpy().tolist()


def test_a_picture_of_a_chart_says_what_the_page_says_that_it_is_of(open_page):
    at = open_page("ingredienten", peildatum="2030-11-23")
    at.session_state["ingredienten_tabel"] = True
    at.run()
    (made,) = [c.proto for c in at.get("bidi_component") if c.proto.component_name == "lrn_picture"]
    ((of,),) = [json.loads(made.json)["above"]]
    assert of in [caption.value for caption in at.caption]
    assert of.startswith("Hele netwerk · peildatum 23 november 2030, volgens de planning · ")


def test_the_figures_of_dishes_can_be_taken_along(open_page, taken):
    at = open_page("ingredienten", peildatum=DAY, kijk="Gerechten")
    at.session_state["gerechten_tabel"] = True
    at.run()
    table = next(table for table in at.dataframe if table.proto.alt.startswith("Cijfers: "))
    offered = next(frame for frame, options in taken["csv"] if options["key"] == "gerechten")
    assert list(offered.columns) == list(table.value.columns)
    assert len(offered) == len(table.value)


@pytest.mark.parametrize("page", [*PAGES, "register", "gegevens"])
def test_on_every_page_the_selection_can_be_taken_along_and_is_made_when_asked(open_page, monkeypatch, page):
    made = []

    def told(*arguments, **options):
        made.append(selected.selection_workbook(*arguments, **options))
        return made[-1]

    monkeypatch.setattr(downloads, "selection_workbook", told)
    at = open_page(page, peildatum=DAY, regio="Holland Rijnland")
    assert "Download deze selectie als Excel" not in [b.label for b in at.get("download_button")]
    at.session_state["deel"] = True
    at.run()
    assert "Download deze selectie als Excel" in [b.label for b in at.get("download_button")]
    assert made == []


def test_the_workbook_of_a_view_says_what_is_chosen_on_screen(open_page, monkeypatch):
    asked = []
    monkeypatch.setattr(downloads.st, "download_button", lambda label, data, **more: asked.append((label, data, more)))
    at = open_page("kaart", peildatum=DAY, regio="Holland Rijnland", gebied="Leiden")
    at.session_state["deel"] = True
    at.run()
    _, data, more = next(found for found in asked if found[0] == "Download deze selectie als Excel")
    assert more["file_name"] == "selectie - Holland Rijnland - 2026-11-23.xlsx"
    book = openpyxl.load_workbook(io.BytesIO(data()))
    told = dict(book["Selectie"].iter_rows(values_only=True))
    assert told["Selectie"] == "Holland Rijnland"
    assert told["Register"] == "register.xlsx (voorbeelddata)"
    assert "gebied=Leiden" in told["Link"]
    assert "peildatum=2026-11-23" in told["Link"]


def test_the_selection_is_offered_for_other_programs_and_made_when_asked(open_page, monkeypatch):
    asked = []
    monkeypatch.setattr(downloads.st, "download_button", lambda label, data, **more: asked.append((label, data, more)))
    at = open_page("kaart", peildatum=DAY, regio="Midden-Holland")
    at.session_state["deel"] = True
    at.run()
    form = at.selectbox(key="neem_mee_vorm")
    assert len(form.options) == len(FORMATS) - 1  # the workbook has a button of its own
    assert not [label for label, *_ in asked if label.startswith("Download als .")]
    form.select_index([option.endswith("(.geojson)") for option in form.options].index(True)).run()
    at.selectbox(key="neem_mee_tabel").select("gemeenten").run()
    label, data, more = next(found for found in reversed(asked) if found[0].startswith("Download als ."))
    assert label == "Download als .geojson"
    assert more["file_name"] == "gemeenten - Midden-Holland - 2026-11-23.geojson"
    made = json.loads(data())
    names = [feature["properties"]["Naam"] for feature in made["features"]]
    assert names == ["Bodegraven-Reeuwijk", "Gouda", "Krimpenerwaard", "Waddinxveen"]
    assert "Link: ?peildatum=2026-11-23&regio=Midden-Holland" in made["description"]
