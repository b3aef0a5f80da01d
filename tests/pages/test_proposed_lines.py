"""Netwerk, Ontbrekende lijnen and Lessen: what is taken along, set aside and undone, and the lessons that are found."""

from __future__ import annotations

import io
from datetime import date
from urllib.parse import parse_qs

import openpyxl
import pytest

from lrn.measures.network.missing import missing_lines
from lrn.register.load import SAMPLE, load
from lrn.selection import Selection
from lrn.ui.netwerk import missing
from lrn.ui.netwerk.choices import PARTS
from tests.pages.conftest import words

DAY = "2026-11-30"
LINES, LESSONS = ({"peildatum": DAY, "kijk": PARTS[part]} for part in ("ontbreekt", "lessen"))
TWO = {
    "Activiteiten": [
        ["ID", "Naam", "Gemeente", "Thema's", "Opbrengst"],
        ["K1", "Zorgcafé", "Leiden", "zorg", "Begin klein"],
        ["K2", "Zorglab", "Gouda", "zorg", ""],
    ]
}


@pytest.fixture(scope="module")
def proposed():
    """The pairs of the sample, best first: (van, naar)."""
    pairs = missing_lines(load(SAMPLE, today=date.fromisoformat(DAY)), Selection(date.fromisoformat(DAY))).pairs
    return list(zip(pairs["van"], pairs["naar"], strict=True))


@pytest.fixture
def taken(monkeypatch):
    """What the button for Excel would give now: the pairs of its sheet Verbindingslijnen."""
    offered = {}
    button = missing.st.download_button

    def told(label, data, **more):
        if more.get("key") == "ontbrekende_lijnen_xlsx":
            offered["data"], offered["label"] = data, label
        return button(label, data, **more)

    monkeypatch.setattr(missing.st, "download_button", told)

    def rows():
        sheet = openpyxl.load_workbook(io.BytesIO(offered["data"]()))["Verbindingslijnen"]
        heads, *lines = sheet.iter_rows(values_only=True)
        return [(line[heads.index("Van")], line[heads.index("Naar")]) for line in lines]

    return rows


def say(at, pair, said):
    at.button_group(key=f"voorstel {pair[0]}~{pair[1]}").set_value(said).run()
    assert not at.exception


def address(at):
    found = {name: said for name, said in at.query_params.items() if name in ("mee", "niet_nu")}
    return {name: [said] if isinstance(said, str) else said for name, said in found.items()}


def test_what_is_taken_along_is_counted_kept_in_the_address_and_goes_along(open_page, proposed, taken):
    at = open_page("netwerk", **LINES)
    assert "Nog geen voorstel meegenomen." in words(at)
    assert taken() == proposed  # of none that was taken all go
    for pair in proposed[:2]:
        say(at, pair, "mee")
    assert "2 van de 50 voorstellen hieronder meegenomen; in totaal zijn er 2.339." in words(at)
    assert address(at)["mee"] == ["~".join(pair) for pair in proposed[:2]]
    assert taken() == proposed[:2]
    say(at, proposed[0], None)
    assert "1 van de 50 voorstellen hieronder meegenomen" in words(at)
    assert taken() == proposed[1:2]


def test_what_is_set_aside_does_not_go_along_and_can_be_taken_back(open_page, proposed, taken):
    at = open_page("netwerk", **LINES)
    told = words(at)
    say(at, proposed[0], "niet_nu")
    assert "1 staat op ‘Niet nu’." in words(at)
    assert taken() == proposed[1:]
    assert words(at).count(" Voorstel: ") == told.count(" Voorstel: ") - 1
    say(at, proposed[0], "mee")
    assert "Niet nu’." not in words(at)
    assert taken() == proposed[:1]
    say(at, proposed[0], None)
    assert taken() == proposed


def test_a_link_opens_what_was_said_and_back_lets_it_go(open_page, proposed, taken):
    mee, aside = ("~".join(pair) for pair in proposed[3:5])
    at = open_page("netwerk", **LINES, mee=mee, niet_nu=aside)
    assert "1 van de 50 voorstellen hieronder meegenomen; in totaal zijn er 2.339. 1 staat op ‘Niet nu’." in words(at)
    assert taken() == proposed[3:4]
    del at.query_params["mee"]
    at.run()
    assert "Nog geen voorstel meegenomen. 1 staat op" in words(at)


def test_a_proposal_leads_to_wat_als_where_its_line_does_what_was_said(open_page, proposed, taken):
    at = open_page("netwerk", **LINES, regio="Woerden (Midden-Utrecht)", wat_als="zonder:P-002")
    assert "Sluit de groep van 5 activiteiten met ‘Kennisdelingslunch" in words(at)
    assert taken()[0] == proposed[0]  # one of the two lies in Woerden
    at.button_group(key="volgorde").set_value("deelt").run()
    assert "Wat twee activiteiten delen, geteld." in words(at)
    assert taken()[0] != proposed[0]
    at.button_group(key="volgorde").set_value("helpt").run()
    at.button(key=f"wat_als_lijn {'~'.join(proposed[0])}").click().run()
    assert not at.exception
    assert at.session_state["kijk"] == "wat_als"
    assert at.session_state["regio"] == []
    assert at.query_params["wat_als"] == ["zonder:P-002", f"lijn:{':'.join(proposed[0])}"]
    at.button(key="wat_als weg zonder:P-002").click().run()
    figures = at.dataframe[0].value.set_index("Cijfer")
    assert list(figures.loc["Groepen langs lijnen en partners"]) == [3, 2, "−1"]


