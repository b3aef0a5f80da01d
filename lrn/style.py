"""Colours, class breaks and the common look of charts. Leaf module.

One set of colours serves the light and the dark theme: areas are light enough for dark labels in both, and text
outside them is ``TEXT``, which follows the theme.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

# A place has one colour on every page, slide and workbook (Okabe–Ito, safe for colour-vision deficiencies).
PLACE_COLOURS: dict[str, str] = {
    "AM19": "#0072B2",
    "AM34": "#D55E00",
    "AM20": "#009E73",
    "GM0632": "#CC79A7",
}
PLACE_AROUND = "#8A8F94"  # of every other place, which is context

ACCENT = "#2A74AA"  # white on it has a contrast of 5.0
ACCENT_SOFT = "#9CC3DF"  # on paper; on a screen faint(ACCENT)
INK = "#14232E"  # labels on coloured areas
INK_SOFT = "#3A444C"  # labels of context
HALO = "0 0 3px #FFFFFF, 0 0 3px #FFFFFF, 0 0 4px #FFFFFF"  # keeps a label readable wherever it falls
LINE = "#FFFFFF"
OUTLINE = "#14232E"
RULE = "rgba(128,138,146,0.35)"  # thin lines that show on light and dark
CONTEXT = "#C9CDD1"  # not ours, drawn to recognise the map
# The country around the network, and the borders in it: a breath of grey on light and on dark, beside the bare sea. It
# is lighter than ZERO, so that nobody reads a count in it.
AROUND = "rgba(128,138,146,0.07)"
AROUND_LINE = "rgba(128,138,146,0.4)"
AROUND_ON_PAPER, AROUND_LINE_ON_PAPER = "#F6F7F7", "#CCD0D3"  # the same on white, where nothing is transparent
PAPER_EDGE = "#7F868C"  # of a zero and the stripes of what was not chosen: 3.2 on ZERO, 3.7 on white
NOT_CHOSEN = "#E3E6E8"  # outside the filters on place
NO_DATA = "#EFE6D6"  # too few activities to show a share of
ZERO = "#F2F2F0"  # a count of zero has a tone of its own
# One hue in few classes, from few to many; INK on the darkest has a contrast of 4.7.
SEQUENCE = ("#D3E6F4", "#B7D5EB", "#97C3E0", "#6FABD3", "#4A92C4")

# Colour and symbol of kinds of activities on the map, told apart with any colour vision (Tol, muted) and on any area.
MARKS = (
    ("#332288", "circle"),
    ("#CC6677", "square"),
    ("#DDCC77", "diamond"),
    ("#117733", "triangle-up"),
    ("#AA4499", "triangle-down"),
    ("#44AA99", "pentagon"),
    ("#882255", "star"),
    ("#999933", "hexagon"),
)
OTHER_MARK = ("#5F6B73", "cross")  # kinds that are rare, taken together
EMPTY_MARK = ("#FFFFFF", "circle")  # not filled in
COMPARED = ("#2A74AA", "#C9832B")  # two municipalities side by side; places have their own colours
CONNECTION = "#3D4A54"  # verbindingslijnen: of no place and no kind

# Colours of text and lines on the page itself differ by theme, as no colour reads on both: a figure has these names,
# and the browser puts in what they stand for.
TEXT, TEXT_SOFT, GRID = "#000037", "#000035", "#000034"
THEMED = {
    TEXT: {"light": "#262730", "dark": "#FAFAFA"},
    TEXT_SOFT: {"light": "#4A5560", "dark": "#E6EAF1"},
    GRID: {"light": "#E6EAF1", "dark": "#31333F"},
}
TICKS = {"color": TEXT}

FAINT = 0.45  # of the strength of a colour, for what is not looked at now
FONT_SIZE = 13


def place_colour(code: str) -> str:
    """The colour of a place; a grey for what is context, or has none yet."""
    return PLACE_COLOURS.get(code, PLACE_AROUND)


@dataclass(frozen=True)
class Break:
    """One class of a map or matrix: the values from ``low`` up to and including ``high``, its words and colour."""

    low: float
    high: float
    label: str
    colour: str

    def holds(self, value: float) -> bool:
        """Whether *value* falls in this class."""
        return self.low <= value <= self.high


_LADDER = (2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 100_000)


def count_breaks(
    values: Iterable[float], *, unit: tuple[str, str] | None = None, most: int | None = None
) -> list[Break]:
    """Classes for counts: zero apart, then at most five that suit small numbers (up to five: each its own).

    With *unit* (one, many) the labels are words: "0 activiteiten", "1–2 activiteiten". *most* is the highest
    count that there can be.
    """
    top = int(max(values, default=0))
    zero = Break(0, 0, _label(0, 0, unit), ZERO)
    if top == 0:
        return [zero]
    if top <= len(SEQUENCE):
        bounds = [(n, n) for n in range(1, top + 1)]
    else:
        edges = [edge for edge in _LADDER if edge < top][-(len(SEQUENCE) - 1) :]
        last = next(edge for edge in (*_LADDER, top) if edge >= top)
        uppers = [*edges, min(last, most or last)]
        lowers = [1, *(edge + 1 for edge in edges)]
        bounds = list(zip(lowers, uppers, strict=True))
    colours = spread(len(bounds))
    return [zero, *(Break(*b, _label(*b, unit), colour) for b, colour in zip(bounds, colours, strict=True))]


def _label(low: int, high: int, unit: tuple[str, str] | None) -> str:
    numbers = _dutch(low) if low == high else f"{_dutch(low)}–{_dutch(high)}"
    return f"{numbers} {unit[0] if high == 1 else unit[1]}" if unit else numbers


def _dutch(number: int) -> str:
    return f"{number:,}".replace(",", ".")


def share_breaks() -> list[Break]:
    """Classes for shares (0–1), in words: zero apart, then quarters."""
    zero = Break(0, 0, "geen", ZERO)
    uppers = (0.25, 0.50, 0.75, 1.0)
    labels = ("tot en met een kwart", "tot en met de helft", "tot en met driekwart", "meer dan driekwart")
    lowers = (1e-9, 0.25 + 1e-9, 0.50 + 1e-9, 0.75 + 1e-9)
    return [zero, *(Break(*b) for b in zip(lowers, uppers, labels, spread(4), strict=True))]


def spread(amount: int) -> tuple[str, ...]:
    """*amount* (1–5) colours of the sequence, the darkest always last."""
    step = (len(SEQUENCE) - 1) / max(amount - 1, 1)
    return tuple(SEQUENCE[len(SEQUENCE) - 1 - round(step * (amount - 1 - i))] for i in range(amount))


def faint(colour: str) -> str:
    """*colour* (#RRGGBB) so that what lies beneath shows through: fainter on light and on dark."""
    red, green, blue = (int(colour[start : start + 2], 16) for start in (1, 3, 5))
    return f"rgba({red},{green},{blue},{FAINT})"


_AXIS: dict[str, object] = {
    "automargin": True,
    "gridcolor": GRID,
    "zerolinecolor": GRID,
    "tickcolor": GRID,
    "tickfont": {"color": TEXT_SOFT, "size": FONT_SIZE - 1},
    "title": {"font": {"color": TEXT_SOFT, "size": FONT_SIZE + 1}, "standoff": 20},
}
_TEMPLATE: dict[str, object] = {
    "data": {"scatter": [{"marker": {"line": {"width": 0}}}]},
    "layout": {
        "margin": {"pad": 8},
        "legend": {"borderwidth": 0, "font": {"color": TEXT, "size": FONT_SIZE - 1}},
        "xaxis": _AXIS | {"showgrid": False, "zeroline": False},
        "yaxis": _AXIS,
    },
}
"""What a chart looks like where it says nothing of it."""


def layout(*, height: int, **more: object) -> dict[str, object]:
    """The layout that all charts share: no margins to speak of, no background, Dutch separators."""
    return {
        "template": _TEMPLATE,
        "height": height,
        "margin": {"l": 0, "r": 0, "t": 8, "b": 8},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"size": FONT_SIZE, "color": TEXT},
        "separators": ",.",
        "dragmode": False,
        "showlegend": False,
        "hoverlabel": {"align": "left", "bgcolor": "#FFFFFF", "font": {"color": INK, "size": FONT_SIZE}},
        **more,
    }
