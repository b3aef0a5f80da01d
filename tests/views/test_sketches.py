"""The small pictures of scenes: each is an SVG with the figures that are there, and without a word or a number to read."""

from xml.etree import ElementTree

import pytest

from lrn.selection import Selection
from lrn.views import charts, content
from lrn.views.facts import Facts
from lrn.views.meetings import SCENES
from lrn.views.sketches import HEIGHT, WIDTH, sketch
from tests.conftest import PEILDATUM

SVG = "{http://www.w3.org/2000/svg}"


def drawn(key, facts):
    return ElementTree.fromstring(sketch(SCENES[key], facts))


def bars(picture):
    """The bars in a picture, each as left, top, width and height; not its frame."""
    return [
        tuple(float(rect.get(side)) for side in ("x", "y", "width", "height"))
        for rect in picture.iter(f"{SVG}rect")
        if rect.get("rx") is None
    ]


@pytest.fixture(scope="module")
def facts(register):
    return Facts(register, Selection(peildatum=PEILDATUM))


def test_every_kind_of_content_is_sketched():
    assert {type(scene.shows) for scene in SCENES.values()} == set(content.KINDS)


@pytest.mark.parametrize("key", SCENES)
@pytest.mark.parametrize("chosen", [{}, {"regio": ("AM20",)}, {"gemeente": ("GM0638",)}], ids=str)
def test_a_picture_is_small_stays_within_its_frame_and_says_nothing(register, key, chosen):
    picture = drawn(key, Facts(register, Selection(peildatum=PEILDATUM, **chosen)))  # the last with no activity at all
    assert not [
        element.tag for element in picture.iter() if (element.text or "").strip() or element.tag == f"{SVG}text"
    ]
    for left, top, width, height in bars(picture):
        assert left >= 0 <= top
        assert left + width <= WIDTH
        assert top + height <= HEIGHT
    assert len(ElementTree.tostring(picture)) < 8000


def test_bars_squares_and_areas_are_those_of_the_figures(facts):
    frame = facts.frame(charts.INGREDIENTS)
    lengths = [width for _, _, width, _ in bars(drawn("ingredienten", facts))]
    assert len(lengths) == 11
    longest = max(lengths)
    for length, amount in zip(lengths, frame["aantal"], strict=True):
        assert length == pytest.approx(max(longest * amount / frame["aantal"].max(), 1), abs=0.1)
    assert len(bars(drawn("themas_plaats", facts))) == len(facts.frame(charts.THEME_MATRIX))
    colours = [path.get("fill") for path in drawn("gemeentekaart", facts).iter(f"{SVG}path")]
    areas = facts.frame(SCENES["gemeentekaart"].shows.charts(facts.selection)[0])
    assert len(colours) == len(areas)
    assert len(set(colours)) == areas["activiteiten"].nunique()


def test_an_area_that_was_not_chosen_is_left_open(register):
    chosen = Facts(register, Selection(peildatum=PEILDATUM, gemeente=("GM0546",)))
    colours = [path.get("fill") for path in drawn("gemeentekaart", chosen).iter(f"{SVG}path")]
    assert len(colours) - colours.count("none") == 1
