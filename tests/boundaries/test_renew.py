"""From a service's good answer to both files, and from a bad one to files that stay as they were."""

import json
import os

import geopandas as gpd
import pytest
import shapely
from shapely.geometry import Point, shape

from lrn import vocabulary as v
from lrn.boundaries import fetch
from lrn.boundaries.errors import BoundaryError, SourceError
from lrn.boundaries.fetch import Patience
from lrn.boundaries.renew import renew, write_together
from tests.boundaries import service as answers
from tests.boundaries import sources
from tests.boundaries.sources import RD

NAMES = ["gemeenten.geojson", "plaatsen.geojson"]
AROUND = "omgeving.geojson"
ALONE = "Let op: de bron heeft geen passende buurgemeenten; de kaart tekent die nu niet."
PLACES = ["AM19", "AM34", "AM20", "GM0632", "AM21"]


def written(folder):
    return [json.loads((folder / name).read_text(encoding="utf-8")) for name in NAMES]


def shapes(collection):
    return {feature["id"]: shape(feature["geometry"]) for feature in collection["features"]}


def in_metres(collection):
    return gpd.GeoSeries(shapes(collection), crs=4326).to_crs(RD)


def assert_as_good_as(folder, source):
    """Everything that the app counts on, and areas that differ less than 1% from *source* (by code, EPSG:28992)."""
    municipalities, places = written(folder)
    assert set(shapes(municipalities)) == set(v.GEMEENTE)
    assert list(shapes(places)) == PLACES
    for collection in (municipalities, places):
        found = list(shapes(collection).values())
        assert all(geometry.is_valid for geometry in found)
        assert shapely.coverage_is_valid(found)
        for feature in collection["features"]:
            assert shape(feature["geometry"]).contains(Point(feature["properties"]["label"]))
            for polygon in shapely.get_parts(shape(feature["geometry"])):
                assert not polygon.exterior.is_ccw
    assert not shapely.union_all(list(shapes(municipalities).values())).interiors
    back = in_metres(municipalities)
    for code, area in source.area.items():
        assert back[code].area == pytest.approx(area, rel=0.01), code
    for code, geometry in in_metres(places).items():
        members = [source[g] for g in v.GEMEENTE if v.place_of_municipality(g) == code]
        assert geometry.area == pytest.approx(sum(m.area for m in members), rel=0.01), code
    assert sorted(path.name for path in folder.iterdir()) == sorted([*NAMES, AROUND])


def points(geometries):
    return int(shapely.get_num_coordinates(list(geometries)).sum())


@pytest.fixture
def told(service):
    """What WFS answers at ``/wfs``, told once."""
    service.answers["/wfs"] = answers.document(sources.wfs(sources.features(sources.detailed())))
    return f"{service.address}/wfs"


# ── Good answers ─────────────────────────────────────────────────────────────────────────────────────────────


def test_without_a_source_pdok_is_asked_for_the_year_in_the_dutch_grid(service, folder, hasty, monkeypatch):
    monkeypatch.setattr(fetch, "PDOK", service.address + "/cbs/gebiedsindelingen/{jaar}/wfs/v1_0")
    found = sources.features(sources.detailed(), jrstatcode="2025GM0000")
    service.answers["/cbs/gebiedsindelingen/2025/wfs/v1_0"] = answers.document(sources.wfs(found))
    done = renew("", jaar=2025, folder=folder, patience=hasty)
    assert service.asked == [
        "/cbs/gebiedsindelingen/2025/wfs/v1_0?service=WFS&version=2.0.0&request=GetFeature"
        "&typeName=gebiedsindelingen:gemeente_gegeneraliseerd&outputFormat=application/json&srsName=EPSG:28992"
    ]
    assert (done.jaar, done.warning) == (2025, ALONE)
    assert [path.name for path in done.paths] == [*NAMES, AROUND]
    assert [collection["jaar"] for collection in written(folder)] == [2025, 2025]
    assert_as_good_as(folder, sources.detailed())


