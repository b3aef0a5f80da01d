from datetime import date, timedelta

import pytest

from lrn.measures.insights.opportunities import none_open, open_combinations, opportunities
from lrn.selection import Selection, apply
from tests.measures.promises import keeps_its_promises

DAY = date(2026, 10, 1)
NOW = Selection(peildatum=DAY)

# Midden-Holland has five activities, Holland Rijnland four. A9 has ended; L3 is yet to begin; P2 takes part in A9.
ROWS = {
    "Activiteiten": [
        ["ID", "Naam", "Gemeente", "Status", "Thema's", "Netwerkthema"],
        ["A1", "a", "Leiden", "actief", "mobiliteit", "ja"],
        ["A2", "b", "Leiden", "actief", "mobiliteit; zorg", ""],
        ["A3", "c", "Leiden", "actief", "onderwijs", ""],
        ["A4", "d", "Gouda", "actief", "zorg", "ja"],
        ["A5", "e", "Gouda", "actief", "wonen", ""],
        ["A6", "f", "Gouda", "actief", "zorg", ""],
        ["A7", "g", "Gouda", "actief", "", ""],
        ["A8", "h", "Gouda", "actief", "anders", ""],
        ["A9", "i", "Leiden", "afgerond", "mobiliteit", ""],
        ["B1", "j", "Den Haag", "actief", "recreatie", ""],
        ["B2", "k", "Utrecht", "actief", "welzijn", ""],
    ],
    "Partners": [
        ["ID", "Naam", "Soort"],
        ["P1", "Een", "maatschappelijke organisatie"],
        ["P2", "Twee", "bedrijf"],
        ["P3", "Drie", "hbo"],
    ],
    "Deelnames": [
        ["Activiteit", "Partner"],
        ["A1", "P1"],
        ["A4", "P1"],
        ["A9", "P2"],
        ["A4", "P2"],
        ["A2", "P3"],
        ["A7", "P3"],
        ["A8", "P3"],
    ],
    "Verbindingslijnen": [
        ["ID", "Van", "Naar", "Sinds"],
        ["L1", "Leiden", "Gouda", ""],
        ["L2", "A1", "A4", "2026-01-01"],
        ["L3", "Holland Rijnland", "Midden-Holland", "2026-11-01"],
        ["L4", "A9", "A4", ""],
        ["L5", "Gouda", "Gouda", ""],
    ],
}


@pytest.fixture(scope="module")
def small(build_register):
    return build_register(ROWS)


def found(register, selection=NOW):
    frame = open_combinations(register, apply(selection, register), selection)
    columns = ["nabij", "buur", "daar", "elders", "partners", "lijnen", "passend", "steun"]
    return {(r["thema"], r["plaats"]): [r[c] for c in columns] for r in frame.to_dict("records")}


def texts_of(register, selection=NOW):
    return {
        (c.thema, c.plaats): f"{c.lead} {c.text}"
        for c in opportunities(register, apply(selection, register), selection)
    }


def test_what_stands_nearby_is_counted(small):
    assert {key: row for key, row in found(small).items() if key[1] == "AM20"} == {
        ("mobiliteit", "AM20"): ["AM19", True, 2, 2, 2, 3, 0, 3],  # P1 and P3; L1, L2 and L4, whose A9 is over
        ("onderwijs", "AM20"): ["AM19", True, 1, 1, 0, 3, 1, 3],  # P3, a hbo, takes part in A7 and A8
        ("welzijn", "AM20"): ["", False, 0, 1, 0, 0, 1, 1],  # in Utrecht; P1 is of a kind that goes with it
        ("recreatie", "AM20"): ["AM21", False, 1, 1, 0, 0, 0, 0],  # Haaglanden is no neighbour
        ("klimaat", "AM20"): ["", False, 0, 0, 0, 0, 0, 0],
    }


def test_without_a_peildatum_everything_counts(small):
    assert found(small, Selection())["mobiliteit", "AM20"] == ["AM19", True, 3, 3, 3, 4, 0, 3]


def test_the_order_is_what_stands_nearest(small):
    order = list(found(small))
    assert order[:2] == [("mobiliteit", "AM20"), ("onderwijs", "AM20")]  # as much nearby; more activities first
    assert order[-1] == ("klimaat", "AM20")
    assert order.index(("klimaat", "AM19")) == len(order) - 2  # of equals the first place first


