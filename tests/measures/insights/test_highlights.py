from datetime import date

import pytest

from lrn import vocabulary as v
from lrn.measures.insights.highlights import (
    KINDS,
    Highlight,
    _weightiest,
    accents,
    endings,
    highlights,
    movement,
    new_in_places,
    newcomers,
    open_opportunities,
)
from lrn.measures.insights.new_in_place import new_in_place
from lrn.measures.insights.top_accent import top_accents
from lrn.measures.rows.evidence import Evidence
from lrn.register.load import SAMPLE, load
from lrn.selection import Selection, apply
from tests.measures.promises import keeps_its_promises, numbers, random_selection, random_sheets

DAY = date(2026, 10, 1)
NOW = Selection(peildatum=DAY)
HEADINGS = [
    "ID", "Naam", "Gemeente", "Start", "Einde", "Status", "Thema's", "Ingrediënten", "Verschijningsvorm", "Netwerkthema",
    "College", "Contactpersoon",
]  # fmt: skip


def told(register, selection=NOW):
    return highlights(register, apply(selection, register), selection)


def first(*narrowed):
    return next(new_in_places(*narrowed), None)


def accent(*narrowed):
    return next(accents(*narrowed), None)


def chance(*narrowed):
    return next(open_opportunities(*narrowed), None)


@pytest.fixture
def made(build_register):
    """``made({…}, {…})``: a register of activities, each a dict of headings (naam, gemeente, start, …)."""

    def make(*activities, **sheets):
        rows = [
            [f"A{n}", *(activity.get(heading.lower(), "x" if heading == "Naam" else "") for heading in HEADINGS[1:])]
            for n, activity in enumerate(activities, start=1)
        ]
        return build_register({"Activiteiten": [HEADINGS, *rows], **sheets})

    return make


def several(amount, **activity):
    return [activity] * amount


# ── The movement ─────────────────────────────────────────────────────────────────────────────────────────────


def test_the_movement_tells_what_was_active_then_and_what_came_and_went(register):
    found = movement(register, apply(NOW, register), NOW)
    assert found.lead == "Meer activiteiten dan een jaar eerder"
    assert found.text == (
        "Op 1 oktober 2026 zijn 7 activiteiten actief; een jaar eerder waren dat er 6. "
        "Sindsdien kwamen er 2 bij en is er 1 voorbij."
    )
    assert [figure.evidence for figure in found.figures] == [
        Evidence(),
        Evidence.of(dag="2025-10-01"),
        Evidence.of(erbij="2025-10-01"),
        Evidence.of(voorbij="2025-10-01"),
    ]


def test_fewer_than_a_year_before_is_said_without_judgement(register):
    selection = Selection(peildatum=date(2027, 6, 1), college=("Techniek",))
    found = movement(register, apply(selection, register), selection)
    assert found.lead == "Minder activiteiten dan een jaar eerder"
    assert found.text == (
        "Op 1 juni 2027 is volgens de planning 1 activiteit actief; een jaar eerder waren dat er 3. "
        "In de tussentijd zijn er 2 voorbij."
    )


def test_as_many_as_a_year_before_may_be_others(made):
    over = several(1, start="2024-01-01", einde="2026-01-01", status="afgerond")
    register = made(*several(5, start="2020-01-01"), {"start": "2026-01-01"}, *over)
    found = movement(register, apply(NOW, register), NOW)
    assert found.lead == "Evenveel activiteiten als een jaar eerder"
    assert found.text.endswith("waren dat er ook 6. Sindsdien kwam er 1 bij en is er 1 voorbij.")


def test_where_there_was_none_a_year_before_none_is_counted(made):
    register = made(*several(3, start="2026-01-01"))
    found = movement(register, apply(NOW, register), NOW)
    assert found.text == (
        "Op 1 oktober 2026 zijn 3 activiteiten actief; een jaar eerder waren er geen. Sindsdien kwamen er 3 bij."
    )
    assert [figure.amount for figure in found.figures] == [3, 3]


