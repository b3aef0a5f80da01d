from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from lrn.selection import Selection, active_on, apply, parameters

DAY = date(2026, 10, 1)
ALL = [f"K{n:02}" for n in range(1, 11)]


def ids(selected):
    return list(selected.activiteiten["id"])


@pytest.fixture
def chosen(register):
    """The IDs that a selection leaves of the ten rows; without a peildatum unless one is given."""
    return lambda **filters: ids(apply(Selection(**filters), register))


def test_an_empty_selection_holds_everything(chosen):
    assert chosen() == ALL


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2023, 12, 31), ["K04", "K07"]),
        (date(2024, 1, 1), ["K04", "K07", "K08"]),
        (date(2024, 1, 31), ["K04", "K07", "K08"]),
        (date(2024, 2, 1), ["K01", "K04", "K07", "K08"]),
        (date(2025, 8, 31), ["K01", "K03", "K04", "K07", "K08"]),
        (date(2025, 9, 1), ["K01", "K03", "K04", "K05", "K07", "K08"]),
        (date(2026, 6, 30), ["K01", "K02", "K03", "K04", "K05", "K06", "K07", "K08"]),
        (date(2026, 7, 1), ["K01", "K02", "K03", "K04", "K05", "K06", "K07"]),
        (DAY, ["K01", "K02", "K03", "K04", "K05", "K06", "K07"]),
        (date(2026, 12, 31), ["K01", "K02", "K03", "K04", "K05", "K06", "K07"]),
        (date(2027, 1, 1), ["K01", "K03", "K04", "K05", "K06", "K07", "K09"]),
    ],
)
def test_an_activity_is_active_from_its_start_up_to_and_including_its_end(chosen, day, expected):
    assert chosen(peildatum=day) == expected


@pytest.mark.parametrize(
    ("status", "active"),
    [
        ("", True),
        ("actief", True),
        ("voorbereiding", True),
        ("slapend", True),
        ("verkenning", False),
        ("afgerond", False),
        ("gestopt", False),
    ],
)
def test_verkenning_afgerond_and_gestopt_are_not_active_whatever_the_dates(build_register, status, active):
    rows = [["ID", "Naam", "Status", "Start", "Einde"], ["K1", "a", status, "2026-01-01", "2026-12-31"]]
    register = build_register({"Activiteiten": rows})
    assert list(active_on(register.activiteiten, DAY, status_of=DAY)) == [active]


BEFORE = (date(2025, 12, 31), date(2026, 1, 1), date(2026, 6, 30), date(2026, 7, 1), DAY - timedelta(days=1), DAY)


@pytest.mark.parametrize(
    ("status", "einde", "active"),
    [
        ("afgerond", "2026-06-30", [False, True, True, False, False, False]),
        ("gestopt", "2026-06-30", [False, True, True, False, False, False]),
        ("actief", "2026-06-30", [False, True, True, False, False, False]),
        ("gestopt", "2027-06-30", [False, True, True, True, True, False]),  # stopped before the end that was planned
        ("gestopt", "", [False] * 6),
        ("afgerond", "geen idee", [False] * 6),
        ("verkenning", "2026-06-30", [False] * 6),
        ("actief", "", [False, True, True, True, True, True]),
    ],
)
def test_before_the_day_of_checking_what_is_over_ran_until_its_end(build_register, status, einde, active):
    rows = [["ID", "Naam", "Status", "Start", "Einde"], ["K1", "a", status, "2026-01-01", einde]]
    register = build_register({"Activiteiten": rows})
    for day, expected in zip(BEFORE, active, strict=True):
        assert len(apply(Selection(peildatum=day), register).activiteiten) == expected, day


