"""How the network grew by quarter, and what came and went in one."""

from datetime import date

import pytest

from lrn.measures.network.growth import arrived, evidence_on, growth, moved
from lrn.measures.network.nodes import at_other_times, not_chosen
from lrn.measures.rows.evidence import amount
from lrn.selection import Selection

NOW = Selection(peildatum=date(2026, 10, 1))
SUMMER = date(2026, 9, 30)


def test_how_it_grew(drawn):
    found = growth(drawn, NOW, 3)
    assert list(found["dag"]) == [date(2026, 6, 30), date(2026, 9, 30), date(2026, 10, 1)]
    assert list(found["lijnen_tussen_activiteiten"]) == [2, 2, 3]
    assert list(found["losse_activiteiten"]) == [5, 5, 4]
    assert list(found["via_partners.losse_activiteiten"]) == [3, 3, 2]
    for row in found.to_dict("records"):
        for name in found.columns[2:]:
            assert amount(drawn, NOW, evidence_on(name, row["dag"])) == row[name], (name, row["dag"])


@pytest.mark.parametrize(
    ("day", "came", "went"),
    [
        (date(2020, 3, 31), {"verbindingslijnen": 1}, {"activiteiten": 1}),  # L1; H, whose lines stay those of A and F
        (date(2026, 9, 30), {}, {}),
        (date(2026, 10, 1), {"verbindingslijnen": 1}, {}),  # L3
    ],
)
def test_what_came_and_went_in_a_quarter_is_its_rows(drawn, day, came, went):
    found = moved(drawn, NOW, day=day)
    assert {f.evidence.unit: f.amount for f in found["erbij"]} == came
    assert {f.evidence.unit: f.amount for f in found["voorbij"]} == went
    for figure in (*found["erbij"], *found["voorbij"]):
        assert amount(drawn, NOW, figure.evidence) == figure.amount


@pytest.fixture(scope="module")
def starting(build_register):
    """Activities that start around the third quarter of 2026, and one in Gouda."""
    starts = {"J": "2026-06-30", "K": "2026-07-01", "L": "2026-09-30", "M": "2026-10-01"}
    rows = [[name, name, "Leiden", start] for name, start in starts.items()]
    return build_register({"Activiteiten": [["ID", "Naam", "Gemeente", "Start"], *rows, ["N", "N", "Gouda", ""]]})


def test_what_arrived_began_after_the_quarter_before(starting):
    assert arrived(starting, NOW, day=SUMMER) == ("activiteit:K", "activiteit:L")
    assert arrived(starting, NOW, day=date(2026, 10, 1)) == ("activiteit:M",)


def test_what_is_context_is_all_that_is_not_drawn(starting):
    assert list(at_other_times(starting, NOW, day=SUMMER)["knoop"]) == ["activiteit:M"]
    leiden = Selection(peildatum=SUMMER, gemeente=("GM0546",))
    assert list(at_other_times(starting, leiden, day=SUMMER)["knoop"]) == ["activiteit:M"]
    assert list(not_chosen(starting, leiden)["knoop"]) == ["activiteit:N"]
    assert not_chosen(starting, NOW).empty
