"""Our own master: an empty .pptx with its theme, layouts and notes page, written here as the XML that it is.

Nothing is drawn by hand and nothing is kept as a file, so that everybody can see where each part comes from. The same
form gives the same bytes.
"""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from functools import cache
from html import escape

from lrn import style, texts
from lrn.export.slides.boxes import Box, cm

FONT = "Arial"  # both PowerPoint and LibreOffice have it, or one with the same widths
LANGUAGE = "nl-NL"

_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_P = "http://schemas.openxmlformats.org/presentationml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NS = f'xmlns:a="{_A}" xmlns:r="{_R}" xmlns:p="{_P}"'
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MOMENT = (2026, 1, 1, 0, 0, 0)  # of every part, so that the bytes do not depend on the clock

TITEL, TEKST, VLAK = "Titel", "Titel en tekst", "Titel en vlak"
GRAFIEK, TABEL, TOELICHTING = "Titel, grafiek en toelichting", "Titel en tabel", "Titel, vlak en toelichting"
BRIEF = "Brief"

SUBLINE, CHART, NOTE, TABLE = 13, 14, 15, 16  # the idx of the placeholders in our layouts
DATE, FOOTER, NUMBER = 10, 11, 12


@dataclass(frozen=True)
class Theme:
    """What a house style lends to our own master: twelve colours (hex, without #) by their name, and two fonts."""

    colours: tuple[tuple[str, str], ...]
    major: str = FONT
    minor: str = FONT


def _hex(colour: str) -> str:
    return colour.lstrip("#")


OWN = Theme(
    (
        ("dk1", _hex(style.INK)),
        ("lt1", "FFFFFF"),
        ("dk2", _hex(style.INK_SOFT)),
        ("lt2", _hex(style.ZERO)),
        ("accent1", _hex(style.ACCENT)),
        ("accent2", _hex(style.ACCENT_SOFT)),
        *((f"accent{n}", _hex(colour)) for n, colour in enumerate(list(style.PLACE_COLOURS.values())[:4], start=3)),
        ("hlink", _hex(style.ACCENT)),
        ("folHlink", _hex(style.INK_SOFT)),
    )
)


@dataclass(frozen=True)
class Form:
    """A kind of page: its size and where its standing parts are, in centimetres; sizes of letters in points."""

    page: Box
    title: Box
    subline: Box
    area: Box
    footer: Box
    date: Box
    number: Box
    strip: float
    title_size: int
    subline_size: int
    body_size: int
    small: int
    layouts: tuple[str, ...]


WIDE = Form(
    page=Box(0, 0, 12_192_000, 6_858_000),  # 16:9, as PowerPoint itself makes it
    title=Box.of_cm(1.3, 0.7, 31.2, 1.4),
    subline=Box.of_cm(1.3, 2.15, 31.2, 0.85),
    area=Box.of_cm(1.3, 3.4, 31.2, 14.1),
    footer=Box.of_cm(1.3, 17.95, 21.5, 0.65),
    date=Box.of_cm(23.2, 17.95, 6.8, 0.65),
    number=Box.of_cm(30.5, 17.95, 2, 0.65),
    strip=0.35,
    title_size=28,
    subline_size=14,
    body_size=18,
    small=10,
    layouts=(TITEL, TEKST, VLAK, GRAFIEK, TABEL, TOELICHTING),
)
LETTER = Form(
    page=Box.of_cm(0, 0, 21, 29.7),
    title=Box.of_cm(1.6, 1.0, 17.8, 1.1),
    subline=Box.of_cm(1.6, 2.15, 17.8, 0.6),
    area=Box.of_cm(1.6, 3.0, 17.8, 25.1),
    footer=Box.of_cm(1.6, 28.5, 12.6, 0.5),
    date=Box.of_cm(14.4, 28.5, 5, 0.5),
    number=Box.of_cm(18.6, 28.5, 0.8, 0.5),
    strip=0.3,
    title_size=22,
    subline_size=11,
    body_size=10,
    small=8,
    layouts=(BRIEF,),
)