def test_what_has_many_points_is_simplified(told, folder, hasty):
    renew(told, folder=folder, patience=hasty)
    assert points(shapes(written(folder)[0]).values()) < points(sources.detailed()) / 2


def test_pages_of_ogc_api_in_degrees_are_followed(service, folder, hasty):
    found = sources.features(sources.degrees(sources.detailed()), jaarcode=2026)
    pages = sources.ogc(found, service.address)
    service.answers |= {path: answers.document(page) for path, page in pages.items()}
    done = renew(f"{service.address}/items?f=json", folder=folder, patience=hasty)
    assert service.asked == list(pages)
    assert len(pages) == 3
    assert done.jaar == 2026
    assert_as_good_as(folder, sources.detailed())


@pytest.mark.parametrize(("asked", "year"), [(None, 2026), (2025, 2025)])
def test_of_many_years_one_is_taken(service, folder, hasty, asked, year):
    shapes = sources.degrees(sources.detailed())
    found = [f for jaar in (2024, 2025, 2026) for f in sources.features(shapes, jaarcode=jaar)]
    service.answers |= {p: answers.document(page) for p, page in sources.ogc(found, service.address, 50).items()}
    assert renew(f"{service.address}/items?f=json", jaar=asked, folder=folder, patience=hasty).jaar == year


def test_a_redirect_and_a_packed_answer_are_understood(service, folder, hasty):
    service.answers["/oud"] = answers.redirect("/nieuw")
    service.answers["/nieuw"] = answers.packed(sources.wfs(sources.features(sources.detailed())))
    renew(f"{service.address}/oud", folder=folder, patience=hasty)
    assert service.asked == ["/oud", "/nieuw"]
    assert_as_good_as(folder, sources.detailed())


@pytest.mark.parametrize("trouble", [answers.status(500), answers.status(429), answers.half({"features": []})])
def test_trouble_that_passes_is_waited_for(service, folder, hasty, trouble):
    good = answers.document(sources.wfs(sources.features(sources.detailed())))
    service.answers["/wfs"] = [trouble, trouble, good]
    renew(f"{service.address}/wfs", folder=folder, patience=hasty)
    assert len(service.asked) == 3
    assert_as_good_as(folder, sources.detailed())


def test_the_pauses_double_and_are_as_long_as_the_service_asks(service, folder, monkeypatch):
    pauses = []
    monkeypatch.setattr(fetch.time, "sleep", pauses.append)
    good = answers.document(sources.wfs(sources.features(sources.detailed())))
    service.answers["/wfs"] = [answers.status(500), answers.status(503, Retry_After="7"), answers.status(500), good]
    renew(f"{service.address}/wfs", folder=folder)
    assert pauses == [1.0, 7.0, 4.0]


def test_how_far_it_is_is_told(told, folder, hasty):
    heard = []
    renew(told, folder=folder, patience=hasty, report=lambda received, expected: heard.append((received, expected)))
    received, expected = heard[-1]
    assert received == expected > 50_000
    assert [r for r, _ in heard] == sorted(r for r, _ in heard)


def test_of_the_whole_country_ours_are_taken(service, folder, hasty):
    everyone = [*sources.elsewhere(v.municipalities_elsewhere()), *sources.features(sources.detailed())]
    service.answers["/wfs"] = answers.document(sources.wfs(everyone))
    done = renew(f"{service.address}/wfs", folder=folder, patience=hasty)
    assert done.warning == ALONE
    assert_as_good_as(folder, sources.detailed())


def test_other_names_in_the_rest_of_the_country_are_a_warning(service, folder, hasty):
    names = ("Nieuwstad", "Nieuwland", *v.municipalities_elsewhere()[1:])
    assert v.municipalities_elsewhere()[0] == "'s-Hertogenbosch"
    everyone = [*sources.features(sources.detailed()), *sources.elsewhere(names)]
    service.answers["/wfs"] = answers.document(sources.wfs(everyone))
    assert renew(f"{service.address}/wfs", folder=folder, patience=hasty).warning == (
        "Let op: data/gemeenten_elders.csv loopt achter, want Nieuwland en Nieuwstad ontbreken en "
        f"'s-Hertogenbosch bestaat niet meer. {ALONE}"
    )


