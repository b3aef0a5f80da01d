from dataclasses import fields
from datetime import date

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lrn import vocabulary as v
from lrn.measures import ingredients, overview, places, themes
from lrn.measures.compare.changes import SOORTEN, changes
from lrn.measures.compare.earlier import earlier
from lrn.measures.compare.figure_changes import GROEPEN, TOTAAL, behind, figure_changes
from lrn.measures.compare.versions import State, undated_between
from lrn.register.load import SAMPLE, load
from lrn.selection import Selection, apply

THEN, NOW, TO_COME = date(2026, 1, 1), date(2026, 10, 1), date(2027, 6, 1)


def rows(records):
    """Records as the rows of a sheet: the headings, then a row each; a heading that a record lacks is empty."""
    headings = list(dict.fromkeys(name for record in records for name in record))
    return [headings, *([record.get(name, "") for name in headings] for record in records)]


@pytest.fixture(scope="session")
def state(build_register):
    """A state of a register that is written out as records, seen through a selection."""

    def build(activities, selection=Selection(), **sheets):  # noqa: B008
        held = {"Activiteiten": activities or [{"ID": "", "Naam": ""}], **sheets}
        return State(build_register({name: rows(records) for name, records in held.items() if records}), selection)

    return build


def told(frame):
    return list(zip(frame["soort"], frame["id"], frame["wat"], strict=True))


def activity(**cells):
    return {"ID": "K1", "Naam": "Zorglab", **cells}


# ── Kinds of change ──────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("old", "new", "narrow_then", "narrow_now", "wat"),
    [
        (None, {}, {}, {}, "nieuw in het register"),
        (None, {"Start": date(2026, 3, 1)}, {"peildatum": THEN}, {"peildatum": NOW}, "nieuw in het register"),
        (
            {"Start": date(2026, 3, 1)},
            {"Start": date(2026, 3, 1)},
            {"peildatum": THEN},
            {"peildatum": NOW},
            "gestart op 1 maart 2026",
        ),
        (
            {"Start": date(2027, 3, 1)},
            {"Start": date(2027, 3, 1)},
            {"peildatum": NOW},
            {"peildatum": TO_COME},
            "begint op 1 maart 2027",
        ),
        (
            {"Status": "verkenning"},
            {"Status": "actief"},
            {"peildatum": NOW},
            {"peildatum": NOW},
            "status van verkenning naar actief",
        ),
        (
            {"Status": "verkenning", "Start": date(2026, 3, 1)},
            {"Status": "actief", "Start": date(2026, 3, 1)},
            {"peildatum": THEN},
            {"peildatum": NOW},
            "gestart op 1 maart 2026",
        ),
        ({}, {"Status": "gestopt"}, {"status": ("gestopt",)}, {}, "status van niet ingevuld naar gestopt"),
        (
            {"Gemeente": "Leiden"},
            {"Gemeente": "Gouda"},
            {"regio": ("AM20",)},
            {"regio": ("AM20",)},
            "verplaatst van Leiden naar Gouda",
        ),
        (
            {"Gemeente": "Leiden"},
            {"Gemeente": "Katwijk"},
            {"gemeente": ("GM0537",)},
            {"gemeente": ("GM0537",)},
            "verplaatst van Leiden naar Katwijk",
        ),
        ({"College": "Zorg"}, {"College": "Zorg"}, {"college": ("Techniek",)}, {}, "valt nu binnen de keuze"),
        (
            {"College": "Zorg"},
            {"College": "Techniek"},
            {"college": ("Techniek",)},
            {"college": ("Techniek",)},
            "valt nu binnen de keuze (College: Zorg → Techniek)",
        ),
        (
            {"Thema's": "wonen", "Team": "A"},
            {"Thema's": "wonen; zorg", "Team": "B"},
            {"thema": ("zorg",)},
            {"thema": ("zorg",)},
            "valt nu binnen de keuze (Thema's: + zorg)",
        ),
        (
            {"Start": date(2027, 1, 1)},
            {"Start": date(2025, 9, 1)},
            {"peildatum": THEN},
            {"peildatum": NOW},
            "valt nu binnen de keuze (Start: 1 januari 2027 → 1 september 2025)",
        ),
        # Only what the selection looks at is why: another status or place goes along and is told apart.
        (
            {"College": "Zorg", "Status": "actief", "Gemeente": "Leiden"},
            {"College": "Techniek", "Status": "afgerond", "Gemeente": "Gouda"},
            {"college": ("Techniek",)},
            {"college": ("Techniek",)},
            "valt nu binnen de keuze (College: Zorg → Techniek)",
        ),
        (
            {"Status": "actief", "Gemeente": "Leiden"},
            {"Status": "afgerond", "Gemeente": "Gouda"},
            {"regio": ("AM20",)},
            {"regio": ("AM20",)},
            "verplaatst van Leiden naar Gouda",
        ),
        (
            {"Status": "actief", "Gemeente": "Leiden"},
            {"Status": "afgerond", "Gemeente": "Gouda"},
            {"status": ("afgerond",)},
            {"status": ("afgerond",)},
            "status van actief naar afgerond",
        ),
        # The register is checked on 1 October: what starts that day has started, what ends that day still runs.
        *(
            (same, same, {"peildatum": since}, {"peildatum": until}, wat)
            for same, since, until, wat in [
                ({"Start": NOW}, THEN, NOW, "gestart op 1 oktober 2026"),
                ({"Start": date(2026, 10, 2)}, THEN, TO_COME, "begint op 2 oktober 2026"),
                ({"Einde": date(2026, 9, 30)}, NOW, THEN, "liep tot en met 30 september 2026"),
                ({"Einde": NOW}, TO_COME, THEN, "loopt tot en met 1 oktober 2026"),
            ]
        ),
        # Without a date to count on, what has yet to start is counted too: it has not started.
        ({"Start": date(2027, 1, 1)}, {"Start": date(2027, 1, 1)}, {"peildatum": NOW}, {}, "valt nu binnen de keuze"),
    ],
)
def test_what_is_new_says_why(state, old, new, narrow_then, narrow_now, wat):
    before = state([] if old is None else [activity(**old)], Selection(**narrow_then))
    after = state([activity(**new)], Selection(**narrow_now))
    assert told(changes(before, after)) == [("nieuw", "K1", wat)]


