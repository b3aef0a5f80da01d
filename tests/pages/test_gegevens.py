"""Gegevens: the state of the register, its findings, a workbook on trial, what asks for a look, two states compared."""

from __future__ import annotations

import os
from datetime import date, timedelta
from pathlib import Path

import pytest

from lrn import clock
from lrn.register.load import keep
from lrn.ui.base import cache
from tests.pages.conftest import words

TODAY = clock.today()

ROWS = [
    ["ID", "Naam", "Gemeente", "College", "Status", "Start", "Einde", "Opbrengst", "Contactpersoon", "Bijgewerkt"],
    [
        "A1",
        "Zorglab",
        "Zoetemeer",
        "Zorg",
        "Actief",
        date(2024, 1, 1),
        "",
        "",
        "teamleider",
        TODAY - timedelta(days=10),
    ],
    ["A2", "Waterlab", "Gouda", "Bouw", "Actief", date(2024, 1, 1), "", "", "Noor Vos", TODAY - timedelta(days=800)],
    ["A3", "Oude pilot", "Leiden", "Bouw", "Afgerond", "", date(2025, 1, 1), "", "", TODAY - timedelta(days=300)],
    ["A4", "Oude les", "Leiden", "Bouw", "Afgerond", "", date(2025, 1, 1), "geleerd", "", TODAY - timedelta(days=300)],
    ["", "Zonder ID", "Leiden", "Zorg", "", "", "", "", "", ""],
]
GOOD = [["ID", "Naam"], ["B1", "Een"], ["B2", "Twee"]]


@pytest.fixture
def workbook(make_register) -> Path:
    return make_register({"Activiteiten": ROWS, "Deelnames": [["Activiteit", "Partner"], ["A1", "P9"]]})


def table(at, alt: str):
    return next(t.value for t in at.dataframe if t.proto.alt.startswith(alt))


def shown(at) -> str:
    return words(at).replace("\\", "").replace("\u2060", "")


# ── Stand ────────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_state_says_which_file_and_how_its_rows_were_understood(open_page, workbook):
    at = open_page("gegevens", workbook)
    assert "register.xlsx" in [heading.value.replace("\\", "") for heading in at.header]
    assert "**5 rijen tellen mee**, **1 rij telt niet mee**" in shown(at)
    assert "Daarnaast: 2 waarschuwingen en 1 opmerking over wat beter kan." in shown(at)
    assert table(at, "Per werkblad").to_numpy().tolist() == [
        ["Activiteiten", 4, 1, 1, 1, 1],
        ["Partners", 0, 0, 0, 0, 0],
        ["Deelnames", 1, 0, 0, 1, 0],
        ["Verbindingslijnen", 0, 0, 0, 0, 0],
    ]


def test_a_register_without_findings_says_that_all_is_well(open_page, make_register):
    path = make_register({"Activiteiten": GOOD})
    at = open_page("gegevens", path)
    assert "Alles klopt: **2 rijen tellen mee** en elke waarde is herkend." in shown(at)
    at = open_page("gegevens", path, onderdeel="Bevindingen")
    assert at.info[0].proto.title == "Alles klopt"
    assert not at.dataframe


def test_the_template_is_offered(open_page, workbook):
    labels = [button.label for button in open_page("gegevens", workbook).get("download_button")]
    assert labels.count("Download het sjabloon") == 1


# ── Bevindingen ──────────────────────────────────────────────────────────────────────────────────────────────


def cells(at):
    return list(table(at, "Bevindingen")["Cel"])


