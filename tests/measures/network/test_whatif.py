from datetime import date
from urllib.parse import parse_qs, urlencode

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pandas.testing import assert_frame_equal

from lrn.measures.ingredients import per_ingredient
from lrn.measures.network import whatif_beside
from lrn.measures.network.figures import netwerk
from lrn.measures.network.whatif import (
    NewActivity,
    NewLine,
    NewPartner,
    TakesPart,
    Without,
    imagine,
    next_nr,
    told,
)
from lrn.measures.network.whatif_link import MOST, read, write
from lrn.measures.places import chosen_areas
from lrn.measures.rows.evidence import Evidence, amount, rows
from lrn.measures.themes import per_theme
from lrn.register.load import SAMPLE, load
from lrn.selection import Selection, apply

NOW = Selection(peildatum=date(2026, 10, 1))
FRAMES = ("activiteiten", "ingredienten", "themas", "kenmerken", "partners", "deelnames", "verbindingslijnen")
BAKERY = NewActivity(1, "Bakkerij", "GM0513", ("zorg", "arbeidsmarkttransities"), (1, 6))  # in Gouda

# The network drawn in ``conftest``, on 1 October 2026: A ══ B ── C by lines, D ·P1· E by a partner, F and G alone.


def after(drawn, *changes, selection=NOW):
    """The figures as they would be with *changes*."""
    return netwerk(apply(selection, imagine(drawn, changes)))


def test_without_the_busiest_partner_two_activities_stand_alone(drawn):
    found = after(drawn, Without("P1"))
    assert found["via_partners"] == {"componenten": 1, "losse_activiteiten": 4}  # was 2 and 2: D and E fall loose
    assert (found["componenten"], found["losse_activiteiten"]) == (1, 4)  # lines are as they were
    assert list(apply(NOW, imagine(drawn, [Without("P1")])).partners["id"]) == ["P2", "A"]


def test_a_line_joins_two_parts(drawn):
    found = after(drawn, NewLine("C", "D"))
    assert found["lijnen_tussen_activiteiten"] == 4
    assert found["lijnen_tussen_regios"] == 2  # Gouda to Leiden, as L3
    assert (found["componenten"], found["losse_activiteiten"]) == (1, 3)  # D too
    assert found["via_partners"] == {"componenten": 1, "losse_activiteiten": 2}  # A B C D E


def test_an_imagined_activity_counts_in_coverage_and_network(drawn):
    selected = apply(NOW, imagine(drawn, [BAKERY]))
    assert len(selected.activiteiten) == 8
    assert per_theme(selected).set_index("thema")["aantal"]["zorg"] == 1
    assert list(per_ingredient(selected).query("aantal > 0")["nr"]) == [1, 6]
    assert amount(imagine(drawn, [BAKERY]), NOW, Evidence.of(thema="arbeidsmarkttransities", plaats="AM20")) == 1
    assert netwerk(selected)["losse_activiteiten"] == 5


def test_an_imagined_partner_joins_what_it_takes_part_in(drawn):
    partner = NewPartner(1, "Nieuwkomer", "bedrijf", ("F", "G"))
    found = after(drawn, partner)
    assert found["via_partners"] == {"componenten": 3, "losse_activiteiten": 0}  # F and G together
    assert found["losse_activiteiten"] == 4


def test_what_is_imagined_can_be_built_on_and_taken_away(drawn):
    partner = NewPartner(1, "Nieuwkomer", "bedrijf", (BAKERY.id,))
    more = [BAKERY, partner, TakesPart("P2", (BAKERY.id, "F")), NewLine(BAKERY.id, "A")]
    assert after(drawn, *more)["via_partners"] == {"componenten": 2, "losse_activiteiten": 1}  # F A B C and it; D E; G
    there = imagine(drawn, more)
    assert list(there.deelnames["partner"]).count("P2") == 3  # F was there already
    assert list(apply(NOW, imagine(drawn, [*more, Without(partner.id)])).partners["id"]) == ["P1", "P2", "A"]


def test_the_register_itself_stays_as_it_is(drawn):
    before = {name: getattr(drawn, name).copy() for name in FRAMES}
    made = imagine(drawn, [BAKERY, NewPartner(1, "N", "wo", ("A",)), NewLine("A", "F"), Without("P1")])
    for name in FRAMES:
        assert_frame_equal(getattr(drawn, name), before[name])
        assert getattr(made, name).dtypes.equals(before[name].dtypes), name
    assert imagine(drawn, []) is drawn


def test_an_imagined_activity_counts_whatever_the_day_but_not_elsewhere(drawn):
    for day in (None, date(2001, 1, 1), date(2099, 12, 31)):
        selected = apply(Selection(peildatum=day), imagine(drawn, [BAKERY]))
        assert BAKERY.id in set(selected.activiteiten["id"])
    here = Selection(regio=("AM19",))
    made = imagine(drawn, [BAKERY])
    assert BAKERY.id not in set(apply(here, made).activiteiten["id"])
    assert not whatif_beside.counts(BAKERY, apply(here, drawn), apply(here, made))
    assert whatif_beside.counts(BAKERY, apply(NOW, drawn), apply(NOW, made))