@pytest.mark.parametrize(
    ("old", "new", "narrow_then", "narrow_now", "wat"),
    [
        ({}, None, {}, {}, "niet meer in het register"),
        *(
            (same, same, {"peildatum": since}, {"peildatum": until}, wat)
            for same, since, until, wat in [
                ({"Einde": date(2026, 9, 30)}, THEN, NOW, "geëindigd op 30 september 2026"),
                ({"Einde": NOW}, THEN, TO_COME, "eindigt op 1 oktober 2026"),
                ({"Start": NOW}, NOW, THEN, "begon pas op 1 oktober 2026"),
                ({"Start": date(2026, 10, 2)}, TO_COME, THEN, "begint pas op 2 oktober 2026"),
            ]
        ),
        (
            {"Einde": date(2026, 6, 30)},
            {"Einde": date(2026, 6, 30)},
            {"peildatum": THEN},
            {"peildatum": NOW},
            "geëindigd op 30 juni 2026",
        ),
        (
            {"Einde": date(2027, 3, 31)},
            {"Einde": date(2027, 3, 31)},
            {"peildatum": NOW},
            {"peildatum": TO_COME},
            "eindigt op 31 maart 2027",
        ),
        (
            {"Status": "actief"},
            {"Status": "afgerond", "Einde": date(2026, 6, 30)},
            {"peildatum": THEN},
            {"peildatum": NOW},
            "geëindigd op 30 juni 2026",
        ),
        (
            {"Status": "actief"},
            {"Status": "afgerond"},
            {"peildatum": THEN},
            {"peildatum": NOW},
            "status van actief naar afgerond",
        ),
        (
            {"Gemeente": "Leiden"},
            {"Gemeente": "Den Haag"},
            {"regio": ("AM19",)},
            {"regio": ("AM19",)},
            "verplaatst van Leiden naar 's-Gravenhage",
        ),
        (
            {"Gemeente": "Leiden"},
            {"Gemeente": ""},
            {"regio": ("AM19",)},
            {"regio": ("AM19",)},
            "verplaatst van Leiden naar zonder plaats",
        ),
        ({"Netwerkthema": "ja"}, {"Netwerkthema": "ja"}, {}, {"netwerkthema": False}, "valt nu buiten de keuze"),
        (
            {"Netwerkthema": "ja"},
            {"Netwerkthema": ""},
            {"netwerkthema": True},
            {"netwerkthema": True},
            "valt nu buiten de keuze (Netwerkthema: ja → niet ingevuld)",
        ),
        (
            {"Start": date(2025, 1, 1)},
            {"Start": date(2027, 1, 1)},
            {"peildatum": THEN},
            {"peildatum": NOW},
            "valt nu buiten de keuze (Start: 1 januari 2025 → 1 januari 2027)",
        ),
    ],
)
def test_what_is_past_says_why(state, old, new, narrow_then, narrow_now, wat):
    before = state([activity(**old)], Selection(**narrow_then))
    after = state([] if new is None else [activity(**new)], Selection(**narrow_now))
    assert told(changes(before, after)) == [("voorbij", "K1", wat)]