def test_findings_are_listed_the_gravest_first(open_page, workbook):
    at = open_page("gegevens", workbook, onderdeel="Bevindingen")
    assert cells(at) == ["Activiteiten!A6", "Activiteiten!C2", "Deelnames!B2", "Activiteiten!J3"]
    assert "1 fout, 2 waarschuwingen en 1 opmerking" in shown(at)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"gewicht": "Fouten"}, ["Activiteiten!A6"]),
        ({"gewicht": ["Waarschuwingen", "Opmerkingen"]}, ["Activiteiten!C2", "Deelnames!B2", "Activiteiten!J3"]),
        ({"werkblad": "Deelnames"}, ["Deelnames!B2"]),
        ({"kies_college": "Zorg"}, ["Activiteiten!A6", "Activiteiten!C2", "Deelnames!B2"]),
        ({"college": "Bouw"}, ["Activiteiten!J3"]),
        ({"werkblad": "Activiteiten", "kies_college": "Zorg", "gewicht": "Waarschuwingen"}, ["Activiteiten!C2"]),
    ],
    ids=["severity", "severities", "sheet", "college", "college of the sidebar", "all three"],
)
def test_filters_of_the_findings_are_in_the_link(open_page, workbook, query, expected):
    assert cells(open_page("gegevens", workbook, onderdeel="Bevindingen", **query)) == expected


@pytest.mark.parametrize("query", [{}, {"werkblad": "Partners"}], ids=["findings", "none in this choice"])
def test_what_is_checked_is_told_below_the_findings(open_page, workbook, query):
    at = open_page("gegevens", workbook, onderdeel="Bevindingen", **query)
    (checked,) = (part for part in at.expander if part.label == "Wat wordt er gecontroleerd?")
    assert [text.value.partition(":")[0] for text in checked.markdown] == [
        "**Fout**",
        "**Waarschuwing**",
        "**Opmerking**",
    ]
    errors, *_, remarks = (part.value.set_index("Waar")["Wat"] for part in checked.table)
    assert errors["ID"].endswith("Het ID staat al op een eerdere rij van dit blad.")
    assert remarks["Bijgewerkt"] == "De rij is langer dan een jaar niet bijgewerkt."


def test_findings_are_counted_by_college(open_page, workbook):
    at = open_page("gegevens", workbook, onderdeel="Bevindingen")
    assert table(at, "Per college").to_numpy().tolist() == [["Bouw", 0, 0, 1], ["Zorg", 1, 2, 0]]


def test_a_choice_without_findings_says_so(open_page, workbook):
    at = open_page("gegevens", workbook, onderdeel="Bevindingen", werkblad="Partners")
    assert "In deze keuze zijn er geen bevindingen." in shown(at)


# ── A workbook on trial ──────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def trial(tmp_path, write_workbook) -> bytes:
    return write_workbook(tmp_path / "proef.xlsx", {"Activiteiten": GOOD}).read_bytes()


def bring(at, name: str, content: bytes):
    at.file_uploader[0].upload(name, content).run()
    assert not at.exception
    return at


def test_a_workbook_on_trial_is_marked_on_every_page_with_one_click_back(open_page, workbook, trial):
    at = bring(open_page("gegevens", workbook), "proef.xlsx", trial)
    for page in ("overzicht", "kaart", "ingredienten", "themas", "partners", "gegevens"):
        at.switch_page(f"pages/{page}.py").run()
        assert at.warning[0].proto.title == "Proefweergave"
        assert "van de 2 activiteiten in het register" in shown(at)
    at.switch_page("pages/overzicht.py").run()
    at.button(key="proef_terug").click().run()
    assert not at.warning
    assert "van de 4 activiteiten in het register" in shown(at)


def test_a_trial_is_of_one_visitor_only_and_leaves_nothing_on_disk(open_page, workbook, trial):
    before = sorted(workbook.parent.iterdir())
    bring(open_page("gegevens", workbook), "proef.xlsx", trial)
    other = open_page("gegevens", workbook)
    assert not other.warning
    assert "van de 4 activiteiten in het register" in shown(other)
    assert sorted(workbook.parent.iterdir()) == before


