"""Names on a map: a key municipality keeps its own, however small the map is and whatever stands there already."""

from itertools import combinations

import pandas as pd
import pytest

from lrn import geo
from lrn import vocabulary as v
from lrn.export.slides import areas, form
from lrn.export.slides.boxes import Box, cm
from lrn.export.slides.house import HouseStyle
from lrn.export.slides.map_pages import municipality_labels
from lrn.export.slides.page import Page
from tests.export.slides.opened import everything
from tests.export.slides.test_deck import meets, sides

FRAME = pd.DataFrame({"code": list(v.GEMEENTE), "activiteiten": 10})


@pytest.mark.parametrize("across", [5.5, 16])
def test_every_key_municipality_has_its_name_and_a_line_to_it_from_outside(across):
    style = HouseStyle.ours()
    page = Page(style.presentation(), style, form.VLAK)
    drawn = areas.Map(areas=[], labels=municipality_labels(FRAME, None), bounds=geo.bounds())
    areas.draw(page, Box(cm(2), cm(3), cm(across), cm(across)), drawn, name="Kaart", alt="Kaart")
    found = {each.name: each for each in everything(page.shapes)}
    labels = {name: each for name, each in found.items() if name.startswith("Label ")}
    for code in v.SLEUTELGEMEENTEN:
        words = labels[f"Label {v.GEMEENTE[code].naam}"].text_frame.text
        assert words.replace("-\n", "-").split() == [*v.GEMEENTE[code].naam.split(), "10"]
    for one, other in combinations(labels.values(), 2):
        assert not meets(sides(one), sides(other)), (one.name, other.name)
    assert any(name.startswith("Streep ") for name in found) == (across < 16)
