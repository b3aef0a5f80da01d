"""What fits the vocabulary and what does not, told on 29 squares in a row."""

import json

import geopandas as gpd
import pytest
import shapely
from shapely.geometry import box

from lrn import vocabulary as v
from lrn.boundaries import check, geojson
from lrn.boundaries.errors import BoundaryError, SourceError
from lrn.boundaries.renew import renew


def made_up(path, *, change=None, year="2025"):
    """GeoJSON of 29 squares of a kilometre in a row, in the Dutch grid; *change* alters the list of squares."""
    squares = [
        (g.code, g.naam, g.regio, box(90_000 + 1000 * n, 450_000, 91_000 + 1000 * n, 451_000))
        for n, g in enumerate(v.GEMEENTEN)
    ]
    if change:
        change(squares)
    features = [
        {
            "type": "Feature",
            "properties": {"statcode": code, "statnaam": name, "am_code": region, "jrstatcode": f"{year}{code}"},
            "geometry": json.loads(shapely.to_geojson(square)),
        }
        for code, name, region, square in squares
    ]
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::28992"}}
    path.write_text(json.dumps({"type": "FeatureCollection", "crs": crs, "features": features}))
    return path


def alter(index, **new):
    """A change of one square: its code, naam, regio or shape."""

    def change(squares):
        fields = dict(zip(("code", "naam", "regio", "shape"), squares[index], strict=True)) | new
        squares[index] = tuple(fields.values())

    return change


def lose(squares):
    squares.pop()


def twice(squares):
    squares.append(squares[0])


def add(squares):
    squares.append(("GM0363", "Amsterdam", "AM99", box(119_000, 450_000, 120_000, 451_000)))


def test_squares_that_fit_are_built_and_counted(tmp_path):
    done = renew(str(made_up(tmp_path / "bron.geojson")), folder=tmp_path / "uit", jaar=2025)
    municipalities, places, around = (json.loads(path.read_text())["features"] for path in done.paths)
    assert around == []
    assert {f["id"] for f in municipalities} == set(v.GEMEENTE)
    assert all((f["properties"]["km2"], f["properties"]["gemeenten"]) == (1.0, 1) for f in municipalities)
    assert {f["id"]: (f["properties"]["km2"], f["properties"]["gemeenten"]) for f in places} == {
        "AM19": (12.0, 12),
        "AM34": (6.0, 6),
        "AM20": (4.0, 4),
        "GM0632": (1.0, 1),
        "AM21": (5.0, 5),
    }


def test_the_year_of_a_file_is_kept(tmp_path):
    done = renew(str(made_up(tmp_path / "bron.geojson", year="2024")), folder=tmp_path / "uit")
    assert done.jaar == 2024
    assert {json.loads(path.read_text())["jaar"] for path in done.paths} == {2024}


def test_a_year_that_is_not_known_is_asked_for(tmp_path):
    path = made_up(tmp_path / "bron.geojson", year="")
    with pytest.raises(SourceError, match="zegt niet van welk jaar de grenzen zijn: zet het erbij"):
        renew(str(path), folder=tmp_path / "uit")
    assert not (tmp_path / "uit").exists()
    assert renew(str(path), folder=tmp_path / "uit", jaar=2024).jaar == 2024


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lose, "Zuidplas (GM1892) ontbreekt"),
        (twice, "Alphen aan den Rijn (GM0484) staat er 2 keer in"),
        (add, "Amsterdam (GM0363) hoort er niet bij"),
        (alter(4, naam="Leyden"), "GM0546 heet er Leyden en niet Leiden"),
        (alter(4, naam=""), "GM0546 heet er niets en niet Leiden"),
        (alter(4, regio="AM20"), "Leiden ligt er in AM20 en niet in AM19"),
        (alter(22, regio="AM20"), "Woerden ligt er in AM20 en niet in AM13"),
        (
            alter(0, shape=box(90_000, 450_000, 91_500, 451_000)),
            "de grenzen overlappen of laten een spleet open bij Alphen aan den Rijn en Hillegom",
        ),
        (
            alter(0, shape=box(90_000, 450_000, 90_996, 451_000)),
            "de grenzen overlappen of laten een spleet open bij Alphen aan den Rijn en Hillegom",
        ),
        (
            alter(
                0, shape=shapely.Polygon([(90_000, 450_000), (91_000, 451_000), (91_000, 450_000), (90_000, 451_000)])
            ),
            "de grens van Alphen aan den Rijn kruist zichzelf",
        ),
    ],
    ids=["missing", "twice", "strange", "name", "no name", "region", "Woerden", "overlap", "slit", "crossing"],
)
def test_what_does_not_fit_is_named_and_nothing_is_written(tmp_path, change, said):
    folder = tmp_path / "uit"
    with pytest.raises(BoundaryError) as raised:
        renew(str(made_up(tmp_path / "bron.geojson", change=change)), folder=folder)
    assert str(raised.value) == said
    assert not folder.exists()


def test_a_hole_between_municipalities_is_seen(tmp_path):
    left = shapely.Polygon([(0, 0), (1000, 0), (1000, 300), (700, 500), (1000, 700), (1000, 1000), (0, 1000)])
    right = shapely.Polygon([(1000, 0), (2000, 0), (2000, 1000), (1000, 1000), (1000, 700), (1300, 500), (1000, 300)])
    with pytest.raises(BoundaryError, match="tussen de gemeenten zit een gat"):
        check.coverage(gpd.GeoSeries({"GM0546": left, "GM0547": right}, crs=28992))


def test_much_that_is_wrong_is_still_one_sentence():
    with pytest.raises(BoundaryError) as raised:
        check.ours([])
    assert str(raised.value).endswith("Leiden (GM0546) ontbreekt, Leiderdorp (GM0547) ontbreekt en nog 23 meer")


@pytest.mark.parametrize("name", ["LEIDEN", "Leiden (gemeente)", " leiden "])
def test_a_name_may_be_spelled_otherwise(tmp_path, name):
    renew(str(made_up(tmp_path / "bron.geojson", change=alter(4, naam=name))), folder=tmp_path / "uit")


@pytest.mark.parametrize(("code", "name"), [("GM0518", "Den Haag"), ("GM0603", "Rijswijk (ZH.)")])
def test_a_known_alias_is_the_same_name(code, name):
    listed = [geojson.Municipality(g.code, name if g.code == code else g.naam, "", None, None) for g in v.GEMEENTEN]
    assert check.ours(listed)[code].naam == name


def test_a_region_is_checked_only_where_the_source_gives_one(tmp_path):
    renew(str(made_up(tmp_path / "bron.geojson", change=alter(4, regio=""))), folder=tmp_path / "uit")
