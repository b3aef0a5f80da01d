"""The colours of marked cells, and the way back to the colour a cell had.

A cell's style is an ``xf``, which points at a font, a fill, a border and a number format. A marked cell gets a copy of
its own ``xf`` with another fill and nothing else. The colour it had is kept in that fill itself, as the background that
a solid fill never shows: Excel gives every style a new number when it saves, but leaves colours as they are.
A pattern or gradient under a mark cannot be kept this way: when the mark goes, that cell has no fill.
"""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from lxml import etree

from lrn.register.mark.package import BROKEN, NotMarkable
from lrn.register.mark.schema import MAIN_NS, STYLESHEET, child, new_element, number, q, sub
from lrn.register.model import Severity

# Calm, dark text readable on each, none on Excel's own palette: a cell with one of these colours was marked by us.
TONES = {Severity.FOUT: "FFF9CDA6", Severity.WAARSCHUWING: "FFFFF0B8", Severity.OPMERKING: "FFD2E7F6"}
_OURS = set(TONES.values())

_MOST_STYLES = 64_000  # Excel's limit on different styles in a workbook
TOO_MANY_STYLES = "De werkmap heeft te veel celstijlen om te markeren: kopieer het register naar een nieuwe werkmap."

EMPTY = f"""<styleSheet xmlns="{MAIN_NS}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>
<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>
<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>""".encode()

Attributes = dict[str, str]
Meaning = tuple[Any, tuple[tuple[Any, Any], ...], tuple[Any, ...]]


