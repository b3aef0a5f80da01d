#!/usr/bin/env bash
# A chart that python-pptx makes numbers its axes with two fixed negative values (c:axId), and refers to them in c:crossAx.
# The schema of DrawingML (ECMA-376) has an unsigned number there. PowerPoint and LibreOffice open the file, but every
# validator that goes by the schema, that of Microsoft's Open XML SDK among them, reports each such number in each chart. It
# is no matter of overflow either: the SDK wants at most 2147483647, so that the same bits read as unsigned are refused too.
#
# Version: python-pptx 1.0.2 from PyPI.
# Seen: for a bar chart 2 axes with the numbers -2068027336 and -2113994440, each named three times; the same two numbers
# in a second chart of another size, so that they are fixed and tell no charts apart.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q python-pptx==1.0.2
"$work/venv/bin/python" - <<'PY'
from collections import Counter

from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches

deck = Presentation()
slide = deck.slides.add_slide(deck.slide_layouts[6])


def numbers(width: float, amounts: tuple[int, ...]) -> Counter:
    data = CategoryChartData()
    data.categories = [f"c{n}" for n in range(len(amounts))]
    data.add_series("s", amounts)
    frame = slide.shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, 0, 0, Inches(width), Inches(2), data)
    found = frame.chart._chartSpace.xpath(".//c:axId/@val | .//c:crossAx/@val")
    return Counter(map(int, found))


one, other = numbers(4, (1, 2, 3)), numbers(6, (5, 8))
print(dict(one))
assert one == other == Counter({-2068027336: 3, -2113994440: 3}), (one, other)
assert all(number < 0 for number in one)
print("as it was: negative numbers, the same in each chart")
PY
