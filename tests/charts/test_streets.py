import pytest

from lrn import geo
from lrn.charts.streets import layers
from lrn.measures.places import AREAS

DOMAIN = {"x": [0.0, 1.0], "y": [0.1, 1.0]}
WINDOWS = [geo.bounds(), *(geo.window(area.code, margin=0.1) for area in AREAS)]


@pytest.mark.parametrize("window", WINDOWS, ids=str)
def test_a_few_tiles_cover_the_window(window):
    found = layers(window, DOMAIN)
    assert 4 <= len(found["images"]) <= 40
    columns, rows = {image["x"] for image in found["images"]}, {image["y"] for image in found["images"]}
    west, east = found["xaxis"]["range"]
    south, north = found["yaxis"]["range"]  # tiles are counted from the north
    assert min(columns) <= west < east <= max(columns) + 1
    assert min(rows) <= north < south <= max(rows) + 1
    assert len(found["images"]) == len(columns) * len(rows)


def test_tiles_are_counted_as_pdok_counts_them():
    # Leiden is in tile 10/524/337 of a Web Mercator map: 11.25 minutes of a degree across, counted from 180° west.
    window = ((4.48, 4.50), (52.15, 52.16))
    found = layers(window, DOMAIN)
    (zoom,) = {int(image["source"].split("/")[-3]) for image in found["images"]}
    assert {(int(image["x"]) >> (zoom - 10), int(image["y"]) >> (zoom - 10)) for image in found["images"]} == {
        (524, 337)
    }
    sources = {(image["x"], image["y"]): image["source"] for image in found["images"]}
    assert all(source.endswith(f"/EPSG:3857/{zoom}/{x}/{y}.png") for (x, y), source in sources.items())


def test_the_axes_lie_where_the_map_lies():
    found = layers(geo.bounds(), DOMAIN)
    assert (found["xaxis"]["domain"], found["yaxis"]["domain"]) == (DOMAIN["x"], DOMAIN["y"])
    assert found["yaxis"]["scaleanchor"] == "x"
    assert not found["xaxis"]["visible"]