def test_figures_of_a_trial_are_kept_apart_from_those_of_the_register(open_page, workbook):
    at = bring(open_page("gegevens", workbook), "zelfde.xlsx", workbook.read_bytes())
    assert at.session_state["view"].store is not open_page("gegevens", workbook).session_state["view"].store


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"PK\x03\x04 half", "kan niet worden gelezen"), (b"%PDF-1.7", "geen Excel- of ODS-werkmap"), (b"", "is leeg")],
    ids=["broken", "pdf", "empty"],
)
def test_a_workbook_that_cannot_be_read_changes_nothing_but_a_sentence(open_page, workbook, content, said):
    at = bring(open_page("gegevens", workbook), "proef.xlsx", content)
    assert said in at.error[0].value.replace("\\", "")
    assert "van de 4 activiteiten in het register" in shown(at)
    assert not at.warning


def test_a_good_workbook_takes_the_place_of_a_refusal(open_page, workbook, trial):
    at = bring(open_page("gegevens", workbook), "stuk.xlsx", b"PK\x03\x04")
    at.file_uploader[0].clear()
    at = bring(at, "proef.xlsx", trial)
    assert not at.error
    assert at.warning[0].proto.title == "Proefweergave"


def test_the_workbook_on_trial_comes_back_marked(open_page, workbook, tmp_path):
    at = bring(open_page("gegevens", workbook), "ons register.xlsx", workbook.read_bytes())
    assert "Download de gemerkte werkmap" not in [b.label for b in at.get("download_button")]
    at.button(key="merk").click().run()
    assert not at.error
    assert "Download de gemerkte werkmap" in [b.label for b in at.get("download_button")]


def test_without_a_register_a_workbook_can_still_be_tried_out(open_page, tmp_path, trial):
    at = open_page(register=tmp_path / "weg.xlsx")
    assert len(at.error) == 1
    bring(at, "proef.xlsx", trial)
    assert "van de 2 activiteiten in het register" in shown(at)


# ── Te actualiseren ──────────────────────────────────────────────────────────────────────────────────────────


def test_what_asks_for_a_look_is_listed_with_age_reason_and_role_of_the_contact(open_page, workbook):
    at = open_page("gegevens", workbook, onderdeel="Te actualiseren")
    listed = table(at, "Te actualiseren")[["College", "Activiteit", "Bijgewerkt", "Waarom", "Contact"]]
    assert listed.to_numpy().tolist() == [
        ["Bouw", "Waterlab", "2 jaar geleden", "langer dan een jaar niet bijgewerkt", "staat in de werkmap"],
        ["Bouw", "Oude pilot", "9 maanden geleden", "voorbij, nog zonder opbrengst", "niet ingevuld"],
    ]
    assert "Noor" not in shown(at)


def test_the_threshold_is_a_choice_in_the_link(open_page, workbook):
    at = open_page("gegevens", workbook, onderdeel="Te actualiseren", ouder_dan="een half jaar")
    assert list(table(at, "Te actualiseren")["Activiteit"]) == ["Waterlab", "Oude les", "Oude pilot"]


def test_the_list_follows_the_filters_but_not_the_peildatum(open_page, workbook):
    at = open_page("gegevens", workbook, onderdeel="Te actualiseren", gemeente="Leiden", peildatum="2030-01-01")
    assert list(table(at, "Te actualiseren")["Activiteit"]) == ["Oude pilot"]


def test_colleges_are_counted(open_page, workbook):
    at = open_page("gegevens", workbook, onderdeel="Te actualiseren")
    assert table(at, "Per college").to_numpy().tolist() == [["Bouw", 3, "10 maanden", 2], ["Zorg", 1, "2 weken", 0]]


def test_every_list_of_activities_tells_their_age(open_page, workbook):
    at = open_page("kaart", workbook, gebied="Gouda")
    assert list(table(at, "Gouda")["bijgewerkt"]) == ["2 jaar geleden"]


# ── Door de tijd ─────────────────────────────────────────────────────────────────────────────────────────────