def test_a_theme_that_has_ended_in_a_place_is_there(small):
    assert ("mobiliteit", "AM19") not in found(small)
    assert not any(theme == "anders" for theme, _ in found(small))


def test_each_is_a_question_with_what_stands_nearby(small):
    told = texts_of(small)
    assert told["mobiliteit", "AM20"] == (
        "Rond mobiliteit is in Midden-Holland nog niets geregistreerd. Buurregio Holland Rijnland heeft er 2; "
        "2 van de partners doen ook mee in Midden-Holland. Tussen de twee lopen al 3 verbindingslijnen. Wie ziet hier een "
        "kans?"
    )
    assert told["recreatie", "AM20"] == (
        "Rond recreatie is in Midden-Holland nog niets geregistreerd. In Haaglanden loopt er 1. Wie ziet hier een kans?"
    )
    assert told["welzijn", "AM20"] == (
        "Rond welzijn is in Midden-Holland nog niets geregistreerd. Elders loopt er 1. In Midden-Holland doet al 1 partner "
        "van de soort maatschappelijke organisatie of vrijwilligersorganisatie mee. Wie ziet hier een kans?"
    )
    assert told["klimaat", "AM20"] == (
        "Rond klimaat is in Midden-Holland nog niets geregistreerd. Wie ziet hier een kans?"
    )
    assert "Buurregio Midden-Holland heeft er 1." in told["wonen", "AM19"]


def test_without_a_peildatum_nothing_is_said_to_run(small):
    told = texts_of(small, Selection())
    assert "Buurregio Holland Rijnland heeft er 3 in het register" in told["mobiliteit", "AM20"]
    assert "In Haaglanden staat er 1 in het register." in told["recreatie", "AM20"]


def test_of_a_day_that_is_gone_or_to_come_nothing_is_said_to_run_now(small):
    gone, to_come = (texts_of(small, Selection(peildatum=DAY + timedelta(days=days))) for days in (-1, 1))
    assert gone["mobiliteit", "AM20"].endswith(
        "Buurregio Holland Rijnland had er toen 2; 2 van de partners deden ook mee in Midden-Holland. Tussen de twee "
        "liepen toen 3 verbindingslijnen. Wie ziet hier een kans?"
    )
    assert "Elders liep er toen 1. In Midden-Holland deed toen al 1 partner" in gone["welzijn", "AM20"]
    assert to_come["mobiliteit", "AM20"].endswith(
        "Buurregio Holland Rijnland heeft er dan volgens de planning 2; 2 van de partners doen ook mee in "
        "Midden-Holland. Tussen de twee lopen dan 3 verbindingslijnen. Wie ziet hier een kans?"
    )
    assert "In Haaglanden loopt er dan volgens de planning 1." in to_come["recreatie", "AM20"]


def test_a_place_with_few_activities_says_so(small):
    told = texts_of(small)
    assert told["wonen", "AM19"].startswith("Rond wonen is in Holland Rijnland nog niets geregistreerd.")
    few = "In Holland Rijnland zelf staan in totaal 4 activiteiten in het register. Wie ziet hier een kans?"
    assert told["wonen", "AM19"].endswith(few)
    assert "in totaal" not in told["klimaat", "AM20"]


def test_the_places_in_view_are_asked_about_whatever_else_was_chosen(small):
    selection = Selection(peildatum=DAY, regio=("AM20",), thema=("zorg",))
    assert {place for _, place in found(small, selection)} == {"AM20"}
    assert found(small, selection)["mobiliteit", "AM20"] == found(small)["mobiliteit", "AM20"]


def test_the_netwerkthema_is_asked_about_too(build_register):
    rows = [["ID", "Naam", "Gemeente", "Netwerkthema"], *([f"A{n}", "a", "Gouda", "nee"] for n in range(5))]
    told = texts_of(build_register({"Activiteiten": rows}))
    assert (
        "Rond arbeidsmarkttransities (het netwerkthema) is in Midden-Holland nog niets"
        in told["arbeidsmarkttransities", "AM20"]
    )


@pytest.mark.parametrize(
    "selection",
    [
        NOW,
        Selection(),
        Selection(peildatum=DAY, regio=("AM20",), thema=("zorg",)),
        Selection(peildatum=DAY, gemeente=("GM0513",)),
        Selection(gemeente=("GM0513", "GM0546")),
    ],
    ids=str,
)
def test_every_number_has_its_evidence(small, selection):
    all_chances = opportunities(small, apply(selection, small), selection)
    assert all_chances
    for chance in all_chances:
        keeps_its_promises(chance, small, selection)


