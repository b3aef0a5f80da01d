"""Freeforms of many points, in time: python-pptx looks at all points again for each point that it writes."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from pptx.shapes.freeform import FreeformBuilder
from pptx.util import Length

from lrn.export.slides.page import Page


def freeform(page: Page, x: float, y: float) -> Any:
    """As ``page.shapes.build_freeform``, from (x, y) in EMU. Make a shape of it once, when all its points are there."""
    return _Outline.new(page.shapes, x, y, 1.0, 1.0)


class _Outline(FreeformBuilder):
    """Finds where it begins at the top and on the left once: no point comes after it is turned into a shape."""

    @cached_property
    def shape_offset_x(self) -> Length:
        return super().shape_offset_x

    @cached_property
    def shape_offset_y(self) -> Length:
        return super().shape_offset_y
