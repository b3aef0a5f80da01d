import json
from datetime import date

import pytest

from lrn.measures import (
    areas,
    combinations,
    ingredients,
    overview,
    places,
    specialisation,
    support,
    themes,
    trend,
)
from lrn.measures.compare.earlier import earlier
from lrn.measures.insights import highlights, new_in_place, opportunities, questions, top_accent
from lrn.measures.network import between_places, connectors, growth, kinds, layout, lessons, missing, skewer
from lrn.measures.network import graph as network_graph
from lrn.measures.rows import evidence, labelled
from lrn.measures.summary import comparison, figures
from lrn.selection import Selection, apply

DAY = date(2026, 10, 1)


@pytest.fixture(scope="module")
def now(register):
    return figures(register, Selection(peildatum=DAY))


def test_the_figures_have_exactly_these_keys(now):
    assert {
        name: sorted(part[0] if isinstance(part, list) else part)
        for name, part in now.items()
        if part != now["peildatum"]
    } == {
        "activiteiten": ["actief", "totaal", "uitgesloten"],
        "per_plaats": ["aantal", "code", "naam"],
        "per_gemeente": ["aantal", "code", "naam"],
        "per_ingredient": ["aandeel", "aantal", "naam", "nr"],
        "per_thema": ["aandeel", "aantal", "thema"],
        "netwerkthema": ["aandeel", "aantal"],
        "ingredient_x_plaats": ["aantal", "code", "nr"],
        "thema_x_plaats": ["aantal", "code", "thema"],
        "netwerk": [
            *("componenten", "lijnen_tussen_activiteiten", "lijnen_tussen_regios", "losse_activiteiten"),
            *("sateprikker", "via_partners"),
        ],
    }
    assert now["peildatum"] == "2026-10-01"


def test_the_figures_are_those_counted_by_hand(now):
    assert now["activiteiten"] == {"totaal": 10, "actief": 7, "uitgesloten": 0}
    assert now["netwerkthema"] == {"aantal": 4, "aandeel": pytest.approx(4 / 7)}
    assert [row["aantal"] for row in now["per_plaats"]] == [1, 1, 1, 1, 1, 1, 1]
    assert [row["aantal"] for row in now["per_ingredient"]] == [3, 2, 2, 1, 0, 0, 0, 1, 2, 1, 0]
    assert [row["aantal"] for row in now["per_thema"]] == [1, 2, 0, 1, 2, 2, 0, 0]
    assert {row["naam"]: row["aantal"] for row in now["per_gemeente"] if row["aantal"]} == {
        "Leiden": 1,
        "Zoetermeer": 1,
        "Woerden": 1,
        "'s-Gravenhage": 1,
        "Zuidplas": 1,
        "Zonder gemeente": 2,
    }


@pytest.mark.parametrize(
    "selection",
    [Selection(), Selection(peildatum=DAY), Selection(regio=("AM19", "GM0632")), Selection(thema=("klimaat",))],
    ids=str,
)
def test_sums_agree(register, selection):
    found = figures(register, selection)
    active = found["activiteiten"]["actief"]
    assert sum(row["aantal"] for row in found["per_plaats"]) == active
    assert sum(row["aantal"] for row in found["per_gemeente"]) == active
    for total, crossed, name in (
        ("per_ingredient", "ingredient_x_plaats", "nr"),
        ("per_thema", "thema_x_plaats", "thema"),
    ):
        for row in found[total]:
            parts = [part["aantal"] for part in found[crossed] if part[name] == row[name]]
            assert len(parts) == (2 if selection.regio else 7)  # what was not chosen is no zero
            assert sum(parts) == row["aantal"]
            assert row["aandeel"] == pytest.approx(row["aantal"] / active)


def test_rows_left_out_are_told(build_register):
    register = build_register({"Activiteiten": [["ID", "Naam"], ["K1", "a"], ["K1", "b"], ["", "c"]]})
    assert figures(register, Selection())["activiteiten"] == {"totaal": 1, "actief": 1, "uitgesloten": 2}


def test_what_has_no_place_has_no_code(now):
    assert now["per_plaats"][-1] == {"code": None, "naam": "Zonder plaats", "aantal": 1}
    assert [row["code"] for row in now["per_plaats"]][:-1] == ["AM19", "AM34", "AM20", "GM0632", "AM21", "elders"]
    assert now["per_gemeente"][-1] == {"code": None, "naam": "Zonder gemeente", "aantal": 2}