@cache
def template(form: Form, theme: Theme = OWN) -> bytes:
    """An empty .pptx of *form* in the colours and fonts of *theme*."""
    layouts = [_LAYOUTS[name](form) for name in form.layouts]
    parts = {
        "[Content_Types].xml": _content_types(len(layouts)),
        "_rels/.rels": _relations(("officeDocument", "ppt/presentation.xml")),
        "ppt/presentation.xml": _presentation(form),
        "ppt/_rels/presentation.xml.rels": _relations(
            ("slideMaster", "slideMasters/slideMaster1.xml"),
            ("notesMaster", "notesMasters/notesMaster1.xml"),
            ("theme", "theme/theme1.xml"),
            ("presProps", "presProps.xml"),
            ("tableStyles", "tableStyles.xml"),
        ),
        "ppt/presProps.xml": f"<p:presentationPr {_NS}/>",
        "ppt/tableStyles.xml": f'<a:tblStyleLst xmlns:a="{_A}" def="{{2D5ABB26-0587-4C30-8999-92F81FD0307C}}"/>',
        "ppt/theme/theme1.xml": _theme(theme),
        "ppt/theme/theme2.xml": _theme(theme),
        "ppt/slideMasters/slideMaster1.xml": _master(form, len(layouts)),
        "ppt/slideMasters/_rels/slideMaster1.xml.rels": _relations(
            *(("slideLayout", f"../slideLayouts/slideLayout{n}.xml") for n in range(1, len(layouts) + 1)),
            ("theme", "../theme/theme1.xml"),
        ),
        "ppt/notesMasters/notesMaster1.xml": _notes_master(),
        "ppt/notesMasters/_rels/notesMaster1.xml.rels": _relations(("theme", "../theme/theme2.xml")),
    }
    for number, layout in enumerate(layouts, start=1):
        parts[f"ppt/slideLayouts/slideLayout{number}.xml"] = layout
        parts[f"ppt/slideLayouts/_rels/slideLayout{number}.xml.rels"] = _relations(
            ("slideMaster", "../slideMasters/slideMaster1.xml")
        )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name, _MOMENT), _HEAD + content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


# ── The package ──────────────────────────────────────────────────────────────────────────────────────────────

_MAIN = "application/vnd.openxmlformats-officedocument.presentationml"


def _content_types(layouts: int) -> str:
    overrides = {
        "/ppt/presentation.xml": f"{_MAIN}.presentation.main+xml",
        "/ppt/presProps.xml": f"{_MAIN}.presProps+xml",
        "/ppt/tableStyles.xml": f"{_MAIN}.tableStyles+xml",
        "/ppt/slideMasters/slideMaster1.xml": f"{_MAIN}.slideMaster+xml",
        "/ppt/notesMasters/notesMaster1.xml": f"{_MAIN}.notesMaster+xml",
        **{f"/ppt/slideLayouts/slideLayout{n}.xml": f"{_MAIN}.slideLayout+xml" for n in range(1, layouts + 1)},
        **{f"/ppt/theme/theme{n}.xml": "application/vnd.openxmlformats-officedocument.theme+xml" for n in (1, 2)},
    }
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        + "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in overrides.items())
        + "</Types>"
    )


def _relations(*targets: tuple[str, str]) -> str:
    links = "".join(
        f'<Relationship Id="rId{n}" Type="{_R}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(targets, start=1)
    )
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{links}</Relationships>'


def _presentation(form: Form) -> str:
    levels = "".join(
        f'<a:lvl{n}pPr marL="{457_200 * (n - 1)}"><a:defRPr lang="{LANGUAGE}" sz="1800">{_COLOUR.format("tx1")}'
        f'<a:latin typeface="+mn-lt"/></a:defRPr></a:lvl{n}pPr>'
        for n in range(1, 10)
    )
    return (
        f'<p:presentation {_NS} saveSubsetFonts="1">'
        '<p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst>'
        '<p:notesMasterIdLst><p:notesMasterId r:id="rId2"/></p:notesMasterIdLst>'
        f'<p:sldSz cx="{form.page.width}" cy="{form.page.height}"/><p:notesSz cx="6858000" cy="9144000"/>'
        f"<p:defaultTextStyle>{levels}</p:defaultTextStyle></p:presentation>"
    )


_COLOUR = '<a:solidFill><a:schemeClr val="{}"/></a:solidFill>'