@pytest.mark.parametrize(
    ("old", "new", "wat"),
    [
        ({"Gemeente": "Leiden"}, {"Gemeente": "gem. Gouda"}, "van Leiden naar Gouda"),
        ({"Gemeente": "Leiden"}, {"Gemeente": "Leiderdorp"}, "van Leiden naar Leiderdorp"),
        ({"Gemeente": "Leiden"}, {"Gemeente": "Utrecht"}, "van Leiden naar Utrecht"),
        ({"Gemeente": ""}, {"Gemeente": "Woerden"}, "van zonder plaats naar Woerden"),
        ({"Gemeente": "Leiden"}, {"Gemeente": "Atlantis"}, "van Leiden naar een onbekende gemeente"),
        (
            {"Gemeente": "Gouda"},
            {"Arbeidsmarktregio": "Holland Rijnland"},
            "van Gouda naar Holland Rijnland",
        ),
        ({"Arbeidsmarktregio": "Twente"}, {"Gemeente": "Gouda"}, "van Twente naar Gouda"),
        ({"Arbeidsmarktregio": "Elders"}, {"Gemeente": "Gouda"}, "van elders naar Gouda"),
        # The municipality stayed, and it is another region that counts it: only the region is named.
        (
            {"Gemeente": "Leiden"},
            {"Gemeente": "Leiden", "Arbeidsmarktregio": "Midden-Holland"},
            "van Holland Rijnland naar Midden-Holland",
        ),
    ],
)
def test_a_move_is_told_in_names(state, old, new, wat):
    assert told(changes(state([activity(**old)]), state([activity(**new)]))) == [("verplaatst", "K1", wat)]


@pytest.mark.parametrize(
    ("old", "new", "wat"),
    [
        ({"Naam": "Zorglab"}, {"Naam": "Zorglab Leiden"}, "Naam: Zorglab → Zorglab Leiden"),
        ({"Status": "verkenning"}, {"Status": "actief"}, "Status: verkenning → actief"),
        ({"Status": "toverij"}, {"Status": ""}, "Status: onbekend → niet ingevuld"),
        ({"Verschijningsvorm": "PPS"}, {"Verschijningsvorm": "CIV"}, "Verschijningsvorm: publiek-private samenwerking → CIV"),
        ({"College": ""}, {"College": "Techniek"}, "College: niet ingevuld → Techniek"),
        ({"Start": date(2026, 1, 15)}, {"Start": ""}, "Start: 15 januari 2026 → niet ingevuld"),
        ({"Netwerkthema": "ja"}, {"Netwerkthema": "nee"}, "Netwerkthema: ja → nee"),
        ({"Thema's": "wonen; klimaat"}, {"Thema's": "zorg; klimaat"}, "Thema's: + zorg, − wonen"),
        ({"Thema's": ""}, {"Thema's": "welzijn; onderwijs; goud"}, "Thema's: + onderwijs, + welzijn, + onbekend"),
        ({"Ingrediënten": "1;11;9"}, {"Ingrediënten": "1"}, "Ingrediënten: − 9. Samen aan de slag, − 11. Partners"),
        ({"Betrokkenen": "docenten"}, {"Betrokkenen": "docenten; CvB"}, "Betrokkenen: + CvB"),
        ({"Omschrijving": "kort"}, {"Omschrijving": "anders"}, "Omschrijving gewijzigd"),
        ({"Opbrengst": ""}, {"Opbrengst": "een les"}, "Opbrengst ingevuld"),
        ({"Opbrengst": "een les"}, {"Opbrengst": ""}, "Opbrengst leeggemaakt"),
        ({"Locatie": "Lammenschans"}, {"Locatie": "Breestraat"}, "Locatie: Lammenschans → Breestraat"),
        ({"Locatie": "Breestraat"}, {"Locatie": "a" * 60}, f"Locatie: Breestraat → {'a' * 60}"),
        ({"Locatie": "Breestraat"}, {"Locatie": "a" * 61}, "Locatie gewijzigd"),
        (
            {"Breedtegraad": "52,1601", "Lengtegraad": "4,49"},
            {"Breedtegraad": "52,1602", "Lengtegraad": "4,49"},
            "Breedtegraad gewijzigd",
        ),
        # Another region that is elsewhere too: no move, yet not passed over in silence.
        (
            {"Arbeidsmarktregio": "Twente"},
            {"Arbeidsmarktregio": "Zeeland"},
            "Arbeidsmarktregio: Twente → Zeeland",
        ),
        (
            {"Opbrengst": "", "Thema's": "wonen", "Status": "verkenning", "Bijgewerkt": date(2026, 1, 1)},
            {"Opbrengst": "les", "Thema's": "zorg", "Status": "actief", "Bijgewerkt": date(2026, 9, 1)},
            "Status: verkenning → actief; Thema's: + zorg, − wonen; Opbrengst ingevuld",
        ),
        ({"Bijgewerkt": date(2026, 1, 1)}, {"Bijgewerkt": date(2026, 9, 3)}, "alleen bijgewerkt op 3 september 2026"),
        ({"Bijgewerkt": date(2026, 1, 1)}, {"Bijgewerkt": ""}, "alleen Bijgewerkt leeggemaakt"),
    ],
)  # fmt: skip
def test_what_was_altered_is_told_column_by_column(state, old, new, wat):
    found = changes(state([activity(**old)]), state([activity(**new)]))
    assert told(found) == [("gewijzigd", "K1", wat)]