def test_of_two_days_to_come_it_is_said_once_that_they_are_planned(made):
    register = made(*several(5, start="2020-01-01"), {"start": "2027-06-01"})
    later = Selection(peildatum=date(2028, 1, 1))
    assert movement(register, apply(later, register), later).text == (
        "Op 1 januari 2028 zijn volgens de planning 6 activiteiten actief; een jaar eerder zijn dat er 5. "
        "In de tussentijd komt er 1 bij."
    )


@pytest.mark.parametrize(
    ("beside", "lead"),
    [
        ("jaar", "Meer activiteiten dan een jaar eerder"),
        ("kwartaal", "Meer activiteiten dan op 30 september 2026"),
        ("2026-08-31", "Meer activiteiten dan op 31 augustus 2026"),
    ],
)
def test_the_movement_is_since_what_was_asked(made, beside, lead):
    register = made(*several(5, start="2020-01-01"), *several(2, start="2026-10-01"))
    selection = Selection(peildatum=DAY, vergelijk=beside)
    assert movement(register, apply(selection, register), selection).lead == lead


def test_without_a_peildatum_or_a_difference_there_is_no_movement(register, made):
    assert movement(register, register, Selection()) is None
    same = made(*several(6, start="2020-01-01"))
    assert movement(same, same, NOW) is None


# ── What just began ──────────────────────────────────────────────────────────────────────────────────────────


def test_what_began_in_three_months_is_new_and_the_newest_are_named(made):
    register = made(
        {"naam": "Oud", "start": "2026-06-30"},
        {"naam": "Eén", "start": "2026-07-01"},
        {"naam": "Twee", "start": "2026-10-01"},
        {"naam": "Drie", "start": "2026-08-01"},
        {"naam": "Straks", "start": "2026-10-02"},
        {"naam": "Verkend", "start": "2026-08-01", "status": "verkenning"},
        {"naam": "Zonder start"},
    )
    found = newcomers(register, apply(NOW, register), NOW)
    assert (found.lead, found.page) == ("Net begonnen", "register")
    assert found.text == "Sinds 1 juli 2026 begonnen 3 activiteiten (onder meer ‘Twee’ en ‘Drie’)."
    assert found.focus == Evidence.of(begonnen="2026-07-01")


def test_one_newcomer_reads_as_one(made):
    register = made({"naam": "Wijklab", "start": "2026-09-01"})
    found = newcomers(register, register, NOW)
    assert found.text == "Sinds 1 juli 2026 begon 1 activiteit (‘Wijklab’)."


def test_nothing_new_is_not_told(made):
    register = made({"start": "2026-06-30"}, {})
    assert newcomers(register, register, NOW) is None
    assert newcomers(register, register, Selection()) is None


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Overleg met Noor Vos", "1 activiteit."),
        ("Open dag College Zorg", "1 activiteit."),
        ("Wandeling met de docent", "1 activiteit (‘Wandeling met de docent’)."),
        ("Woord " * 30, "1 activiteit (‘Woord Woord Woord Woord Woord Woord Woord Woord Woord Woord…’)."),
        ("W" * 90, f"1 activiteit (‘{'W' * 59}…’)."),
        ("Twee\nregels  en *sterren*", "1 activiteit (‘Twee regels en *sterren*’)."),
    ],
)
def test_a_name_is_short_and_holds_no_person_or_college(made, name, said):
    register = made(
        {"naam": name, "start": "2026-09-01", "contactpersoon": "Noor Vos", "college": "College Zorg"},
        {"contactpersoon": "docent"},
    )
    assert newcomers(register, register, NOW).text == f"Sinds 1 juli 2026 begon {said}"


# ── What ends ────────────────────────────────────────────────────────────────────────────────────────────────


def test_what_ends_soon_and_what_just_ended_is_told(made):
    register = made(
        {"naam": "Later", "einde": "2027-01-02"},
        {"naam": "Laatste dag", "einde": "2027-01-01"},
        {"naam": "Vandaag", "einde": "2026-10-01"},
        {"naam": "Net af", "einde": "2026-09-30", "status": "afgerond"},
        {"naam": "Ook af", "einde": "2026-07-01"},
        {"naam": "Lang af", "einde": "2026-06-30"},
        {"naam": "Nooit begonnen", "einde": "2026-09-01", "status": "verkenning"},
    )
    found = endings(register, apply(NOW, register), NOW)
    assert found.lead == "Bijna voorbij"
    assert found.text == (
        "Tot en met 1 januari 2027 eindigen 2 activiteiten (‘Vandaag’ en ‘Laatste dag’). Sinds 1 juli 2026 zijn 2 "
        "activiteiten geëindigd. Wat nemen we mee?"
    )
    assert [f.evidence for f in found.figures] == [
        Evidence.of(eindigt="2027-01-01"),
        Evidence.of(afgelopen="2026-07-01"),
    ]


