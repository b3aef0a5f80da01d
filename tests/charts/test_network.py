"""The network as nodes and lines, by what its figure holds."""

from datetime import date

import numpy as np
import pandas as pd
import pytest

from lrn import style
from lrn.charts import network as chart
from lrn.charts import network_names
from lrn.measures.network import layout, nodes
from lrn.register.load import SAMPLE, load
from lrn.selection import Selection, apply

DAY = date(2026, 11, 30)
NOW = Selection(peildatum=DAY)


@pytest.fixture(scope="module")
def sample():
    return load(SAMPLE, today=DAY)


@pytest.fixture(scope="module")
def places(sample):
    return layout.positions(sample)


@pytest.fixture(scope="module")
def draw(sample, places):
    """``draw(selection, …)``: the figure and the nodes that it is of."""

    def made(selection=NOW, *, by="regio", partners=False, near=(), **options):
        frame = nodes.nodes(sample, selection, by=by, partners=partners, also=near)
        edges = nodes.edges(apply(selection, sample))
        return chart.network(frame=frame, edges=edges, layout=places, by=by, near=near, **options), frame

    return made


def marks(figure):
    return [trace for trace in figure.data if trace.mode == "markers"]


def lines(figure):
    return [trace for trace in figure.data if trace.mode == "lines"]


def names(figure):
    return [trace for trace in figure.data if trace.mode == "markers+text"]


@pytest.mark.parametrize("by", ["regio", "vorm", "thema", "niveau"])
@pytest.mark.parametrize("partners", [False, True])
def test_every_node_is_drawn_once_in_a_trace_for_each_group(draw, by, partners):
    figure, frame = draw(by=by, partners=partners)
    assert sorted(name for trace in marks(figure) for name in trace.customdata) == sorted(frame["knoop"])
    assert [trace.name for trace in marks(figure)] == list(frame.sort_values("groep_nr")["groep_naam"].unique())
    looks = [(trace.marker.color, trace.marker.symbol) for trace in marks(figure)]
    assert len(set(looks)) == len(looks) or by == "regio"  # places that are context share their grey


def test_a_region_has_its_own_colour(draw):
    figure, _ = draw()
    colours = {trace.name: trace.marker.color for trace in marks(figure)}
    assert colours["Holland Rijnland"] == style.place_colour("AM19")
    assert colours["Haaglanden"] == style.PLACE_AROUND


def test_a_filter_moves_no_node_and_no_window(draw):
    whole, _ = draw()
    some, _ = draw(Selection(peildatum=DAY, regio=("AM20",)))

    def at(figure):
        return {n: (x, y) for t in marks(figure) for n, x, y in zip(t.customdata, t.x, t.y, strict=True)}

    assert at(some).items() <= at(whole).items()
    assert some.layout.xaxis.range == whole.layout.xaxis.range
    assert some.layout.yaxis.range == whole.layout.yaxis.range


def test_there_is_a_trace_for_each_kind_of_line_between_nodes_that_are_drawn(draw, sample):
    figure, _ = draw()
    assert [trace.name for trace in lines(figure)] == ["Verbindingslijn"]
    figure, _ = draw(partners=True)
    assert [trace.name for trace in lines(figure)] == ["Partner doet mee", "Verbindingslijn"]
    drawn = sum(np.isnan(trace.x).sum() for trace in lines(figure))
    assert drawn == len(nodes.edges(apply(NOW, sample))) > 0


def test_what_is_chosen_and_near_keeps_its_strength(draw):
    near = ("activiteit:A-001", "partner:P-002", "activiteit:A-007")
    figure, _ = draw(chosen=near[0], near=near)
    strong = {n for t in marks(figure) for n, o in zip(t.customdata, t.marker.opacity, strict=True) if o == 1}
    assert strong == set(near)
    ringed = {n for t in marks(figure) for n, w in zip(t.customdata, t.marker.line.width, strict=True) if w > 1}
    assert ringed == {near[0]}
    assert any("Open Keuken" in text for trace in names(figure) for text in trace.text)


@pytest.mark.parametrize("partners", [False, True])
@pytest.mark.parametrize("width", [chart.WIDE, 340])
def test_names_touch_neither_each_other_nor_a_node(draw, places, partners, width):
    figure, _ = draw(partners=partners, width=width)
    sheet = network_names.Sheet(chart._window(places), np.array([width, chart.HEIGHT - chart._ABOVE - chart._BENEATH]))
    sides = {place: side for side, place in network_names.SIDES.items()}
    boxes = [
        network_names.box_of(sheet.pixels(np.array([x, y])), len(text), sides[side])
        for trace in names(figure)
        for x, y, text, side in zip(trace.x, trace.y, trace.text, trace.textposition, strict=True)
    ]
    assert len(boxes) > 3
    for number, box in enumerate(boxes):
        assert sheet.holds(box)
        assert not network_names._touches(box, boxes[:number])


def test_a_name_is_text_whatever_was_typed(places):
    frame = pd.DataFrame(
        [
            [
                "activiteit:A-001",
                "activiteit",
                "Activiteit",
                "A-001",
                "<b>Lab</b> & co",
                "AM19",
                "Holland Rijnland",
                1,
                0,
                "AM19",
                0,
                "Holland Rijnland",
            ]
        ],
        columns=nodes.COLUMNS,
    )
    edges = pd.DataFrame(columns=["van", "naar", "soort", "aantal"])
    figure = chart.network(frame=frame, edges=edges, layout=places, by="regio")
    (mark,), (name,) = marks(figure), names(figure)
    assert mark.hovertext[0].startswith("<b>&lt;b&gt;Lab&lt;/b&gt; &amp; co</b><br>Activiteit · Holland Rijnland")
    assert name.text[0] == "&lt;b&gt;Lab&lt;/b&gt; &amp; co"


def test_what_is_not_chosen_are_dots_beneath_all_else_and_what_arrived_has_a_ring(draw, sample):
    region = Selection(peildatum=DAY, regio=("AM20",))
    context = nodes.not_chosen(sample, region)
    new = nodes.nodes(sample, region, by="regio", partners=False)["knoop"].iloc[0]
    figure, _ = draw(region, context=context, context_name="Niet gekozen", arrived=(new,))
    dots, *others = (trace for trace in figure.data if trace.mode == "markers")
    assert (figure.data[0], dots.name, len(dots.x)) == (dots, "Niet gekozen", 90 - 18)
    assert dots.customdata is None  # they are not to be clicked
    *groups, ring = others
    assert ring.name == "Nieuw"
    widths = {name: w for t in groups for name, w in zip(t.customdata, t.marker.line.width, strict=True)}
    assert [name for name, width in widths.items() if width > 2] == [new]
    whole, _ = draw(context=nodes.not_chosen(sample, NOW), context_name="Niet gekozen")
    assert "Niet gekozen" not in [trace.name for trace in whole.data]