def test_who_comes_back_by_the_menu_finds_what_was_said(open_page, proposed):
    at = open_page("netwerk", **LINES)
    say(at, proposed[0], "mee")
    at.switch_page("pages/themas.py").run()
    at.query_params.clear()
    at.switch_page("pages/netwerk.py")
    at.query_params["kijk"] = LINES["kijk"]
    at.query_params["peildatum"] = DAY
    at.run()
    assert "1 van de 50 voorstellen hieronder meegenomen" in words(at)
    assert address(at)["mee"] == ["~".join(proposed[0])]


def test_what_is_not_proposed_here_is_kept_and_said(open_page, proposed):
    at = open_page("netwerk", **LINES, mee=["A-001~A-001", "x" * 5000], niet_nu="")
    assert "Nog geen voorstel meegenomen. 2 eerdere keuzes staan niet in deze lijst." in words(at)
    say(at, proposed[0], "mee")
    assert len(address(at)["mee"]) == 3


def test_a_pair_opens_both_cards_and_their_rows(open_page, proposed, figures_open):
    at = open_page("netwerk", **LINES)
    asked = [parse_qs(link.proto.query_string) for link in at.get("page_link")]
    van, naar = proposed[0]
    assert {"activiteit": [van]}.items() <= asked[[q.get("activiteit") for q in asked].index([van])].items()
    assert [naar] in [query.get("activiteit") for query in asked]
    assert any(f"paar:{van}|{naar}" in query.get("bewijs", []) for query in asked)
    assert "Thema's: " in words(at)
    assert "Ingrediënten: " in words(at)


def test_of_one_proposal_is_said_whether_it_goes_along(open_page, make_register, taken):
    at = open_page("netwerk", make_register(TWO), alles="true", kijk=LINES["kijk"])
    assert (
        "1 paar activiteiten in verschillende regio's deelt iets en is nog niet in een of twee stappen verbonden."
        in words(at)
    )
    assert "Nog niet meegenomen." in words(at)
    say(at, ("K1", "K2"), "mee")
    assert "Dit ene voorstel is meegenomen." in words(at)
    assert taken() == [("K1", "K2")]
    say(at, ("K1", "K2"), "niet_nu")
    assert "Klik nog eens op ‘Niet nu’ om een voorstel terug te halen." in words(at)
    assert "ontbrekende_lijnen_xlsx" not in [button.key for button in at.get("download_button")]


def test_where_nothing_is_missing_it_says_so(open_page, make_register):
    path = make_register(TWO)
    at = open_page("netwerk", path, alles="true", kijk=LINES["kijk"], thema="Zorg", regio="Woerden (Midden-Utrecht)")
    assert at.info  # nothing is selected
    alone = {"Activiteiten": [row[:4] for row in TWO["Activiteiten"][:2]]}
    at = open_page("netwerk", make_register(alone), alles="true", kijk=LINES["kijk"])
    assert "Er zijn geen twee activiteiten in verschillende regio's" in words(at)
    assert "minder filters" not in words(at)
    at = open_page("netwerk", make_register(alone), alles="true", kijk=LINES["kijk"], regio="Holland Rijnland")
    assert "Met minder filters in de zijbalk" in words(at)


def test_lessons_are_found_by_their_words_and_open(open_page):
    at = open_page("netwerk", **LESSONS)
    (whole,) = at.dataframe
    at.text_input(key="zoek_les").set_value("mantelzorgers").run()
    (found,) = at.dataframe
    assert 0 < len(found.value) < len(whole.value)
    assert "Livinglab Zorg op afstand" in set(found.value["naam"])
    at.text_input(key="zoek_les").set_value("qqqq").run()
    assert "Geen les gevonden met “qqqq”." in words(at)
    assert not at.dataframe


def test_of_an_activity_who_can_use_its_lesson_and_what_others_learned(open_page, make_register):
    path = make_register(TWO)
    at = open_page("netwerk", path, alles="true", kijk=LESSONS["kijk"], les_bij="Zorgcafé (activiteit K1)")
    assert [header.value for header in at.header][1:] == ["Wat leerden anderen?", "Wie kan dit gebruiken?"]
    assert "Begin klein" in [text.value for text in at.text]
    assert "Midden-Holland · Beide gaan over zorg." in words(at)
    assert "nog geen les gevonden die hierbij past" in words(at)
    at.selectbox(key="les_bij").set_value("activiteit:K2").run()
    assert [header.value for header in at.header][1:] == ["Wat leerden anderen?"]
    assert "Hier staat nog geen opbrengst geregistreerd." in words(at)
    assert "Holland Rijnland · Beide gaan over zorg." in words(at)


def test_where_nobody_noted_a_lesson_it_says_so(open_page, make_register):
    path = make_register({"Activiteiten": [row[:4] for row in TWO["Activiteiten"]]})
    at = open_page("netwerk", path, alles="true", kijk=LESSONS["kijk"])
    assert "In deze selectie staat nog geen opbrengst geregistreerd." in words(at)
    assert not at.dataframe