def _theme(theme: Theme) -> str:
    colours = "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in theme.colours)
    fonts = "".join(
        f'<a:{kind}Font><a:latin typeface="{escape(font)}"/><a:ea typeface=""/><a:cs typeface=""/></a:{kind}Font>'
        for kind, font in (("major", theme.major), ("minor", theme.minor))
    )
    fill = _COLOUR.format("phClr")
    line = f'<a:ln w="9525">{fill}<a:prstDash val="solid"/></a:ln>'
    plain = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f'<a:theme xmlns:a="{_A}" name="{texts.APP}"><a:themeElements>'
        f'<a:clrScheme name="{texts.APP}">{colours}</a:clrScheme><a:fontScheme name="{texts.APP}">{fonts}</a:fontScheme>'
        f'<a:fmtScheme name="{texts.APP}"><a:fillStyleLst>{fill * 3}</a:fillStyleLst><a:lnStyleLst>{line * 3}'
        f"</a:lnStyleLst><a:effectStyleLst>{plain * 3}</a:effectStyleLst><a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst>"
        "</a:fmtScheme></a:themeElements></a:theme>"
    )


# ── Shapes ───────────────────────────────────────────────────────────────────────────────────────────────────

_TREE = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/>'
    '<a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)
_DECORATIVE = (  # tells a screen reader that there is nothing to tell
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)
_FLAT = 'lIns="0" tIns="0" rIns="0" bIns="0"'


def _place(box: Box) -> str:
    return (
        f'<a:xfrm><a:off x="{box.left}" y="{box.top}"/><a:ext cx="{box.width}" cy="{box.height}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
    )


@dataclass(frozen=True)
class _Placeholder:
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
        idx = "" if self.idx is None else f' idx="{self.idx}"'
        kind = f' type="{self.kind}"' if self.kind else ""
        bullet = "" if self.bullet else "<a:buNone/>"
        indent = "" if self.bullet else ' marL="0" indent="0"'
        levels = (
            f'<a:lvl1pPr algn="{self.align}"{indent}>{bullet}<a:defRPr lang="{LANGUAGE}" sz="{self.size * 100}" '
            f'b="{int(self.bold)}">{_COLOUR.format(self.colour)}</a:defRPr></a:lvl1pPr>'
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
            f"<p:spPr>{_place(self.box)}</p:spPr>"
            f'<p:txBody><a:bodyPr vert="horz" {_FLAT} anchor="{self.anchor}"><a:normAutofit/></a:bodyPr>'
            f"<a:lstStyle>{levels}</a:lstStyle><a:p>{said}</a:p></p:txBody></p:sp>"
        )


def _ornament(number: int, name: str, box: Box, *, shape: str, colour: str, line: int = 0, flip: bool = False) -> str:
    """A shape of the layout itself: it says nothing, and so is marked as decoration."""
    paint = f'<a:ln w="{line}">{colour}</a:ln>' if line else f"{colour}<a:ln><a:noFill/></a:ln>"
    turned = ' flipV="1"' if flip else ""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{escape(name)}" descr="">{_DECORATIVE}</p:cNvPr><p:cNvSpPr/>'
        f'<p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr><a:xfrm{turned}><a:off x="{box.left}" y="{box.top}"/>'
        f'<a:ext cx="{box.width}" cy="{box.height}"/></a:xfrm><a:prstGeom prst="{shape}"><a:avLst/></a:prstGeom>{paint}'
        f'</p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="{LANGUAGE}"/></a:p></p:txBody></p:sp>'
    )


def _standing(form: Form) -> list[_Placeholder]:
    """The footer, the date and the number of the page: the same on every layout."""
    small: dict = {"size": form.small, "colour": "tx2", "anchor": "ctr"}
    return [
        _Placeholder("dt", "Datum", form.date, "Datum", idx=DATE, align="r", **small),
        _Placeholder("ftr", "Voettekst", form.footer, "Voettekst", idx=FOOTER, **small),
        _Placeholder("sldNum", "Dianummer", form.number, "‹nr.›", idx=NUMBER, align="r", field="slidenum", **small),
    ]


def _title(form: Form) -> _Placeholder:
    return _Placeholder("title", "Titel", form.title, "Klik om een titel te maken", anchor="b")


def _subline(form: Form) -> _Placeholder:
    return _Placeholder(
        "body", "Ondertitel", form.subline, "Selectie en peildatum", size=form.subline_size, idx=SUBLINE, colour="tx2"
    )