# ── The country around ours ──────────────────────────────────────────────────────────────────────────────────


def squares(*, shift=0.0):
    """Ours as 29 squares in a row, with one around on either side that touches (or lies *shift* metres too far)."""
    ours = gpd.GeoSeries(
        {g.code: shapely.box(90_000 + 1000 * n, 450_000, 91_000 + 1000 * n, 451_000) for n, g in enumerate(v.GEMEENTEN)}
    )
    others = {
        "GM0363": shapely.box(85_000, 450_000, 90_000 - shift, 451_000),
        "GM0014": shapely.box(230_000, 580_000, 240_000, 590_000),
    }
    found = sources.features(ours.set_crs(RD))
    for code, square in others.items():
        geometry = json.loads(shapely.to_geojson(square))
        properties = {"statcode": code, "statnaam": code, "jrstatcode": f"2024{code}"}
        found.append({"type": "Feature", "geometry": geometry, "properties": properties})
    return [f | {"properties": f["properties"] | {"jaar": 2024}} for f in found]


def test_what_lies_around_ours_is_kept_and_what_is_far_is_not(tmp_path, monkeypatch):
    monkeypatch.setattr("lrn.boundaries.check.COUNTRY", 30)
    path = tmp_path / "bron.geojson"
    path.write_text(json.dumps(sources.wfs(squares())))
    done = renew(str(path), folder=tmp_path / "uit")
    around = json.loads((tmp_path / "uit" / AROUND).read_text())
    assert around["jaar"] == done.jaar == 2024
    assert [f["id"] for f in around["features"]] == ["GM0363"]
    ours = shapes(json.loads(done.paths[0].read_text()))
    assert shapely.coverage_is_valid([*ours.values(), *shapes(around).values()])
    assert ALONE not in done.warning


def test_neighbours_that_do_not_fit_are_left_out_and_told(tmp_path, monkeypatch):
    monkeypatch.setattr("lrn.boundaries.check.COUNTRY", 30)
    path = tmp_path / "bron.geojson"
    path.write_text(json.dumps(sources.wfs(squares(shift=-40))))  # 40 metres over the border
    done = renew(str(path), folder=tmp_path / "uit")
    assert json.loads((tmp_path / "uit" / AROUND).read_text())["features"] == []
    assert ALONE in done.warning


def test_degrees_with_noise_in_the_fifteenth_digit_are_a_coverage(tmp_path):
    """As PDOK's OGC API gives them: each municipality's own rounding of the corner that it shares."""
    plain = gpd.GeoSeries({code: sources.detailed()[code] for code in v.GEMEENTE}, crs=RD).to_crs(4326)
    noisy = [
        shapely.transform(shape, lambda c, n=n: c + (n % 3 - 1) * 3e-15 * c)  # neighbours differ
        for n, shape in enumerate(plain)
    ]
    assert not shapely.coverage_is_valid(gpd.GeoSeries(noisy, crs=4326).to_crs(RD).to_numpy())
    path = tmp_path / "bron.geojson"
    found = sources.features(gpd.GeoSeries(noisy, index=plain.index, crs=4326))
    path.write_text(json.dumps({"type": "FeatureCollection", "features": found}))
    renew(str(path), folder=tmp_path / "uit")
    assert_as_good_as(tmp_path / "uit", sources.detailed())


# ── Answers that are no boundaries: one sentence, and nothing changes ────────────────────────────────────────


@pytest.fixture
def fails(folder, hasty):
    """``fails(bron, kind)``: the sentence with which renewing from *bron* fails; the files are as they were."""
    before = {path.name: path.read_bytes() for path in folder.iterdir()}

    def sentence(bron, kind=SourceError, **options):
        with pytest.raises(kind) as raised:
            renew(str(bron), folder=folder, **({"patience": hasty} | options))
        assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
        told = str(raised.value)
        assert "\n" not in told
        assert kind is BoundaryError or told.endswith((".", "?"))
        return told

    return sentence