def test_figures_are_plain_json(now, register):
    assert json.loads(json.dumps(now)) == now
    nothing = figures(register, Selection(thema=("recreatie",)))
    assert json.loads(json.dumps(nothing, allow_nan=False)) == nothing


def test_how_it_was_before_is_plain_json_too(register):
    found = comparison(register, Selection(peildatum=DAY))
    assert found == json.loads(json.dumps(found))
    assert (found["met"], found["dag"]) == ("een jaar eerder (1 oktober 2025)", "2025-10-01")
    assert [found[part]["activiteiten"] for part in ("toen", "erbij", "voorbij")] == [6, 2, 1]
    assert comparison(register, Selection()) is None


def test_everything_has_no_peildatum(register):
    found = figures(register, Selection())
    assert found["peildatum"] is None
    assert found["activiteiten"]["actief"] == 10


def _all_measures(register, selection):
    selected = apply(selection, register)
    return [
        figures(register, selection),
        overview.totals(selected),
        overview.change(register, selected, selection, earlier(selection)),
        places.per_place(selected),
        places.per_municipality(selected),
        places.area_figures(selected, level="plaats"),
        places.area_figures(selected, level="gemeente"),
        areas.beside_network(register, selection, area=places.Area("gemeente", "GM0632")),
        places.strategic_relations(selected, plaats="AM21"),
        labelled.activity_list(selected.activiteiten),
        labelled.partner_list(selected, selected.partners),
        labelled.line_list(register, selected.verbindingslijnen),
        ingredients.per_ingredient(selected),
        ingredients.ingredient_by_place(selected),
        themes.per_theme(selected),
        themes.network_theme(selected),
        themes.all_themes(selected),
        themes.theme_by_place(selected),
        themes.theme_by_college(selected),
        themes.not_there_yet(register, selected),
        trend.per_quarter(register, selection, thema="zorg"),
        specialisation.strongest_accents(specialisation.accents(register, selection, plaats="AM19")),
        combinations.combinations(selected),
        support.per_ingredient(selected),
        *(support.to_complete(selected, nr) for nr in support.RULES),
        evidence.rows(register, selection, evidence.Evidence.of("partners", thema="zorg", plaats="AM19")),
        highlights.highlights(register, selected, selection),
        opportunities.open_combinations(register, selected, selection),
        opportunities.opportunities(register, selected, selection),
        new_in_place.new_in_place(register, selected.activiteiten["id"], DAY),
        top_accent.top_accents(register, selected, selection),
        network_graph.graph(selected),
        layout.positions(register),
        connectors.connectors(selected),
        between_places.between_places(selected),
        between_places.absent_kinds(selected),
        growth.growth(register, selection),
        skewer.per_combination(selected),
        skewer.levels_by_school(selected),
        skewer.per_activity(selected),
        skewer.participation(selected, by="plaats"),
        skewer.participation(selected, by="college"),
        missing.missing_lines(register, selection),
        lessons.Lessons(register, selection).all,
        kinds.partners_by_kind(selected),
        kinds.lines_by_form(selected),
        questions.questions(register, selection, "het netwerk"),
    ]


FRAMES = ("activiteiten", "ingredienten", "themas", "kenmerken", "partners", "deelnames", "verbindingslijnen")


@pytest.mark.parametrize("selection", [Selection(), Selection(peildatum=DAY)], ids=["alles", "peildatum"])
def test_no_measure_changes_the_register(register, selection):
    before = {name: getattr(register, name).copy(deep=True) for name in FRAMES}
    _all_measures(register, selection)
    for name, frame in before.items():
        assert getattr(register, name).equals(frame), name


@pytest.mark.parametrize("selection", [Selection(), Selection(peildatum=DAY)], ids=["alles", "peildatum"])
def test_measures_of_an_empty_register_do_not_fail(build_register, selection):
    empty = build_register({"Activiteiten": [["ID", "Naam"]]})
    assert len(_all_measures(empty, selection)) > 40
    assert figures(empty, selection)["activiteiten"] == {"totaal": 0, "actief": 0, "uitgesloten": 0}
    assert figures(empty, selection)["netwerkthema"] == {"aantal": 0, "aandeel": None}


def test_measures_of_an_empty_selection_do_not_fail(register):
    selection = Selection(peildatum=DAY, thema=("recreatie",))
    assert len(_all_measures(register, selection)) > 40
    found = figures(register, selection)
    assert [row["aandeel"] for row in found["per_ingredient"]] == [None] * 11
    assert [row["aantal"] for row in found["per_thema"]] == [0] * 8
