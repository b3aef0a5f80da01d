"""The page of the network in a deck: a shape for the lines and one for each colour of nodes, or sentences."""

import pytest

from lrn.export.slides import deck
from lrn.selection import Selection
from lrn.views import meetings, network
from tests.conftest import PEILDATUM
from tests.export.slides.opened import opened


@pytest.fixture
def page():
    """``page(register, selection)``: the slide that shows the network."""

    def made(register, selection):
        meeting = meetings.Meeting("een", "Een", "iedereen", (), ("beeld_van_het_netwerk",))
        return opened(deck(register, selection, meeting=meeting)).slides[0]

    return made


def shapes(slide):
    """Every shape by its name, those in a group too."""
    found = {}
    for shape in slide.shapes:
        found[shape.name] = shape
        found |= {each.name: each for each in getattr(shape, "shapes", ())}
    return found


def test_nodes_have_the_colour_of_their_region_and_lines_are_one_shape(page, register):
    found = shapes(page(register, Selection(peildatum=PEILDATUM)))
    assert {"Verbindingslijnen", "Holland Rijnland", "Woerden (Midden-Utrecht)", "Gemeente of regio"} <= set(found)
    assert str(found["Holland Rijnland"].fill.fore_color.rgb) == "0072B2"
    assert "Regio Holland Rijnland" in found
    text = " ".join(shape.text_frame.text for shape in found.values() if shape.has_text_frame)
    assert "5 van de 7 activiteiten hebben nog geen lijn naar een van de andere" in text
    assert "1 verbindingslijn, waarvan 1 van regio naar regio" in text


def test_of_too_many_nodes_is_told_what_runs_between_regions(page, register, monkeypatch):
    monkeypatch.setattr(network, "MOST_NODES", 5)
    found = shapes(page(register, Selection(peildatum=PEILDATUM)))
    assert "Verbindingslijnen" not in found
    text = " ".join(shape.text_frame.text for shape in found.values() if shape.has_text_frame)
    assert "Tussen Holland Rijnland en Woerden" in text


def test_without_lines_there_are_only_nodes(page, build_register):
    register = build_register({"Activiteiten": [["ID", "Naam", "Gemeente"], ["K1", "Een", "Leiden"]]})
    found = shapes(page(register, Selection()))
    assert "Holland Rijnland" in found
    assert "Verbindingslijnen" not in found