def feature_collection():
    return sources.wfs(sources.features(sources.detailed()))


def test_a_service_that_stays_broken(service, fails):
    service.answers["/wfs"] = answers.status(500)
    assert "heeft een storing (antwoord 500)" in fails(f"{service.address}/wfs")
    assert len(service.asked) == 4


def test_an_answer_that_is_always_cut_off(service, fails):
    service.answers["/wfs"] = answers.half(feature_collection())
    assert "breekt het antwoord steeds halverwege af" in fails(f"{service.address}/wfs")
    assert len(service.asked) == 4


def test_a_web_page_instead_of_boundaries(service, fails):
    service.answers["/wfs"] = answers.content(b"\n<!DOCTYPE html><html><body>Onderhoud</body></html>", "text/html")
    assert "is een webpagina en geen GeoJSON" in fails(f"{service.address}/wfs")
    assert len(service.asked) == 1


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b"<ows:ExceptionReport/>", "is geen GeoJSON"),
        (b"", "is geen GeoJSON"),
        (b'{"type":"FeatureCollection","features":[', "is geen GeoJSON, of niet helemaal"),
        (b"[" * 100_000, "is geen GeoJSON"),
        (b'{"type":"Feature"}', "geen verzameling vlakken"),
        (b'{"features":[]}', "zijn geen gemeenten"),
        (b'{"features":[null, {"properties":null}, {"properties":{"naam":"Leiden"}}]}', "zijn geen gemeenten"),
    ],
)
def test_an_answer_that_holds_no_municipalities(service, fails, body, said):
    service.answers["/wfs"] = answers.content(body)
    assert said in fails(f"{service.address}/wfs")


@pytest.mark.parametrize(
    ("code", "said"), [(404, "kent dit adres niet"), (403, "geeft de grenzen niet (antwoord 403)")]
)
def test_an_address_that_is_not_right_is_not_tried_again(service, fails, code, said):
    service.answers["/wfs"] = answers.status(code)
    assert said in fails(f"{service.address}/wfs")
    assert len(service.asked) == 1


def test_a_service_that_says_nothing(service, fails):
    service.answers["/wfs"] = answers.slow(30, feature_collection())
    impatient = Patience(attempts=2, pause=0.01, silence=0.5)
    assert "antwoordt te langzaam" in fails(f"{service.address}/wfs", patience=impatient)
    assert len(service.asked) == 2


def test_a_service_that_drips(service, fails):
    service.answers["/wfs"] = answers.without_end(b" ", 0.02)
    assert "antwoordt te langzaam" in fails(f"{service.address}/wfs", patience=Patience(whole=0.5))


def test_an_answer_without_end(service, fails):
    service.answers["/wfs"] = answers.without_end(b" " * 65_536, 0)
    assert "stuurt meer dan 2 MB" in fails(f"{service.address}/wfs", patience=Patience(size=2_000_000))


def test_an_answer_that_is_large_once_it_is_unpacked(service, fails):
    service.answers["/wfs"] = answers.packed("x" * 5_000_000)
    assert "stuurt meer dan 2 MB" in fails(f"{service.address}/wfs", patience=Patience(size=2_000_000))


def test_a_service_that_refers_on_and_on(service, fails):
    service.answers["/wfs"] = answers.redirect("/wfs")
    assert "verwijst steeds door" in fails(f"{service.address}/wfs")


def page(number, href):
    found = sources.features(sources.detailed()[number : number + 1])
    return sources.wfs(found) | {"links": [{"rel": "next", "href": href}]}


def test_a_next_page_that_is_the_same_page(service, fails):
    service.answers["/items"] = answers.document(page(0, "/items"))
    assert "verwijzen naar elkaar en houden niet op" in fails(f"{service.address}/items")
    assert len(service.asked) == 1


def test_next_pages_without_end(service, fails):
    service.answers["/items"] = lambda handler, closing: answers.document(page(0, f"/items?{len(service.asked)}"))(
        handler, closing
    )
    assert "houden niet op" in fails(f"{service.address}/items", patience=Patience(pages=5))
    assert len(service.asked) == 5


