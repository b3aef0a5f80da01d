"""How much room words take, so that they fit by rule: a smaller size first, an ellipsis last.

Nobody knows here which font the reader's computer has; the widths are those of Arial (and of Helvetica and Liberation
Sans, which are the same), and a margin on top for fonts that are wider.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace

from lrn.export.slides.boxes import Box

# Widths in thousandths of the size, by character (Adobe's metrics of Helvetica).
_CHARACTERS = {
    char: width
    for width, chars in (
        (222, "ijl'‘’|"),
        (278, " .,:;/\\!tfI[]·"),
        (333, '-r()"`“”*°'),
        (500, "ckszvxyJ"),
        (556, "0123456789abdeghnopquL?#$€_–+<>=~^−«»"),
        (667, "ABEKPSVXY&"),
        (722, "CDHNRUwT"),
        (778, "GOQ"),
        (833, "mM"),
        (944, "W"),
        (1000, "…—%@→"),
    )
    for char in chars
}
_UNKNOWN, _WIDE = 722, 1000  # a letter with an accent or of another script; a wide one, as in Chinese
_MARGIN = 1.06  # other fonts are wider
_BOLD = 1.08
LEADING = 1.2  # a line is this many times as high as its letters
ELLIPSIS = "…"
_AFTER_HYPHEN = re.compile(r"(?<=\w-)(?=\w)")


def width(text: str, size: float, *, bold: bool = False) -> float:
    """How wide *text* is at *size* points, in points: rather too wide than too narrow."""
    total = sum(map(_WIDTHS.__getitem__, text))
    return total * size / 1000 * _MARGIN * (_BOLD if bold else 1)


class _Widths(dict[str, int]):
    def __missing__(self, char: str) -> int:
        if unicodedata.combining(char):
            return 0
        return _WIDE if unicodedata.east_asian_width(char) in "WF" or ord(char) > 0xFFFF else _UNKNOWN


_WIDTHS = _Widths(_CHARACTERS)


def wrap(text: str, size: float, room: float, *, bold: bool = False) -> list[str]:
    """*text* in lines of at most *room* points, broken at spaces and hyphens, and in longer words."""
    lines = [""]
    for word in text.split():
        for position, part in enumerate(_AFTER_HYPHEN.split(word)):
            space = " " if position == 0 and lines[-1] else ""
            if width(lines[-1] + space + part, size, bold=bold) <= room:
                lines[-1] += space + part
                continue
            if lines[-1]:
                lines.append("")
            for char in part:
                if lines[-1] and width(lines[-1] + char, size, bold=bold) > room:
                    lines.append("")
                lines[-1] += char
    return lines


def shorten(text: str, size: float, room: float, *, lines: int = 1, bold: bool = False) -> str:
    """*text* in at most *lines* lines of *room* points; what is too long ends in an ellipsis, if it can at a word."""
    if len(wrap(text, size, room, bold=bold)) <= lines:
        return text
    low, high = 0, len(text)
    while low < high:  # the most characters that fit, with the ellipsis
        middle = (low + high + 1) // 2
        fits = len(wrap(text[:middle].rstrip() + ELLIPSIS, size, room, bold=bold)) <= lines
        low, high = (middle, high) if fits else (low, middle - 1)
    kept = text[:low]
    if " " in kept and not text[low : low + 1].isspace() and len(kept.rsplit(" ", 1)[0]) > low // 2:
        kept = kept.rsplit(" ", 1)[0]
    return kept.rstrip(" ,;:–-(") + ELLIPSIS


@dataclass(frozen=True)
class Paragraph:
    """One paragraph: its text, a bold ``label`` before it, and the room after it as a part of its size.

    ``scale`` makes it larger or smaller than the others, ``url`` makes the text a link and ``label_url`` the label,
    ``bullet`` puts a dot before it.
    """

    text: str
    label: str = ""
    bold: bool = False
    scale: float = 1.0
    after: float = 0.3
    bullet: bool = False
    url: str = ""
    label_url: str = ""

    def words(self) -> str:
        """Label and text as they are read."""
        return f"{self.label} {self.text}".strip()


def height(lines: Sequence[Paragraph], size: float, room: float) -> float:
    """How high *lines* are together in a column of *room* points, in points."""
    return sum(_height(line, size, room) for line in lines) - (size * lines[-1].scale * lines[-1].after if lines else 0)


def _height(line: Paragraph, size: float, room: float) -> float:
    own = size * line.scale
    return _amount(line, own, room) * own * LEADING + own * line.after


def _amount(line: Paragraph, own: float, room: float) -> int:
    """How many lines a paragraph takes at its *own* size."""
    return len(wrap(line.words(), own, _room(line, own, room), bold=line.bold or bool(line.label)))


def _room(line: Paragraph, size: float, room: float) -> float:
    return max(room - (BULLET_INDENT * size if line.bullet else 0), size)


BULLET_INDENT = 1.1  # of the size


def fitted(
    lines: Sequence[Paragraph], box: Box, sizes: Sequence[float], *, inset: float = 0
) -> tuple[list[Paragraph], float]:
    """*lines* and the first of *sizes* (large to small) at which they fit in *box*, *inset* points inside it.

    At the smallest size what does not fit is left out, and the last paragraph that is there ends in an ellipsis.
    """
    across, down = _inside(box, inset)
    for size in sizes:
        if height(lines, size, across) <= down:
            return list(lines), size
    size = sizes[-1]
    kept = list(lines[: _whole(lines, size, across, down)])
    left = down - sum(_height(line, size, across) for line in kept)
    cut = lines[len(kept)]
    amount = int(left / (size * cut.scale * LEADING))
    if amount or not kept:
        return [*kept, _cut(cut, size, across, max(amount, 1))], size
    last = kept[-1]
    return [*kept[:-1], _cut(last, size, across, _amount(last, size * last.scale, across))], size


def split(lines: Sequence[Paragraph], box: Box, size: float) -> tuple[list[Paragraph], list[Paragraph]]:
    """Those of *lines* that fit whole in *box* at *size* points, from the first on, and the others."""
    amount = _whole(lines, size, *_inside(box))
    return list(lines[:amount]), list(lines[amount:])


def _inside(box: Box, inset: float = 0) -> tuple[float, float]:
    across, down = box.points
    return max(across - 2 * inset, 1), max(down - 2 * inset, 1)


def _whole(lines: Sequence[Paragraph], size: float, across: float, down: float) -> int:
    """How many of *lines* fit whole in a column of *across* by *down* points."""
    return next((n - 1 for n in range(1, len(lines) + 1) if height(lines[:n], size, across) > down), len(lines))


def _cut(line: Paragraph, size: float, across: float, amount: int) -> Paragraph:
    """*line* in *amount* lines, with an ellipsis after what is kept of its text."""
    own = size * line.scale
    bold = line.bold or bool(line.label)
    whole = shorten(f"{line.words()} {ELLIPSIS}", own, _room(line, own, across), lines=amount, bold=bold)
    text = whole[len(line.label) :].strip() if whole.startswith(line.label) else ELLIPSIS
    return replace(line, text=text, after=0)
