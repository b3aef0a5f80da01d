from datetime import date

import pandas as pd
import pytest
import shapely

from lrn import geo, style
from lrn import vocabulary as v
from lrn.charts.maps import CONFIG, MEASURES, area_map, tell
from lrn.measures.places import area_figures
from lrn.selection import Selection, apply

DAY = date(2026, 10, 1)
HAAGLANDEN = {"GM0518", "GM0503", "GM1842", "GM0603", "GM1783"}
LEVELS = ["plaats", "gemeente"]


@pytest.fixture
def places():
    """Figures by place, made up: six activities in Holland Rijnland, four in Midden-Holland, none in Woerden."""
    # fmt: off
    return pd.DataFrame(
        [
            ("AM19", "Holland Rijnland", 6, 3, 3, 0.5, 4),
            ("AM34", "Zuid-Holland Centraal", 17, 8, 17, 1.0, 11),
            ("AM20", "Midden-Holland", 4, 1, 1, 0.25, 2),
            ("GM0632", "Woerden (Midden-Utrecht)", 0, 0, 0, float("nan"), 0),
            ("AM21", "Haaglanden", 5, 2, 2, 0.4, 3),
        ],
        columns=["code", "naam", "activiteiten", "partners", "netwerkthema", "aandeel_netwerkthema", "ingredienten"],
    )
    # fmt: on


def areas(figure):
    """Code → (colour, hover text) of every filled area of ours and of context; an area may be filled once."""
    found = {}
    for trace in figure.data:
        if trace.type != "choropleth":
            continue
        hovers = trace.hovertext or [None] * len(trace.locations)
        for code, hover, colour in zip(trace.locations, hovers, tones(trace), strict=True):
            assert code not in found, f"{code} is drawn twice"
            if colour != style.AROUND:
                found[code] = (colour, hover if trace.hoverinfo != "skip" else None)
    return found


def tones(trace):
    """The colour of each area: where its value lies on the scale, which has a step for each colour."""
    parts = [(z - trace.zmin) / (trace.zmax - trace.zmin) for z in trace.z]
    steps = list(zip(trace.colorscale[::2], trace.colorscale[1::2], strict=True))
    return [next(low[1] for low, high in steps if low[0] < part < high[0]) for part in parts]


def outlines(figure):
    """Codes → (colour, width) of the borders that are drawn apart."""
    return {tuple(trace.meta): (trace.line.color, trace.line.width) for trace in figure.data if trace.meta}


def names(figure):
    return [text for trace in figure.data if trace.type == "scattergeo" and trace.mode == "text" for text in trace.text]


def legend(figure):
    return [trace.name for trace in figure.data if trace.showlegend]


def drawn(register, level="plaats", measure="activiteiten", **options):
    frame = area_figures(apply(Selection(peildatum=DAY), register), level=level)
    return area_map(frame=frame, level=level, measure=measure, **options)


def test_every_place_is_on_the_map(register):
    assert set(areas(drawn(register))) == {"AM19", "AM34", "AM20", "GM0632", "AM21", "GM1892"}


def test_every_municipality_is_on_the_map(register):
    drawn_codes = set(areas(drawn(register, "gemeente")))
    assert len(drawn_codes) == 29
    assert HAAGLANDEN | {"GM0632", "GM1892", "GM0546"} <= drawn_codes


@pytest.mark.parametrize("measure", ["activiteiten", "partners", "ingredienten", "aandeel_netwerkthema"])
@pytest.mark.parametrize("level", LEVELS)
def test_woerden_is_ours_haaglanden_and_zuidplas_are_context(register, level, measure):
    found = areas(drawn(register, level, measure))
    assert found["GM0632"][0] != style.CONTEXT
    assert found["GM0632"][1] is not None
    haaglanden = {"AM21"} if level == "plaats" else HAAGLANDEN
    for code in haaglanden:
        assert found[code][0] == style.CONTEXT
        assert found[code][1] is not None
    assert found["GM1892"] == (style.CONTEXT, None)
    assert {code for code, (colour, _) in found.items() if colour == style.CONTEXT} == haaglanden | {"GM1892"}


def test_haaglanden_shows_its_own_figures(places):
    figure = area_map(frame=places, level="plaats", measure="activiteiten")
    assert "5 activiteiten" in areas(figure)["AM21"][1]


