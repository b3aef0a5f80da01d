"""A chart for the back of the room: larger, and never higher than the screen has room for."""

import plotly.graph_objects as go
import pytest

from lrn.charts.magnify import magnified


@pytest.fixture
def figure():
    """A square with a word in it, and a name on a map."""
    square = go.Scatter(x=[0], y=[0], text=["5"], mode="markers+text", marker={"size": 30}, textfont={"size": 12})
    name = go.Scattergeo(lon=[4.5], lat=[52], text=["Leiden"], mode="text", textfont={"size": 12})
    layout = {"height": 400, "width": 600, "margin": {"l": 10, "t": 20}, "legend": {"entrywidth": 100}}
    return go.Figure([square, name], {**layout, "xaxis": {"tickfont": {"size": 11}, "ticklabelstandoff": 4}})


def sizes(figure):
    square, name = figure.data
    return (square.marker.size, square.textfont.size, name.textfont.size)


def test_everything_in_pixels_grows_alike_when_there_is_room(figure):
    large = magnified(figure, 1.5)
    assert sizes(large) == (45, 18, 18)
    assert (large.layout.height, large.layout.width) == (600, 900)
    assert (large.layout.margin.l, large.layout.margin.t, large.layout.legend.entrywidth) == (15, 30, 150)
    assert (large.layout.xaxis.tickfont.size, large.layout.xaxis.ticklabelstandoff) == (18, 6)  # and no type is smaller
    assert magnified(figure, 1.5, room=700) == large


def test_where_room_is_short_the_drawing_gives_way_and_the_type_does_not(figure):
    large = magnified(figure, 1.5, room=480)
    assert large.layout.height == 480
    assert sizes(large) == (36, 18, 18)
    assert large.layout.xaxis.tickfont.size == 18


@pytest.mark.parametrize(("room", "height"), [(580, 580), (840, 840), (900, 840)])
def test_bars_take_the_room_there_is_up_to_an_end(room, height):
    bars = go.Figure(go.Bar(x=[1], y=["Leren"]), {"height": 400})
    assert magnified(bars, 1.5, room=room).layout.height == height


def test_marks_and_names_that_each_have_a_size_of_their_own_grow_too():
    marks = go.Scattergeo(lon=[4, 5], lat=[52, 52], marker={"size": [9, 18]}, textfont={"size": [11, 16]})
    (large,) = magnified(go.Figure(marks), 2).data
    assert list(large.marker.size) == [18, 36]
    assert list(large.textfont.size) == [24, 32]  # and no type is smaller


def test_the_figure_itself_stays_as_it_is(figure):
    before = figure.to_dict()
    assert magnified(figure, 1) is figure
    magnified(figure, 2)
    assert figure.to_dict() == before