def test_the_status_of_a_kept_state_is_that_of_its_own_day(build_register):
    rows = [["ID", "Naam", "Status", "Start", "Einde"], ["K1", "a", "gestopt", "2024-01-01", "2027-06-30"]]
    register = build_register({"Activiteiten": rows})
    kept = replace(register, source=replace(register.source, modified=datetime(2026, 3, 1, 9), origin="register.xlsx"))
    assert (register.status_of, kept.status_of) == (DAY, date(2026, 3, 1))
    days = (date(2026, 2, 28), date(2026, 3, 1), date(2026, 9, 1))
    assert [len(apply(Selection(peildatum=day), kept).activiteiten) for day in days] == [1, 0, 0]
    assert [len(apply(Selection(peildatum=day), register).activiteiten) for day in days] == [1, 1, 1]


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({"regio": ("AM19",)}, ["K01", "K09", "K10"]),
        ({"regio": ("AM20",)}, ["K06", "K08"]),
        ({"regio": ("GM0632",)}, ["K03"]),
        ({"regio": ("AM21",)}, ["K04"]),
        ({"regio": ("AM19", "GM0632")}, ["K01", "K03", "K09", "K10"]),
        ({"regio": ("AM19", "AM34", "AM20")}, ["K01", "K02", "K06", "K08", "K09", "K10"]),
        ({"gemeente": ("GM0546",)}, ["K01", "K09"]),
        ({"gemeente": ("GM0632",)}, ["K03"]),
        ({"gemeente": ("GM0513", "GM0637")}, ["K02", "K08"]),
        ({"gemeente": ("GM0534",)}, []),
        ({"college": ("Techniek",)}, ["K02", "K05", "K08"]),
        ({"college": ("Techniek", "Economie")}, ["K02", "K05", "K08", "K09", "K10"]),
        ({"thema": ("klimaat",)}, ["K02", "K05", "K08"]),
        ({"thema": ("klimaat", "wonen")}, ["K02", "K03", "K05", "K08"]),
        ({"thema": ("recreatie",)}, []),
        ({"netwerkthema": True}, ["K01", "K02", "K04", "K06", "K08", "K10"]),
        ({"netwerkthema": False}, ["K03", "K05", "K07", "K09"]),
        ({"ingredient": (9,)}, ["K02", "K03", "K08"]),
        ({"ingredient": (4, 11)}, ["K05", "K10"]),
        ({"vorm": ("pps",)}, ["K02"]),
        ({"vorm": ("hackathon", "practoraat")}, ["K08", "K09"]),
        ({"status": ("verkenning",)}, ["K10"]),
        ({"status": ("voorbereiding", "afgerond")}, ["K02", "K08"]),
    ],
    ids=str,
)
def test_a_filter_keeps_what_has_one_of_its_values(chosen, filters, expected):
    assert chosen(**filters) == expected


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({"regio": ("AM19",), "peildatum": DAY}, ["K01"]),
        ({"thema": ("klimaat",), "peildatum": DAY}, ["K02", "K05"]),
        ({"thema": ("klimaat",), "college": ("Techniek",), "regio": ("AM20",)}, ["K08"]),
        ({"ingredient": (1,), "netwerkthema": True, "peildatum": DAY}, ["K01", "K06"]),
        ({"regio": ("AM19",), "gemeente": ("GM0513",)}, []),
        ({"regio": ("AM20",), "gemeente": ("GM0513",)}, ["K08"]),
        ({"status": ("verkenning",), "peildatum": DAY}, []),
        ({"vorm": ("pps",), "status": ("voorbereiding",), "ingredient": (8,), "peildatum": DAY}, ["K02"]),
    ],
    ids=str,
)
def test_filters_together_keep_what_passes_each(chosen, filters, expected):
    assert chosen(**filters) == expected


def test_no_choice_of_regions_loses_woerden_from_the_whole(chosen, register):
    own = {place: chosen(regio=(place,)) for place in ("AM19", "AM34", "AM20", "GM0632", "AM21", "elders", "zonder")}
    assert sorted(x for part in own.values() for x in part) == ALL
    assert own["GM0632"] == ["K03"]


def test_what_belongs_to_the_activities_is_narrowed_with_them(register):
    selected = apply(Selection(thema=("klimaat",)), register)
    assert ids(selected) == ["K02", "K05", "K08"]
    assert set(selected.ingredienten["activiteit"]) == {"K02", "K05", "K08"}
    assert sorted(selected.ingredienten["nr"]) == [1, 2, 2, 4, 8, 9, 9]
    assert sorted(selected.themas["thema"]) == ["klimaat", "klimaat", "klimaat", "wonen"]
    assert list(selected.kenmerken["activiteit"]) == []
    assert list(selected.deelnames["partner"]) == ["P1", "P3"]
    assert list(selected.partners["id"]) == ["P1", "P3"]


@pytest.mark.parametrize(
    ("filters", "partners"),
    [
        ({}, ["P1", "P2", "P3"]),
        ({"peildatum": DAY}, ["P1", "P2"]),
        ({"regio": ("AM19",)}, ["P1", "P2"]),
        ({"regio": ("AM21",)}, ["P2"]),
        ({"gemeente": ("GM0632",)}, []),
    ],
    ids=str,
)
def test_partners_are_those_that_take_part(register, filters, partners):
    assert list(apply(Selection(**filters), register).partners["id"]) == partners


