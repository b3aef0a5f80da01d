"""Presentatie: a meeting's row of views, put together and shown."""

from __future__ import annotations

import shutil
from datetime import date
from types import MappingProxyType

import pytest

from lrn.register.load import SAMPLE, load
from lrn.selection import Selection
from lrn.ui.base.escaping import escape
from lrn.views import charts, meetings
from lrn.views.content import Charts
from lrn.views.facts import Facts
from lrn.views.meetings import MEETINGS, SCENES
from lrn.views.scene import Scene
from lrn.views.set_files import ENDING, to_toml
from lrn.views.sets import ViewSet
from tests.pages.conftest import words

DAY = "2026-11-23"
PRESENTS = {"tonen": "true", "spreker": "toon-1"}


def row(at):
    return [text.value.split(". ", 1)[1] for text in at.text]


def test_the_row_is_that_of_the_meeting(open_page):
    at = open_page("presentatie", peildatum=DAY)
    assert row(at) == [SCENES[key].name for key in MEETINGS["netwerk"].scenes]
    at.selectbox(key="vergadering").select("cvb").run()
    assert row(at) == [SCENES[key].name for key in MEETINGS["cvb"].scenes]


def test_the_row_can_be_reordered_and_trimmed_and_each_meeting_keeps_its_own(open_page):
    at = open_page("presentatie", peildatum=DAY, vergadering="College van Bestuur")
    first, second, *rest = row(at)
    at.button(key=f"rij_{second} eerder").click().run()
    assert row(at) == [second, first, *rest]
    at.button(key=f"rij_{first} weglaten").click().run()
    assert row(at) == [second, *rest]
    assert at.query_params["beelden"][0] == second
    at.selectbox(key="vergadering").select("college").run()
    usual = [SCENES[key].name for key in MEETINGS["college"].scenes]
    assert row(at) == usual
    at.button(key=f"rij_{usual[-1]} weglaten").click().run()
    at.selectbox(key="vergadering").select("cvb").run()
    assert row(at) == [second, *rest]
    assert at.query_params["beelden"][0] == second
    at.selectbox(key="vergadering").select("college").run()
    assert row(at) == usual[:-1]


def asked(at, name):
    found = at.query_params.get(name, [])
    return [found] if isinstance(found, str) else found


MARKED = "![x](//y.png) *mei* :smile:"


@pytest.fixture
def with_sets(ten_rows_path, tmp_path):
    """A register with three files of sets beside it, one of them broken; some names would mean something in Markdown."""
    register = tmp_path / "register.xlsx"
    shutil.copy(ten_rows_path, register)
    of = {"regio": ("Woerden", "Marsland"), "peildatum": ("2026-10-01",)}
    for file, own in (("a", ViewSet(MARKED, "cvb", ("themas", "titel"), of)), ("b", ViewSet("Juni", "3o-overleg"))):
        (tmp_path / f"{file}{ENDING}").write_text(to_toml(own), encoding="utf-8")
    (tmp_path / f"*c*{ENDING}").write_text("stuk", encoding="utf-8")
    return register


def test_a_set_beside_the_register_is_chosen_by_name_and_a_broken_file_is_one_sentence(open_page, with_sets):
    at = open_page("presentatie", with_sets, alles="true", vergadering="Collegeoverleg")
    assert at.selectbox(key="reeks").options == [MARKED, "Juni"]
    assert [warning.value for warning in at.warning if "kan niet worden gelezen" in warning.value] == [
        escape(
            f"Het bestand “*c*{ENDING}” kan niet worden gelezen: kijk de laatste regels na, of sla de reeks opnieuw op."
        )
    ]
    usual = row(at)
    at.button(key=f"rij_{usual[0]} weglaten").click().run()
    at.selectbox(key="reeks").select(MARKED).run()
    assert not at.exception
    assert row(at) == [SCENES["themas"].name, "Titel"]
    assert at.selectbox(key="vergadering").value == "cvb"
    assert at.multiselect(key="regio").value == ["GM0632"]
    assert asked(at, "peildatum") == ["2026-10-01"]
    assert "alles" not in at.query_params
    assert any("‘Marsland’ bij Regio" in warning.value for warning in at.warning)
    at.button(key="rij_Titel eerder").click().run()
    assert f"De reeks ‘{escape(MARKED)}’ is hier gewijzigd" in words(at)
    at.selectbox(key="vergadering").select("college").run()
    assert (row(at), at.selectbox(key="reeks").value) == (usual[1:], None)
    at.selectbox(key="vergadering").select("cvb").run()
    assert (row(at), at.selectbox(key="reeks").value) == (["Titel", SCENES["themas"].name], MARKED)
    at.selectbox(key="reeks").select(None).run()
    assert row(at) == [SCENES[key].name for key in MEETINGS["cvb"].scenes]


