"""From a figure to its evidence: the page Register opens on what a figure counts."""

from __future__ import annotations

from datetime import date
from urllib.parse import parse_qs

import pytest

from lrn import texts
from lrn.measures.rows import evidence as measure
from lrn.measures.rows.evidence import SHEETS, Evidence
from lrn.register.load import SAMPLE, load
from lrn.selection import Selection
from tests.pages.conftest import words

DAY = "2026-11-23"


def test_a_link_opens_the_rows_behind_a_figure(open_page):
    at = open_page("themas", peildatum=DAY, kies_thema="Zorg", kies_plaats="Holland Rijnland")
    shown = at.dataframe[-1].value
    link = next(link for link in at.get("page_link") if link.proto.label == "Open deze lijst in Register")
    assert link.proto.page == "register"
    at = open_page("register", peildatum=DAY, bewijs=["thema:zorg", "plaats:AM19"])
    listed = at.dataframe[0].value
    assert listed[["naam", "rij"]].to_numpy().tolist() == shown[["naam", "rij"]].to_numpy().tolist()
    assert "Een activiteit met drie thema's staat bij elk daarvan" in words(at)


def test_the_way_back_shows_the_whole_selection(open_page):
    at = open_page("register", peildatum=DAY, bewijs="thema:zorg")
    fewer = len(at.dataframe[0].value)
    next(button for button in at.button if button.label == "Toon de hele selectie").click().run()
    assert len(at.dataframe[0].value) > fewer
    assert "bewijs" not in at.query_params


def test_what_a_link_asks_that_nobody_knows_is_told(open_page):
    at = open_page("register", peildatum=DAY, bewijs=["thema:zorg", "thema:*tuinieren*"])
    assert "kennen we niet" in at.warning[0].value
    assert "tuinieren" in at.warning[0].value
    assert "*tuinieren*" not in at.warning[0].value


def test_a_row_of_a_list_opens_below_it(open_page):
    at = open_page("themas", peildatum=DAY, kies_thema="Zorg", kies_plaats="Holland Rijnland")
    chooser = next(box for box in at.selectbox if box.label == "Open een activiteit")
    name = chooser.options[1].rpartition(" (")[0]  # its ID stands behind it
    chooser.select_index(1).run()
    assert name in [header.value.replace("\\", "") for header in at.header]
    link = next(link for link in at.get("page_link") if link.proto.label == "Open op de pagina Register")
    assert "activiteit" in parse_qs(link.proto.query_string)
    at.selectbox(key="kies_plaats").select("AM20").run()  # another list: what was open is let go
    assert name not in [header.value.replace("\\", "") for header in at.header]


def test_what_is_open_below_a_list_opens_from_its_address(open_page):
    first = open_page("themas", peildatum=DAY, kies_thema="Zorg")
    asked = next(box for box in first.selectbox if box.label == "Open een activiteit").options[2]
    at = open_page("themas", peildatum=DAY, kies_thema="Zorg", open_activiteit=asked)
    name = asked.rpartition(" (")[0]  # its ID stands behind it
    assert name in [header.value.replace("\\", "") for header in at.header]
    assert not open_page("themas", peildatum=DAY, kies_thema="Zorg", open_activiteit="Bestaat niet (A-999)").error


@pytest.mark.parametrize("unit", SHEETS)
def test_whatever_is_counted_has_a_list_of_its_rows(open_page, unit):
    where = {} if unit == "groepen" else {"gemeente": "GM0546"}  # no line joins two activities of Leiden
    asked = Evidence.of(unit, **where)
    at = open_page("register", peildatum=DAY, bewijs=asked.parameters)
    register = load(SAMPLE, today=date.fromisoformat(DAY))
    selection = Selection(peildatum=date.fromisoformat(DAY))
    assert at.header[0].value.startswith(texts.counted(unit, measure.amount(register, selection, asked)))
    assert len(at.dataframe[0].value) == len(measure.rows(register, selection, asked)) > 5
