import pandas as pd
import pytest

from lrn import style
from lrn.charts.marks import traces


def frame(*rows):
    """Marks: id, kind (code), whether they are inside, and how their spot was found."""
    found = pd.DataFrame(
        [(i, 4.5, 52.1, how, kind, f"Naam van {kind}", f"tekst {i}", inside) for i, kind, inside, how in rows],
        columns=["id", "lon", "lat", "hoe", "groep", "groep_naam", "tekst", "binnen"],
    )
    order = {"livinglab": 0, "civ": 1, "rest": 7, "": 8}
    return found.assign(
        groep_nr=found["groep"].map(order),
        gebied="GM0546",
        px=9,
        ids=[(i,) for i in found["id"]],
        aantal=1,
        opzij=False,
    )


def group(area, ids, *, inside=True):
    """A mark that stands for all activities in an area."""
    row = {"gebied": area, "ids": tuple(ids), "aantal": len(ids), "binnen": inside, "px": 6, "lon": 4.5, "lat": 52.2}
    return pd.DataFrame([row])


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


def rings(found):
    return [trace for trace in found if trace.marker.symbol == "circle-open"]


def test_every_activity_has_one_mark_that_says_what_it_is():
    found = clickable(traces(marks=MARKS))
    assert set(found) == {"A1", "A2", "A3", "A4", "A5"}
    trace, position = found["A2"]
    assert trace.text[position] == "<b>tekst A2</b>"
    assert (trace.lon[position], trace.lat[position]) == (4.5, 52.1)


def test_kinds_have_a_colour_and_a_shape_and_an_entry_in_the_legend():
    found = clickable(traces(marks=MARKS))
    looks = {"A1": style.MARKS[0], "A2": style.MARKS[0], "A4": style.OTHER_MARK, "A5": style.EMPTY_MARK}
    for identity, look in looks.items():
        trace, position = found[identity]
        assert (trace.marker.color[position], trace.marker.symbol[position]) == look
    entries = [trace for trace in traces(marks=MARKS) if trace.showlegend]
    names = [
        "Naam van livinglab",
        "Naam van civ",
        "Naam van rest",
        "Naam van ",
        "open: alleen regio bekend",
    ]
    assert [entry.name for entry in entries] == names
    assert {entry.legend for entry in entries} == {"legend2"}


def test_an_activity_of_which_only_the_region_is_known_is_open():
    found = clickable(traces(marks=MARKS))
    symbols = {i: trace.marker.symbol[position] for i, (trace, position) in found.items()}
    assert symbols["A3"] == f"{style.MARKS[1][1]}-open"
    trace, position = found["A3"]
    assert (trace.marker.line.color[position], trace.marker.line.width[position]) == (style.MARKS[1][0], 2)
    assert not [i for i, symbol in symbols.items() if i != "A3" and symbol.endswith("-open")]


def test_within_an_area_the_others_are_faint_but_can_be_clicked():
    found = clickable(traces(marks=MARKS, focus=True))
    assert found["A2"][0].opacity < 0.5
    assert found["A1"][0].opacity == 1


def test_the_chosen_activity_has_a_ring():
    plain, ringed = traces(marks=MARKS), traces(marks=MARKS, chosen="A3")
    assert len(ringed) == len(plain) + 2
    below, above = rings(ringed)  # it shows on a pale area and on a dark page
    assert (below.marker.color, above.marker.color) == ("#FFFFFF", style.OUTLINE)
    assert below.marker.line.width > above.marker.line.width
    assert below.hoverinfo == above.hoverinfo == "skip"


def test_a_kind_looks_the_same_whatever_else_is_on_the_map():
    found = clickable(traces(marks=MARKS[MARKS["groep"] == "civ"]))
    trace, position = found["A3"]
    assert trace.marker.color[position] == style.MARKS[1][0]


def test_all_marks_are_one_layer_and_the_faint_ones_another():
    assert len({id(trace) for trace, _ in clickable(traces(marks=MARKS)).values()}) == 1
    assert len({id(trace) for trace, _ in clickable(traces(marks=MARKS, focus=True)).values()}) == 2


def test_open_marks_are_told_only_when_there_are_any():
    told = [trace.name for trace in traces(marks=MARKS[MARKS["hoe"] != "regio"]) if trace.showlegend]
    assert told == ["Naam van livinglab", "Naam van rest", "Naam van "]


def test_a_mark_is_as_large_as_it_was_given_room_for():
    assert {trace.marker.size for trace, _ in clickable(traces(marks=MARKS)).values()} == {9}


def test_a_mark_that_was_set_aside_says_so():
    found = clickable(traces(marks=MARKS.assign(opzij=MARKS["id"] == "A1")))
    trace, position = found["A1"]
    assert trace.text[position] == "<b>tekst A1</b><br>Hier iets opzij gezet, om geen ander punt te bedekken"
    trace, position = found["A4"]
    assert trace.text[position] == "<b>tekst A4</b>"


def test_where_activities_are_counted_their_number_can_be_clicked():
    marks = pd.concat([MARKS, group("GM0579", ["B1", "B2", "B3"]), group("AM20", ["C1", "C2"])], ignore_index=True)
    found = {value: (trace, n) for trace in traces(marks=marks) for n, value in enumerate(trace.customdata or ())}
    trace, position = found["gebied:GM0579"]
    assert trace.text[position] == "3"
    assert trace.hovertext[position] == ("<b>Oegstgeest</b><br>3 activiteiten: te dicht bijeen om elk apart te tekenen")
    trace, position = found["gebied:AM20"]
    assert trace.hovertext[position].startswith("<b>Midden-Holland</b>")
    assert "getal: zoveel bijeen" in [entry.name for entry in traces(marks=marks) if entry.showlegend]


def test_a_number_outside_the_area_is_faint_and_has_the_ring_of_what_it_counts():
    marks = pd.concat([MARKS, group("GM0579", ["B1", "B2"], inside=False)], ignore_index=True)
    found = traces(marks=marks, focus=True, chosen="B2")
    (number,) = [trace for trace in found if trace.mode == "markers+text"]
    assert number.opacity < 0.5
    assert {ring.lat for ring in rings(found)} == {(52.2,)}


@pytest.mark.parametrize("chosen", [None, "A1"])
def test_no_marks_are_no_traces(chosen):
    assert traces(marks=frame(), chosen=chosen) == []
