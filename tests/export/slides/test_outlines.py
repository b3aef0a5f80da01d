"""A freeform of ours is that of python-pptx, point for point."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from pptx import Presentation
from pptx.oxml.ns import qn

from lrn.export.slides.outlines import outlined
from lrn.export.slides.page import unstyled

RINGS = [[(500, 900), (700, 300), (200, 400), (500, 900)], [(450, 600), (150, 550), (460, 1000), (450, 600)]]


def shapes():
    made = Presentation()
    return made.slides.add_slide(made.slide_layouts[6]).shapes


@pytest.mark.parametrize("closed", [True, False])
def test_it_is_the_shape_that_python_pptx_makes(closed):
    ours = outlined(SimpleNamespace(shapes=shapes()), RINGS, lambda x, y: (x, y), closed=closed)
    builder = shapes().build_freeform(*RINGS[0][0], scale=1.0)
    for number, ring in enumerate(RINGS):
        if number:
            builder.move_to(*ring[0])
        builder.add_line_segments(ring[1:-1] if closed else ring[1:], close=closed)
    theirs = unstyled(builder.convert_to_shape())
    assert (ours.left, ours.top, ours.width, ours.height) == (theirs.left, theirs.top, theirs.width, theirs.height)
    assert (ours.left, ours.top) == (150, 300)
    geometry = [
        [(each.tag, dict(each.attrib)) for each in shape._element.find(qn("p:spPr")).iter()] for shape in (ours, theirs)
    ]
    assert geometry[0] == geometry[1]


def test_of_nothing_there_is_no_shape():
    assert outlined(SimpleNamespace(shapes=shapes()), [], lambda x, y: (x, y)) is None