def test_what_just_ended_can_be_all_there_is(made):
    register = made({"naam": "Af", "einde": "2026-09-30"}, {"naam": "Loopt"})
    found = endings(register, apply(NOW, register), NOW)
    assert found.lead == "Net voorbij"
    assert found.text == "Sinds 1 juli 2026 is 1 activiteit geëindigd (‘Af’). Wat nemen we mee?"
    assert found.focus == Evidence.of(afgelopen="2026-07-01")


@pytest.mark.parametrize(
    ("day", "lead", "said"),
    [
        # On 1 October 2026 the register was checked: what ends by that day has ended.
        (date(2026, 7, 1), "Toen bijna voorbij", "Tussen 1 juli 2026 en 1 oktober 2026 eindigden 2 activiteiten"),
        (date(2026, 7, 2), "Bijna voorbij", "Tussen 2 juli 2026 en 2 oktober 2026 eindigen 2 activiteiten"),
        (date(2026, 10, 1), "Bijna voorbij", "Tot en met 1 januari 2027 eindigt 1 activiteit"),
        (date(2026, 12, 1), "Dan bijna voorbij", "Tussen 1 december 2026 en 1 maart 2027 eindigt volgens de planning 1 activiteit"),
    ],
)  # fmt: skip
def test_what_ended_by_today_has_ended(made, day, lead, said):
    register = made({"einde": "2026-08-01"}, {"einde": "2026-09-01"}, {"einde": "2026-12-31"}, {"einde": "2027-06-01"})
    selection = Selection(peildatum=day)
    found = endings(register, apply(selection, register), selection)
    assert found.lead == lead
    assert found.text.startswith(f"{said} (")


@pytest.mark.parametrize(
    ("day", "end", "lead", "said"),
    [
        (date(2026, 7, 1), "2026-06-30", "Toen net voorbij", "Tussen 1 april 2026 en 1 juli 2026 eindigde 1 activiteit (‘Af’)."),
        (date(2026, 12, 1), "2026-09-15", "Dan net voorbij", "Tussen 1 september 2026 en 1 december 2026 is dan 1 activiteit geëindigd (‘Af’)."),
    ],
)  # fmt: skip
def test_what_had_ended_on_another_day(made, day, end, lead, said):
    register = made({"naam": "Af", "einde": end})
    selection = Selection(peildatum=day)
    found = endings(register, apply(selection, register), selection)
    assert (found.lead, found.text) == (lead, f"{said} Wat nemen we mee?")


def test_no_ending_is_not_told(made):
    register = made({"einde": "2027-06-01"}, {"einde": "2026-01-01"}, {})
    assert endings(register, apply(NOW, register), NOW) is None
    assert endings(register, register, Selection()) is None


@pytest.mark.parametrize(
    ("starts", "said"),
    [(["2026-10-05"], "begint volgens de planning 1 activiteit ("), (["2026-10-05", "2026-10-06"], "beginnen volgens de planning 2 activiteiten (")],
)  # fmt: skip
def test_what_begins_on_a_day_to_come_is_told_as_one_or_as_several(made, starts, said):
    register = made(*({"naam": "Straks", "start": start} for start in starts))
    selection = Selection(peildatum=date(2026, 12, 1))
    found = newcomers(register, apply(selection, register), selection)
    assert said in found.text


# ── What is somewhere for the first time ─────────────────────────────────────────────────────────────────────