def test_a_set_is_saved_under_a_name_opened_by_its_link_and_brought_as_a_file(open_page, with_sets):
    at = open_page("presentatie", with_sets, peildatum="2026-10-01", vergadering="3O-overleg", regio="Woerden")
    at.button(key="rij_Titel weglaten").click().run()
    at.text_input(key="reeks_naam").set_value(" juni\n ").run()
    at.checkbox(key="reeks_selectie").check().run()
    at.button(key="reeks_opslaan").click().run()
    assert at.selectbox(key="reeks").options == [MARKED, "juni"]  # it takes the place of that of the same name
    assert asked(at, "reeks") == ["juni"]
    assert "gewijzigd" not in words(at)
    kept = row(at)
    assert [found.proto.label for found in at.get("download_button")] == ["Download het bestand"]
    again = open_page("presentatie", **{**at.query_params, "reeks": "Nergens bewaard"})
    assert (row(again), again.selectbox(key="reeks").value) == (kept, "Nergens bewaard")
    two = to_toml(ViewSet("Nergens bewaard", "cvb", ("verloop",))) + '[[reeks]]\nnaam = "*"\nbeelden = ["Dans"]'
    again.file_uploader(key="reeks_bestand").upload("x.toml", two.encode()).run()
    assert again.selectbox(key="reeks").options == ["Nergens bewaard", "Nergens bewaard (2)", "*"]
    assert row(again) == [SCENES["verloop"].name]
    told = [warning.value for warning in again.warning]
    assert any("‘Dans’; u ziet de standaard van de vergadering" in sentence for sentence in told)
    assert any("meer dan één reeks met de naam ‘Nergens bewaard’" in sentence for sentence in told)


@pytest.mark.parametrize(
    ("more", "chosen"), [({}, ["GM0632"]), ({"regio": "Midden-Holland"}, ["AM20"])], ids=["as saved", "by hand"]
)
def test_a_link_with_no_more_than_a_name_opens_the_set_as_it_was_saved(open_page, with_sets, more, chosen):
    at = open_page("presentatie", with_sets, reeks=MARKED.upper(), tonen="true", **more)
    assert at.selectbox(key="beeld").options == [SCENES["themas"].name, "Titel"]
    assert at.multiselect(key="regio").value == chosen
    assert asked(at, "beelden") == [SCENES["themas"].name, "Titel"]
    assert at.selectbox(key="reeks").value == MARKED


def test_a_name_in_a_link_that_nobody_has_is_said_and_the_meeting_is_shown(open_page, with_sets):
    at = open_page("presentatie", with_sets, peildatum=DAY, reeks="Weg")
    assert "Met deze selectie niet te kiezen: ‘Weg’ bij ‘Reeks’." in words(at)
    assert row(at) == [SCENES[key].name for key in MEETINGS["netwerk"].scenes]


@pytest.mark.parametrize(
    ("key", "told", "chosen", "answered"),
    [
        ("regio-overleg", "u ziet alle regio's", {"regio": "Midden-Holland"}, {"gemeente": "Gouda"}),
        ("college", "u ziet alle colleges", {"college": "Techniek"}, {"college": ["Techniek", "Economie"]}),
    ],
)
def test_a_meeting_about_one_of_them_asks_which_and_the_filter_follows(
    open_page, ten_rows_path, key, told, chosen, answered
):
    [(field, name)] = chosen.items()
    query = {"peildatum": "2026-10-01", "vergadering": MEETINGS[key].name}
    at = open_page("presentatie", ten_rows_path, **query)
    assert told in words(at)
    at.selectbox(key="gaat_over").select_index(at.selectbox(key="gaat_over").options.index(name)).run()
    assert asked(at, field) == [name]
    assert told not in words(at)
    assert name.lower() in words(at).lower()
    at.selectbox(key="gaat_over").select(None).run()
    assert field not in at.query_params
    assert told in words(at)
    assert "gaat_over" not in {
        box.key for box in open_page("presentatie", ten_rows_path, **query, **answered).selectbox
    }


