"""Register: a list that is searched, ordered and taken along, and the card of one row."""

from __future__ import annotations

import io
import zipfile
from datetime import date

import pytest

from lrn.export.workbook import as_workbook
from lrn.ui.base import preview
from lrn.ui.parts import downloads
from tests.conftest import TEN_ROWS
from tests.pages.conftest import words

DAY = "2026-10-01"


@pytest.fixture
def ten_rows(make_register):
    return make_register(TEN_ROWS)


@pytest.fixture
def taken(monkeypatch):
    """What was offered to take along: (table, name, lines about it)."""
    offered = []
    original = downloads.table

    def told(view, frame, *, name, about=(), **rest):
        offered.append((frame, name, list(about)))
        return original(view, frame, name=name, about=about, **rest)

    monkeypatch.setattr(downloads, "table", told)
    return offered


def shown(at) -> str:
    texts = "\n".join(element.value for element in at.text)
    tables = "\n".join(str(table.value) for table in at.table)
    return f"{words(at)}\n{texts}\n{tables}".replace("\\", "").replace("\u2060", "")


def names(at) -> list[str]:
    return list(at.dataframe[0].value.iloc[:, 0])


def title(at) -> str:
    return at.header[0].value.replace("\\", "")


def button(at, label):
    return next(button for button in at.button if button.label.replace("\\", "") == label)


# ── The list ─────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_list_is_the_selection(open_page, ten_rows):
    at = open_page("register", ten_rows, peildatum=DAY)
    assert title(at) == "7 activiteiten"
    assert len(names(at)) == 7
    assert names(at)[0] == "Zorglab Leiden"


def test_the_title_says_what_is_counted(open_page, ten_rows):
    at = open_page("register", ten_rows, peildatum=DAY, bewijs=["thema:zorg", "plaats:AM19"])
    assert title(at) == "1 activiteit: thema zorg, Holland Rijnland"
    at = open_page("register", ten_rows, peildatum=DAY, bewijs=["telt:ingredienten", "college:Zorg en Welzijn"])
    assert title(at) == "4 verschillende ingrediënten, genoemd bij deze 3 activiteiten: Zorg en Welzijn"
    assert names(at) == ["Zorglab Leiden", "Wijkleercentrum Woerden", "Zorgnetwerk"]
    at = open_page("register", ten_rows, peildatum=DAY, bewijs=["telt:ingredienten", "plaats:AM19"])
    assert title(at) == "3 verschillende ingrediënten, genoemd bij deze activiteit: Holland Rijnland"


def test_typing_narrows_the_list_and_says_where_it_was_found(open_page, ten_rows):
    at = open_page("register", ten_rows, peildatum=DAY)
    at.text_input(key="zoek").input("zorg").run()
    assert title(at) == "4 van de 7 activiteiten"
    listed = at.dataframe[0].value
    assert list(listed["naam"]) == [
        "Zorglab Leiden", "Zorgnetwerk", "Wijkleercentrum Woerden", "Overleg met de koepels",
    ]  # fmt: skip
    assert list(listed["gevonden"]) == ["", "", "college: Zorg en Welzijn", "partners: Zorgkoepel"]
    at.text_input(key="zoek").input("zorglab").run()
    assert "gevonden" not in at.dataframe[0].value  # in the name, which is there to be seen


def test_a_mistake_is_forgiven_and_said(open_page, ten_rows):
    at = open_page("register", ten_rows, peildatum=DAY, zoek="zorgleb")
    assert names(at) == ["Zorglab Leiden"]
    assert "Precies zo komt het niet voor; dit lijkt erop." in shown(at)


def test_what_is_not_found_in_the_list_can_be_looked_for_in_the_whole_register(open_page, ten_rows):
    at = open_page("register", ten_rows, peildatum=DAY, zoek="gouda")
    assert not at.dataframe
    assert title(at) == "0 van de 7 activiteiten"
    button(at, "Wel 1 buiten deze lijst").click().run()
    assert names(at) == ["Duurzaam bouwen Gouda"]
    assert title(at) == "1 van de 10 activiteiten: in het hele register"


def test_evidence_search_columns_and_order_go_together(open_page, ten_rows):
    at = open_page(
        "register", ten_rows, peildatum=DAY, bewijs="thema:arbeidsmarkttransities", zoek="le", kolommen=["Start", "ID"],
        sorteer="Start", richting="Aflopend",
    )  # fmt: skip
    assert list(at.dataframe[0].value.columns) == ["naam", "gevonden", "id", "start"]
    assert list(at.dataframe[0].value["id"]) == ["K02", "K01"]
    assert title(at) == "2 van de 4 activiteiten: thema arbeidsmarkttransities"


def test_the_order_can_be_chosen(open_page, ten_rows):
    at = open_page("register", ten_rows, alles="true")
    at.selectbox(key="sorteer").select("naam").run()
    assert names(at)[:2] == ["Duurzaam bouwen Gouda", "Energiehub Zoetermeer"]