def test_a_first_is_a_theme_that_nothing_older_in_the_place_has(made):
    register = made(
        *several(5, gemeente="Gouda", start="2024-01-01", **{"thema's": "zorg", "ingrediënten": "1", "verschijningsvorm": "CIV"}),
        {"naam": "Nieuw", "gemeente": "Gouda", "start": "2026-09-01", "thema's": "zorg; wonen", "ingrediënten": "1;2",
         "verschijningsvorm": "Hackathon"},
    )  # fmt: skip
    frame = new_in_place(register, register.activiteiten["id"].tail(1), DAY)
    assert list(frame.columns) == ["kenmerk", "waarde", "plaats", "aantal"]
    assert frame.to_numpy().tolist() == [
        ["thema", "wonen", "AM20", 1],
        ["vorm", "hackathon", "AM20", 1],
        ["ingredient", 2, "AM20", 1],
    ]
    found = first(register, apply(NOW, register), NOW)
    assert found.lead == "Voor het eerst: wonen in Midden-Holland"
    assert found.text == (
        "Sinds 1 juli 2026 is er in Midden-Holland 1 activiteit rond wonen (‘Nieuw’), de eerste daar volgens het register."
    )
    assert (found.page, found.focus) == ("themas", Evidence.of(thema="wonen", plaats="AM20"))


def test_of_a_first_only_the_activities_that_make_it_one_are_named(made):
    new = {"start": "2026-09-01", "thema's": "wonen"}
    register = made(
        *several(5, gemeente="Gouda", start="2024-01-01"),
        {"naam": "Ergens anders", "gemeente": "Leiden", **new},
        {"naam": "Iets anders", "gemeente": "Gouda", "start": "2026-09-01"},
        {"naam": "Deze", "gemeente": "Gouda", **new},
    )
    found = first(register, apply(NOW, register), NOW)
    assert "in Midden-Holland 1 activiteit rond wonen (‘Deze’)" in found.text


def test_a_first_in_a_municipality_that_was_chosen_is_told_of_that_municipality(made):
    # In Waddinxveen, of the same region, housing is older; in Gouda it is new.
    older = several(5, gemeente="Gouda", start="2024-01-01", **{"thema's": "zorg"})
    region = {"gemeente": "Waddinxveen", "start": "2024-01-01", "thema's": "wonen"}
    new = {"naam": "Nieuw", "gemeente": "Gouda", "start": "2026-09-01", "thema's": "wonen"}
    register = made(*older, region, new)
    assert first(register, apply(NOW, register), NOW) is None
    gouda = Selection(peildatum=DAY, gemeente=("GM0513",))
    found = first(register, apply(gouda, register), gouda)
    assert found.lead == "Voor het eerst: wonen in Gouda"
    assert found.text == (
        "Sinds 1 juli 2026 is er in Gouda 1 activiteit rond wonen (‘Nieuw’), de eerste daar volgens het register."
    )
    assert found.focus == Evidence.of(thema="wonen", gemeente="GM0513")


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2026, 9, 20), ["kwam er in Leiden 1 activiteit rond", "kwamen er in Gouda 2 activiteiten rond"]),
        (date(2026, 10, 1), ["is er in Leiden 1 activiteit rond", "zijn er in Gouda 2 activiteiten rond"]),
        (
            date(2026, 11, 1),
            ["komt er in Leiden volgens de planning 1 activiteit rond", "komen er in Gouda volgens de"],
        ),
    ],
)
def test_a_first_is_told_of_then_now_or_of_what_is_planned(made, day, said):
    new = {"start": "2026-09-15", "thema's": "wonen"}
    register = made(
        *several(5, gemeente="Gouda", start="2024-01-01"),
        *several(5, gemeente="Leiden", start="2024-01-01"),
        *several(2, gemeente="Gouda", **new),
        *several(1, gemeente="Leiden", **new),
    )
    for town, words in zip(("GM0546", "GM0513"), said, strict=True):
        selection = Selection(peildatum=day, gemeente=(town,))
        assert words in first(register, apply(selection, register), selection).text


