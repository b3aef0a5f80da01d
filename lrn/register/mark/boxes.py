"""The boxes that notes are shown in: shapes in a VML drawing, which Excel has kept for this since 2003.

They are read and changed as bytes. Excel itself writes VML that no XML parser takes (``<br>`` without an end, in the
texts of buttons), and this way everything that is not a box of ours stays as it was.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Mapping, Set

from lrn.register.mark.grid import Grid, walk
from lrn.register.mark.package import BROKEN, NotMarkable
from lrn.register.mark.schema import LAST_COLUMN, LAST_ROW, Cell

WIDTH, LONGEST = 300, 600  # pixels
_CHARACTER, _LINE, _EDGE = 6.2, 15, 16  # pixels of Tahoma 9, which notes are written in
_IN_BLOCK = 1023  # shapes with a number in one block of 1024

# Any prefix: not every program calls the namespaces v, o and x.
_P = rb"(?:[A-Za-z_][\w.-]{0,30}:)?"
# A shape and what follows it up to the next; searching for the end of each would take hours on a file made for that.
_SHAPES, _END = re.compile(rb"(?=<" + _P + rb"shape[\s>])"), re.compile(rb"</" + _P + rb"shape\s*>")
_ROW = re.compile(rb"<" + _P + rb"Row>\s*(\d{1,7})\s*<")
_COLUMN = re.compile(rb"<" + _P + rb"Column>\s*(\d{1,5})\s*<")
_ANCHOR = re.compile(rb"<" + _P + rb"Anchor>([^<]*)<")
_NOTE = re.compile(rb"ObjectType=[\"']Note[\"']")
_NUMBER = re.compile(rb"\bid=[\"'][^\"']{0,40}?_s(\d{1,9})[\"']")
_IDMAP = re.compile(rb"(<" + _P + rb"idmap\b[^<>]*?\bdata=[\"'])([0-9, ]*)")
_NAME = re.compile(rb"<[\w:]+")
_NOTE_TYPE = re.compile(rb"\sid=[\"']_x0000_t202[\"']")

_NAMESPACES = {
    b"v": b"urn:schemas-microsoft-com:vml",
    b"o": b"urn:schemas-microsoft-com:office:office",
    b"x": b"urn:schemas-microsoft-com:office:excel",
}
_DECLARED = b"".join(b' xmlns:%s="%s"' % item for item in _NAMESPACES.items())
_TYPE = (
    b'<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">'
    b'<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>\n'
)
EMPTY = (
    b"<xml" + _DECLARED + b">\n"
    b'<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data=""/></o:shapelayout>\n' + _TYPE + b"</xml>"
)


def blocks(vml: bytes) -> set[int]:
    """The blocks of 1024 that the shapes of a drawing are numbered in. No two drawings of a workbook share one."""
    named = {int(text) for found in _IDMAP.finditer(vml) for text in re.findall(rb"\d{1,9}", found[2])}
    return named | {int(found[1]) // 1024 for found in _NUMBER.finditer(vml)}


def is_empty(vml: bytes) -> bool:
    """Whether no note, button or picture is left in a drawing."""
    return b"ClientData" not in vml


def without(vml: bytes, cells: Set[Cell]) -> bytes:
    """The drawing without the boxes of *cells*, and without the blocks that only they were numbered in."""
    kept, gone = [], []
    for box, rest in _split(vml):
        if _cell(box) in cells:
            gone.append(box)
            kept.append(rest.lstrip())
        else:
            kept.append(box + rest)
    left = b"".join(kept)
    numbers = {int(found[1]) // 1024 for found in _NUMBER.finditer(b"".join(gone))}
    numbers -= {int(found[1]) // 1024 for found in _NUMBER.finditer(left)}
    return _IDMAP.sub(lambda found: found[1] + _listed(_listed_in(found) - numbers), left, count=1)


def with_boxes(vml: bytes, texts: Mapping[Cell, str], grid: Grid, first_block: int) -> bytes:
    """The drawing with a box on each cell, hidden until someone points at the cell and large enough for its text.

    A box that is there grows as far as needed. New ones are numbered from *first_block*.
    Raises :class:`NotMarkable` for what is no drawing.
    """
    pieces, present = [], set()
    for box, rest in _split(vml):
        cell = _cell(box)
        if cell in texts and cell is not None:
            present.add(cell)
            box = _grown(box, texts[cell], grid)
        pieces.append(box + rest)
    head, end, tail = b"".join(pieces).rpartition(b"</xml>")
    if not end:
        raise NotMarkable(BROKEN)
    missing = {cell: text for cell, text in texts.items() if cell not in present}
    numbers = [(first_block + index // _IN_BLOCK) * 1024 + index % _IN_BLOCK + 1 for index in range(len(missing))]
    used = {number // 1024 for number in numbers}
    head = _IDMAP.sub(lambda found: found[1] + _listed(_listed_in(found) | used), head, count=1)
    new = [_box(number, cell, text, grid) for number, (cell, text) in zip(numbers, missing.items(), strict=True)]
    return head + b"".join(_at_home(new, head)) + end + tail


def _at_home(elements: list[bytes], head: bytes) -> list[bytes]:
    """*elements* with the shape type and the namespaces that they lean on, where *head* does not have them."""
    if elements and not _NOTE_TYPE.search(head):
        elements = [_TYPE, *elements]
    root = head[: head.find(b">", head.find(b"<xml"))]
    if all(b'xmlns:%s="%s"' % namespace in root for namespace in _NAMESPACES.items()):
        return elements
    return [_NAME.sub(lambda name: name[0] + _DECLARED, element, count=1) for element in elements]


def _split(vml: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Each shape and what stands between it and the next; first (no shape, what stands before all)."""
    for piece in _SHAPES.split(vml):
        end = _END.search(piece)
        yield (piece[: end.end()], piece[end.end() :]) if end else (b"", piece)