CHANGES = st.one_of(
    st.builds(
        NewActivity,
        st.integers(0, 999),
        st.from_regex(r"\A[^\W_]+( [-:.%&+~éA-Z]+){0,3}\Z").map(lambda text: text[:60].strip()),
        st.just("GM0546"),
        st.lists(st.sampled_from(["zorg", "wonen"]), unique=True).map(tuple),
        st.lists(st.integers(1, 11), unique=True).map(tuple),
    ),
    st.builds(NewPartner, st.integers(0, 999), st.just("X: y.z"), st.just("ander netwerk"), st.just(("A", "B"))),
    st.builds(TakesPart, st.sampled_from(["P1", "P2", "A"]), st.just(("A",))),
    st.sampled_from([NewLine("A", "B"), NewLine("F", "H")]),
    st.builds(Without, st.sampled_from(["P1", "P2", "P3"])),
)


@given(CHANGES)
def test_what_is_written_is_read(drawn, change):
    assert read(parse_qs(urlencode({"wat_als": write(change)}))["wat_als"], drawn) == ((change,), [])


def test_an_id_may_hold_any_sign(build_register):
    odd = "A:1.5%3A|É"
    register = build_register(
        {
            "Activiteiten": [["ID", "Naam"], [odd, "Een"], ["A2", "Twee"]],
            "Partners": [["ID", "Naam"], [odd, "Partner"]],
        }
    )
    given = (NewLine(odd, "A2"), TakesPart(odd, (odd, "A2")), Without(odd))
    assert read(map(write, given), register) == (given, [])


@pytest.mark.parametrize(
    "text",
    [
        "onzin",
        "zonder:P99",
        "zonder",
        "zonder:P1:P2",
        "lijn:A:A",
        "lijn:A:Z",
        "meedoen:P1:",
        "meedoen:P1:A.Z",
        "activiteit:1:GM0546:::",  # without a name
        "activiteit:1:GM9999:::Naam",
        "activiteit:een:GM0546:::Naam",
        "activiteit:1:GM0546:onzin::Naam",
        "activiteit:1:GM0546::12:Naam",
        "activiteit:1:GM0546::x:Naam",
        f"activiteit:1:GM0546:::{'x' * 61}",
        "activiteit:1:GM0546:::Na%00am",
        "partner:1:onzin:A:Naam",
        "partner:1:bedrijf::Naam",
    ],
)
def test_what_is_not_understood_is_left_out(drawn, text):
    assert read(["", text, "zonder:P1"], drawn) == ((Without("P1"),), [text])


def test_what_stands_there_twice_counts_once_and_what_is_too_much_not(drawn):
    assert read(["zonder:P1", "zonder:P1"], drawn) == ((Without("P1"),), [])
    other = [write(NewActivity(1, name, "GM0546")) for name in ("Een", "Twee")]
    assert read(other, drawn)[1] == other[1:]  # they cannot both be number 1
    many = [write(NewActivity(nr, "Naam", "GM0546")) for nr in range(MOST + 1)]
    found, unknown = read(many, drawn)
    assert (len(found), unknown) == (MOST, many[MOST:])


def test_in_any_order_a_change_can_build_on_another(drawn):
    given = [NewLine(BAKERY.id, "A"), BAKERY]
    assert read(map(write, given), drawn) == (tuple(given), [])
    assert read([write(given[0])], drawn) == ((), [write(given[0])])


def test_no_id_of_a_workbook_is_that_of_something_imagined(build_register):
    register = build_register({"Activiteiten": [["ID", "Naam"], ["bedacht-1", "Heet zo"]]})
    made = imagine(register, read([write(NewActivity(1, "Een", "GM0546"))], register)[0])
    assert list(made.activiteiten["naam"]) == ["Heet zo", "Een (bedacht)"]
    assert made.activiteiten["id"].is_unique


def test_a_new_one_gets_a_number_of_its_own():
    assert next_nr([]) == 1
    assert next_nr([BAKERY, NewPartner(3, "N", "wo", ("A",))]) == 2


def test_each_change_in_words(drawn):
    partner = NewPartner(1, "Nieuwkomer", "bedrijf", (BAKERY.id, "A"))
    given = [BAKERY, partner, TakesPart("P2", ("A", "B")), NewLine("A", BAKERY.id), Without("P1")]
    assert told(drawn, given) == [
        "Nieuwe activiteit: Bakkerij in Gouda, over zorg en arbeidsmarkttransities, met Uitdagingen en Leren",
        "Nieuwe partner: Nieuwkomer (bedrijf), bij Bakkerij (bedacht) en Alfalab",
        "Buurtbond doet ook mee aan Alfalab en Bètahub",
        "Lijn tussen Alfalab en Bakkerij (bedacht)",
        "Zonder Zorggroep",
    ]


# ── Side by side ─────────────────────────────────────────────────────────────────────────────────────────────