@pytest.mark.parametrize(
    ("older", "what"),
    [
        ({"thema's": "wonen", "start": "2026-06-30"}, "older"),
        ({"thema's": "wonen", "start": "2026-06-30", "status": "afgerond", "einde": "2026-08-01"}, "ended"),
        ({"thema's": "wonen"}, "without a start, so maybe older"),
        ({"thema's": "wonen", "start": "2026-08-01", "status": "verkenning"}, "being explored since"),
    ],
)
def test_what_was_registered_there_before_is_no_first(made, older, what):
    register = made(
        *several(5, gemeente="Gouda", start="2024-01-01"),
        {"gemeente": "Gouda", **older},
        {"gemeente": "Gouda", "start": "2026-09-01", "thema's": "wonen; anders", "verschijningsvorm": "anders"},
    )
    assert first(register, apply(NOW, register), NOW) is None, what


@pytest.mark.parametrize(
    "older", [{"gemeente": "Leiden", "start": "2020-01-01"}, {"gemeente": "Gouda", "start": "2026-10-02"}]
)
def test_elsewhere_or_later_does_not_make_it_less_of_a_first(made, older):
    register = made(
        *several(5, gemeente="Gouda", start="2024-01-01"),
        {"thema's": "wonen", **older},
        *several(2, gemeente="Gouda", start="2026-09-01", **{"thema's": "wonen"}),
    )
    assert "zijn er in Midden-Holland 2 activiteiten rond wonen" in first(register, apply(NOW, register), NOW).text


def test_where_little_is_registered_nothing_is_a_first(made):
    register = made(*several(4, gemeente="Gouda"), {"gemeente": "Gouda", "start": "2026-09-01", "thema's": "wonen"})
    assert first(register, register, NOW) is None


@pytest.mark.parametrize(
    ("new", "lead", "page", "said"),
    [
        (
            {"verschijningsvorm": "PPS"},
            "‘Publiek-private samenwerking’",
            "register",
            "met de vorm ‘Publiek-private samenwerking’",
        ),
        ({"ingrediënten": "5"}, "‘Knooppunten en lijnen’", "ingredienten", "met ingrediënt ‘Knooppunten en lijnen’"),
        ({"netwerkthema": "ja"}, "het netwerkthema", "themas", "rond het netwerkthema"),
    ],
)
def test_a_form_an_ingredient_or_the_netwerkthema_can_be_a_first(made, new, lead, page, said):
    register = made(*several(5, gemeente="Woerden"), {"gemeente": "Woerden", "start": "2026-09-01", **new})
    found = first(register, register, NOW)
    assert found.lead == f"Voor het eerst: {lead} in Woerden"
    assert found.page == page
    assert f"er in Woerden (Midden-Utrecht) 1 activiteit {said} (‘x’)" in found.text
    assert (found.basis, ("begonnen", "2026-07-01") in found.focus.where) == (1, page == "register")


# ── The accent ───────────────────────────────────────────────────────────────────────────────────────────────


def test_an_accent_weighs_as_many_activities_as_there_are_more_than_the_network_would_give(made):
    register = made(
        *several(4, gemeente="Gouda", **{"thema's": "wonen", "ingrediënten": "6"}),
        *several(1, gemeente="Gouda"),
        *several(15, gemeente="Leiden", **{"thema's": "zorg"}),
    )
    # wonen in Midden-Holland: 4 of 5, and 4 of 20 in the network; zorg in Holland Rijnland: 15 of 15 and 15 of 20.
    # So there are 4 - 5 x 0,2 = 3 more than the network would give, and 15 - 15 x 0,75 = 3,75.
    found = top_accents(register, register, NOW)
    assert [(a.waarde, a.plaats, a.apart) for a in found] == [("zorg", "AM19", 3.75), ("wonen", "AM20", 3)]
    sentence = list(accents(register, register, NOW))[1]
    assert sentence.weight == 3
    assert sentence.lead == "Accent: wonen in Midden-Holland"
    assert sentence.text == (
        "In Midden-Holland gaat het vaker over wonen dan in het hele netwerk: bij 4 van de 5 activiteiten, tegenover 20% "
        "(4 van de 20)."
    )
    assert sentence.page == "themas"
    assert sentence.focus == Evidence.of(plaats="AM20", thema="wonen")