def _cell(box: bytes) -> Cell | None:
    """The cell that a box is the note of, None when the shape is something else."""
    row, column = _ROW.search(box), _COLUMN.search(box)
    if _NOTE.search(box) is None or row is None or column is None:
        return None
    return Cell(int(row[1]) + 1, int(column[1]) + 1)


def _listed_in(idmap: re.Match[bytes]) -> set[int]:
    return {int(text) for text in re.findall(rb"\d+", idmap[2])}


def _listed(numbers: Set[int]) -> bytes:
    return ",".join(map(str, sorted(numbers))).encode()


def _height(text: str, width: int) -> int:
    """The pixels that a text needs in a box of *width* pixels."""
    characters = max(int((width - _EDGE) / _CHARACTER), 10)
    lines = sum(len(textwrap.wrap(line, characters)) or 1 for line in text.split("\n"))
    return min(lines * _LINE + _EDGE, LONGEST)


def _grown(box: bytes, text: str, grid: Grid) -> bytes:
    """A box that is there already, its lower edge moved down as far as *text* needs."""
    anchor = _ANCHOR.search(box)
    values = [int(value) for value in re.findall(rb"\d{1,7}", anchor[1])] if anchor else []
    if anchor is None or len(values) != 8:
        return box
    left, left_offset, top, top_offset, right, right_offset, bottom, bottom_offset = values
    between = range(left + 1, min(right, left + 200) + 1)
    width = sum(grid.column_width(column) for column in between) - left_offset + right_offset
    lower = walk(top, top_offset, _height(text, width), lambda at: grid.row_height(at + 1), LAST_ROW - 1)
    values[6:] = max((bottom, bottom_offset), lower)
    return box[: anchor.start(1)] + ", ".join(map(str, values)).encode() + box[anchor.end(1) :]


def _box(number: int, cell: Cell, text: str, grid: Grid) -> bytes:
    """A box to the right of *cell*, from half a row above it, as Excel draws a new note."""
    height = _height(text, WIDTH)
    left, top = min(cell.column, LAST_COLUMN - 4), max(cell.row - 2, 0)
    right, right_offset = walk(left, 15, WIDTH, lambda at: grid.column_width(at + 1), LAST_COLUMN - 1)
    bottom, bottom_offset = walk(top, 4, height, lambda at: grid.row_height(at + 1), LAST_ROW - 1)
    size = f"width:{WIDTH * 0.75:g}pt;height:{height * 0.75:g}pt"
    anchor = f"{left}, 15, {top}, 4, {right}, {right_offset}, {bottom}, {bottom_offset}"
    return (
        f'<v:shape id="_x0000_s{number}" type="#_x0000_t202" '
        f'style="position:absolute;margin-left:60pt;margin-top:2pt;{size};z-index:{number % 1024};visibility:hidden" '
        'fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/>'
        '<v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>'
        '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>'
        f'<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{anchor}</x:Anchor>'
        f"<x:AutoFill>False</x:AutoFill><x:Row>{cell.row - 1}</x:Row><x:Column>{cell.column - 1}</x:Column>"
        "</x:ClientData></v:shape>\n"
    ).encode()