def test_each_view_has_a_picture_of_its_figures_under_the_selection(open_page):
    at = open_page("presentatie", peildatum=DAY, vergadering="3O-overleg")
    pictures = [text.value for text in at.markdown if text.value.startswith("![](data:image/svg+xml;base64,")]
    assert len(set(pictures)) == len(MEETINGS["3o-overleg"].scenes)
    at.multiselect(key="gemeente").set_value(["GM0513"]).run()
    now = [text.value for text in at.markdown if text.value.startswith("![](data:image/svg+xml;base64,")]
    changed = [
        key for key, one, other in zip(MEETINGS["3o-overleg"].scenes, pictures, now, strict=True) if one != other
    ]
    assert changed == ["regiokaart", "themas", "netwerk"]


def test_what_was_left_out_is_put_back_where_it_stood(open_page):
    at = open_page("presentatie", peildatum=DAY, vergadering="3O-overleg")
    usual = row(at)
    for name in (usual[0], usual[2]):
        at.button(key=f"rij_{name} weglaten").click().run()
    for name in (usual[2], usual[0]):
        at.button(key=f"rij_{name} terugzetten").click().run()
    assert row(at) == usual
    at.button(key=f"rij_{usual[0]} later").click().run()
    at.button(key="rij_Standaardvolgorde terugzetten").click().run()
    assert "beelden" not in at.query_params
    assert row(at) == usual


@pytest.mark.parametrize(
    ("key", "selection"),
    [*((key, {}) for key in MEETINGS), ("netwerk", {"regio": "Midden-Holland"}), ("netwerk", {"alles": "true"})],
    ids=str,
)
def test_every_view_of_every_meeting_can_be_shown(open_page, key, selection):
    at = open_page("presentatie", peildatum=DAY, vergadering=MEETINGS[key].name, **PRESENTS, **selection)
    names = at.selectbox(key="beeld").options
    assert at.selectbox(key="beeld").value == names[0]
    for name in names:
        at.selectbox(key="beeld").select(name).run()
        assert not at.exception
        assert not at.error, name
        assert at.title or at.header, name
        assert at.expander[-1].label == "Notities voor de spreker"
        assert at.expander[-1].markdown, name
        if name != names[-1]:
            assert "Hierna" in [caption.value for caption in at.caption]


def test_next_and_previous_go_through_the_row_and_stop_at_its_ends(open_page):
    at = open_page("presentatie", peildatum=DAY, vergadering="3O-overleg", tonen="true")
    names = at.selectbox(key="beeld").options
    button = {b.label: b for b in at.button}
    assert button["Vorige"].disabled
    for name in names[1:]:
        next(b for b in at.button if b.label == "Volgende").click().run()
        assert at.selectbox(key="beeld").value == name
    button = {b.label: b for b in at.button}
    assert button["Volgende"].disabled
    button["Vorige"].click().run()
    assert at.selectbox(key="beeld").value == names[-2]


def test_the_audience_gets_no_notes_and_no_next_view(open_page):
    at = open_page("presentatie", peildatum=DAY, tonen="true")
    assert [box.label for box in at.expander] == []
    assert "Hierna" not in [caption.value for caption in at.caption]


def test_stopping_returns_to_the_same_selection(open_page):
    at = open_page("presentatie", peildatum=DAY, regio="Midden-Holland", tonen="true")
    assert "van de 123 activiteiten in het register" not in words(at)
    next(b for b in at.button if b.label == "Stop").click().run()
    assert "Midden-Holland · peildatum 23 november 2026" in words(at).replace("\\", "")
    assert "tonen" not in at.query_params


def test_a_place_in_view_has_a_view_of_its_own(open_page):
    at = open_page("presentatie", peildatum=DAY, vergadering="Regio-overleg", tonen="true", regio="Midden-Holland")
    assert "Midden-Holland" in at.selectbox(key="beeld").options
    assert "Holland Rijnland" not in at.selectbox(key="beeld").options


def test_an_empty_selection_can_be_left_again(open_page):
    at = open_page("presentatie", peildatum=DAY, gemeente="Zoeterwoude", tonen="true")
    assert at.info[0].proto.title == "Geen activiteiten in deze selectie"
    next(b for b in at.button if b.label == "Stop").click().run()
    assert at.title[0].value == "Presentatie"


