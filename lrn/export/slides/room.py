"""Where on a page of somebody else's house style there is room: around its title, and above its footer."""

from __future__ import annotations

from collections.abc import Sequence

from lrn.export.slides.boxes import Box, cm

_GAP, _FOOT = cm(0.3), cm(0.2)  # under a title, and above a footer
_LEAST = 0.5, 0.45  # parts of the width and the height of the page that a chart or table needs


def beside_title(page: Box, title: Box, usual: Box, feet: Sequence[int]) -> Box | None:
    """The largest part of *page* under, beside or above *title*, or None when none is large enough.

    *usual* is what would be filled under an ordinary title: its sides are the margins. *feet* are the tops of what
    stands at the foot of the page.
    """
    foot = min((top for top in feet if top > page.height / 2), default=usual.bottom + _FOOT) - _FOOT
    wide = title.width >= page.width / 2
    left, right = (title.left, title.right) if wide else (usual.left, usual.right)
    margin = usual.left
    found = [
        _between(left, title.bottom + _GAP, right, foot),
        _between(usual.left, margin, usual.right, min(title.top - _GAP, foot)),
        _between(title.right + _GAP, margin, usual.right, foot),
        _between(usual.left, margin, title.left - _GAP, foot),
    ]
    across, down = _LEAST
    enough = [box for box in found if box.width >= across * page.width and box.height >= down * page.height]
    return max(enough, key=lambda box: box.width * box.height, default=None)


def above(usual: Box) -> Box:
    """Where a title stands above *usual*: for a title that leaves no room where its house style has it."""
    margin = usual.left // 2
    return Box(usual.left, margin, usual.width, usual.top - margin - _GAP)


def apart(title: Box, subtitle: Box, page: Box) -> tuple[Box, Box]:
    """Title and subtitle of a title page, so that neither stands in the other."""
    if title.bottom <= subtitle.top or subtitle.bottom <= title.top:
        return title, subtitle
    if title.right <= subtitle.left or subtitle.right <= title.left:
        return title, subtitle
    below = _between(subtitle.left, title.bottom + _GAP, subtitle.right, subtitle.bottom)
    if below.height >= page.height / 5:
        return title, below
    half = page.height // 2
    margin = page.height // 10
    return (
        Box(title.left, margin, title.width, half - margin - _GAP),
        Box(subtitle.left, half, subtitle.width, half - 2 * margin),
    )


def _between(left: int, top: int, right: int, bottom: int) -> Box:
    return Box(left, top, max(right - left, 0), max(bottom - top, 0))