@pytest.mark.parametrize(
    ("filters", "lines"),
    [
        ({}, ["L1", "L2", "L3", "L4", "L5"]),
        ({"peildatum": DAY}, ["L1", "L2", "L3", "L5"]),
        ({"peildatum": date(2026, 11, 1)}, ["L1", "L2", "L3", "L4", "L5"]),
        ({"peildatum": date(2025, 10, 1)}, ["L1", "L3", "L5"]),
        ({"regio": ("AM19",)}, ["L1", "L2", "L4", "L5"]),
        ({"regio": ("AM20",)}, ["L2", "L3"]),
        ({"regio": ("GM0632",)}, ["L1", "L5"]),
        ({"regio": ("AM21",)}, []),
        ({"gemeente": ("GM0513",)}, ["L2", "L3"]),
        ({"gemeente": ("GM0632",)}, ["L1", "L5"]),
        ({"college": ("Techniek",)}, ["L3", "L4"]),
        ({"college": ("Techniek",), "regio": ("AM20",)}, ["L3"]),
        ({"thema": ("recreatie",)}, []),
    ],
    ids=str,
)
def test_a_line_stays_when_it_touches_an_activity_or_while_only_places_are_chosen_a_place(register, filters, lines):
    assert list(apply(Selection(**filters), register).verbindingslijnen["id"]) == lines


def test_applying_a_selection_changes_nothing_in_the_register(register):
    before = register.activiteiten.copy(), register.verbindingslijnen.copy(), register.partners.copy()
    apply(Selection(peildatum=DAY, regio=("AM19",), thema=("zorg",)), register)
    for frame, kept in zip((register.activiteiten, register.verbindingslijnen, register.partners), before, strict=True):
        assert frame.equals(kept)


@pytest.mark.parametrize(
    ("filters", "phrases"),
    [
        ({}, ["Hele netwerk", "ongeacht datum"]),
        ({"peildatum": DAY}, ["Hele netwerk", "peildatum 1 oktober 2026"]),
        ({"regio": ("AM19",), "peildatum": DAY}, ["Holland Rijnland", "peildatum 1 oktober 2026"]),
        ({"regio": ("AM19", "GM0632")}, ["Holland Rijnland of Woerden (Midden-Utrecht)", "ongeacht datum"]),
        ({"gemeente": ("GM0518",)}, ["'s-Gravenhage", "ongeacht datum"]),
        ({"thema": ("zorg", "wonen", "klimaat")}, ["Thema zorg, thema wonen of thema klimaat", "ongeacht datum"]),
        ({"netwerkthema": True}, ["Op het netwerkthema", "ongeacht datum"]),
        ({"netwerkthema": False}, ["Buiten het netwerkthema", "ongeacht datum"]),
        ({"ingredient": (3,)}, ["Ingrediënt 3. Niveaus", "ongeacht datum"]),
        (
            {"college": ("Techniek",), "vorm": ("pps",), "status": ("actief",)},
            ["Techniek", "Publiek-private samenwerking", "status actief", "ongeacht datum"],
        ),
        ({"college": ("Zorg en Welzijn", "Techniek")}, ["Zorg en Welzijn of Techniek", "ongeacht datum"]),
    ],
    ids=str,
)
def test_a_selection_describes_itself(filters, phrases):
    assert Selection(**filters).describe() == phrases


def test_a_filter_can_be_cleared_and_the_rest_stays():
    full = Selection(peildatum=DAY, regio=("AM19",), netwerkthema=True, thema=("zorg",))
    assert full.without("regio", "netwerkthema") == Selection(peildatum=DAY, thema=("zorg",))
    assert full.on(None).peildatum is None
    assert full.regio == ("AM19",)
    assert full.chosen == ("regio", "thema", "netwerkthema")


def test_equal_selections_are_one_key():
    selections = {
        Selection(),
        Selection(peildatum=DAY),
        Selection(netwerkthema=False),
        Selection(regio=("AM19",)),
        Selection(regio=("AM19", "AM20")),
        Selection(gemeente=("AM19",)),
        Selection(regio=("AM19",)),
    }
    assert len(selections) == 6