EARLIER = [
    ["ID", "Naam", "Gemeente", "Status"],
    ["A1", "Zorglab", "Leiden", "Actief"],
    ["A2", "Waterlab", "Gouda", "Actief"],
    ["A9", "Verdwenen", "Gouda", "Actief"],
]
LATER = [
    ["ID", "Naam", "Gemeente", "Status"],
    ["A1", "Zorglab", "Gouda", "Actief"],
    ["A2", "Waterlab", "Gouda", "Afgerond"],
    ["A3", "Nieuw lab", "Woerden", "Actief"],
]


@pytest.fixture
def two_states(tmp_path, monkeypatch, write_workbook, make_register):
    """The later register, and the earlier one as a snapshot in ``LRN_SNAPSHOTS``."""
    monkeypatch.setenv("LRN_SNAPSHOTS", str(tmp_path / "standen"))
    keep(write_workbook(tmp_path / "oud.xlsx", {"Activiteiten": EARLIER}), tmp_path / "standen")
    return make_register({"Activiteiten": LATER})


def test_a_kept_state_is_compared_with_the_register_row_by_row(open_page, two_states):
    at = open_page("gegevens", two_states, onderdeel="Door de tijd")
    happened = table(at, "Wat er gebeurde")[["Wat", "Activiteit", "Wat er gebeurde"]].to_numpy().tolist()
    assert happened == [
        ["Nieuw", "Nieuw lab", "nieuw in het register"],
        ["Voorbij", "Verdwenen", "niet meer in het register"],
        ["Voorbij", "Waterlab", "status van actief naar afgerond"],
        ["Verplaatst", "Zorglab", "van Leiden naar Gouda"],
    ]
    assert [m.value for m in at.metric] == ["1", "2", "1", "0", "0", "0"]
    assert "Van oud.xlsx van" in shown(at)


def test_kinds_of_change_can_be_chosen(open_page, two_states):
    at = open_page("gegevens", two_states, onderdeel="Door de tijd", soort="Voorbij")
    assert list(table(at, "Wat er gebeurde")["Activiteit"]) == ["Verdwenen", "Waterlab"]


def test_it_says_what_that_did_to_each_measure(open_page, two_states):
    at = open_page("gegevens", two_states, onderdeel="Door de tijd", cijfers="Per regio")
    found = table(at, "Per regio").set_index("Maat")[["Toen", "Nu", "Verschil", "Erbij", "Eraf"]]
    assert found.loc["Holland Rijnland"].tolist() == [1, 0, "−1", 0, 1]
    assert found.loc["Midden-Holland"].tolist() == [2, 1, "−1", 1, 2]
    assert found.loc["Woerden (Midden-Utrecht)"].tolist() == [0, 1, "+1", 1, 0]
    assert found.loc["Zuid-Holland Centraal"].tolist() == [0, 0, "0", 0, 0]


def test_one_register_is_compared_on_two_peildata_when_nothing_was_kept(open_page, make_register, monkeypatch):
    monkeypatch.delenv("LRN_SNAPSHOTS", raising=False)
    rows = [["ID", "Naam", "Start", "Einde"], ["A1", "Oud", "", date(2026, 3, 1)], ["A2", "Jong", date(2026, 3, 2), ""]]
    path = make_register({"Activiteiten": rows})
    at = open_page("gegevens", path, onderdeel="Door de tijd", peildatum="2026-06-01", van_dag="2026-01-01")
    assert table(at, "Wat er gebeurde")[["Wat", "Activiteit"]].to_numpy().tolist() == [
        ["Nieuw", "Jong"],
        ["Voorbij", "Oud"],
    ]


def test_two_workbooks_are_compared_by_bringing_one(open_page, make_register, tmp_path, write_workbook, monkeypatch):
    monkeypatch.delenv("LRN_SNAPSHOTS", raising=False)
    at = open_page(
        "gegevens", make_register({"Activiteiten": LATER}), onderdeel="Door de tijd", van="Een andere werkmap…"
    )
    assert not at.metric
    old = write_workbook(tmp_path / "oud.xlsx", {"Activiteiten": EARLIER}).read_bytes()
    bring(at, "oud.xlsx", old)
    assert [m.value for m in at.metric][:3] == ["1", "2", "1"]