def _note(form: Form, box: Box) -> _Placeholder:
    return _Placeholder("body", "Toelichting", box, "Toelichting", size=form.subline_size, idx=NOTE)


# ── Master and layouts ───────────────────────────────────────────────────────────────────────────────────────


def _master(form: Form, layouts: int) -> str:
    body = _Placeholder("body", "Tekst", form.area, "Klik om tekst te maken", idx=1, bullet=True)
    parts = [_title(form), body, *_standing(form)]
    shapes = "".join(part.xml(number) for number, part in enumerate(parts, start=2))
    strip = Box(0, 0, cm(form.strip), form.page.height)
    shapes += _ornament(len(parts) + 2, "Kleurstrook", strip, shape="rect", colour=_COLOUR.format("accent1"))
    listed = "".join(f'<p:sldLayoutId id="{2147483649 + n}" r:id="rId{n + 1}"/>' for n in range(layouts))
    return (
        f'<p:sldMaster {_NS} preserve="1"><p:cSld><p:bg><p:bgPr>{_COLOUR.format("bg1")}<a:effectLst/></p:bgPr></p:bg>'
        f"<p:spTree>{_TREE}{shapes}</p:spTree></p:cSld>"
        '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" '
        'accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>'
        f"<p:sldLayoutIdLst>{listed}</p:sldLayoutIdLst>{_text_styles(form)}</p:sldMaster>"
    )


def _text_styles(form: Form) -> str:
    def look(size: int, font: str, bold: int = 0) -> str:
        return (
            f'<a:defRPr lang="{LANGUAGE}" sz="{size * 100}" b="{bold}" kern="1200">{_COLOUR.format("tx1")}'
            f'<a:latin typeface="+{font}-lt"/><a:ea typeface="+{font}-ea"/><a:cs typeface="+{font}-cs"/></a:defRPr>'
        )

    title = f'<a:lvl1pPr algn="l"><a:spcBef><a:spcPct val="0"/></a:spcBef><a:buNone/>{look(form.title_size, "mj", 1)}</a:lvl1pPr>'
    levels = "".join(
        f'<a:lvl{n}pPr marL="{cm(0.7) * n}" indent="-{cm(0.7)}" algn="l"><a:buClr><a:schemeClr val="accent1"/></a:buClr>'
        f'<a:buFont typeface="{FONT}"/><a:buChar char="•"/>{look(max(form.body_size - 2 * (n - 1), 10), "mn")}</a:lvl{n}pPr>'
        for n in range(1, 10)
    )
    other = "".join(f'<a:lvl{n}pPr algn="l">{look(form.body_size, "mn")}</a:lvl{n}pPr>' for n in range(1, 10))
    return (
        f"<p:txStyles><p:titleStyle>{title}</p:titleStyle><p:bodyStyle>{levels}</p:bodyStyle>"
        f"<p:otherStyle>{other}</p:otherStyle></p:txStyles>"
    )