def test_a_change_is_told_with_the_name_place_and_college_of_now_or_of_what_is_gone(state):
    gone = {"ID": "K2", "Naam": "Energiehub", "Gemeente": "Zoetermeer", "College": "Techniek"}
    before = state([activity(Gemeente="Leiden", College="Zorg"), gone])
    after = state([{"ID": "K1", "Naam": "Zorglab Gouda", "Gemeente": "Gouda"}])
    frame = changes(before, after)
    assert frame[["soort", "id", "naam", "plaats", "college"]].to_numpy().tolist() == [
        ["voorbij", "K2", "Energiehub", "AM34", "Techniek"],
        ["verplaatst", "K1", "Zorglab Gouda", "AM20", None],
        ["gewijzigd", "K1", "Zorglab Gouda", "AM20", None],
    ]


def test_a_row_that_reads_the_same_is_not_altered(state):
    before = state([activity(Gemeente="Leiden", Status="Actief", **{"Thema's": "zorg; wonen"})])
    after = state([activity(Gemeente="gem. LEIDEN", Status="lopend", **{"Thema's": "Wonen\nzorg"})])
    assert changes(before, after).empty


def test_of_an_activity_that_moved_the_update_and_the_region_are_not_told_again(state):
    before = state([activity(Gemeente="Gouda", Bijgewerkt=date(2026, 1, 1))])
    after = state([activity(Gemeente="", Arbeidsmarktregio="Holland Rijnland", Bijgewerkt=date(2026, 9, 1))])
    assert told(changes(before, after)) == [("verplaatst", "K1", "van Gouda naar Holland Rijnland")]


def test_contact_details_are_neither_compared_nor_told(state):
    before = state([activity(Contactpersoon="Noor Vos", **{"E-mail": "noor@voorbeeld.nl"}, College="Zorg")])
    same = state([activity(Contactpersoon="Sam Kok", **{"E-mail": "sam@voorbeeld.nl"}, College="Zorg")])
    other = state([activity(Contactpersoon="Sam Kok", **{"E-mail": "sam@voorbeeld.nl"}, College="Techniek")])
    assert changes(before, same).empty
    shown = changes(before, other).to_csv()
    assert "Techniek" in shown
    assert not [text for text in ("Noor", "Sam", "@") if text in shown]


# ── Partners and lines ───────────────────────────────────────────────────────────────────────────────────────

TWO = [{"ID": "K1", "Naam": "Zorglab"}, {"ID": "K2", "Naam": "Energiehub"}]
PARTNERS = [{"ID": "P1", "Naam": "Stad Leiden"}, {"ID": "P2", "Naam": "Zorgkoepel"}]


def takes_part(activiteit, partner, rol=""):
    return {"Activiteit": activiteit, "Partner": partner, "Rol": rol}


def line(identity, van, naar, **cells):
    return {"ID": identity, "Van": van, "Naar": naar, **cells}


def test_partners_gained_and_lost_are_told_by_name(state):
    before = state(TWO, Partners=PARTNERS, Deelnames=[takes_part("K1", "P1", "initiatiefnemer")])
    after = state(TWO, Partners=PARTNERS, Deelnames=[takes_part("K1", "P2", "deelnemer"), takes_part("K2", "P1")])
    assert told(changes(before, after)) == [
        ("verbonden", "K2", "nieuw: Stad Leiden"),
        ("verbonden", "K1", "nieuw: Zorgkoepel (deelnemer)"),
        ("losgeraakt", "K1", "niet meer: Stad Leiden (initiatiefnemer)"),
    ]


def test_lines_gained_and_lost_are_told_at_every_activity_they_touch(state):
    before = state(TWO, Verbindingslijnen=[line("L1", "K1", "K2", Vorm="3O-overleg")])
    after = state(
        TWO, Verbindingslijnen=[line("L2", "Regio Midden-Holland", "K1"), line("L3", "K1", "Gouda", Vorm="?")]
    )
    assert told(changes(before, after)) == [
        ("verbonden", "K1", "nieuw: verbindingslijn met Midden-Holland; verbindingslijn met Gouda"),
        ("losgeraakt", "K2", "niet meer: verbindingslijn met Zorglab (3O-overleg)"),
        ("losgeraakt", "K1", "niet meer: verbindingslijn met Energiehub (3O-overleg)"),
    ]


def test_a_line_that_now_leads_elsewhere_is_gained_and_lost(state):
    before = state(TWO, Verbindingslijnen=[line("L1", "K1", "Gouda")])
    after = state(TWO, Verbindingslijnen=[line("L1", "K1", "Leiden")])
    assert told(changes(before, after)) == [
        ("verbonden", "K1", "nieuw: verbindingslijn met Leiden"),
        ("losgeraakt", "K1", "niet meer: verbindingslijn met Gouda"),
    ]


