"""Room on a page: rectangles that are divided, in the English Metric Units (EMU) of Office."""

from __future__ import annotations

from dataclasses import dataclass

CM = 360_000
POINT = 12_700


def cm(size: float) -> int:
    """*size* centimetres in EMU."""
    return round(size * CM)


@dataclass(frozen=True)
class Box:
    """A rectangle on a page, in EMU."""

    left: int
    top: int
    width: int
    height: int

    @property
    def right(self) -> int:
        """The right side."""
        return self.left + self.width

    @property
    def bottom(self) -> int:
        """The lower side."""
        return self.top + self.height

    @property
    def points(self) -> tuple[float, float]:
        """Width and height in points."""
        return self.width / POINT, self.height / POINT

    def columns(self, *shares: float, gap: float = 0.8) -> list[Box]:
        """The rectangle cut into columns that are as wide as *shares* say, *gap* centimetres apart."""
        room = self.width - cm(gap) * (len(shares) - 1)
        found, left = [], self.left
        for share in shares:
            width = round(room * share / sum(shares))
            found.append(Box(left, self.top, width, self.height))
            left += width + cm(gap)
        return found

    def rows(self, *shares: float, gap: float = 0.4) -> list[Box]:
        """The rectangle cut into rows that are as high as *shares* say, *gap* centimetres apart."""
        room = self.height - cm(gap) * (len(shares) - 1)
        found, top = [], self.top
        for share in shares:
            height = round(room * share / sum(shares))
            found.append(Box(self.left, top, self.width, height))
            top += height + cm(gap)
        return found

    def upper(self, height: float) -> Box:
        """The upper *height* centimetres, or all of it when that is less."""
        return Box(self.left, self.top, self.width, min(cm(height), self.height))

    def below(self, height: float) -> Box:
        """What is left under the upper *height* centimetres."""
        taken = min(cm(height), self.height)
        return Box(self.left, self.top + taken, self.width, self.height - taken)

    def narrowed(self, by: float) -> Box:
        """The same rectangle, *by* times less wide: so much less goes in of letters that are so much wider."""
        return Box(self.left, self.top, round(self.width / by), self.height)

    def scaled(self, across: float, down: float) -> Box:
        """The same rectangle on a page that is *across* times as wide and *down* times as high."""
        return Box(
            round(self.left * across), round(self.top * down), round(self.width * across), round(self.height * down)
        )
