"""Every page in its four states: data, nothing selected, a register with problems, no register."""

from __future__ import annotations

import gc
import json
import weakref

import pytest

from lrn.register import child
from tests.drawn import charts_on, figure_on
from tests.pages.conftest import PAGES, words

DAY = "2026-11-23"  # the sample is counted on a fixed day, whatever today is


@pytest.mark.parametrize("page", PAGES)
def test_a_page_shows_the_sample_and_says_that_it_is_invented(open_page, page):
    at = open_page(page, peildatum=DAY)
    assert at.title[0].value
    assert "peildatum 23 november 2026" in words(at)
    assert "Voorbeelddata" in words(at)
    assert charts_on(at)


@pytest.mark.parametrize("page", PAGES)
def test_every_chart_has_an_alt_text_and_a_table_one_click_away(open_page, page):
    at = open_page(page, peildatum=DAY)
    drawn = charts_on(at)
    assert all(len(chart.alt) > 20 for chart in drawn)
    for chart in drawn:
        at.session_state[f"{chart.key}_tabel"] = True
    at.run()
    tables = [table for table in at.dataframe if table.proto.alt.startswith("Cijfers: ")]
    assert len(tables) == len(drawn)
    assert all(len(table.value) > 0 for table in tables)


@pytest.mark.parametrize("page", PAGES)
def test_a_selection_without_activities_says_so_and_how_to_widen_it(open_page, page):
    at = open_page(page, gemeente="Zoeterwoude")
    assert not charts_on(at)
    assert at.info[0].proto.title == "Geen activiteiten in deze selectie"
    assert "wis de filters" in at.info[0].value


@pytest.mark.parametrize("page", PAGES)
def test_a_register_with_problems_shows_its_figures_and_says_what_is_left_out(open_page, page, problem_register):
    at = open_page(page, problem_register)
    assert charts_on(at)
    assert "**1** activiteit, de enige in het register" in words(at)
    link = next(link for link in at.get("page_link") if link.proto.label == "1 rij telt niet mee")
    assert link.proto.page == "gegevens"
    at.session_state["onderdeel"] = "bevindingen"
    at.switch_page("pages/gegevens.py").run()
    findings = next(t for t in at.dataframe if t.proto.alt.startswith("Bevindingen")).value
    assert list(findings["Soort"]) == ["fout", "waarschuwing"]
    assert list(findings["Cel"]) == ["Activiteiten!A3", "Activiteiten!C2"]
    assert list(findings["Bedoelt u?"]) == ["", "Zoetermeer"]
    assert list(findings["Hoe zeker"]) == ["", "waarschijnlijk"]


@pytest.mark.parametrize("page", PAGES)
def test_a_register_without_activities_invites_to_fill_it(open_page, page, make_register):
    at = open_page(page, make_register({"Activiteiten": [["ID", "Naam"]]}))
    assert at.info[0].proto.title == "Het register heeft nog geen activiteiten"


def test_no_register_gives_one_dutch_sentence_and_no_pages(open_page, tmp_path):
    at = open_page(register=tmp_path / "weg.xlsx")
    assert len(at.error) == 1
    assert "“weg.xlsx” is niet gevonden" in at.error[0].value.replace("\\", "")
    assert not charts_on(at)


def test_a_broken_file_leaves_the_last_good_register_on_screen(open_page, problem_register):
    at = open_page(register=problem_register)
    problem_register.write_bytes(b"half geschreven")
    at.run()
    assert not at.exception
    assert "**1** activiteit, de enige in het register" in words(at)
    assert "U ziet de stand van" in at.warning[0].value


def test_a_changed_register_is_shown_at_the_next_interaction(open_page, problem_register, make_register):
    at = open_page(register=problem_register)
    make_register({"Activiteiten": [["ID", "Naam"], ["A1", "Een"], ["A2", "Twee"], ["A3", "Drie"]]}, problem_register)
    at.run()
    assert "**alle 3** activiteiten in het register" in words(at)