def test_a_workbook_to_compare_that_cannot_be_read_gives_a_sentence(open_page, make_register):
    at = open_page(
        "gegevens", make_register({"Activiteiten": LATER}), onderdeel="Door de tijd", van="Een andere werkmap…"
    )
    bring(at, "stuk.xlsx", b"PK\x03\x04")
    assert "kan niet worden gelezen" in at.error[0].value


def test_a_broken_snapshot_gives_a_sentence_and_another_can_be_chosen(open_page, two_states, tmp_path):
    (tmp_path / "standen" / "2030-01-01 stuk.parquet").write_bytes(b"PAR1")
    at = open_page("gegevens", two_states, onderdeel="Door de tijd")
    assert "kan niet worden gelezen" in at.error[0].value
    other = next(option for option in at.selectbox(key="van").options if "oud" in option)
    at.selectbox(key="van").select(other).run()
    assert not at.error
    assert at.metric


def test_two_equal_states_say_that_nothing_changed(open_page, make_register, monkeypatch):
    monkeypatch.delenv("LRN_SNAPSHOTS", raising=False)
    today = TODAY.isoformat()
    at = open_page(
        "gegevens", make_register({"Activiteiten": GOOD}), onderdeel="Door de tijd", van_dag=today, naar_dag=today
    )
    assert "niets veranderd" in shown(at)


def test_a_folder_of_snapshots_that_is_not_there_is_no_problem(open_page, make_register, monkeypatch, tmp_path):
    monkeypatch.setenv("LRN_SNAPSHOTS", str(tmp_path / "nergens"))
    at = open_page("gegevens", make_register({"Activiteiten": GOOD}), onderdeel="Door de tijd")
    assert not at.error
    assert at.selectbox(key="van").options == ["Dit register", "Een andere werkmap…"]


def test_a_workbook_brought_to_compare_is_kept_for_this_visitor_only(
    open_page, make_register, tmp_path, write_workbook
):
    register = make_register({"Activiteiten": LATER})
    old = write_workbook(tmp_path / "oud.xlsx", {"Activiteiten": EARLIER}).read_bytes()
    cache.SHARED.clear()
    for name in ("geheim.xlsx", "ander.xlsx"):
        at = open_page("gegevens", register, onderdeel="Door de tijd", van="Een andere werkmap…")
        bring(at, name, old)
        assert f"Van {name} van" in shown(at)
    assert not [key for key in cache.SHARED._made if "inhoud|" in repr(key)]


def test_of_two_states_kept_within_a_minute_both_can_be_chosen(
    open_page, make_register, tmp_path, monkeypatch, write_workbook
):
    monkeypatch.setenv("LRN_SNAPSHOTS", str(tmp_path / "standen"))
    path = write_workbook(tmp_path / "oud.xlsx", {"Activiteiten": EARLIER})
    for second in (1_780_000_021, 1_780_000_024):
        os.utime(path, (second, second))
        keep(path, tmp_path / "standen")
    at = open_page("gegevens", make_register({"Activiteiten": LATER}), onderdeel="Door de tijd")
    kept = [option for option in at.selectbox(key="van").options if "oud" in option]
    assert len(kept) == 2
    assert at.selectbox(key="van").value == kept[0]
    assert [option.split()[-2] for option in kept] == ["22:27:04", "22:27:01"]
    compared = [option for option in at.selectbox(key="vergelijk").options if "oud" in option]
    assert compared == [f"Stand van {option}" for option in kept]


def test_marking_is_not_offered_for_what_cannot_be_marked(open_page, workbook, tmp_path, write_ods):
    rows = [[str(cell) for cell in row] for row in GOOD]
    ods = write_ods(tmp_path / "register.ods", {"Activiteiten": rows}).read_bytes()
    at = bring(open_page("gegevens", workbook), "register.ods", ods)
    assert at.warning[0].proto.title == "Proefweergave"
    assert "merk" not in [button.key for button in at.button]
    assert "Sla die in Excel op als .xlsx en upload hem opnieuw" in shown(at)