def test_lines_that_only_got_other_ids_or_turned_around_are_the_same(state):
    before = state(TWO, Verbindingslijnen=[line("L1", "K1", "K2"), line("L2", "K1", "K2"), line("L3", "K1", "K1")])
    after = state(TWO, Verbindingslijnen=[line("L8", "K2", "K1"), line("L9", "K1", "K2"), line("L3", "K1", "K1")])
    assert changes(before, after).empty


def test_a_second_line_between_the_same_ends_is_gained(state):
    before = state(TWO, Verbindingslijnen=[line("L1", "K1", "Gouda", Vorm="kennisdeling")])
    after = state(
        TWO,
        Verbindingslijnen=[
            line("L1", "K1", "Gouda", Vorm="kennisdeling"),
            line("L2", "Gouda", "K1", Vorm="regio-overleg"),
        ],
    )
    assert told(changes(before, after)) == [
        ("verbonden", "K1", "nieuw: verbindingslijn met Gouda (regio-overleg tussen locaties)")
    ]
    assert told(changes(after, before))[0][2].startswith("niet meer: verbindingslijn met Gouda (regio-overleg")


def test_a_line_is_gained_on_the_day_it_began(state):
    lines = [line("L1", "K1", "Gouda", Sinds=date(2026, 5, 1))]
    before = state(TWO, Selection(peildatum=date(2026, 4, 30)), Verbindingslijnen=lines)
    after = State(before.register, Selection(peildatum=date(2026, 5, 1)))
    assert told(changes(before, after)) == [("verbonden", "K1", "nieuw: verbindingslijn met Gouda")]


def test_what_was_not_understood_is_no_connection(state):
    after = state(
        TWO,
        Partners=PARTNERS,
        Deelnames=[takes_part("K1", "P9"), takes_part("K1", "P1"), takes_part("K1", "P1")],
        Verbindingslijnen=[line("L1", "K2", "Atlantis")],
    )
    assert told(changes(state(TWO), after)) == [("verbonden", "K1", "nieuw: Stad Leiden")]


def test_connections_of_what_is_new_or_past_are_not_told_apart(state):
    after = state(TWO, Partners=PARTNERS, Deelnames=[takes_part("K2", "P1")])
    assert told(changes(state(TWO[:1]), after)) == [("nieuw", "K2", "nieuw in het register")]


# ── The frame ────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_change_says_where_it_stands_in_both_workbooks(state):
    before = state(
        [
            {"ID": "K1", "Naam": "Oud", "College": "Zorg", "Gemeente": "Leiden"},
            {"ID": "K2", "Naam": "Weg", "College": "Zorg", "Gemeente": "Gouda"},
            {"ID": "K4", "Naam": "Later", "Status": "verkenning"},
        ],
        Selection(peildatum=NOW),
    )
    after = state(
        [
            {"ID": "K3", "Naam": "erbij", "Gemeente": "Woerden"},
            {"ID": "K1", "Naam": "Nieuw", "College": "", "Gemeente": "Leiden"},
            {"ID": "K4", "Naam": "Later", "Status": "actief"},
        ],
        Selection(peildatum=NOW),
    )
    frame = changes(before, after)
    assert list(frame.columns) == ["soort", "id", "naam", "plaats", "college", "wat", "rij_voor", "rij_na"]
    assert frame.drop(columns="wat").astype(object).where(frame.notna(), None).to_numpy().tolist() == [
        ["nieuw", "K3", "erbij", "GM0632", None, None, 2],
        ["nieuw", "K4", "Later", "zonder", None, 4, 4],
        ["voorbij", "K2", "Weg", "AM20", "Zorg", 3, None],
        ["gewijzigd", "K1", "Nieuw", "AM19", None, 2, 3],
    ]
    assert frame.dtypes["rij_voor"] == frame.dtypes["rij_na"] == "Int64"


def test_the_kinds_have_a_fixed_order():
    assert list(SOORTEN) == ["nieuw", "voorbij", "verplaatst", "gewijzigd", "verbonden", "losgeraakt"]


def test_a_year_of_the_ten_rows(register):
    before, after = State(register, Selection(peildatum=date(2025, 10, 1))), State(register, Selection(peildatum=NOW))
    assert told(changes(before, after)) == [
        ("nieuw", "K02", "gestart op 15 januari 2026"),
        ("nieuw", "K06", "gestart op 1 april 2026"),
        ("voorbij", "K08", "geëindigd op 30 juni 2026"),
    ]


def test_going_back_in_time_says_when_it_was(register):
    before, after = State(register, Selection(peildatum=NOW)), State(register, Selection(peildatum=date(2025, 10, 1)))
    assert told(changes(before, after)) == [
        ("nieuw", "K08", "liep tot en met 30 juni 2026"),
        ("voorbij", "K02", "begon pas op 15 januari 2026"),
        ("voorbij", "K06", "begon pas op 1 april 2026"),
    ]