def test_text_of_the_workbook_is_never_markup(open_page, make_register):
    college = "<b>Zorg</b> ![x](https://voorbeeld.example/x.png)"
    rows = [["ID", "Naam", "College"], ["A1", "Een", college]]
    at = open_page(
        "themas", make_register({"Activiteiten": rows}), college=college, kies_thema="Zorg", kies_college=college
    )
    assert [heading.value for heading in at.header if "bij" in heading.value]
    assert "![x](https" not in words(at)
    spec = figure_on(at, "college_matrix")
    drawn = json.dumps([spec["layout"]["yaxis"]["ticktext"], spec["data"][0]["hovertext"]])
    assert "&lt;b&gt;Zorg" in drawn
    assert "<b>Zorg" not in drawn


@pytest.fixture
def problem_register(make_register):
    """One row that counts with a value that is not understood, and one row without an ID."""
    rows = [["ID", "Naam", "Gemeente"], ["A1", "Een", "Zoetemeer"], ["", "Zonder ID", "Leiden"]]
    return make_register({"Activiteiten": rows})


def test_a_mistake_in_the_program_gives_a_dutch_sentence(open_page, problem_register, monkeypatch):
    at = open_page(register=problem_register)

    def broken(view):
        raise RuntimeError("geheim")

    monkeypatch.setattr("lrn.ui.parts.chart_card.empty_state", broken)
    at.run()
    assert not at.exception
    assert at.error[0].proto.title == "Deze pagina kan nu niet worden getoond"
    assert "geheim" not in words(at)


def test_a_broken_file_is_not_parsed_again_at_every_click(open_page, tmp_path, monkeypatch):
    path = tmp_path / "stuk.xlsx"
    path.write_bytes(b"geen werkmap")
    parsed = []
    original = child.ask
    monkeypatch.setattr("lrn.register.load.ask", lambda *a, **k: parsed.append(a) or original(*a, **k))
    at = open_page(register=path)
    for _ in range(3):
        at.run()
    assert len(parsed) == 2  # as the register, and to see whether somebody could say what is what in it
    assert "geen Excel- of ODS-werkmap" in at.error[0].value.replace("\\", "")


def test_earlier_states_of_the_register_are_let_go(open_page, problem_register, make_register):
    at = open_page(register=problem_register)
    first = weakref.ref(at.session_state["view"].register)
    for amount in range(2, 8):
        make_register({"Activiteiten": [["ID", "Naam"], *([f"A{n}", "x"] for n in range(amount))]}, problem_register)
        at.run()
    gc.collect()
    assert first() is None


def test_the_name_of_a_sheet_is_never_markup(open_page, tmp_path):
    (tmp_path / "![x](y).csv").write_text("ID;Naam\n", encoding="utf-8")
    at = open_page(register=tmp_path)
    assert "![x](y)" in at.error[0].value.replace("\\", "")
    assert "![x](y)" not in at.error[0].value


def test_the_tables_of_shares_read_as_the_charts_do(open_page, make_register):
    rows = [["ID", "Naam", "Ingrediënten"], *([f"A{n}", "x", "1" if n < 5 else "2"] for n in range(8))]
    at = open_page(register=make_register({"Activiteiten": rows}))
    at.session_state["ingredienten_tabel"] = True
    at.run()
    table = next(t.value for t in at.dataframe if t.proto.alt.startswith("Cijfers: Activiteiten per ingrediënt"))
    assert list(table["Aandeel"])[:3] == ["63%", "38%", "0%"]
    bars = figure_on(at, "ingredienten")
    assert bars["data"][0]["text"][:3] == ["5 · 63%", "3 · 38%", "0 · 0%"]


def test_a_register_in_which_no_row_counts_says_what_to_mend(open_page, make_register):
    at = open_page(register=make_register({"Activiteiten": [["ID", "Naam"], ["", "Zonder ID"], ["A1", ""]]}))
    assert at.info[0].proto.title == "Geen enkele activiteit kan worden geteld"
    assert "(2 rijen)" in at.info[0].value
