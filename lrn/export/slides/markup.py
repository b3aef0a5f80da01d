"""The XML that our own master is made of: placeholders, ornaments, colours of the theme."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from lrn.export.slides.boxes import Box
from lrn.export.slides.form import LANGUAGE

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
P = "http://schemas.openxmlformats.org/presentationml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NS = f'xmlns:a="{A}" xmlns:r="{R}" xmlns:p="{P}"'

COLOUR = '<a:solidFill><a:schemeClr val="{}"/></a:solidFill>'
TREE = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>'
    '<a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)
_DECORATIVE = (  # tells a screen reader that there is nothing to tell
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)
_FLAT = 'lIns="0" tIns="0" rIns="0" bIns="0"'


def place(box: Box) -> str:
    """Where a shape is, and that it is a rectangle."""
    return (
        f'<a:xfrm><a:off x="{box.left}" y="{box.top}"/><a:ext cx="{box.width}" cy="{box.height}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
    )


@dataclass(frozen=True)
class Placeholder:
    """A placeholder of a master or layout: what it is, where, how its text looks, and the words that ask for text."""

    kind: str
    name: str
    box: Box
    prompt: str
    size: int = 0
    idx: int | None = None
    look: str = ""
    anchor: str = "t"
    align: str = "l"
    field: str = ""
    colour: str = "tx1"
    bold: bool = False
    bullet: bool = False

    def xml(self, number: int) -> str:
        """The placeholder as shape *number* of its page."""
        idx = "" if self.idx is None else f' idx="{self.idx}"'
        kind = f' type="{self.kind}"' if self.kind else ""
        bullet = "" if self.bullet else "<a:buNone/>"
        indent = "" if self.bullet else ' marL="0" indent="0"'
        levels = (
            f'<a:lvl1pPr algn="{self.align}"{indent}>{bullet}<a:defRPr lang="{LANGUAGE}" sz="{self.size * 100}" '
            f'b="{int(self.bold)}">{COLOUR.format(self.colour)}</a:defRPr></a:lvl1pPr>'
            if self.size
            else ""
        )
        run = f'<a:rPr lang="{LANGUAGE}"/><a:t>{escape(self.prompt)}</a:t>'
        said = (
            f'<a:fld id="{{7B6A2F4E-0C1D-4E5F-8A9B-1C2D3E4F5A6B}}" type="{self.field}">{run}</a:fld>'
            if self.field
            else f"<a:r>{run}</a:r>"
        )
        return (
            f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{escape(self.name)}" descr="{escape(self.prompt)}"/>'
            f'<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph{kind}{idx}/></p:nvPr></p:nvSpPr>'
            f"<p:spPr>{place(self.box)}</p:spPr>"
            f'<p:txBody><a:bodyPr vert="horz" {_FLAT} anchor="{self.anchor}"><a:normAutofit/></a:bodyPr>'
            f"<a:lstStyle>{levels}</a:lstStyle><a:p>{said}</a:p></p:txBody></p:sp>"
        )


def ornament(number: int, name: str, box: Box, *, shape: str, colour: str, line: int = 0, flip: bool = False) -> str:
    """A shape of the layout itself: it says nothing, and so is marked as decoration."""
    paint = f'<a:ln w="{line}">{colour}</a:ln>' if line else f"{colour}<a:ln><a:noFill/></a:ln>"
    turned = ' flipV="1"' if flip else ""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{escape(name)}" descr="">{_DECORATIVE}</p:cNvPr><p:cNvSpPr/>'
        f'<p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr><a:xfrm{turned}><a:off x="{box.left}" y="{box.top}"/>'
        f'<a:ext cx="{box.width}" cy="{box.height}"/></a:xfrm><a:prstGeom prst="{shape}"><a:avLst/></a:prstGeom>{paint}'
        f'</p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="{LANGUAGE}"/></a:p></p:txBody></p:sp>'
    )
