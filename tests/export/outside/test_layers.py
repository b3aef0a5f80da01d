"""Layers of a map as their own reader finds them: which rows, where each lies, and where the file comes from."""

import io
import json
from datetime import date, datetime

import geopandas as gpd
import pyogrio
import pytest
import shapely

from lrn import geo
from lrn.export.outside import layers
from lrn.export.outside.asked import LAYERS, Asked
from lrn.selection import Selection
from tests.conftest import PEILDATUM, TEN_ROWS

MADE = datetime(2026, 10, 2, 9, 30)


def asked(register, selection=None, **more):
    return Asked(register, selection or Selection(peildatum=PEILDATUM), MADE, **more)


@pytest.fixture
def written(tmp_path):
    """Writes a GeoPackage of a selection; gives its path."""

    def write(*arguments, **more):
        path = tmp_path / "uit.gpkg"
        path.write_bytes(layers.geopackage(asked(*arguments, **more)))
        return path

    return write


def test_a_geopackage_has_every_layer_and_every_row(register, written):
    path = written(register)
    assert [name for name, _ in pyogrio.list_layers(path)] == list(LAYERS)
    activities = gpd.read_file(path, layer="activiteiten").set_index("ID")
    assert list(activities.index) == ["K01", "K02", "K03", "K04", "K05", "K06", "K07"]
    assert activities.crs.to_epsg() == 4326
    assert activities["Start"]["K01"].date() == date(2024, 2, 1)
    assert activities["Ingrediënten"]["K03"] == "1. Uitdagingen; 9. Samen aan de slag"
    assert not {"Contactpersoon", "E-mail"} & set(activities.columns)
    lines = gpd.read_file(path, layer="verbindingslijnen")
    assert list(lines["ID"]) == ["L1", "L2", "L3", "L5"]


def test_a_day_is_a_day_and_no_moment_or_text(register, written):
    known = pyogrio.read_info(written(register), layer="activiteiten")
    kinds = dict(zip(known["fields"], known["ogr_types"], strict=True))
    assert (kinds["Start"], kinds["Bijgewerkt"], kinds["Naam"]) == ("OFTDate", "OFTDate", "OFTString")


def test_an_activity_lies_where_it_is_known_to_be_and_says_how_it_is_known(register, written):
    activities = gpd.read_file(written(register), layer="activiteiten").set_index("ID")
    leiden = shapely.from_geojson(geo.feature_text("GM0546"))
    region = shapely.from_geojson(geo.feature_text("AM20"))
    assert leiden.contains(activities.geometry["K01"])
    assert region.contains(activities.geometry["K06"])
    told = activities["Plek op de kaart"]
    assert (told["K01"], told["K06"]) == ("Ergens in de gemeente", "Ergens in de regio")
    assert activities.geometry["K07"] is None  # has no place at all
    assert activities["Plek op de kaart"].isna()["K07"]


def test_a_line_goes_from_end_to_end(register, written):
    path = written(register)
    at = gpd.read_file(path, layer="activiteiten").set_index("ID").geometry
    lines = gpd.read_file(path, layer="verbindingslijnen").set_index("ID").geometry
    assert list(lines["L1"].coords) == [at["K01"].coords[0], at["K03"].coords[0]]
    middles = [geo.label_points()[code] for code in ("GM0546", "GM0513")]
    assert list(lines["L2"].coords) == middles


def test_an_end_that_is_nowhere_leaves_the_row_without_a_shape(build_register, written):
    rows = [
        *TEN_ROWS["Verbindingslijnen"],
        ["L6", "K01", "K07", "", "", "", ""],
        ["L7", "Leiden", "Leiden", "", "", "", ""],
    ]
    path = written(build_register(TEN_ROWS | {"Verbindingslijnen": rows}))
    lines = gpd.read_file(path, layer="verbindingslijnen").set_index("ID").geometry
    assert lines["L6"] is None
    assert lines["L7"] is None  # from a place to itself
    assert lines["L1"] is not None


def test_areas_carry_their_counts(register, written):
    path = written(register)
    towns = gpd.read_file(path, layer="gemeenten").set_index("CBS-code")
    assert towns.loc["GM0546", ["Naam", "Regio", "Activiteiten", "Partners"]].tolist() == [
        "Leiden",
        "Holland Rijnland",
        1,
        2,
    ]
    assert towns["Activiteiten"]["GM0513"] == 0  # K08 is over
    regions = gpd.read_file(path, layer="regios").set_index("CBS-code")
    assert regions["Activiteiten"]["AM20"] == 1
    assert regions.geometry["AM20"].contains(towns.geometry["GM0513"].representative_point())


def test_what_was_not_chosen_is_no_area_with_zero(register, written):
    path = written(register, Selection(peildatum=PEILDATUM, regio=("GM0632",)))
    assert list(gpd.read_file(path, layer="gemeenten")["Naam"]) == ["Woerden"]
    assert list(gpd.read_file(path, layer="activiteiten")["ID"]) == ["K03"]


def test_nothing_selected_is_layers_without_rows(register, written):
    path = written(register, Selection(peildatum=PEILDATUM, thema=("recreatie",)))
    assert len(gpd.read_file(path, layer="activiteiten")) == 0
    assert len(gpd.read_file(path, layer="verbindingslijnen")) == 0
    assert len(gpd.read_file(path, layer="gemeenten")) == len(geo.municipalities()["features"])


def test_each_layer_says_where_it_comes_from(register, written):
    path = written(register, link="https://lrn.example/?peildatum=2026-10-01")
    for name in LAYERS:
        told = pyogrio.read_info(path, layer=name)["layer_metadata"]["DESCRIPTION"].splitlines()
        assert told[:2] == ["Selectie: Hele netwerk", "Peildatum: 1 oktober 2026"]
        assert told[-1] == "Link: https://lrn.example/?peildatum=2026-10-01"


def test_own_columns_that_are_called_as_the_format_calls_its_own_are_told_apart(build_register, written):
    head, *rows = TEN_ROWS["Activiteiten"]
    own = [[*head, "fid", "Geometry", "id"], *([*row, 7, "ja", 12] for row in rows)]
    activities = gpd.read_file(written(build_register(TEN_ROWS | {"Activiteiten": own})), layer="activiteiten")
    assert {"ID", "fid 2", "Geometry 2", "geometry"} <= set(activities.columns)
    assert activities["fid 2"].tolist() == ["7"] * 7
    assert activities["Geometry 2"].tolist() == ["ja"] * 7


@pytest.mark.parametrize("table", LAYERS)
def test_a_geojson_holds_the_layer_that_is_asked_for(register, written, table):
    content = layers.geojson(asked(register, table=table))
    found = gpd.read_file(io.BytesIO(content))
    beside = gpd.read_file(written(register), layer=table)
    first = beside.columns[0]
    assert found[first].tolist() == beside[first].tolist()
    assert found.crs.to_epsg() == 4326
    plain = json.loads(content)
    assert plain["description"].startswith("Selectie: Hele netwerk\n")
    assert "crs" not in plain  # RFC 7946, 4
    for feature in plain["features"]:
        if feature["geometry"] and feature["geometry"]["type"] == "Polygon":
            assert shapely.LinearRing(feature["geometry"]["coordinates"][0]).is_ccw  # RFC 7946, 3.1.6