def test_partners_and_lines_are_lists_too(open_page, ten_rows):
    at = open_page("register", ten_rows, peildatum=DAY, bewijs="plaats:AM19")
    at.segmented_control(key="lijst_van").select("partners").run()
    assert at.query_params["bewijs"] == ["telt:partners", "plaats:AM19"]
    assert title(at) == "2 partners: Holland Rijnland"
    assert names(at) == ["Stadsbestuur Leiden", "Zorgkoepel"]
    button(at, "Toon de hele selectie").click().run()
    assert at.query_params["bewijs"] in ("telt:partners", ["telt:partners"])
    at.segmented_control(key="lijst_van").select("verbindingslijnen").run()
    assert title(at) == "4 verbindingslijnen"
    at.segmented_control(key="lijst_van").select("activiteiten").run()
    assert "bewijs" not in at.query_params
    assert title(at) == "7 activiteiten"


def test_an_empty_selection_says_so(open_page, ten_rows):
    at = open_page("register", ten_rows, peildatum=DAY, gemeente="Lisse")
    assert at.info[0].proto.title == "Geen activiteiten in deze selectie"
    assert not at.dataframe


# ── Taking it along ──────────────────────────────────────────────────────────────────────────────────────────


def test_what_is_taken_along_is_what_is_listed(open_page, ten_rows, taken):
    open_page(
        "register", ten_rows, peildatum=DAY, bewijs="thema:arbeidsmarkttransities", zoek="le", kolommen=["Start", "ID"],
        sorteer="Start", richting="Aflopend",
    )  # fmt: skip
    frame, name, about = taken[-1]
    assert name == "Activiteiten"
    assert list(frame.columns) == ["Naam", "Gevonden in", "ID", "Start"]
    assert list(frame["ID"]) == ["K02", "K01"]
    assert [day.date() for day in frame["Start"]] == [date(2026, 1, 15), date(2024, 2, 1)]
    assert about == [
        ("Lijst", "2 van de 4 activiteiten: thema arbeidsmarkttransities"),
        ("Gezocht naar", "le"),
        ("Volgorde", "Start, aflopend"),
    ]


def test_no_file_holds_contact_details_whatever_is_asked_for(open_page, ten_rows, taken):
    at = open_page("register", ten_rows, alles="true", kolommen=["Contactpersoon", "E-mail", "Naam", "Omschrijving"])
    options = at.get("button_group")
    every = [option.content for group in options for option in group.proto.options]
    assert "Omschrijving" in every
    assert not {"Contactpersoon", "E-mail"} & set(every)
    for kind in ("activiteiten", "partners", "verbindingslijnen"):
        at.segmented_control(key="lijst_van").select(kind).run()
        frame, name, about = taken[-1]
        with zipfile.ZipFile(io.BytesIO(as_workbook({name: frame}, about))) as archive:
            xml = "".join(archive.read(part).decode() for part in archive.namelist() if part.endswith(".xml"))
        assert not [secret for secret in ("Noor", "noor@", "Contactpersoon", "E-mail") if secret in xml]


# ── A card ───────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_link_opens_the_card_of_an_activity(open_page, ten_rows):
    at = open_page("register", ten_rows, peildatum=DAY, activiteit="K01")
    told = shown(at)
    assert title(at) == "Zorglab Leiden"
    assert "Holland Rijnland · K01 · Activiteiten, rij 2" in told
    assert "1. Maatschappelijke, onderwijskundige en economische uitdagingen" in told
    assert "overheid · initiatiefnemer · kent de wijk" in told
    assert "Kennisdeling · maandelijks · sinds 1 maart 2025 · les over zorg in de wijk" in told
    assert "Wie vult aan?" in told
    assert "Noor" not in told
    assert not at.dataframe
    assert [b.label for b in at.button if "Zorgnetwerk" in b.label] == ["Zorgnetwerk"]
    assert "thema's arbeidsmarkttransities en zorg; ingrediënten 1 en 3" in told


def test_an_id_is_read_as_in_the_workbook(open_page, ten_rows):
    assert title(open_page("register", ten_rows, peildatum=DAY, activiteit=" k 01")) == "Zorglab Leiden"


def test_what_was_not_understood_is_onbekend_with_what_was_typed(open_page, ten_rows):
    told = shown(open_page("register", ten_rows, peildatum=DAY, activiteit="K06"))
    assert "Onbekend :gray[– in de werkmap: Toverlab]" in told
    assert "“Toverlab” herkennen we niet als verschijningsvorm" in told
    assert "Activiteiten!C7" in told


def test_a_bare_activity_invites_to_fill_it_in(open_page, ten_rows):
    at = open_page("register", ten_rows, peildatum=DAY, activiteit="K07")
    told = shown(at)
    assert title(at) == "Losse kennisdeling"
    assert "Er zijn nog geen ingrediënten genoemd. Welke herkent u?" in told
    assert "Nog niet ingevuld: Omschrijving, Verschijningsvorm, Gemeente" in told
    assert not at.table
    assert "Lijkt op" not in told


