"""Fields and coordinates as services and files really write them."""

import json

import pytest
import shapely

from lrn import vocabulary as v
from lrn.boundaries import geojson
from lrn.boundaries.errors import SourceError
from lrn.boundaries.renew import renew
from tests.boundaries import sources


def read(**properties):
    page = {"features": [{"type": "Feature", "properties": properties, "geometry": None}]}
    return geojson.source([page], "x").municipalities[0]


@pytest.mark.parametrize(
    "properties",
    [
        {"statcode": "GM0546", "statnaam": "Leiden", "am_code": "AM19", "jaarcode": 2026},
        {"am_naam": "x", "AM_CODE": "am19", "JRSTATCODE": "2026GM0546", "STATNAAM": "Leiden", "STATCODE": "GM0546 "},
        {"gemeentenaam": "Leiden", "gemeentecode": "GM0546", "water": "NEE", "jaar": 2026, "am_code": "AM19"},
        {"GM_NAAM": "Leiden", "GM_CODE": "gm0546", "Arbeidsmarktregio-code": "AM19", "jaarcode": "2026"},
        {"identificatie": "GM0546", "naam": "Leiden", "code": "0546", "am_code": " AM19", "jaar": 2026},
        {"naam": "Leiden", "code": "0546", "am_code": "AM19", "jaar": "2026"},
        {"naam": "Leiden", "code": 546, "am_code": "AM19", "jaar": 2026},
    ],
    ids=["cbs", "upper case", "wijken en buurten", "shapefile", "kadaster", "digits", "number"],
)
def test_fields_are_found_whatever_they_are_called(properties):
    found = read(**properties)
    assert (found.code, found.naam, found.regio, found.jaar) == ("GM0546", "Leiden", "AM19", 2026)


def test_what_a_source_does_not_say_stays_open():
    found = read(statcode="GM0546", statnaam="Leiden", am_code=None, jaarcode="onbekend")
    assert (found.regio, found.jaar) == ("", None)


def with_crs(name):
    return None if name is None else {"type": "name", "properties": {"name": name}}


GRID = ["urn:ogc:def:crs:EPSG::28992", "EPSG:28992", "http://www.opengis.net/def/crs/EPSG/0/28992", None]
DEGREES = ["urn:ogc:def:crs:OGC:1.3:CRS84", "EPSG:4326", "urn:ogc:def:crs:EPSG::4258", None]


@pytest.mark.parametrize(
    ("shapes", "name"),
    [
        *((sources.detailed, name) for name in GRID),
        *((lambda: sources.degrees(sources.detailed()), n) for n in DEGREES),
    ],
    ids=[f"grid {name}" for name in GRID] + [f"degrees {name}" for name in DEGREES],
)
def test_where_the_coordinates_are_is_told_by_the_crs_or_by_their_range(tmp_path, shapes, name):
    path = tmp_path / "bron.geojson"
    page = {"type": "FeatureCollection", "crs": with_crs(name), "features": sources.features(shapes())}
    path.write_text(json.dumps(page))
    done = renew(str(path), folder=tmp_path / "uit")
    label = json.loads(done.paths[0].read_text())["features"][0]["properties"]["label"]
    assert label == pytest.approx([4.64, 52.11], abs=0.01)  # Alphen aan den Rijn


def test_the_latitude_may_come_first(tmp_path):
    turned = sources.degrees(sources.detailed())
    turned[:] = shapely.transform(turned.to_numpy(), lambda c: c[:, ::-1])
    path = tmp_path / "bron.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": sources.features(turned)}))
    done = renew(str(path), folder=tmp_path / "uit")
    label = json.loads(done.paths[0].read_text())["features"][0]["properties"]["label"]
    assert label == pytest.approx([4.64, 52.11], abs=0.01)


@pytest.mark.parametrize(
    ("crs", "change", "said"),
    [
        (with_crs("EPSG:3857"), {}, "staan in een ander coördinatenstelsel: vraag EPSG:28992 of EPSG:4326"),
        ({"type": "onzin"}, {}, "staan in een ander coördinatenstelsel"),
        (with_crs("EPSG:4326"), {}, "kloppen niet"),
        (None, {"shift": 900_000}, "kloppen niet: ze liggen niet in Nederland"),
        (None, {"geometry": None}, "als vlak van Alphen aan den Rijn geeft, is geen vlak"),
        (None, {"geometry": {"type": "Point", "coordinates": [100_000, 450_000]}}, "is geen vlak"),
        (None, {"geometry": {"type": "Polygon", "coordinates": []}}, "is geen vlak"),
        (None, {"geometry": {"type": "Polygon", "coordinates": [[[1, "x"]]]}}, "is geen vlak"),
        (None, {"geometry": "onzin"}, "is geen vlak"),
    ],
    ids=["mercator", "no name", "not where it says", "elsewhere", "none", "point", "empty", "text", "nonsense"],
)
def test_coordinates_that_cannot_be_used_are_one_sentence(tmp_path, crs, change, said):
    change = dict(change)
    shapes = sources.detailed().translate(change.pop("shift", 0))
    features = sources.features(shapes)
    features[0] |= change
    path = tmp_path / "bron.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "crs": crs, "features": features}))
    with pytest.raises(SourceError, match=said):
        renew(str(path), folder=tmp_path / "uit")
    assert not (tmp_path / "uit").exists()


def test_heights_and_a_byte_order_mark_are_left_out(tmp_path):
    shapes = sources.detailed()
    features = sources.features(shapes)
    for feature in features:
        feature["geometry"]["coordinates"] = [
            [[[x, y, 3.5] for x, y in ring] for ring in part] for part in feature["geometry"]["coordinates"]
        ]
    path = tmp_path / "bron.geojson"
    path.write_text(json.dumps(sources.wfs(features)), encoding="utf-8-sig")
    done = renew(str(path), folder=tmp_path / "uit")
    first = json.loads(done.paths[0].read_text())["features"][0]
    assert first["id"] == min(v.GEMEENTE)
    assert shapely.from_geojson(json.dumps(first["geometry"])).has_z is False


def test_a_file_that_is_far_too_large_is_not_read(tmp_path, monkeypatch):
    monkeypatch.setattr(geojson, "LARGEST", 10)
    path = tmp_path / "groot.geojson"
    path.write_text(json.dumps(sources.wfs([])))
    with pytest.raises(SourceError, match="te groot"):
        renew(str(path), folder=tmp_path / "uit")