def test_an_ingredient_can_be_an_accent(made):
    register = made(*several(5, gemeente="Gouda", **{"ingrediënten": "6"}), *several(5, gemeente="Leiden"))
    sentence = accent(register, register, NOW)
    assert sentence.text == (
        "In Midden-Holland wordt ‘Leren’ vaker genoemd dan in het hele netwerk: bij 5 van de 5 activiteiten, tegenover 50% "
        "(5 van de 10)."
    )
    assert sentence.page == "ingredienten"


@pytest.mark.parametrize(
    ("gouda", "others", "why"),
    [
        (4, [], "fewer than five activities in the place"),
        (5, several(1, gemeente="Gouda", **{"thema's": "wonen"}) * 12, "less than fifteen hundredths apart"),
    ],
)
def test_where_little_differs_there_is_no_accent(made, gouda, others, why):
    register = made(*several(gouda, gemeente="Gouda", **{"thema's": "wonen"}), *others, *several(2, gemeente="Leiden"))
    assert accent(register, register, NOW) is None, why


def test_one_or_two_activities_make_no_accent(made):
    few = [
        *several(2, gemeente="Gouda", **{"thema's": "wonen"}),
        *several(3, gemeente="Gouda"),
        *several(30, gemeente="Leiden"),
    ]
    for register, found in ((made(*few), False), (made(*few, {"gemeente": "Gouda", "thema's": "wonen"}), True)):
        assert bool(accent(register, register, NOW)) == found


def test_anders_is_no_accent(made):
    register = made(*several(6, gemeente="Gouda", **{"thema's": "anders"}), *several(20, gemeente="Leiden"))
    assert accent(register, register, NOW) is None


def test_an_accent_is_beside_the_whole_network_whatever_region_was_chosen(made):
    register = made(*several(5, gemeente="Gouda", **{"thema's": "wonen"}), *several(15, gemeente="Leiden"))

    def found(**filters):
        selection = Selection(peildatum=DAY, **filters)
        return accent(register, apply(selection, register), selection)

    assert found(regio=("AM20",)).text == found().text
    assert found(regio=("AM19",)) is None
    assert found(gemeente=("GM0513",)) is None


def test_of_each_place_that_is_looked_at_one_accent_is_told(made):
    gouda, leiden = {"thema's": "wonen; zorg", "ingrediënten": "6"}, {"thema's": "klimaat"}
    register = made(*several(5, gemeente="Gouda", **gouda), *several(5, gemeente="Leiden", **leiden))
    assert [(found.waarde, found.plaats) for found in top_accents(register, register, NOW)] == [
        ("klimaat", "AM19"),
        ("wonen", "AM20"),
    ]
    only = Selection(peildatum=DAY, regio=("AM20",))
    assert [found.plaats for found in top_accents(register, apply(only, register), only)] == ["AM20"]


# ── The chance ───────────────────────────────────────────────────────────────────────────────────────────────


def test_the_likeliest_open_combination_is_the_chance(made):
    register = made(
        *several(6, gemeente="Leiden", **{"thema's": "zorg"}), *several(5, gemeente="Gouda", **{"thema's": "wonen"})
    )
    found = chance(register, register, NOW)
    assert found.lead == "Kans: zorg in Midden-Holland"
    assert found.text == (
        "Rond zorg is in Midden-Holland nog niets geregistreerd. Buurregio Holland Rijnland heeft er 6. Wie ziet hier "
        "een kans?"
    )
    assert (found.page, found.focus) == ("themas", Evidence.of(thema="zorg", plaats="AM20"))


def test_the_chance_is_on_a_theme_that_was_chosen(made):
    register = made(
        *several(6, gemeente="Leiden", **{"thema's": "zorg"}), *several(5, gemeente="Gouda", **{"thema's": "wonen"})
    )
    assert (
        chance(register, register, Selection(peildatum=DAY, thema=("wonen",))).lead == "Kans: wonen in Holland Rijnland"
    )
    assert chance(register, register, Selection(peildatum=DAY, thema=("klimaat",))) is None


def test_a_place_with_few_activities_is_not_asked_about_themes(made):
    register = made(*several(4, gemeente="Leiden", **{"thema's": "zorg"}))
    assert chance(register, register, NOW) is None