def sides(drawn, *changes, selection=NOW):
    return apply(selection, drawn), apply(selection, imagine(drawn, changes))


def test_what_changes_most_and_what_it_means(drawn):
    before, now = sides(drawn, Without("P1"))
    network = whatif_beside.network(before, now).set_index("naam")[["vandaag", "dan", "verschil"]]
    assert tuple(network.loc["Activiteiten zonder lijn of gedeelde partner"]) == (2, 4, 2)
    assert tuple(network.loc["Partners die meedoen"]) == (3, 2, -1)
    coverage = whatif_beside.coverage(before, now)
    assert coverage[["naam", "vandaag", "dan", "verschil"]].to_numpy().tolist() == [
        ["Partners (bedrijf) in Holland Rijnland", 1, 0, -1],
        ["Partners (bedrijf) in Midden-Holland", 1, 0, -1],
    ]
    assert whatif_beside.most(whatif_beside.network(before, now), coverage) == (
        "De grootste verandering: ‘Activiteiten zonder lijn of gedeelde partner’ gaat van 2 naar 4."
    )
    assert whatif_beside.meaning(before, now) == [
        "Zonder lijn of gedeelde partner komen te staan: Deltawijk en Echolab."
    ]


def test_where_several_change_as_much_they_are_named(drawn):
    before, now = sides(drawn, NewLine("F", "G"))
    assert whatif_beside.meaning(before, now) == ["Een lijn of gedeelde partner krijgen: Foxtrot en Golfclub."]
    before, now = sides(drawn, NewLine("C", "F"))
    assert whatif_beside.most(whatif_beside.network(before, now)) == (
        "De grootste verandering: ‘Lijnen tussen regio's’ gaat van 1 naar 2. Even groot is die bij "
        "‘Activiteiten zonder lijn of gedeelde partner’ (−1), ‘Lijnen tussen activiteiten’ (+1) en nog 1."
    )


def test_one_change_is_not_called_the_greatest(drawn):
    figures = whatif_beside.network(*sides(drawn, NewLine("C", "F")))
    alone = figures[figures["sleutel"].isin(["activiteiten", "lijnen_tussen_regios"])]
    assert whatif_beside.most(alone) == "Eén cijfer verandert: ‘Lijnen tussen regio's’ gaat van 1 naar 2."


def test_what_changes_nothing_is_said_so(drawn):
    before, now = sides(drawn, Without("P3"))
    assert whatif_beside.most(whatif_beside.network(before, now), whatif_beside.coverage(before, now)) == (
        "In deze selectie veranderen deze cijfers niet."
    )
    assert whatif_beside.meaning(before, now) == []


@pytest.mark.parametrize("selection", [NOW, Selection(), Selection(regio=("AM20",)), Selection(gemeente=("GM0513",))])
def test_both_sides_of_every_figure_are_its_rows(selection):
    register = load(SAMPLE, today=date(2026, 11, 23))
    ids = list(register.activiteiten["id"])
    changes = [BAKERY, NewPartner(1, "N", "bedrijf", (BAKERY.id, ids[0])), NewLine(ids[0], ids[5]), Without("P-003")]
    made = imagine(register, changes)
    before, now = apply(selection, register), apply(selection, made)
    frames = [
        whatif_beside.network(before, now),
        whatif_beside.coverage(before, now, areas=chosen_areas(selection)),
    ]
    found = pd.concat(frames)
    assert len(found) > 10
    for row in found.to_dict("records"):
        counted = whatif_beside.evidence(row["sleutel"])
        assert amount(register, selection, counted) == row["vandaag"], row
        assert amount(made, selection, counted) == row["dan"], row
        listed, gone = whatif_beside.concerned(register, made, selection, counted)
        assert sorted(listed["id"]) == sorted(rows(made, selection, counted)["id"])
        assert set(gone) == set(rows(register, selection, counted)["id"]) - set(listed["id"])


def test_the_rows_that_a_figure_concerns(drawn):
    made = imagine(drawn, [NewLine("C", "D")])
    listed, gone = whatif_beside.concerned(drawn, made, NOW, whatif_beside.evidence("componenten"))
    assert listed.set_index("id")["anders"].to_dict() == {
        "D": "erbij",
        "A": "andere groep",
        "B": "andere groep",
        "C": "andere groep",
    }
    assert gone == []
    listed, gone = whatif_beside.concerned(drawn, made, NOW, whatif_beside.evidence("losse_activiteiten"))
    assert (list(listed["id"]), gone) == (["E", "F", "G"], ["D"])
    listed, _ = whatif_beside.concerned(drawn, made, NOW, whatif_beside.evidence("lijnen_tussen_activiteiten"))
    assert list(listed["anders"]) == ["erbij", "", "", ""]


def test_nothing_is_imagined_of_an_empty_register(empty):
    assert read(["zonder:P1"], empty) == ((), ["zonder:P1"])
    made = imagine(empty, [BAKERY])
    assert netwerk(apply(NOW, made))["losse_activiteiten"] == 1
