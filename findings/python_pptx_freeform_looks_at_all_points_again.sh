#!/usr/bin/env bash
# A freeform of python-pptx is made in a time that grows with the square of its points: for every point that is written,
# the smallest x and y of all points are looked for again, to place the shape. A map of some thousand points is slow by
# that, and no argument of the builder avoids it.
#
# Version: python-pptx 1.0.2 from PyPI.
# Seen: for a line of 200 points the library itself makes some 93,000 calls of its functions; for one of 400 points
# 346,000, which is 3.7 times as many, where twice as many would do.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q python-pptx==1.0.2
"$work/venv/bin/python" - <<'PY'
import sys

from pptx import Presentation

deck = Presentation()
slide = deck.slides.add_slide(deck.slide_layouts[6])


def calls(points):
    """How many functions of python-pptx are called to make a freeform of *points* points."""
    builder = slide.shapes.build_freeform(0, 0, scale=100.0)
    builder.add_line_segments([(n, n % 7) for n in range(1, points)], close=False)
    seen = 0

    def count(frame, event, _):
        nonlocal seen
        seen += event == "call" and "pptx" in frame.f_code.co_filename

    sys.setprofile(count)
    builder.convert_to_shape()
    sys.setprofile(None)
    return seen


few, twice_as_many = calls(200), calls(400)
print(few, twice_as_many, round(twice_as_many / few, 2))
assert twice_as_many > 3 * few, "twice the points no longer cost four times the calls"
PY