def _layout(name: str, form: Form, parts: list[_Placeholder], *, kind: str = "", ornaments: str = "") -> str:
    shapes = "".join(part.xml(number) for number, part in enumerate([*parts, *_standing(form)], start=2))
    how = f'type="{kind}"' if kind else 'userDrawn="1"'
    return (
        f'<p:sldLayout {_NS} {how} preserve="1"><p:cSld name="{escape(name)}"><p:spTree>{_TREE}{ornaments}{shapes}'
        "</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    )


def _title_layout(form: Form) -> str:
    title = _Placeholder(
        "ctrTitle", "Titel", Box.of_cm(2.4, 4.6, 19.5, 3.9), "Titel", size=40, anchor="b", bold=True, colour="tx1"
    )
    subtitle = _Placeholder(
        "subTitle", "Ondertitel", Box.of_cm(2.4, 9.1, 19.5, 5.4), "Ondertitel", size=18, idx=1, colour="tx2"
    )
    return _layout(TITEL, form, [title, subtitle], kind="title", ornaments=_network())


def _text_layout(form: Form) -> str:
    body = _Placeholder("", "Tekst", form.area, "Klik om tekst te maken", size=form.body_size, idx=1, bullet=True)
    return _layout(TEKST, form, [_title(form), _subline(form), body])


def _free_layout(form: Form) -> str:
    return _layout(VLAK, form, [_title(form), _subline(form)])


def _chart_layout(form: Form) -> str:
    left, right = form.area.columns(*SPLIT)
    chart = _Placeholder("chart", "Grafiek", left, "Grafiek", idx=CHART)
    return _layout(GRAFIEK, form, [_title(form), _subline(form), chart, _note(form, right)])


def _table_layout(form: Form) -> str:
    table = _Placeholder("tbl", "Tabel", form.area, "Tabel", idx=TABLE)
    return _layout(TABEL, form, [_title(form), _subline(form), table])


def _noted_layout(form: Form) -> str:
    return _layout(TOELICHTING, form, [_title(form), _subline(form), _note(form, form.area.columns(*SPLIT)[1])])


def _letter_layout(form: Form) -> str:
    note = _Placeholder("body", "Inleiding", form.area.upper(1.5), "Inleiding", size=form.body_size, idx=NOTE)
    return _layout(BRIEF, form, [_title(form), _subline(form), note])


SPLIT = (5, 3)  # what is drawn, and what is said about it

_LAYOUTS = {
    TITEL: _title_layout,
    TEKST: _text_layout,
    VLAK: _free_layout,
    GRAFIEK: _chart_layout,
    TABEL: _table_layout,
    TOELICHTING: _noted_layout,
    BRIEF: _letter_layout,
}

# Knooppunten and verbindingslijnen, for the title page: centre and radius in centimetres, colour of the theme.
_NODES = (
    (24.6, 5.2, 1.0, "accent1"),
    (29.3, 3.7, 0.55, "accent2"),
    (30.4, 8.6, 1.25, "accent3"),
    (25.9, 10.6, 0.7, "accent4"),
    (28.6, 14.2, 0.9, "accent5"),
    (23.7, 14.4, 0.45, "accent6"),
    (27.6, 7.2, 0.35, "accent2"),
)
_LINES = ((0, 1), (0, 6), (6, 2), (6, 3), (3, 4), (3, 5), (2, 4), (1, 2))


def _network() -> str:
    """A few nodes and the lines between them."""
    drawn = []
    for one, other in _LINES:
        (x1, y1, *_), (x2, y2, *_) = _NODES[one], _NODES[other]
        box = Box.of_cm(min(x1, x2), min(y1, y2), abs(x1 - x2), abs(y1 - y2))
        flip = (x1 < x2) != (y1 < y2)
        drawn.append(("Lijn", box, "line", _COLOUR.format("accent2"), 19_050, flip))
    for x, y, radius, colour in _NODES:
        box = Box.of_cm(x - radius, y - radius, 2 * radius, 2 * radius)
        drawn.append(("Knooppunt", box, "ellipse", _COLOUR.format(colour), 0, False))
    return "".join(
        _ornament(number, f"{name} {number - 30}", box, shape=shape, colour=colour, line=line, flip=flip)
        for number, (name, box, shape, colour, line, flip) in enumerate(drawn, start=31)
    )


# ── Notes ────────────────────────────────────────────────────────────────────────────────────────────────────


def _notes_master() -> str:
    image = (
        '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Dia" descr="De dia waar de notitie bij hoort"/><p:cNvSpPr>'
        '<a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr>'
        f"</p:nvSpPr><p:spPr>{_place(Box(685_800, 685_800, 5_486_400, 3_086_100))}</p:spPr></p:sp>"
    )
    body = _Placeholder(
        "body", "Notities", Box(685_800, 4_000_500, 5_486_400, 4_400_000), "Notities bij de dia", size=12, idx=3
    )
    number = _Placeholder(
        "sldNum",
        "Dianummer",
        Box(3_884_613, 8_685_213, 2_287_587, 300_000),
        "‹nr.›",
        size=10,
        idx=5,
        align="r",
        field="slidenum",
    )
    return (
        f"<p:notesMaster {_NS}><p:cSld><p:bg><p:bgPr>{_COLOUR.format('bg1')}<a:effectLst/></p:bgPr></p:bg>"
        f"<p:spTree>{_TREE}{image}{body.xml(3)}{number.xml(4)}</p:spTree></p:cSld>"
        '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" '
        'accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/></p:notesMaster>'
    )