def test_outside_the_netwerkthema_is_no_chance_missed(made):
    themes = "onderwijs; klimaat; mobiliteit; wonen; zorg; welzijn; recreatie"
    register = made(*several(6, gemeente="Leiden", **{"thema's": themes}))
    assert chance(register, register, NOW) is None


@pytest.mark.parametrize(
    ("there", "said"),
    [
        (9, "bij 9 van de 9 activiteiten, tegenover 45% (9 van de 20)."),
        (10, "bij 100% van de activiteiten (10 van de 10), tegenover 50% (10 van de 20)."),
        (11, "bij 100% van de activiteiten (11 van de 11), tegenover 55% (11 van de 20)."),
    ],
)
def test_a_share_is_a_percentage_from_ten_activities_on(made, there, said):
    register = made(*several(there, gemeente="Gouda", **{"thema's": "wonen"}), *several(20 - there, gemeente="Leiden"))
    assert accent(register, register, NOW).text.endswith(said)


def test_of_few_everywhere_no_share_is_a_percentage(made):
    register = made(*several(5, gemeente="Gouda", **{"thema's": "wonen"}), *several(4, gemeente="Leiden"))
    assert accent(register, register, NOW).text.endswith("bij 5 van de 5 activiteiten, tegenover 5 van de 9.")


# ── All together ─────────────────────────────────────────────────────────────────────────────────────────────


def everything(made, *, firsts=3, more=()):
    """All six rules speak: an accent of Midden-Holland, firsts and newcomers there, endings, growth, open themes.

    Of the 15 and *firsts* activities 10 are on zorg in Leiden and 5 on wonen in Gouda, where zorg is new.
    """
    return made(
        *several(5, gemeente="Gouda", start="2020-01-01", **{"thema's": "wonen"}),
        *several(firsts, gemeente="Gouda", start="2026-09-01", **{"thema's": "zorg"}),
        *several(10, gemeente="Leiden", start="2020-01-01", einde="2026-11-01", **{"thema's": "zorg"}),
        *more,
    )


def kinds(register, selection=NOW):
    return [highlight.kind for highlight in told(register, selection)]


def test_six_rules_give_five_sentences_at_most_and_of_a_place_one(made):
    register = everything(made, more=several(4, gemeente="Leiden", start="2026-09-01", einde="2026-12-01"))
    # Zorg is new in Gouda in 3 activities, and wonen an accent there by 5 - 8 x 5 / 22 = 3,2: the accent is told, and the
    # chance is about Leiden, where nothing is on wonen and 5 activities are nearby.
    assert [h.kind for h in told(register)] == ["beweging", "nieuw", "einde", "accent", "kans"]
    assert [h.place for h in told(register)] == ["", "", "", "AM20", "AM19"]


def test_of_a_place_the_weightiest_is_told_and_the_next_best_is_about_another(made):
    there = {"gemeente": "Gouda", "start": "2020-01-01"}
    wonen = several(6, **there, **{"thema's": "wonen"})
    zorg = several(8, gemeente="Leiden", start="2020-01-01", **{"thema's": "zorg"})
    onderwijs = several(5, gemeente="Zoetermeer", start="2020-01-01", **{"thema's": "onderwijs"})
    register = made(*wonen, *zorg, *onderwijs)
    # The accents weigh 8 - 8 x 8 / 19 = 4,6 (Holland Rijnland), 6 - 6 x 6 / 19 = 4,1 and 5 - 5 x 5 / 19 = 3,7. The
    # likeliest chance is zorg, with 8 activities nearby, in Zuid-Holland Centraal or Midden-Holland: it goes first.
    (accented, open_one) = told(register)
    assert (open_one.kind, open_one.weight) == ("kans", 8)
    assert (accented.kind, accented.place) == ("accent", "AM19")
    only_there = Selection(peildatum=DAY, regio=("AM20",))
    assert [(h.kind, h.place) for h in told(register, only_there)] == [("kans", "AM20")]