def test_next_and_previous_follow_the_list(open_page, ten_rows):
    at = open_page("register", ten_rows, peildatum=DAY, zoek="zorg", activiteit="K06")
    assert "2 van 4" in shown(at)
    button(at, "Volgende").click().run()
    assert title(at) == "Wijkleercentrum Woerden"
    assert at.query_params["activiteit"] == "K03"
    button(at, "Vorige").click().run()
    button(at, "Vorige").click().run()
    assert title(at) == "Zorglab Leiden"
    assert button(at, "Vorige").disabled
    button(at, "Terug naar de lijst").click().run()
    assert "activiteit" not in at.query_params
    assert len(names(at)) == 4


def test_the_other_end_of_a_line_and_a_partner_are_one_click_away(open_page, ten_rows):
    at = open_page("register", ten_rows, peildatum=DAY, activiteit="K01")
    button(at, "Wijkleercentrum Woerden").click().run()
    assert title(at) == "Wijkleercentrum Woerden"
    button(at, "Zorglab Leiden").click().run()
    button(at, "Zorgkoepel").click().run()
    assert title(at) == "Zorgkoepel"
    assert at.query_params["partner"] == "P2"
    assert at.query_params["activiteit"] == ""
    assert "'s-Gravenhage, actief · initiatiefnemer" in shown(at)
    button(at, "Overleg met de koepels").click().run()
    assert at.query_params["activiteit"] == "K04"


def test_a_line_has_a_card(open_page, ten_rows):
    at = open_page("register", ten_rows, peildatum=DAY, lijn="L3", bewijs="telt:verbindingslijnen")
    assert title(at) == "Van Duurzaam bouwen Gouda naar Midden-Holland"
    button(at, "Duurzaam bouwen Gouda").click().run()
    assert at.query_params["activiteit"] == "K08"


def test_an_activity_outside_the_selection_opens_and_says_so(open_page, ten_rows):
    at = open_page("register", ten_rows, peildatum=DAY, activiteit="K09")
    assert title(at) == "Lerende wijk Leiden"
    assert "valt buiten de selectie: Hele netwerk · peildatum 1 oktober 2026" in shown(at)
    at = open_page("register", ten_rows, peildatum=DAY, activiteit="K01", gemeente="Lisse")
    assert title(at) == "Zorglab Leiden"


def test_an_activity_outside_the_list_but_in_the_selection_says_that(open_page, ten_rows):
    at = open_page("register", ten_rows, peildatum=DAY, activiteit="K01", bewijs="thema:klimaat")
    assert "hoort bij de selectie, maar niet bij deze lijst" in shown(at)


@pytest.mark.parametrize("parameter", ["activiteit", "partner", "lijn"])
def test_an_id_that_nobody_knows_gives_a_sentence_and_a_way_back(open_page, ten_rows, parameter):
    at = open_page("register", ten_rows, peildatum=DAY, **{parameter: "**K99**"})
    assert "met het ID “**K99**” die meetelt" in shown(at)
    assert "**K99**" not in at.info[0].value
    button(at, "Terug naar de lijst").click().run()
    assert len(names(at)) == 7


def test_searching_closes_a_card(open_page, ten_rows):
    at = open_page("register", ten_rows, peildatum=DAY, activiteit="K01")
    at.text_input(key="zoek").input("woerden").run()
    assert "activiteit" not in at.query_params
    assert names(at) == ["Wijkleercentrum Woerden"]


def test_what_is_typed_in_the_workbook_is_text(open_page, make_register):
    image = "![x](http://buiten.example/x.png) :material/home: **vet** <b>"
    register = make_register(
        {
            "Activiteiten": [
                ["ID", "Naam", "Omschrijving", "Locatie", "Opbrengst", "Thema's"],
                ["A", image, image, image, image, image],
                ["B", image, "", "", "", ""],
            ],
            "Partners": [["ID", "Naam"], ["P", image]],
            "Deelnames": [["Activiteit", "Partner", "Meerwaarde"], ["A", "P", image], ["B", "P", ""]],
            "Verbindingslijnen": [["ID", "Van", "Naar", "Omschrijving"], ["L", "A", "B", image]],
        }
    )
    for query in ({"activiteit": "A"}, {"partner": "P"}, {"lijn": "L"}, {"zoek": image}):
        at = open_page("register", register, alles="true", **query)
        markdown = [element.value for kind in (at.header, at.caption, at.markdown, at.info) for element in kind]
        markdown += [label for b in at.button if (label := b.label)] + [str(table.value) for table in at.table]
        assert not [text for text in markdown if "![x]" in text or "**vet" in text or " :material/home:" in text]


def test_a_workbook_on_trial_has_cards_of_its_own(open_page, ten_rows, monkeypatch):
    at = open_page("register", peildatum=DAY, activiteit="K01")
    assert "met het ID “K01” die meetelt" in shown(at)
    content = ten_rows.read_bytes()
    at.session_state["_proef"] = preview.Preview(
        "proef.xlsx", content, preview.load.load_content("proef.xlsx", content)
    )
    at.run()
    assert title(at) == "Zorglab Leiden"
    assert "U bekijkt “proef.xlsx”" in shown(at)