def test_a_next_page_that_is_empty_is_the_last(service, fails):
    service.answers["/items"] = answers.document(page(0, "/items?2"))
    service.answers["/items?2"] = answers.document(sources.wfs([]) | {"links": [{"rel": "next", "href": "/items?3"}]})
    assert "ontbreekt" in fails(f"{service.address}/items", BoundaryError)
    assert service.asked == ["/items", "/items?2"]


def test_a_next_page_that_cannot_be(service, fails):
    service.answers["/items"] = answers.document(page(0, "http://[onzin"))
    assert "een bladzijde die niet kan bestaan" in fails(f"{service.address}/items")


def test_a_service_that_is_not_there(service, fails):
    service.close()
    assert "is niet bereikbaar" in fails(f"{service.address}/wfs")


@pytest.mark.parametrize("bron", ["ftp://voorbeeld.nl/x", "http://[onzin", "http://", "https://a..b/"])
def test_an_address_that_is_none(fails, bron):
    assert "is geen adres waar grenzen zijn op te halen" in fails(bron)


def test_a_file_that_cannot_be_read(fails, tmp_path):
    assert "weg.geojson” kan niet worden gelezen" in fails(tmp_path / "weg.geojson")
    assert "kan niet worden gelezen" in fails(tmp_path)


# ── Boundaries that do not fit ───────────────────────────────────────────────────────────────────────────────


def test_other_years_than_the_one_asked(service, fails):
    service.answers["/wfs"] = answers.document(sources.wfs(sources.features(sources.detailed(), jaarcode=2024)))
    said = fails(f"{service.address}/wfs", BoundaryError, jaar=2026)
    assert said == "ze zijn van 2024 en niet van 2026"


def test_a_municipality_that_is_missing(service, fails):
    shapes = sources.detailed().drop("GM0546")
    service.answers["/wfs"] = answers.document(sources.wfs(sources.features(shapes)))
    assert fails(f"{service.address}/wfs", BoundaryError) == "Leiden (GM0546) ontbreekt"


# ── Both files or none ───────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def failing_replace(monkeypatch):
    """Lets only so many changes of a name succeed; the one after those fails, as when a file is open on Windows."""
    original = os.replace

    def after(successes):
        left = [*[True] * successes, False]

        def replace(old, new):
            if left and not left.pop(0):
                raise PermissionError(13, "in gebruik", str(new))
            original(old, new)

        monkeypatch.setattr(os, "replace", replace)

    return after


@pytest.mark.parametrize("successes", [0, 1])
def test_when_one_file_cannot_be_replaced_both_stay_as_they_were(tmp_path, failing_replace, successes):
    first, second = tmp_path / "een", tmp_path / "twee"
    first.write_text("oud een")
    second.write_text("oud twee")
    failing_replace(successes)
    with pytest.raises(SourceError, match="kan niet worden geschreven: alles is gebleven zoals het was"):
        write_together({first: "nieuw een", second: "nieuw twee"})
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {"een": "oud een", "twee": "oud twee"}


def test_when_there_was_no_file_yet_there_is_none_after_a_failure(tmp_path, failing_replace):
    failing_replace(1)
    with pytest.raises(SourceError):
        write_together({tmp_path / "een": "nieuw", tmp_path / "twee": "nieuw"})
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_made_is_one_sentence(tmp_path):
    (tmp_path / "bestand").write_text("geen map")
    with pytest.raises(SourceError, match="kan niet worden geschreven"):
        write_together({tmp_path / "bestand" / "geo" / "een": "nieuw"})


def test_the_right_to_read_a_file_stays_as_it_was(tmp_path):
    path = tmp_path / "een"
    path.write_text("oud")
    path.chmod(0o640)
    write_together({path: "nieuw", tmp_path / "twee": "nieuw"})
    assert path.read_text() == "nieuw"
    assert path.stat().st_mode & 0o777 == 0o640
    assert (tmp_path / "twee").stat().st_mode & 0o777 == 0o644