@pytest.mark.parametrize("level", LEVELS)
def test_key_municipalities_are_outlined_and_named(register, level):
    figure = drawn(register, level)
    keys = ("GM0546", "GM0484", "GM1916", "GM0637", "GM0513", "GM0632")
    assert keys in outlines(figure)
    said = [text.replace("-<br>", "-").split("<br>")[0] for text in names(figure)]
    for name in ("Leiden", "Alphen aan den Rijn", "Leidschendam-Voorburg", "Zoetermeer", "Gouda", "Woerden"):
        assert said.count(name) == 1, name
    assert {"Haaglanden", "Zuidplas"} <= set(said)


def test_the_map_of_municipalities_shows_the_figure_of_each(register):
    """K01 is in Leiden, K02 in Zoetermeer, K03 in Woerden; of Haaglanden and Zuidplas only the names are there."""
    said = names(drawn(register, "gemeente"))
    assert {"Leiden<br>1", "Zoetermeer<br>1", "Woerden<br>1", "Gouda<br>0", "Alphen aan den Rijn<br>0"} <= set(said)
    assert "Leidschendam-<br>Voorburg<br>0" in said
    ours = [code for code in v.GEMEENTE if not v.is_context(code)]
    assert said.count("0") == len(ours) - len(v.SLEUTELGEMEENTEN)
    assert {"Holland Rijnland", "Haaglanden", "Zuidplas"} <= set(said)


def test_a_figure_without_a_name_stands_in_its_own_municipality_and_clear_of_the_names(register):
    (layer,) = [t for t in drawn(register, "gemeente").data if t.type == "scattergeo" and t.mode == "text"]
    written = list(zip(layer.text, layer.lon, layer.lat, strict=True))
    alone = [shapely.Point(lon, lat) for text, lon, lat in written if text == "0"]
    shapes = [shapely.from_geojson(geo.feature_text(code)) for code in v.GEMEENTE if code not in v.SLEUTELGEMEENTEN]
    assert all(sum(shape.contains(point) for point in alone) <= 1 for shape in shapes)
    assert all(any(shape.contains(point) for shape in shapes) for point in alone)
    named = [shapely.Point(lon, lat) for text, lon, lat in written if text[0].isalpha()]
    apart = min(shapely.distance(shapely.transform(a, km), shapely.transform(b, km)) for a in alone for b in named)
    assert apart > 1.5


def km(degrees):
    return degrees * geo.KM


@pytest.mark.parametrize("layer", ["locations", "pairs"])
def test_figures_without_names_give_way_to_marks_and_lines(register, layer):
    empty = {
        "locations": ["id", "lon", "lat", "hoe", "gebied", "groep", "groep_nr", "groep_naam", "tekst", "binnen"],
        "pairs": ["van", "naar", "van_naam", "naar_naam", "paar", "ligging", "aantal"],
    }
    said = names(drawn(register, "gemeente", **{layer: pd.DataFrame(columns=empty[layer])}))
    assert not [text for text in said if text.isdigit()]
    assert "Leiden" in said


def test_of_few_activities_no_share_is_written_in_a_municipality(register):
    said = names(drawn(register, "gemeente", "aandeel_netwerkthema"))
    assert not [text for text in said if any(letter.isdigit() for letter in text)]
    assert "Leiden" in said


def test_the_key_municipalities_have_their_names_beside_a_few_that_were_chosen(register):
    frame = area_figures(apply(Selection(peildatum=DAY, gemeente=("GM0553",)), register), level="gemeente")
    said = names(area_map(frame=frame, level="gemeente", measure="activiteiten", within=("GM0553",)))
    keys = {"Leiden", "Zoetermeer", "Gouda", "Alphen aan den Rijn", "Leidschendam-<br>Voorburg", "Woerden"}
    assert {"Lisse<br>0", *keys} <= set(said)