@pytest.mark.parametrize("day", [date(2025, 10, 1), date(2026, 6, 30), NOW])
def test_what_came_and_went_is_what_the_overview_says(register, day):
    selection = Selection(peildatum=day)
    beside = earlier(selection)
    found = overview.change(register, apply(selection, register), selection, beside)
    before, after = State(register, selection.on(beside.day)), State(register, selection)
    kinds = [kind for kind, *_ in told(changes(before, after))]
    assert (kinds.count("nieuw"), kinds.count("voorbij")) == (found.erbij.activiteiten, found.voorbij.activiteiten)
    whole = figure_changes(before, after).set_index(["groep", "code"]).loc[TOTAAL]
    for name in overview.Totals.__dataclass_fields__:
        assert tuple(whole.loc[name, ["voor", "erbij", "eraf"]]) == tuple(
            getattr(part, name) for part in (found.totals, found.erbij, found.voorbij)
        )


def test_one_that_was_stopped_before_its_end_is_gone(state):
    row = {"ID": "K1", "Naam": "Lab", "Status": "gestopt", "Start": "2024-01-01", "Einde": "2027-01-01"}
    before, after = state([row], Selection(peildatum=date(2025, 10, 1))), state([row], Selection(peildatum=NOW))
    assert told(changes(before, after)) == [("voorbij", "K1", "inmiddels gestopt")]


def test_what_cannot_be_placed_in_time_is_counted_where_a_day_gone_by_is_seen(state):
    row = {"ID": "K1", "Naam": "Lab", "Status": "gestopt", "Start": "2024-01-01"}
    then, now = (state([row], Selection(peildatum=day)) for day in (date(2025, 10, 1), NOW))
    whenever = state([row], Selection())
    assert changes(then, now).empty
    assert undated_between(then, now) == undated_between(then, then) == 1
    assert undated_between(now, now) == undated_between(whenever, now) == 0


# ── Effects ──────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_effect_of_a_year_on_the_ten_rows(register):
    before, after = State(register, Selection(peildatum=date(2025, 10, 1))), State(register, Selection(peildatum=NOW))
    frame = figure_changes(before, after)
    assert list(frame.columns) == ["groep", "code", "naam", "voor", "na", "verschil", "erbij", "eraf"]
    found = {(g, c): tuple(counts) for g, c, _, *counts in frame.itertuples(index=False)}
    assert found["Totaal", "activiteiten"] == (6, 7, 1, 2, 1)
    assert found["Totaal", "netwerkthema"] == (3, 4, 1, 2, 1)
    assert found["Totaal", "partners"] == (3, 2, -1, 0, 1)
    assert found["Totaal", "verbindingslijnen"] == (3, 4, 1, 1, 0)
    assert found["Per regio", "AM34"] == (0, 1, 1, 1, 0)
    assert found["Per regio", "AM20"] == (1, 1, 0, 1, 1)  # K06 came, K08 went
    assert found["Per ingrediënt", "3"] == (1, 2, 1, 1, 0)
    assert found["Per thema", "zorg"] == (1, 2, 1, 1, 0)
    assert found["Per college", "Techniek"] == (2, 2, 0, 1, 1)
    assert found["Per college", "zonder"] == (2, 2, 0, 0, 0)
    assert found["Per verschijningsvorm", "pps"] == (0, 1, 1, 1, 0)
    assert found["Per verschijningsvorm", "onbekend"] == (0, 1, 1, 1, 0)  # K06 is a Toverlab
    assert found["Per verschijningsvorm", "zonder"] == (1, 1, 0, 0, 0)


def test_what_changes_hands_is_no_difference_but_is_seen(state):
    before = state([{"ID": "K1", "Naam": "a", "College": "Zorg"}, {"ID": "K2", "Naam": "b", "College": "Techniek"}])
    after = state([{"ID": "K1", "Naam": "a", "College": "Techniek"}, {"ID": "K2", "Naam": "b", "College": "Zorg"}])
    frame = figure_changes(before, after).set_index(["groep", "code"])
    assert frame.loc[("Per college", "Zorg")].tolist() == ["Zorg", 1, 1, 0, 1, 1]
    assert frame.loc[("Totaal", "activiteiten")].tolist() == ["Activiteiten", 1 + 1, 2, 0, 0, 0]


def test_every_measure_is_there_in_its_order_zeros_included(state):
    frame = figure_changes(state([]), state([activity(College="b"), {"ID": "K2", "Naam": "x", "College": "A"}]))
    assert list(dict.fromkeys(frame["groep"])) == list(GROEPEN)
    codes = {groep: list(part["code"]) for groep, part in frame.groupby("groep")}
    assert codes["Totaal"] == ["activiteiten", "netwerkthema", "partners", "verbindingslijnen"]
    assert codes["Per regio"] == list(v.PLAATSEN)
    assert codes["Per ingrediënt"] == ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11"]
    assert codes["Per thema"] == list(v.THEMAS.codes)
    assert codes["Per college"] == ["A", "b"]
    assert codes["Per verschijningsvorm"] == [*v.VORMEN.codes, "zonder"]