class Styles:
    """The style sheet of a workbook; ``changed`` once something was added to it."""

    def __init__(self, root: Any, *, trusted: bool = True) -> None:
        """Raises :class:`NotMarkable` when *root* is no style sheet.

        *trusted*: whether the backgrounds of fills are as they were written; LibreOffice makes up its own.
        """
        self._root, self._trusted = root, trusted
        self._known: dict[str, dict[Meaning, int]] = {}  # per collection: an element and its index
        self._marked: dict[tuple[int, Severity], int] = {}
        self.changed = False
        if root.tag != q("styleSheet"):
            raise NotMarkable(BROKEN)
        for name in ("fonts", "fills", "borders", "cellXfs"):
            collection = child(root, name, STYLESHEET)
            if not len(collection):  # nothing can lean on it yet, so that it may begin as an empty one does
                collection.extend(etree.fromstring(EMPTY).findall(f"{q(name)}/*"))
                collection.set("count", str(len(collection)))
                self.changed = True

    # ── Marking ──────────────────────────────────────────────────────────────────────────────────────────────

    def marked(self, style: int, severity: Severity) -> int:
        """The style that is *style* in the tone of *severity*."""
        if (style, severity) not in self._marked:
            xf = deepcopy(self._xf(style))
            xf.set("fillId", str(self._solid_fill({"rgb": TONES[severity]}, self._colour(xf))))
            xf.set("applyFill", "1")
            self._marked[style, severity] = self._index("cellXfs", xf)
        return self._marked[style, severity]

    def before(self) -> dict[int, int]:
        """For each style that is in one of our tones: the style as it was before."""
        return {
            style: self._restored(xf)
            for style, xf in enumerate(list(self._root.find(q("cellXfs"))))
            if self._is_ours(xf)
        }

    def _is_ours(self, xf: Any) -> bool:
        return _rgb(self._solid(xf)) in _OURS

    def _restored(self, marked: Any) -> int:
        xf = deepcopy(marked)
        colour = self._colour(xf)
        xf.set("fillId", str(self._solid_fill(colour) if colour else 0))
        # The way it was first: whether Excel wrote that the fill applies makes no difference to how it looks.
        spellings = [deepcopy(xf) for _ in range(3)]
        spellings[0].attrib.pop("applyFill", None)
        spellings[1].set("applyFill", "1")
        spellings[2].set("applyFill", "0")
        known = (self._known_in("cellXfs").get(_meaning(spelling)) for spelling in spellings)
        found = next((index for index in known if index is not None), None)
        return found if found is not None else self._index("cellXfs", xf)

    def _colour(self, xf: Any) -> Attributes | None:
        """The colour of a cell's own, from under our tone if it has one; None when it has none or nobody knows."""
        shown = self._solid(xf)
        if _rgb(shown) in _OURS:
            shown = self._solid(xf, "bgColor") if self._trusted else None
        return None if shown is None or shown.get("indexed") == "64" or _rgb(shown) in _OURS else shown

    def _solid(self, xf: Any, which: str = "fgColor") -> Attributes | None:
        """The attributes of the colour of a solid fill, None for any other fill."""
        fills = self._root.find(q("fills"))
        index = number(xf.get("fillId"))
        pattern = fills[index].find(q("patternFill")) if index < len(fills) else None
        colour = pattern.find(q(which)) if pattern is not None and pattern.get("patternType") == "solid" else None
        return dict(colour.attrib) if colour is not None else None

    def _solid_fill(self, colour: Attributes, background: Attributes | None = None) -> int:
        fill = new_element(self._root, "fill")
        pattern = sub(fill, "patternFill", patternType="solid")
        sub(pattern, "fgColor", **colour)
        sub(pattern, "bgColor", **(background or {"indexed": "64"}))
        return self._index("fills", fill)

    # ── Styles of our own ────────────────────────────────────────────────────────────────────────────────────

    def own(
        self,
        *,
        bold: bool = False,
        link: bool = False,
        fill: str = "",
        line: str = "",
        wrap: bool = True,
        quote: bool = False,
    ) -> int:
        """A style for the sheet that we write: the workbook's own letter, at the top of the cell.

        *fill* and *line* (below the cell) are colours; *quote* keeps a text a text when someone edits it.
        """
        xf = new_element(self._root, "xf", numFmtId="0", fontId=str(self._font(bold=bold, link=link)))
        xf.set("fillId", str(self._solid_fill({"rgb": fill})) if fill else "0")
        xf.set("borderId", str(self._line_below(line) if line else 0))
        if self._root.find(q("cellStyleXfs")) is not None:
            xf.set("xfId", "0")
        if quote:
            xf.set("quotePrefix", "1")
        for name in ("applyFont", "applyFill", "applyBorder", "applyAlignment"):
            xf.set(name, "1")
        alignment = sub(xf, "alignment", vertical="top")
        if wrap:
            alignment.set("wrapText", "1")
        return self._index("cellXfs", xf)

    def _font(self, *, bold: bool, link: bool) -> int:
        if not (bold or link):
            return 0
        first = self._root.find(q("fonts"))[0]
        font = new_element(self._root, "font")
        if bold:
            sub(font, "b")
        if link:
            sub(font, "u")
        for name in ("sz", "color", "name", "family", "charset", "scheme"):
            own = first.find(q(name))
            if link and name == "color":
                sub(font, "color", rgb="FF0563C1")
            elif own is not None:
                sub(font, name, **dict(own.attrib))
        return self._index("fonts", font)

    def _line_below(self, colour: str) -> int:
        border = new_element(self._root, "border")
        for name in ("left", "right", "top", "bottom", "diagonal"):
            side = sub(border, name)
            if name == "bottom":
                side.set("style", "thin")
                sub(side, "color", rgb=colour)
        return self._index("borders", border)

    # ── Collections ──────────────────────────────────────────────────────────────────────────────────────────

    def _xf(self, style: int) -> Any:
        xfs = self._root.find(q("cellXfs"))
        return xfs[style if style < len(xfs) else 0]

    def _known_in(self, name: str) -> dict[Meaning, int]:
        if name not in self._known:
            known = self._known[name] = {}
            for index, element in enumerate(self._root.find(q(name))):
                known.setdefault(_meaning(element), index)
        return self._known[name]

    def _index(self, name: str, element: Any) -> int:
        """Where *element* stands in a collection; it is added when it is not there yet."""
        known = self._known_in(name)
        meaning = _meaning(element)
        if meaning not in known:
            collection = self._root.find(q(name))
            if len(collection) >= _MOST_STYLES:
                raise NotMarkable(TOO_MANY_STYLES)
            known[meaning] = len(collection)
            collection.append(element)
            collection.set("count", str(len(collection)))
            self.changed = True
        return known[meaning]


def _rgb(colour: Attributes | None) -> str:
    return (colour or {}).get("rgb", "").upper()


def _meaning(element: Any) -> Meaning:
    """What is the same for two elements that mean the same: whatever their prefix and the order of their attributes."""
    return element.tag, tuple(sorted(element.attrib.items())), tuple(_meaning(inner) for inner in element)