@pytest.mark.parametrize(
    ("within", "bold"),
    [
        (None, {"Holland Rijnland", "Zuid-Holland Centraal", "Midden-Holland", "Woerden"}),
        (("AM19",), {"Holland Rijnland"}),
        (("AM21",), {"Haaglanden"}),
        (("AM19", "AM21"), {"Holland Rijnland"}),
    ],
)
def test_the_names_of_the_places_that_were_chosen_stand_out(places, within, bold):
    figure = area_map(frame=places, level="plaats", measure="activiteiten", within=within, compact=True)
    (layer,) = [trace for trace in figure.data if trace.type == "scattergeo" and trace.mode == "text"]
    written = list(zip(layer.text, layer.textfont.weight, strict=True))
    found = {heavy: {plain(text) for text, weight in written if (weight == 700) is heavy} for heavy in (True, False)}
    everywhere = {"Holland Rijnland", "Zuid-Holland Centraal", "Midden-Holland", "Woerden", "Haaglanden", "Zuidplas"}
    assert found == {True: bold, False: everywhere - bold}


def plain(name):
    """The name of an area without its figure."""
    return name.replace("Holland<br>Centraal", "Holland Centraal").split("<br>")[0]


def test_every_place_of_ours_has_a_border_in_its_own_colour(register):
    found = outlines(drawn(register))
    assert found["AM19",][0] == "#0072B2"
    assert found["AM34",][0] == "#D55E00"
    assert found["AM20",][0] == "#009E73"
    assert found["GM0632",][0] == "#CC79A7"


@pytest.mark.parametrize(
    ("measure", "expected"),
    [
        ("activiteiten", {"Holland Rijnland": "6", "Midden-Holland": "4", "Woerden": "0"}),
        ("partners", {"Holland Rijnland": "3", "Midden-Holland": "1", "Woerden": "0"}),
        ("ingredienten", {"Holland Rijnland": "4", "Midden-Holland": "2", "Woerden": "0"}),
        (
            "aandeel_netwerkthema",
            {"Holland Rijnland": "50%", "Midden-Holland": "4 activiteiten", "Woerden": "0 activiteiten"},
        ),
    ],
)
def test_the_value_on_the_map_is_that_of_the_measure(places, measure, expected):
    figure = area_map(frame=places, level="plaats", measure=measure)
    written = dict(text.rsplit("<br>", 1) for text in names(figure) if text.rsplit("<br>", 1)[0] in expected)
    assert written == expected


def test_the_hover_of_an_area_holds_its_figures(places):
    found = areas(area_map(frame=places, level="plaats", measure="activiteiten"))
    for part in ("Holland Rijnland", "6 activiteiten", "3 partners doen mee", "3 op het netwerkthema (50%)"):
        assert part in found["AM19"][1]
    assert "%" not in found["AM20"][1]
    assert "0 activiteiten" in found["GM0632"][1]


def test_zero_has_a_tone_of_its_own(places):
    found = areas(area_map(frame=places, level="plaats", measure="activiteiten"))
    assert found["GM0632"][0] == style.ZERO
    assert len({found[code][0] for code in ("AM19", "AM34", "AM20", "GM0632")}) == 4


def test_a_share_of_few_activities_is_not_drawn_as_a_share(places):
    found = areas(area_map(frame=places, level="plaats", measure="aandeel_netwerkthema"))
    assert found["AM20"][0] == found["GM0632"][0] == style.NO_DATA
    assert found["AM19"][0] not in (style.NO_DATA, style.ZERO)
    assert found["AM34"][0] != found["AM19"][0]


def test_the_legend_gives_every_class_in_words(places):
    assert legend(area_map(frame=places, level="plaats", measure="activiteiten")) == [
        "0 activiteiten",
        "1–2 activiteiten",
        "3–5 activiteiten",
        "6–10 activiteiten",
        "11–20 activiteiten",
        "omgeving",
    ]
    shares = legend(area_map(frame=places, level="plaats", measure="aandeel_netwerkthema"))
    assert shares == [
        "geen",
        "tot en met een kwart",
        "tot en met de helft",
        "tot en met driekwart",
        "meer dan driekwart",
        "minder dan 5 activiteiten",
        "omgeving",
    ]


@pytest.mark.parametrize("chosen", [("plaats", "AM19"), ("gemeente", "GM0534")])
def test_what_is_chosen_gets_the_thickest_border(register, chosen):
    widths = {codes: width for codes, (_, width) in outlines(drawn(register, "gemeente", chosen=chosen)).items()}
    assert max(widths.values()) == widths[chosen[1],]