def test_a_line_with_ends_that_nobody_knows_counts_until_a_filter_is_set(build_register):
    register = build_register(
        {
            "Activiteiten": [["ID", "Naam"], ["K1", "a"]],
            "Verbindingslijnen": [["ID", "Van", "Naar"], ["L1", "K1", "Gouda"], ["L2", "Atlantis", "Eldorado"]],
        }
    )
    assert list(apply(Selection(), register).verbindingslijnen["id"]) == ["L1", "L2"]
    assert list(apply(Selection(regio=("AM20",)), register).verbindingslijnen["id"]) == ["L1"]


@pytest.mark.parametrize(
    ("filters", "address"),
    [
        ({}, {"alles": ["true"]}),
        ({"peildatum": DAY}, {"peildatum": ["2026-10-01"]}),
        ({"netwerkthema": True}, {"alles": ["true"], "netwerkthema": ["ja"]}),
        ({"netwerkthema": False}, {"alles": ["true"], "netwerkthema": ["nee"]}),
        ({"regio": ("AM20", "GM0632")}, {"alles": ["true"], "regio": ["Midden-Holland", "Woerden (Midden-Utrecht)"]}),
        (
            {"peildatum": DAY, "gemeente": ("GM0518",), "college": ("Techniek",), "thema": ("zorg",), "ingredient": (3,),
             "vorm": ("pps",), "status": ("actief",), "vergelijk": "kwartaal"},
            {"peildatum": ["2026-10-01"], "gemeente": ["'s-Gravenhage"], "college": ["Techniek"], "thema": ["Zorg"],
             "ingredient": ["3. Niveaus"], "vorm": ["Publiek-private samenwerking"], "status": ["Actief"],
             "vergelijk": ["Vorig kwartaal"]},
        ),
    ],
    ids=str,
)  # fmt: skip
def test_an_address_holds_what_was_chosen(filters, address):
    assert parameters(Selection(**filters)) == address


@pytest.mark.parametrize(
    ("filters", "by_content", "chosen"),
    [
        ({"peildatum": DAY, "vergelijk": "kwartaal"}, False, ()),
        ({"regio": ("AM20",), "gemeente": ("GM0513",)}, False, ("regio", "gemeente")),
        ({"regio": ("AM20",), "netwerkthema": False}, True, ("regio", "netwerkthema")),
        ({"status": ("actief",)}, True, ("status",)),
    ],
    ids=str,
)
def test_what_narrows_by_content(filters, by_content, chosen):
    selection = Selection(**filters)
    assert (selection.by_content, selection.chosen) == (by_content, chosen)


@pytest.mark.parametrize(
    ("today", "said"),
    [
        (None, "peildatum 1 oktober 2026"),
        (DAY, "peildatum 1 oktober 2026"),
        (DAY + timedelta(days=1), "peildatum 1 oktober 2026"),
        (DAY - timedelta(days=1), "peildatum 1 oktober 2026, volgens de planning"),
    ],
)
def test_of_a_day_that_is_still_to_come_it_is_said(today, said):
    assert Selection(peildatum=DAY).describe(today) == ["Hele netwerk", said]
    assert Selection(peildatum=DAY).phrases(today) == ["hele netwerk", said]


@pytest.mark.parametrize(
    ("filters", "lines"),
    [
        ({}, ["L1", "L2", "L3", "L4", "L5"]),
        ({"regio": ("AM20",)}, ["L1", "L3"]),
        ({"regio": ("AM19",)}, ["L1", "L2"]),
        ({"gemeente": ("GM0513",)}, ["L1"]),
        ({"gemeente": ("GM0513",), "regio": ("AM20",)}, ["L1"]),
        ({"gemeente": ("GM0513",), "regio": ("AM19",)}, []),
        ({"college": ("Techniek",)}, ["L4"]),
        ({"college": ("Techniek",), "regio": ("AM20",)}, []),
    ],
    ids=str,
)
def test_a_line_between_places_stays_while_only_places_are_chosen(build_register, filters, lines):
    register = build_register(
        {
            "Activiteiten": [["ID", "Naam", "Gemeente", "College"], ["K1", "a", "Zoetermeer", "Techniek"]],
            "Verbindingslijnen": [
                ["ID", "Van", "Naar"],
                ["L1", "Gouda", "Leiden"],
                ["L2", "Holland Rijnland", "Haaglanden"],
                ["L3", "Midden-Holland", "Delft"],
                ["L4", "K1", "Delft"],
                ["L5", "Atlantis", "Eldorado"],
            ],
        }
    )
    assert list(apply(Selection(**filters), register).verbindingslijnen["id"]) == lines