def test_labels_are_dutch(state):
    names = figure_changes(state([activity()]), state([activity(**{"Thema's": "goud"})])).set_index(["groep", "code"])[
        "naam"
    ]
    assert names["Per regio", "GM0632"] == "Woerden (Midden-Utrecht)"
    assert names["Per ingrediënt", "3"] == "3. Niveaus"
    assert (names["Per thema", "zorg"], names["Per thema", "onbekend"]) == ("Zorg", "Onbekend")
    assert names["Per verschijningsvorm", "pps"] == "Publiek-private samenwerking"
    assert names["Per college", "zonder"] == "Zonder college"
    assert names["Per verschijningsvorm", "zonder"] == "Niet ingevuld"


@pytest.fixture(scope="module")
def sample():
    return load(SAMPLE, today=NOW)


SELECTIONS = [
    Selection(),
    Selection(peildatum=date(2024, 6, 1)),
    Selection(peildatum=NOW),
    Selection(peildatum=NOW, regio=("AM19", "GM0632")),
    Selection(college=("Techniek",), thema=("klimaat",)),
    Selection(peildatum=NOW, ingredient=(3, 5), netwerkthema=True),
    Selection(gemeente=("GM0546",), status=("afgerond",)),
]


@pytest.mark.parametrize("which", ["register", "sample"])
@pytest.mark.parametrize("then", SELECTIONS[:4], ids=str)
@pytest.mark.parametrize("now", SELECTIONS, ids=str)
def test_the_figures_are_those_of_the_measures(request, which, then, now):
    whole = request.getfixturevalue(which)
    before, after = State(whole, then), State(whole, now)
    frame = figure_changes(before, after)
    for side, selected in (("voor", before.selected), ("na", after.selected)):
        found = {groep: dict(zip(part["code"], part[side], strict=True)) for groep, part in frame.groupby("groep")}
        totals = overview.totals(selected)
        assert found["Totaal"] == {name: getattr(totals, name) for name in found["Totaal"]}
        place = places.per_place(selected)
        assert found["Per regio"] == dict(zip(place["code"], place["aantal"], strict=True))
        ingredient = ingredients.per_ingredient(selected)
        assert found["Per ingrediënt"] == dict(zip(ingredient["nr"].astype(str), ingredient["aantal"], strict=True))
        theme = themes.per_theme(selected)
        expected = dict(zip(theme["thema"], theme["aantal"], strict=True))
        assert found["Per thema"] == {code: expected.get(code, 0) for code in found["Per thema"]}
        assert sum(found["Per college"].values()) == sum(found["Per verschijningsvorm"].values()) == totals.activiteiten


@pytest.mark.parametrize(("then", "now"), [(SELECTIONS[1], SELECTIONS[2]), (SELECTIONS[3], SELECTIONS[4])], ids=str)
def test_every_effect_is_followed_to_its_rows(sample, then, now):
    before, after = State(sample, then), State(sample, now)
    for effect in figure_changes(before, after).itertuples():
        found = behind(before, after, effect.groep, effect.code)
        assert (found["beweging"] == "erbij").sum() == effect.erbij, effect
        assert (found["beweging"] == "eraf").sum() == effect.eraf, effect
        assert found["rij_voor"].notna().all(), effect


def test_behind_an_effect_are_names_and_rows(state):
    before = state(
        [{"ID": "K1", "Naam": "b"}, {"ID": "K2", "Naam": "Weg", "Gemeente": "Gouda"}],
        Partners=PARTNERS,
        Deelnames=[takes_part("K1", "P1")],
        Verbindingslijnen=[line("L1", "Regio Midden-Holland", "K2", Sinds="")],
    )
    after = state(
        [{"ID": "K3", "Naam": "C", "Gemeente": "Gouda"}, {"ID": "K1", "Naam": "b", "Gemeente": "Gouda"}],
        Partners=[PARTNERS[1]],
        Deelnames=[takes_part("K1", "P2")],
        Verbindingslijnen=[line("L7", "K1", "Leiden", Sinds="")],
    )

    def followed(groep, code):
        frame = behind(before, after, groep, code)
        assert list(frame.columns) == ["id", "naam", "beweging", "rij_voor", "rij_na"]
        return frame.astype(object).where(frame.notna(), None).to_numpy().tolist()

    assert followed("Per regio", "AM20") == [
        ["K1", "b", "erbij", 2, 3],
        ["K3", "C", "erbij", None, 2],
        ["K2", "Weg", "eraf", 3, None],
    ]
    assert followed("Totaal", "partners") == [
        ["P2", "Zorgkoepel", "erbij", 3, 2],
        ["P1", "Stad Leiden", "eraf", 2, None],
    ]
    assert followed("Totaal", "verbindingslijnen") == [
        ["L7", "b – Leiden", "erbij", None, 2],
        ["L1", "Midden-Holland – Weg", "eraf", 2, None],
    ]
    assert followed("Per thema", "recreatie") == followed("Per college", "Bestaat niet") == []
    with pytest.raises(KeyError):
        behind(before, after, "Per persoon", "x")


# ── What always holds ────────────────────────────────────────────────────────────────────────────────────────