@pytest.mark.parametrize(
    ("chosen", "inside", "outside"),
    [
        (("plaats", "AM20"), {"GM1901", "GM0513", "GM1931", "GM0627"}, {"GM0546", "GM0632"}),
        (("gemeente", "GM0513"), {"GM0513"}, {"GM0627", "GM1931"}),
        (("plaats", "GM0632"), {"GM0632"}, {"GM0513", "GM0546"}),
    ],
)
def test_the_map_is_zoomed_to_what_is_chosen_and_the_rest_is_pale(register, chosen, inside, outside):
    figure = drawn(register, "gemeente", chosen=chosen)
    whole, found = areas(drawn(register, "gemeente")), areas(figure)
    for code in inside:
        assert found[code][0] == whole[code][0]
    for code in outside & set(found):  # of the others nothing is seen
        assert found[code][0] == style.faint(whole[code][0])
    (west, east), (south, north) = geo.window(chosen[1], margin=0.05 if chosen[0] == "plaats" else 0.45)
    seen = shapely.box(west, south, east, north)
    assert set(found) == {code for code in whole if shapely.from_geojson(geo.feature_text(code)).intersects(seen)}
    assert figure.layout.geo.projection.scale > 1.4
    middle = shapely.Point(figure.layout.geo.center.lon, figure.layout.geo.center.lat)
    assert shapely.from_geojson(geo.feature_text(chosen[1])).envelope.contains(middle)


def test_a_zoomed_map_names_every_municipality_of_the_region_with_its_figure(register):
    said = names(drawn(register, "gemeente", chosen=("plaats", "AM20")))
    assert {"Gouda<br>0", "Krimpenerwaard<br>0", "Waddinxveen<br>0", "Bodegraven-<br>Reeuwijk<br>0"} <= set(said)
    assert "Zuidplas" in said  # what lies around has a name only


@pytest.mark.parametrize(
    ("chosen", "cut"),
    [("GM0546", "Alphen<br>aan den Rijn"), ("GM0637", "Alphen<br>aan den Rijn"), ("GM0513", "Zuidplas")],
)
def test_a_municipality_that_is_cut_off_is_named_in_the_part_that_is_seen(register, chosen, cut):
    figure = drawn(register, "gemeente", chosen=("gemeente", chosen))
    (west, east), (south, north) = geo.window(chosen, margin=0.45)
    at = [
        (trace.lon[i], trace.lat[i])
        for trace in figure.data
        if trace.type == "scattergeo" and trace.mode == "text"
        for i, text in enumerate(trace.text)
        if text == cut
    ]
    assert len(at) == 1
    assert west < at[0][0] < east
    assert south < at[0][1] < north
    code = next(c for c, m in v.GEMEENTE.items() if m.naam == cut.replace("<br>", " "))
    assert shapely.from_geojson(geo.feature_text(code)).contains(shapely.Point(at[0]))


@pytest.mark.parametrize(("streets", "colour"), [(False, style.TEXT), (True, style.INK_SOFT)])
def test_a_name_on_what_is_faint_is_read_on_a_dark_page_too(register, streets, colour):
    figure = drawn(register, "gemeente", chosen=("plaats", "AM20"), with_streets=streets)
    (layer,) = [trace for trace in figure.data if trace.type == "scattergeo" and trace.mode == "text"]
    look = dict(zip(layer.text, zip(layer.textfont.color, layer.textfont.shadow, strict=True), strict=True))
    assert look["Zuidplas"] == (colour, "auto" if colour == style.TEXT else style.HALO)
    assert look["Gouda<br>0"] == (style.INK, style.HALO)


def test_a_zoomed_map_with_marks_leaves_the_figures_to_them(register):
    locations = pd.DataFrame(
        columns=["id", "lon", "lat", "hoe", "gebied", "groep", "groep_nr", "groep_naam", "tekst", "binnen"]
    )
    assert "Gouda" in names(drawn(register, "gemeente", chosen=("plaats", "AM20"), locations=locations))


def test_a_small_map_leaves_out_the_legend_but_no_area(register):
    figure = drawn(register, compact=True)
    assert legend(figure) == []
    assert set(areas(figure)) == {"AM19", "AM34", "AM20", "GM0632", "AM21", "GM1892"}


def test_every_area_that_is_named_has_a_shape(register):
    for level in LEVELS:
        for trace in drawn(register, level).data:
            if trace.type == "choropleth":
                assert set(trace.locations) <= {feature["id"] for feature in trace.geojson["features"]}