def test_of_a_place_and_of_a_rule_one_is_told():
    def sentence(kind, place, weight):
        focus = Evidence.of(plaats=place) if place else Evidence()
        return Highlight("", "", (), weight, kind, "", focus, apart=weight)

    best, same_place, elsewhere = (
        sentence("kans", "AM20", 9),
        sentence("accent", "AM20", 8),
        sentence("accent", "AM19", 3),
    )
    anywhere, first_said = sentence("nieuw", "", 1), sentence("nieuw", "", 1)
    told = _weightiest([anywhere, first_said, best, sentence("kans", "AM34", 2), same_place, elsewhere])
    assert told == {"kans": best, "accent": elsewhere, "nieuw": anywhere}


def test_the_place_of_a_municipality_is_its_region():
    sentence = Highlight("", "", (), 0, "kans", "themas", Evidence.of(thema="zorg", gemeente="GM0513"))
    assert sentence.place == "AM20"


@pytest.mark.parametrize(
    ("new", "all_of_them", "said"),
    [(1, 10, True), (1, 11, False), (2, 20, True), (2, 21, False), (3, 60, True), (2, 60, False)],
)
def test_one_or_two_activities_are_told_where_they_are_a_tenth(made, new, all_of_them, said):
    register = made(*several(new, start="2026-09-01"), *several(all_of_them - new, start="2020-01-01"))
    assert ("nieuw" in kinds(register)) == said


def test_a_newcomer_that_is_a_first_is_told_once(made):
    both = several(3, gemeente="Leiden", start="2026-09-01", einde="2026-12-01")
    few = everything(made, firsts=4, more=several(3, gemeente="Gouda", start="2020-01-01", **{"thema's": "klimaat"}))
    assert "eerste" in kinds(few)
    assert "nieuw" not in kinds(few)
    more = everything(made, firsts=4, more=[*several(3, gemeente="Gouda", **{"thema's": "klimaat"}), *both])
    assert {"eerste", "nieuw"} & set(kinds(more)) == {"eerste", "nieuw"}
    assert "nieuw" in kinds(made({"start": "2026-09-01"}))


def test_an_empty_selection_has_no_sentences(register):
    assert told(register, Selection(thema=("recreatie",))) == []


def test_a_register_in_which_nothing_stands_out_gives_none(made):
    assert told(made(*several(4, gemeente="Gouda", start="2020-01-01"))) == []


def test_numbers_are_found_in_a_sentence():
    assert numbers("Op 1 juli 2026 zijn 1.234 (‘Lab 7’) van 3: bij 12,5% (2 van de 8).") == [1234, 3, 2, 8]


@pytest.mark.parametrize(
    "selection",
    [
        NOW,
        Selection(),
        Selection(peildatum=date(2026, 11, 23)),
        Selection(peildatum=date(2025, 3, 1)),
        Selection(peildatum=date(2026, 11, 23), regio=("GM0632",)),
        Selection(peildatum=date(2026, 11, 23), college=("Zorg en Welzijn",)),
        Selection(peildatum=date(2026, 11, 23), gemeente=("GM0513",), thema=("wonen",)),
    ],
    ids=str,
)
def test_every_sentence_on_the_sample_keeps_its_promises(selection):
    _keep(load(SAMPLE, today=date(2026, 11, 23)), selection)


@pytest.mark.parametrize("seed", range(80))
def test_every_sentence_on_any_register_keeps_its_promises(build_register, seed):
    _keep(build_register(random_sheets(seed)), random_selection(seed))


def _keep(register, selection):
    found = told(register, selection)
    kinds = [highlight.kind for highlight in found]
    assert len(found) <= 5
    assert kinds == sorted(set(kinds), key=KINDS.index)
    places = [highlight.place for highlight in found if highlight.place]
    assert len(places) == len(set(places))
    whole = len(apply(selection, register).activiteiten)
    for highlight in found:
        keeps_its_promises(highlight, register, selection)
        assert highlight.weight >= min(3, whole / 10)


@pytest.mark.parametrize("place", v.KIESBARE_PLAATSEN)
def test_every_place_can_be_looked_at_alone_context_too(place):
    register = load(SAMPLE, today=date(2026, 11, 23))
    selection = Selection(peildatum=date(2026, 11, 23), regio=(place,))
    for sentence in told(register, selection):
        keeps_its_promises(sentence, register, selection)
