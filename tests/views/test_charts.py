"""What is said of a chart: its definition is that of what it counts, and of what its shares are of."""

import pytest

from lrn import texts
from lrn.charts.maps import MEASURES
from lrn.ui.kaart.side_by_side import chart
from lrn.views import charts


@pytest.mark.parametrize("measure", MEASURES)
@pytest.mark.parametrize("level", ["gemeente", "plaats"])
def test_a_map_is_defined_by_what_its_areas_are(measure, level):
    definition = charts.area_map(measure, level).definition
    assert definition.endswith(texts.DEFINITIONS[level])
    other = {"gemeente": "plaats", "plaats": "gemeente"}[level]
    assert texts.DEFINITIONS[other] not in definition


@pytest.mark.parametrize(
    ("described", "of"),
    [
        (charts.INGREDIENTS, "het totaal"),
        (charts.THEMES, "het totaal"),
        (charts.INGREDIENT_MATRIX, "die regio of gemeente"),
        (charts.THEME_MATRIX, "die regio of gemeente"),
        (charts.COLLEGE_MATRIX, "dat college"),
    ],
)
def test_a_share_is_said_to_be_of_what_it_is_of(described, of):
    assert f"{of}." in described.definition


def test_two_municipalities_side_by_side_count_by_municipality():
    assert chart("kerncijfers", "gemeente").definition == texts.DEFINITIONS["gemeente"]
    assert chart("kerncijfers", "plaats").definition == texts.DEFINITIONS["plaats"]