@pytest.mark.parametrize("chosen", [None, ("plaats", "AM21"), ("gemeente", "GM0534")])
def test_the_country_lies_pale_beneath_everything_and_cannot_be_clicked(register, chosen):
    figure = drawn(register, "gemeente", chosen=chosen)
    land, borders = figure.data[:2]
    assert tones(land)[0] == style.AROUND
    assert land.hoverinfo == borders.hoverinfo == "skip"
    assert borders.line.color == style.AROUND_LINE
    shape = shapely.geometry.shape(land.geojson["features"][0]["geometry"])
    sea, rotterdam = shapely.Point(4.2, 52.3), shapely.Point(4.35, 51.9)
    assert not shape.contains(sea)
    assert shape.contains(rotterdam) or chosen


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("chosen", [None, ("plaats", "AM20"), ("gemeente", "GM0546")])
def test_a_map_is_few_layers(register, level, chosen):
    """Of each kind one: what cannot be clicked, the borders in the country, what can be clicked, borders, names."""
    if chosen and level == "plaats":
        return
    layers = [trace for trace in drawn(register, level, chosen=chosen).data if not trace.showlegend]
    ours = [trace for trace in layers if trace.meta]
    assert [trace.type for trace in layers if trace not in ours] == [
        "choropleth",
        "scattergeo",
        "choropleth",
        "scattergeo",
    ]
    assert len({(trace.line.color, trace.line.width) for trace in ours}) == len(ours)


def test_streets_take_the_place_of_the_country(register):
    areas_drawn = [trace for trace in drawn(register, with_streets=True).data if trace.type == "choropleth"]
    assert style.AROUND not in {colour for trace in areas_drawn for colour in tones(trace)}


def test_the_country_is_no_count_and_no_context():
    assert len({style.AROUND, style.AROUND_ON_PAPER, style.ZERO, style.NOT_CHOSEN, style.CONTEXT, style.NO_DATA}) == 6


def test_the_map_needs_no_internet(register):
    figure = drawn(register)
    assert CONFIG["topojsonURL"].startswith("data:application/json,")
    assert CONFIG["topojsonURL"].endswith("#")
    assert figure.layout.geo.visible is False
    assert figure.layout.geo.projection.type == "mercator"


def test_streets_are_asked_for_only_when_they_are_wanted(register):
    assert not drawn(register).layout.images
    figure = drawn(register, with_streets=True)
    assert all(image.source.startswith("https://service.pdok.nl/") for image in figure.layout.images)
    opacities = {trace.marker.opacity for trace in figure.data if trace.type == "choropleth" and trace.hovertext}
    assert max(opacities) < 1


def test_a_map_of_an_empty_selection_is_all_zero(register):
    frame = area_figures(apply(Selection(thema=("recreatie",)), register), level="gemeente")
    for measure in MEASURES:
        found = areas(area_map(frame=frame, level="gemeente", measure=measure))
        assert {colour for colour, _ in found.values()} <= {style.ZERO, style.NO_DATA, style.CONTEXT}


def test_an_area_that_was_not_chosen_is_no_zero(register):
    selection = Selection(regio=("AM20",))
    frame = area_figures(apply(selection, register), level="plaats")
    figure = area_map(frame=frame, level="plaats", measure="activiteiten", within=("AM20",))
    left_out = {code for code, (colour, _) in areas(figure).items() if colour == style.NOT_CHOSEN}
    assert left_out == {"AM19", "AM34", "GM0632"}
    texts = [text for t in figure.data if t.type == "scattergeo" and t.mode == "text" for text in t.text]
    assert {"Holland Rijnland", "Haaglanden"} <= set(texts)
    assert "Midden-Holland<br>2" in texts


def test_all_that_share_the_highest_or_the_lowest_are_named():
    columns = ["code", "naam", "activiteiten"]
    frame = pd.DataFrame([("GM0546", "Leiden", 3), ("GM0513", "Gouda", 3), ("GM0537", "Katwijk", 0)], columns=columns)
    assert tell("activiteiten")(frame) == ("het meest in Leiden en Gouda (3), het minst in Katwijk (0)")
    none = [("GM0638", "Zoeterwoude", 0), ("GM0579", "Oegstgeest", 0), ("GM0553", "Lisse", 0)]
    many = pd.concat([frame, pd.DataFrame(none, columns=columns)], ignore_index=True)
    assert tell("activiteiten")(many) == "het meest in Leiden en Gouda (3)"
