import pandas as pd
import pytest

from lrn import style
from lrn.charts.marks import traces


def frame(*rows):
    """Marks: id, kind (code), whether they are inside, and how their spot was found."""
    return pd.DataFrame(
        [(i, 4.5, 52.1, how, kind, f"Naam van {kind}", f"tekst {i}", inside) for i, kind, inside, how in rows],
        columns=["id", "lon", "lat", "hoe", "groep", "groep_naam", "tekst", "binnen"],
    )


MARKS = frame(
    ("A1", "livinglab", True, "eigen"),
    ("A2", "livinglab", False, "gemeente"),
    ("A3", "civ", True, "regio"),
    ("A4", "rest", True, "gemeente"),
    ("A5", "", True, "gemeente"),
)


def clickable(found):
    """ID → (trace, position) of every mark that can be clicked."""
    return {
        value.removeprefix("activiteit:"): (trace, position)
        for trace in found
        if trace.customdata is not None
        for position, value in enumerate(trace.customdata)
    }


def test_every_activity_has_one_mark_that_says_what_it_is():
    found = clickable(traces(marks=MARKS))
    assert set(found) == {"A1", "A2", "A3", "A4", "A5"}
    trace, position = found["A2"]
    assert trace.text[position] == "tekst A2"
    assert (trace.lon[position], trace.lat[position]) == (4.5, 52.1)


def test_kinds_have_a_colour_and_a_shape_and_an_entry_in_the_legend():
    found = clickable(traces(marks=MARKS))
    assert found["A1"][0].marker.color == style.MARKS[0][0]
    assert found["A3"][0].marker.color == style.MARKS[1][0]
    assert found["A4"][0].marker.color == style.OTHER_MARK[0]
    assert found["A5"][0].marker.color == style.EMPTY_MARK[0]
    entries = [trace for trace in traces(marks=MARKS) if trace.showlegend]
    assert [entry.name for entry in entries] == ["Naam van livinglab", "Naam van civ", "Naam van rest", "Naam van "]
    assert {entry.legend for entry in entries} == {"legend2"}


def test_an_activity_of_which_only_the_region_is_known_is_open():
    found = clickable(traces(marks=MARKS))
    symbols = {i: trace.marker.symbol for i, (trace, _) in found.items()}
    assert symbols["A3"] == f"{style.MARKS[1][1]}-open"
    assert not [i for i, symbol in symbols.items() if i != "A3" and symbol.endswith("-open")]


def test_within_an_area_the_others_are_faint_but_can_be_clicked():
    found = clickable(traces(marks=MARKS, focus=True))
    assert found["A2"][0].opacity < 0.5
    assert found["A1"][0].opacity == 1


def test_the_chosen_activity_has_a_ring():
    plain, ringed = traces(marks=MARKS), traces(marks=MARKS, chosen="A3")
    assert len(ringed) == len(plain) + 1
    assert ringed[-1].marker.symbol == "circle-open"
    assert ringed[-1].hoverinfo == "skip"


@pytest.mark.parametrize(("amount", "size"), [(1, 11), (200, 8), (1000, 6), (2000, 5)])
def test_many_marks_are_small(amount, size):
    rows = [(f"A{n}", "civ", True, "eigen") for n in range(amount)]
    assert traces(marks=frame(*rows))[0].marker.size == size


def test_no_marks_are_no_traces():
    assert traces(marks=frame()) == []