WHEN = st.sampled_from(["", date(2025, 6, 1), date(2026, 3, 1), date(2027, 1, 1)])
RECORD = st.fixed_dictionaries(
    {
        "Naam": st.sampled_from(["Zorglab", "atelier", "Énergie"]),
        "Gemeente": st.sampled_from(["", "Leiden", "Gouda", "Woerden", "Utrecht", "Atlantis"]),
        "College": st.sampled_from(["", "Zorg", "Techniek"]),
        "Status": st.sampled_from(["", "actief", "verkenning", "afgerond"]),
        "Start": WHEN,
        "Einde": WHEN,
        "Thema's": st.sampled_from(["", "zorg", "zorg; wonen", "goud"]),
        "Ingrediënten": st.sampled_from(["", "1", "1;2", "11"]),
        "Netwerkthema": st.sampled_from(["", "ja", "nee"]),
        "Bijgewerkt": WHEN,
        "Contactpersoon": st.sampled_from(["Noor Vos", "Sam Kok"]),
    }
)
IDS = ["K1", "K2", "K3", "K4"]
SELECTED = st.builds(
    Selection,
    peildatum=st.sampled_from([None, date(2025, 12, 1), NOW]),
    regio=st.sampled_from([(), ("AM19",), ("AM20", "GM0632")]),
    college=st.sampled_from([(), ("Zorg",)]),
    thema=st.sampled_from([(), ("zorg",)]),
)


@st.composite
def states(draw):
    """Everything a state is built from: activities, deelnames, lines, selection."""
    records = draw(st.dictionaries(st.sampled_from(IDS), RECORD, min_size=1))
    pairs = draw(st.lists(st.tuples(st.sampled_from(IDS), st.sampled_from(["P1", "P2", "P9"])), max_size=4))
    ends = draw(
        st.dictionaries(
            st.sampled_from(["L1", "L2", "L3"]),
            st.tuples(st.sampled_from(IDS), st.sampled_from([*IDS, "Gouda", "?"]), WHEN),
        )
    )
    return {
        "activities": [{"ID": identity, **record} for identity, record in records.items()],
        "selection": draw(SELECTED),
        "Partners": PARTNERS,
        "Deelnames": [takes_part(*pair) for pair in pairs],
        "Verbindingslijnen": [line(i, van, naar, Sinds=sinds) for i, (van, naar, sinds) in ends.items()],
    }


@settings(max_examples=25, deadline=None)
@given(states(), states())
def test_a_comparison_and_its_mirror_image_agree(state, one, other):
    before, after = state(**one), state(**other)
    there, back = changes(before, after), changes(after, before)
    mirror = {"nieuw": "voorbij", "voorbij": "nieuw", "verbonden": "losgeraakt", "losgeraakt": "verbonden"}
    assert {(soort, i) for soort, i, _ in told(there)} == {(mirror.get(s, s), i) for s, i, _ in told(back)}
    assert not there.duplicated(["soort", "id"]).any()
    assert not [name for name in ("Noor", "Sam Kok") if name in there.to_csv()]

    effect, reverse = (
        figure_changes(*pair).set_index(["groep", "code"]) for pair in ((before, after), (after, before))
    )
    assert (effect["verschil"] == effect["na"] - effect["voor"]).all()
    assert (effect["verschil"] == effect["erbij"] - effect["eraf"]).all()
    assert effect["erbij"].to_dict() == reverse["eraf"].to_dict()
    assert effect["eraf"].to_dict() == reverse["erbij"].to_dict()
    counted, total = there["soort"].value_counts(), effect.loc[("Totaal", "activiteiten")]
    assert (total["erbij"], total["eraf"]) == (counted.get("nieuw", 0), counted.get("voorbij", 0))


@settings(max_examples=12, deadline=None)
@given(states())
def test_beside_itself_nothing_changed(state, one):
    before, after = state(**one), state(**one)
    assert changes(before, after).empty
    assert not figure_changes(before, after)[["verschil", "erbij", "eraf"]].to_numpy().any()


def test_nothing_that_is_compared_is_altered(build_register, register):
    def frames(whole):
        return [getattr(whole, f.name) for f in fields(whole) if isinstance(getattr(whole, f.name), pd.DataFrame)]

    copies = [frame.copy(deep=True) for frame in frames(register)]
    other = build_register({"Activiteiten": [["ID", "Naam", "Gemeente"], ["K01", "Ander lab", "Gouda"]]})
    before, after = State(register, Selection(peildatum=NOW)), State(other, Selection())
    assert len(changes(before, after)) > 7
    behind(before, after, "Totaal", "activiteiten")
    figure_changes(before, after)
    for frame, copy in zip(frames(register), copies, strict=True):
        pd.testing.assert_frame_equal(frame, copy)


def test_a_register_without_rows_can_be_compared(state):
    assert changes(state([]), state([])).empty
    assert not figure_changes(state([]), state([]))[["voor", "na"]].to_numpy().any()