def test_a_table_of_inhabitants_that_cannot_be_used_is_told_to_who_keeps_it(open_page, tmp_path, monkeypatch):
    table = tmp_path / "inwoners.csv"
    table.write_text("code;inwoners;jaar;bron\nGM0546;veel;2025;CBS\n", encoding="utf-8")
    monkeypatch.setenv("LRN_CONTEXT", str(table))
    at = open_page("gegevens")
    assert "“inwoners.csv” klopt niet op regel 2: “veel” is geen aantal inwoners" in at.warning[0].value.replace(
        "\\", ""
    )


# ── From a figure to its rows ────────────────────────────────────────────────────────────────────────────────


def clicked(at, key: str, row: int, column: str):
    """The app after a click in the table of figures *key*."""
    at.session_state[key] = {"selection": {"rows": [], "columns": [], "cells": [(row, column)]}}
    return at.run()


@pytest.mark.parametrize(
    ("row", "label"), [(0, "4 activiteiten: in het hele register"), (1, "0 partners: in het hele")]
)
def test_rows_that_count_are_followed_to_the_register(open_page, workbook, row, label):
    at = clicked(open_page("gegevens", workbook), "werkbladen_cijfers", row, "Telt mee")
    assert any(link.proto.label.replace("\\", "").startswith(label) for link in at.get("page_link"))


def test_participations_that_count_are_listed_below(open_page):
    at = clicked(open_page("gegevens"), "werkbladen_cijfers", 2, "Telt mee")
    assert len(at.dataframe[1].value) == at.dataframe[0].value["Telt mee"].iloc[2]
    assert at.dataframe[1].value["Rij in de werkmap"].iloc[0] == "Deelnames, rij 2"


@pytest.mark.parametrize(("column", "severity"), [("Telt niet mee", "fout"), ("Waarschuwingen", "waarschuwing")])
def test_findings_on_a_sheet_are_followed(open_page, workbook, column, severity):
    at = clicked(open_page("gegevens", workbook), "werkbladen_cijfers", 0, column)
    figure = int(at.dataframe[0].value[column].iloc[0])
    found = int(at.dataframe[0].value["Fouten" if severity == "fout" else column].iloc[0])
    told = f"waarom {figure} rij" if severity == "fout" else f"{figure} waarschuwing"  # a row may have two findings
    assert told in at.button(key="naar_bevindingen_van").label
    at.button(key="naar_bevindingen_van").click().run()
    assert at.header[0].value == f"Bevindingen: {found}"
    assert set(at.dataframe[0].value["Soort"]) == {severity}


def test_findings_of_a_college_are_followed_and_those_of_none(open_page):
    at = open_page("gegevens", onderdeel="Bevindingen")
    colleges = at.dataframe[1].value
    for row, column in ((0, "Waarschuwingen"), (len(colleges) - 1, "Fouten")):
        at = clicked(open_page("gegevens", onderdeel="Bevindingen"), "bevindingen_cijfers", row, column)
        at.button(key="naar_bevindingen_van").click().run()
        assert at.header[0].value == f"Bevindingen: {colleges[column].iloc[row]}"
    assert colleges["College"].iloc[-1] == "Zonder college"


def test_a_college_that_asks_for_a_look_is_followed(open_page, workbook):
    at = clicked(open_page("gegevens", workbook, onderdeel="Te actualiseren"), "college_cijfers", 0, "Activiteiten")
    told = [link.proto.label for link in at.get("page_link")]
    assert "Bekijk de 3 activiteiten: ongeacht peildatum, Bouw" in told
    assert any(label.startswith("Bekijk de 2 activiteiten: ongeacht peildatum, Bouw, langer dan") for label in told)
