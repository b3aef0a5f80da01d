"""Gegevens, Koppelen: a workbook with headings of its own, from the box to the figures, and how long a preview lasts."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
import streamlit as st

from lrn import texts
from lrn.register.matching.model import Matching, SheetMatch
from lrn.register.matching.toml import from_toml, to_toml
from lrn.ui.base import preview, visits
from tests.pages.conftest import words

OWN = [
    ["Nr.", "Titel activiteit", "Plaats", "Hoe ver", "Opmerkingen"],
    ["1", "Zorglab", "Leiden", "loopt", ""],
    ["2", "Waterlab", "Gouda", "klaar", "nog checken"],
    ["3", "Taalmaatjes", "Woerden", "loopt", ""],
]
STRANGE = [["Aaa", "Bbb"], ["x-1", "Een"], ["x-2", "Twee"]]
GOOD = [["ID", "Naam"], ["B1", "Een"], ["B2", "Twee"]]


@pytest.fixture
def register(make_register) -> Path:
    return make_register({"Activiteiten": GOOD})


@pytest.fixture
def own(tmp_path, write_workbook) -> bytes:
    return write_workbook(tmp_path / "eigen.xlsx", {"Activiteiten": OWN}).read_bytes()


@pytest.fixture
def strange(tmp_path, write_workbook) -> bytes:
    return write_workbook(tmp_path / "vreemd.xlsx", {"Activiteiten": STRANGE}).read_bytes()


def bring(at, name: str, content: bytes):
    at.file_uploader[0].upload(name, content).run()
    assert not at.exception
    return at


def shown(at) -> str:
    return words(at).replace("\\", "").replace("\u2060", "").replace(":color[]", "")


def box(at, label: str):
    return next(box for box in at.selectbox if label in box.label.replace("\\", ""))


def labels(at) -> list[str]:
    return [button.label.replace("\\", "") for button in at.button]


def test_a_workbook_that_is_not_understood_opens_koppelen_and_leads_to_figures(open_page, register, strange):
    at = bring(open_page("gegevens", register), "vreemd.xlsx", strange)
    assert at.session_state["onderdeel"] == "koppelen"
    assert "Er zijn nog geen cijfers: zeg eerst in welke kolom ‘Naam’ staat." in shown(at)
    assert "**0** van de 2 rijen tellen mee" in shown(at)
    assert "van de 2 activiteiten in het register" in shown(at)  # of everyone, until then
    box(at, "In welke kolom staat ‘Naam’?").select("Bbb").run()
    assert not at.exception
    assert "**2** van de 2 rijen tellen mee" in shown(at)
    assert "rijen die meetellen 0 → **2**" in shown(at)
    assert at.warning[0].proto.title == "Proefweergave"
    at.button(key="koppel_terug").click().run()
    assert "**0** van de 2 rijen tellen mee" in shown(at)
    assert at.warning[0].proto.title == "Uw werkmap"


def test_on_other_pages_a_sentence_leads_to_koppelen(open_page, register, strange):
    at = bring(open_page("gegevens", register), "vreemd.xlsx", strange)
    at.switch_page("pages/overzicht.py").run()
    assert "“vreemd.xlsx” telt nog niet mee" in shown(at)
    assert "telt nog niet mee: u ziet het register van iedereen" in at.toast[0].value
    assert "Koppelen" in [link.proto.label for link in at.get("page_link")]
    at.run()
    assert not at.toast  # once for each page
    at.button(key="proef_terug").click().run()
    assert not at.warning


def test_what_is_sure_is_taken_and_shown_and_can_be_kept_aside(open_page, register, own):
    at = bring(open_page("gegevens", register), "eigen.xlsx", own)
    assert "**3** van de 3 rijen tellen mee" in shown(at)
    number = box(at, "Kolom A, Nr.")
    assert number.value == "ID"
    assert "kop lijkt op ID" in shown(at)
    number.select("").run()
    assert box(at, "Kolom A, Nr.").value == ""
    assert "door u gekozen" in shown(at)


def test_a_heading_of_the_contract_goes_to_one_column(open_page, register, own):
    at = bring(open_page("gegevens", register), "eigen.xlsx", own)
    taken = preview.Preview.proposal.fget(at.session_state["_proef"]).sheets[0]
    other = next(c for c in taken.columns if c.heading == "Opmerkingen")
    at.session_state["terzijde_0"] = True
    at.run()
    box(at, f"Kolom {other.letter}, Opmerkingen").select("Naam").run()
    found = {c.heading: c.target for c in at.session_state["_proef"].proposal.sheets[0].columns}
    assert (found["Opmerkingen"], found["Titel activiteit"]) == ("Naam", "")


def test_a_value_is_settled_by_one_choice_and_the_figures_follow(open_page, register, own):
    at = bring(open_page("gegevens", register), "eigen.xlsx", own)
    at.session_state["koppel"] = "waarden"
    at.run()
    status = {c.heading: c.target for c in at.session_state["_proef"].proposal.sheets[0].columns}["Hoe ver"]
    if status != "Status":
        at.session_state["koppel"] = "kolommen"
        at.run()
        at.session_state["terzijde_0"] = True
        at.run()
        box(at, "Kolom D, Hoe ver").select("Status").run()
        at.session_state["koppel"] = "waarden"
        at.run()
    before = at.session_state["_proef"].usable
    group = next(b for b in at.selectbox if "wat is bedoeld?" in b.label)
    group.select(group.options[0]).run()
    assert not at.exception
    after = at.session_state["_proef"].usable
    assert after.with_status > before.with_status
    assert "Uw laatste keuze" in shown(at)


def test_what_nothing_is_proposed_for_is_left_by_one_choice(open_page, register, tmp_path, write_workbook):
    rows = [
        ["ID", "Naam", "Status"],
        ["A1", "Zorglab", "qqq"],
        ["A2", "Waterlab", "www"],
        ["A3", "Taalmaatjes", "klaar"],
    ]
    content = write_workbook(tmp_path / "drie.xlsx", {"Activiteiten": rows}).read_bytes()
    at = bring(open_page("gegevens", register), "drie.xlsx", content)
    at.session_state["onderdeel"] = "koppelen"
    at.session_state["koppel"] = "waarden"
    at.run()
    assert "Laat de andere 2 staan" in labels(at)
    at.button(key="laat_andere").click().run()
    assert at.session_state["_proef"].decided.sheets[0].left == {"Status": ("qqq", "www")}
    assert "nog te kiezen 3 → **1**" in shown(at)
    assert "deze cijfers bleven gelijk" not in shown(at)
    assert at.toast[0].value == "Nog te kiezen 3 → **1**"
    assert "Ja: Afgerond" in labels(at)


def test_what_was_chosen_for_values_is_listed_and_can_be_taken_back(open_page, register, tmp_path, write_workbook):
    rows = [["ID", "Naam", "Status"], ["A1", "Zorglab", "qqq"], ["A2", "Waterlab", "klaar"]]
    content = write_workbook(tmp_path / "keuzes.xlsx", {"Activiteiten": rows}).read_bytes()
    at = bring(open_page("gegevens", register), "keuzes.xlsx", content)
    at.session_state["onderdeel"] = "koppelen"
    at.session_state["koppel"] = "waarden"
    at.run()
    next(b for b in at.button if b.label == "Ja: Afgerond").click().run()
    next(b for b in at.button if b.label == "Laat staan").click().run()
    assert "U liet 1 waarde staan; die vindt u hieronder bij ‘Wat u koos’." in shown(at)
    assert "Alle waarden zijn herkend" not in shown(at)
    at.session_state["gekozen_waarden"] = True
    at.run()
    assert "klaar → **Afgerond**" in shown(at)
    assert "qqq → blijft staan" in shown(at)
    at.button(key="neem_terug_1").click().run()
    assert at.session_state["_proef"].decided.sheets[0].left == {}
    assert at.session_state["_proef"].decided.sheets[0].values == {"Status": {"klaar": "Afgerond"}}
    assert "Laat staan" in labels(at)  # it is asked again
    next(b for b in at.button if b.label == "Laat staan").click().run()
    at.button(key="geef").click().run()
    given = at.session_state["_proef_verbeterd"]
    at = bring(open_page("gegevens", register), "keuzes - verbeterd.xlsx", given)
    at.session_state["onderdeel"] = "koppelen"
    at.session_state["koppel"] = "waarden"
    at.session_state["gekozen_waarden"] = True
    at.run()
    assert "qqq → blijft staan" in shown(at)
    at.button(key=[b.key for b in at.button if str(b.key).startswith("neem_terug")][-1]).click().run()
    assert "Laat staan" in labels(at)


def test_making_ids_is_among_what_was_chosen_and_can_be_taken_back(open_page, register, tmp_path, write_workbook):
    rows = [["ID", "Naam"], ["A1", "Zorglab"], ["", "Waterlab"]]
    content = write_workbook(tmp_path / "ids.xlsx", {"Activiteiten": rows}).read_bytes()
    at = bring(open_page("gegevens", register), "ids.xlsx", content)
    at.session_state["onderdeel"] = "koppelen"
    at.session_state["koppel"] = "waarden"
    at.session_state["gekozen_waarden"] = True
    at.run()
    next(b for b in at.button if b.label == "Ja: Maak ID's").click().run()
    assert "geen ID → **een ID gemaakt**" in shown(at)
    assert "**2** van de 2 rijen tellen mee" in shown(at)
    at.button(key="neem_terug_0").click().run()
    assert "**1** van de 2 rijen tellen mee" in shown(at)
    assert "Ja: Maak ID's" in labels(at)


def test_what_is_typed_for_a_value_is_only_taken_when_it_is_understood(open_page, register, tmp_path, write_workbook):
    rows = [["ID", "Naam", "Status", "Start"], ["A1", "Zorglab", "qqq", "1-9-2025"], ["A2", "Waterlab", "", "ooit"]]
    content = write_workbook(tmp_path / "typen.xlsx", {"Activiteiten": rows}).read_bytes()
    at = bring(open_page("gegevens", register), "typen.xlsx", content)
    at.session_state["onderdeel"] = "koppelen"
    at.session_state["koppel"] = "waarden"
    at.run()
    assert "Anders…" not in box(at, "qqq bij Status").options  # all that is understood is in the list
    box(at, "ooit bij Start").select("(anders)").run()
    typed = next(field for field in at.text_input if "ooit bij Start" in field.label)
    assert typed.placeholder == "bijvoorbeeld 15-09-2026"
    typed.input("gauw").run()
    assert "“gauw” is geen datum. Schrijf dag-maand-jaar, zoals 15-9-2026" in shown(at)
    assert not at.session_state["_proef"].decided.sheets
    next(field for field in at.text_input if "ooit bij Start" in field.label).input("1-10-2025").run()
    assert at.session_state["_proef"].decided.sheets[0].values == {"Start": {"ooit": "1-10-2025"}}
    assert not [field for field in at.text_input if "ooit bij Start" in field.label]


def test_the_matching_and_the_mended_workbook_are_taken_along(open_page, register, own, tmp_path):
    at = bring(open_page("gegevens", register), "eigen.xlsx", own)
    tried = at.session_state["_proef"]
    decided = from_toml(tried.toml)
    assert decided.of("Activiteiten").columns["Nr."] == "ID"
    assert tomllib.loads(tried.toml)["versie"] == 1
    at.button(key="geef").click().run()
    assert not at.error, at.error[0].value
    assert "Download de verbeterde werkmap" in [b.label for b in at.get("download_button")]
    given = at.session_state["_proef_verbeterd"]
    at = bring(open_page("gegevens", register), "eigen - verbeterd.xlsx", given)
    assert at.session_state["_proef"].proposal.asked == 0
    assert "**3** van de 3 rijen tellen mee" in shown(at) or "3 rijen tellen" in shown(at)


def test_the_shared_register_starts_a_preview_of_the_very_same_workbook(open_page, register):
    at = open_page("gegevens", register, onderdeel="Koppelen")
    at.button(key="koppel_gedeeld").click().run()
    assert not at.exception
    assert at.warning[0].proto.title == "Proefweergave"
    assert at.session_state["_proef"].content == register.read_bytes()
    assert "**2** van de 2 rijen tellen mee" in shown(at)


def test_a_shared_register_without_the_headings_shows_koppelen(open_page, make_register):
    at = open_page("overzicht", make_register({"Activiteiten": STRANGE}))
    assert at.info[0].proto.title == texts.NO_REGISTER
    assert "“register.xlsx” heeft andere werkbladen of koppen dan wij kennen" in shown(at)
    box(at, "In welke kolom staat ‘Naam’?").select("Bbb").run()
    assert not at.exception
    assert at.warning[0].proto.title == "Proefweergave"
    assert "van de 2 activiteiten in het register" in shown(at)


def test_a_shared_register_that_only_koppelen_can_read_is_said_to_be_one_and_is_offered_again(
    open_page, tmp_path, write_workbook
):
    path = write_workbook(tmp_path / "blad1.xlsx", {"Blad1": OWN})
    at = open_page("overzicht", path)
    assert "Het register “blad1.xlsx” heeft eigen koppen: zeg bij Koppelen wat wat is." in shown(at)
    assert "Wat u kiest ziet alleen u, tot de koppeling naast het register staat." in shown(at)
    assert "Koppelen" in [link.proto.label for link in at.get("page_link")]
    at.button(key="proef_terug").click().run()
    assert at.error[0].proto.title == texts.NO_REGISTER
    assert "Koppel het register" in labels(at)
    at.button(key="koppel_gedeeld").click().run()
    assert not at.exception
    assert "Het register “blad1.xlsx” heeft eigen koppen" in shown(at)


def test_a_folder_of_csv_files_says_that_koppelen_needs_a_workbook(open_page, tmp_path):
    (tmp_path / "map").mkdir()
    (tmp_path / "map" / "Activiteiten.csv").write_text("ID;Naam\nA1;Een\n", encoding="utf-8")
    at = open_page("gegevens", tmp_path / "map", onderdeel="Koppelen")
    at.button(key="koppel_gedeeld").click().run()
    assert "Koppelen kan met een werkmap" in at.error[0].value


# ── As long as the visit ─────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def browser_of(monkeypatch):
    """``browser_of(at)``: the next page is loaded in the browser that kept the cookie of *at*; of nobody with None."""

    def load(at) -> None:
        token = at.session_state["_bezoek"] if at else ""
        kept = {"lrn_proef_0": token} if token else {}
        monkeypatch.setattr(type(st.context.cookies), "to_dict", lambda self: kept)

    return load


def test_the_preview_is_there_again_after_the_page_is_loaded_anew(open_page, register, own, browser_of):
    first = bring(open_page("gegevens", register), "eigen.xlsx", own)
    browser_of(first)
    again = open_page("overzicht", register)
    assert again.warning[0].proto.title == "Proefweergave"
    assert "**alle 3** activiteiten in het register" in shown(again)
    again.button(key="proef_terug").click().run()
    assert not open_page("overzicht", register).warning


def test_another_browser_does_not_get_it(open_page, register, own, browser_of):
    first = bring(open_page("gegevens", register), "eigen.xlsx", own)
    browser_of(None)
    token = first.session_state["_bezoek"]
    for asked in ({}, {"lrn_proef_0": token}, {"proef": token}):
        other = open_page("overzicht", register, **asked)
        assert not other.warning
        assert "van de 2 activiteiten in het register" in shown(other)


def test_a_preview_that_the_server_no_longer_has_is_said_to_be_gone(open_page, register, own, browser_of):
    first = bring(open_page("gegevens", register), "eigen.xlsx", own)
    browser_of(first)
    visits._visits.clear()  # as after a restart
    again = open_page("overzicht", register)
    assert "Uw proefweergave is er niet meer" in shown(again)
    assert "van de 2 activiteiten in het register" in shown(again)
    again.switch_page("pages/kaart.py").run()
    assert "Uw proefweergave is er niet meer" not in shown(again)


def test_a_workbook_that_is_too_large_is_refused_in_dutch(open_page, register):
    at = bring(open_page("gegevens", register), "groot.xlsx", bytes(26 * 1024**2))
    assert "is 26 MB en een werkmap mag hier hooguit 25 MB zijn" in at.error[0].value.replace("\\", "")


def test_what_stands_in_a_workbook_is_shown_as_it_was_typed_and_no_more_than_fits(
    open_page, register, tmp_path, write_workbook
):
    heading = ":material/home: **vet** [klik](https://x.example) $a$"
    many = [f"Kolom {n}" for n in range(200)]
    rows = [["ID", "Naam", heading, "x" * 10_000, *many]]
    rows += [[f"A{n}", f"Lab {n}", "<b>Een</b>", "`y`", *range(200)] for n in range(3)]
    content = write_workbook(tmp_path / "raar.xlsx", {"Activiteiten": rows, "_Blad_ <b>": [["Q"], ["w"]]}).read_bytes()
    at = bring(open_page("gegevens", register), "_raar_.xlsx", content)
    at.session_state["onderdeel"] = "koppelen"  # nothing is asked, so that it opened on its state
    at.run()
    at.session_state["terzijde_0"] = True
    at.run()
    assert 60 < len(at.selectbox) < 100
    drawn = "\n".join(str(element.value) for element in at.markdown) + "\n".join(c.value for c in at.caption)
    assert "**vet**" not in drawn
    assert "\\*\\*vet\\*\\*" in drawn
    assert "\\[klik\\](https\\::color[]//" in drawn  # neither a link nor an address
    assert "x" * 100 not in drawn


def test_what_the_matching_of_the_register_names_and_is_gone_is_said_on_every_page(open_page, register):
    sheet = SheetMatch("Activiteiten", "Activiteiten", columns={"Stand van zaken": "Status"})
    text = to_toml(Matching((sheet,)))
    register.with_name("register.koppeling.toml").write_text(text, encoding="utf-8")
    at = open_page("overzicht", register)
    assert "Stand van zaken" in at.warning[0].value
    assert "van de 2 activiteiten in het register" in shown(at)


def test_what_was_decided_about_the_register_is_where_koppelen_begins(open_page, make_register):
    rows = [["Aaa", "Bbb"], ["x-1", "Een"], ["x-2", "Twee"]]
    register = make_register({"Activiteiten": rows})
    sheet = SheetMatch("Activiteiten", "Activiteiten", columns={"Aaa": "ID", "Bbb": "Naam"})
    register.with_name("register.koppeling.toml").write_text(to_toml(Matching((sheet,))), encoding="utf-8")
    at = open_page("gegevens", register, onderdeel="Koppelen")
    at.button(key="koppel_gedeeld").click().run()
    assert dict(at.session_state["_proef"].decided.of("Activiteiten").columns) == {"Aaa": "ID", "Bbb": "Naam"}
    assert "gekoppeld" in [caption.value for caption in at.caption]
    assert "door u gekozen" not in shown(at)
    assert "**2** van de 2 rijen tellen mee" in shown(at)
    at.session_state["onderdeel"] = "stand"
    at.run()
    assert "uw werkmap terugkrijgen in de vorm van het register" in shown(at)


def test_a_register_with_a_matching_says_so_at_stand_and_at_koppelen(open_page, make_register):
    register = make_register({"Activiteiten": STRANGE})
    sheet = SheetMatch("Activiteiten", "Activiteiten", columns={"Aaa": "ID", "Bbb": "Naam"})
    register.with_name("register.koppeling.toml").write_text(to_toml(Matching((sheet,))), encoding="utf-8")
    told = "Gelezen met een koppeling (“register.koppeling.toml”): 1 werkblad en 2 kolommen."
    assert told in shown(open_page("gegevens", register))
    at = open_page("gegevens", register, onderdeel="Koppelen")
    assert told in shown(at)
    assert "Heten uw kolommen anders?" not in shown(at)


def test_a_register_without_a_matching_does_not_speak_of_one(open_page, register):
    at = open_page("gegevens", register)
    assert "Gelezen met een koppeling" not in shown(at)
    assert "Niet alles wordt gelezen" not in [warning.proto.title for warning in at.warning]


def test_a_column_that_is_not_read_is_said_at_stand_with_its_effect(open_page, make_register):
    rows = [["ID", "Naam", "Stand van zaken"], ["A1", "Zorglab", "klaar"], ["A2", "Waterlab", "loopt"]]
    at = open_page("gegevens", make_register({"Activiteiten": rows}))
    warning = next(warning for warning in at.warning if warning.proto.title == "Niet alles wordt gelezen")
    assert "Status niet gelezen: alle activiteiten tellen als actief" in warning.value.replace("\\", "")
    at.button(key="ongelezen_koppelen").click().run()
    assert not at.exception
    assert at.session_state["onderdeel"] == "koppelen"
    assert at.session_state["_proef"].name == "register.xlsx"
