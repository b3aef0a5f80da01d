"""A freeform of ours is that of python-pptx, point for point, and its beginning is looked for once."""

from __future__ import annotations

from types import SimpleNamespace

from pptx import Presentation
from pptx.shapes.freeform import FreeformBuilder

from lrn.export.slides.outlines import freeform

RINGS = [[(500, 900), (700, 300), (200, 400)], [(450, 600), (150, 550), (460, 1000)]]  # the second reaches further


def drawn(begin):
    """The XML of a shape of the two rings, by a builder that *begin* makes on a new slide."""
    made = Presentation()
    builder = begin(made.slides.add_slide(made.slide_layouts[6]).shapes, *RINGS[0][0])
    builder.add_line_segments(RINGS[0][1:], close=True)
    builder.move_to(*RINGS[1][0])
    builder.add_line_segments(RINGS[1][1:], close=True)
    return builder.convert_to_shape()._element.xml


def test_it_is_the_shape_that_python_pptx_makes():
    ours = drawn(lambda shapes, x, y: freeform(SimpleNamespace(shapes=shapes), x, y))
    assert ours == drawn(lambda shapes, x, y: shapes.build_freeform(x, y, scale=1.0))
    assert '<a:off x="150" y="300"/>' in ours


def test_where_it_begins_is_looked_for_once(monkeypatch):
    asked = []
    for name in ("shape_offset_x", "shape_offset_y"):
        found = getattr(FreeformBuilder, name).fget
        monkeypatch.setattr(
            FreeformBuilder, name, property(lambda self, name=name, found=found: asked.append(name) or found(self))
        )
    drawn(lambda shapes, x, y: freeform(SimpleNamespace(shapes=shapes), x, y))
    assert sorted(asked) == ["shape_offset_x", "shape_offset_y"]