def test_a_register_in_which_everything_is_there_asks_nothing(build_register):
    themes = "onderwijs; klimaat; mobiliteit; wonen; zorg; welzijn; recreatie"
    rows = [["ID", "Naam", "Gemeente", "Netwerkthema", "Thema's"], ["A1", "a", "Gouda", "ja", themes]]
    register = build_register({"Activiteiten": rows})
    assert opportunities(register, register, NOW) == []
    assert open_combinations(register, register, NOW).empty


EVERYTHING = "onderwijs; klimaat; mobiliteit; wonen; zorg; welzijn; recreatie"


@pytest.fixture
def towns(build_register):
    """All themes in Gouda; zorg in Leiden and all other themes in Katwijk, its neighbour in the region."""
    rows = [
        ["ID", "Naam", "Gemeente", "Netwerkthema", "Thema's"],
        ["A1", "a", "Gouda", "ja", EVERYTHING],
        ["A2", "b", "Leiden", "ja", "zorg"],
        ["A3", "c", "Katwijk", "ja", EVERYTHING.replace("zorg; ", "")],
        ["A4", "d", "Den Haag", "", "zorg"],
    ]
    return build_register({"Activiteiten": rows})


def test_a_municipality_that_was_chosen_is_asked_about_by_its_own_name(towns):
    selection = Selection(gemeente=("GM0546",))
    found = opportunities(towns, apply(selection, towns), selection)
    assert {(c.level, c.plaats) for c in found} == {("gemeente", "GM0546")}
    assert {c.thema for c in found} == {"onderwijs", "klimaat", "mobiliteit", "wonen", "welzijn", "recreatie"}
    told = f"{found[0].lead} {found[0].text}"
    assert told == (
        "Rond onderwijs is in Leiden nog niets geregistreerd. Elders in Holland Rijnland staat er 1 in het register. "
        "In Leiden zelf staat in totaal 1 activiteit in het register. Wie ziet hier een kans?"
    )
    # The region as a whole has every theme.
    region = Selection(regio=("AM19",))
    assert opportunities(towns, apply(region, towns), region) == []


@pytest.mark.parametrize(
    ("selection", "said"),
    [
        (Selection(), "In Holland Rijnland en Midden-Holland is rond elk thema al iets geregistreerd"),
        (Selection(regio=("AM20",)), "In Midden-Holland is rond elk thema al iets geregistreerd"),
        (Selection(gemeente=("GM0513",)), "In Gouda is rond elk thema al iets geregistreerd"),
        (Selection(regio=("AM21",)), "Haaglanden staat er als context bij."),
        (
            Selection(thema=("zorg",), regio=("AM21", "AM20")),
            "In Midden-Holland is rond elk thema al iets geregistreerd",
        ),
        (Selection(regio=("GM0632",)), "Deze selectie telt niets in de drie regio's of Woerden"),
    ],
    ids=str,
)
def test_that_everything_is_there_is_said_of_what_was_asked_only(towns, selection, said):
    selected = apply(selection, towns)
    assert opportunities(towns, selected, selection) == []
    assert none_open(selected, selection).startswith(said)


def test_what_stands_nearby_under_a_filter_on_content_is_said_to_be_more_than_the_selection(small):
    selection = Selection(peildatum=DAY, regio=("AM20",), thema=("zorg",))
    told = texts_of(small, selection)["mobiliteit", "AM20"]
    assert "heeft er 2 (ook buiten deze selectie); 2 van de partners" in told


def test_what_is_asked_of_the_theme_that_was_chosen_is_no_more_than_the_selection(build_register):
    leiden = [[f"A{n}", "a", "Leiden", "zorg"] for n in range(2)]
    gouda = [[f"B{n}", "b", "Gouda", "wonen"] for n in range(5)]
    register = build_register({"Activiteiten": [["ID", "Naam", "Gemeente", "Thema's"], *leiden, *gouda]})
    told = texts_of(register, Selection(peildatum=DAY, regio=("AM20",), thema=("zorg", "wonen")))
    assert "Buurregio Holland Rijnland heeft er 2." in told["zorg", "AM20"]