@pytest.mark.parametrize(
    ("query", "told", "other"), [({}, "Regio:", "Gemeente:"), ({"gemeente": "Leiden"}, "Gemeente:", "Regio:")]
)
def test_how_is_counted_is_told_of_the_level_in_view(open_page, query, told, other):
    at = open_page("presentatie", peildatum=DAY, tonen="true", beelden=SCENES["verantwoording"].name, **query)
    assert told in words(at)
    assert other not in words(at)


@pytest.mark.parametrize(
    ("regio", "name"),
    [("Haaglanden", "Haaglanden"), ("Woerden (Midden-Utrecht)",) * 2, ("AM19", "Holland Rijnland")],
)
def test_a_row_of_places_only_is_that_of_what_is_chosen(open_page, regio, name):
    at = open_page("presentatie", peildatum=DAY, tonen="true", regio=regio, beelden="Per regio in beeld")
    assert at.selectbox(key="beeld").options == [name]
    assert not at.error


def test_a_municipality_around_the_network_has_a_view_of_its_own_when_it_is_chosen(open_page, ten_rows_path):
    chosen = {"gemeente": "Zuidplas", "beelden": "Per regio in beeld"}
    at = open_page("presentatie", ten_rows_path, alles="true", tonen="true", **chosen)
    assert at.selectbox(key="beeld").options == ["Zuidplas"]
    assert "Stop" in [button.label for button in at.button]


def test_what_was_not_chosen_has_no_column_of_zeros(open_page):
    at = open_page("presentatie", peildatum=DAY, tonen="true", regio="Holland Rijnland", beeld="Thema's per regio")
    at.session_state["thema_matrix_tabel"] = True
    at.run()
    [table] = [t.value for t in at.dataframe if t.proto.alt.startswith("Cijfers: ")]
    theme, chosen, *others = table.columns
    assert (theme, chosen) == ("Thema", "Holland Rijnland")
    assert all(other.endswith(" (niet gekozen)") for other in others)
    assert all(table[other].astype(int).sum() > 0 for other in ("Zuid-Holland Centraal (niet gekozen)", *others[:1]))


def test_views_open_by_the_names_they_had_when_a_region_was_called_plaats(open_page):
    before = ["Per plaats in beeld", "Thema's per plaats"]
    at = open_page("presentatie", peildatum=DAY, tonen="true", beelden=before, beeld="Thema's per plaats")
    assert at.selectbox(key="beeld").value == "Thema's per regio"
    assert at.selectbox(key="beeld").options[-1] == "Thema's per regio"


def test_a_screen_that_goes_on_by_itself_can_be_paused(open_page):
    at = open_page("presentatie", peildatum=DAY, tonen="true", wissel="Elke 10 seconden")
    assert at.button(key="pauze").label == "Pauze"
    at.button(key="pauze").click().run()
    assert at.button(key="pauze").label == "Verder"
    assert not at.exception
    next(button for button in at.button if button.label == "Stop").click().run()
    at.toggle(key="tonen").set_value(True).run()
    assert at.button(key="pauze").label == "Pauze"


def test_what_is_told_with_a_view_is_in_the_notes_for_the_speaker(open_page):
    facts = Facts(load(SAMPLE), Selection(peildatum=date.fromisoformat(DAY)))
    for key in ("kerncijfers", "regiokaart", "themas", "verloop", "kansen"):
        view = SCENES[key]
        at = open_page("presentatie", peildatum=DAY, **PRESENTS, beeld=view.name)
        told = [*view.sentences(facts), *view.definitions(facts)]
        assert [line.value for line in at.expander[-1].markdown] == [f"- {escape(line)}" for line in told]


def test_a_view_of_a_chart_that_no_meeting_shows_needs_one_entry(open_page, monkeypatch):
    more = Scene("colleges", charts.COLLEGE_MATRIX.title, Charts(charts.COLLEGE_MATRIX))
    monkeypatch.setattr(meetings, "SCENES", MappingProxyType({**meetings.SCENES, more.key: more}))
    at = open_page("presentatie", peildatum=DAY, **PRESENTS, beelden=more.name)
    assert at.title[0].value == "Thema's per college"
    assert "- Thema's per college: het meest" in words(at)
