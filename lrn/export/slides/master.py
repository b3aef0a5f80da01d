"""Our own master: an empty .pptx with its theme, layouts and notes page, written here as the XML that it is.

Nothing is drawn by hand and nothing is kept as a file, so that everybody can see where each part comes from. The same
form gives the same bytes.
"""

from __future__ import annotations

import io
import zipfile
from functools import cache
from html import escape

from lrn import texts
from lrn.export.slides.boxes import Box, cm
from lrn.export.slides.form import FONT, LANGUAGE, OWN, Form, Theme
from lrn.export.slides.layouts import LAYOUTS, standing, title
from lrn.export.slides.markup import COLOUR, NS, TREE, A, Placeholder, R, ornament, place

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MOMENT = (2026, 1, 1, 0, 0, 0)  # of every part, so that the bytes do not depend on the clock


@cache
def template(form: Form, theme: Theme = OWN) -> bytes:
    """An empty .pptx of *form* in the colours and fonts of *theme*."""
    layouts = [LAYOUTS[name](form) for name in form.layouts]
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
        "ppt/presProps.xml": f"<p:presentationPr {NS}/>",
        "ppt/tableStyles.xml": f'<a:tblStyleLst xmlns:a="{A}" def="{{2D5ABB26-0587-4C30-8999-92F81FD0307C}}"/>',
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
        f'<Relationship Id="rId{n}" Type="{R}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(targets, start=1)
    )
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{links}</Relationships>'
    )


def _presentation(form: Form) -> str:
    levels = "".join(
        f'<a:lvl{n}pPr marL="{457_200 * (n - 1)}"><a:defRPr lang="{LANGUAGE}" sz="1800">{COLOUR.format("tx1")}'
        f'<a:latin typeface="+mn-lt"/></a:defRPr></a:lvl{n}pPr>'
        for n in range(1, 10)
    )
    return (
        f'<p:presentation {NS} saveSubsetFonts="1">'
        '<p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst>'
        '<p:notesMasterIdLst><p:notesMasterId r:id="rId2"/></p:notesMasterIdLst>'
        f'<p:sldSz cx="{form.page.width}" cy="{form.page.height}"/><p:notesSz cx="6858000" cy="9144000"/>'
        f"<p:defaultTextStyle>{levels}</p:defaultTextStyle></p:presentation>"
    )


def _theme(theme: Theme) -> str:
    colours = "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in theme.colours)
    fonts = "".join(
        f'<a:{kind}Font><a:latin typeface="{escape(font)}"/><a:ea typeface=""/><a:cs typeface=""/></a:{kind}Font>'
        for kind, font in (("major", theme.major), ("minor", theme.minor))
    )
    fill = COLOUR.format("phClr")
    line = f'<a:ln w="9525">{fill}<a:prstDash val="solid"/></a:ln>'
    plain = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f'<a:theme xmlns:a="{A}" name="{texts.APP}"><a:themeElements>'
        f'<a:clrScheme name="{texts.APP}">{colours}</a:clrScheme>'
        f'<a:fontScheme name="{texts.APP}">{fonts}</a:fontScheme>'
        f'<a:fmtScheme name="{texts.APP}"><a:fillStyleLst>{fill * 3}</a:fillStyleLst><a:lnStyleLst>{line * 3}'
        f"</a:lnStyleLst><a:effectStyleLst>{plain * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )


# ── Master and notes ────────────────────────────────────────────────────────────────────────────────────────────


def _master(form: Form, layouts: int) -> str:
    body = Placeholder("body", "Tekst", form.area, "Klik om tekst te maken", idx=1, bullet=True)
    parts = [title(form), body, *standing(form)]
    shapes = "".join(part.xml(number) for number, part in enumerate(parts, start=2))
    strip = Box(0, 0, cm(form.strip), form.page.height)
    shapes += ornament(len(parts) + 2, "Kleurstrook", strip, shape="rect", colour=COLOUR.format("accent1"))
    listed = "".join(f'<p:sldLayoutId id="{2147483649 + n}" r:id="rId{n + 1}"/>' for n in range(layouts))
    return (
        f'<p:sldMaster {NS} preserve="1"><p:cSld><p:bg><p:bgPr>{COLOUR.format("bg1")}<a:effectLst/></p:bgPr></p:bg>'
        f"<p:spTree>{TREE}{shapes}</p:spTree></p:cSld>"
        '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" '
        'accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>'
        f"<p:sldLayoutIdLst>{listed}</p:sldLayoutIdLst>{_text_styles(form)}</p:sldMaster>"
    )


def _text_styles(form: Form) -> str:
    def look(size: int, font: str, bold: int = 0) -> str:
        return (
            f'<a:defRPr lang="{LANGUAGE}" sz="{size * 100}" b="{bold}" kern="1200">{COLOUR.format("tx1")}'
            f'<a:latin typeface="+{font}-lt"/><a:ea typeface="+{font}-ea"/><a:cs typeface="+{font}-cs"/></a:defRPr>'
        )

    heading = look(form.title_size, "mj", 1)
    title = f'<a:lvl1pPr algn="l"><a:spcBef><a:spcPct val="0"/></a:spcBef><a:buNone/>{heading}</a:lvl1pPr>'
    dot = f'<a:buClr><a:schemeClr val="accent1"/></a:buClr><a:buFont typeface="{FONT}"/><a:buChar char="•"/>'
    levels = "".join(
        f'<a:lvl{n}pPr marL="{cm(0.7) * n}" indent="-{cm(0.7)}" algn="l">{dot}'
        f"{look(max(form.body_size - 2 * n + 2, 10), 'mn')}</a:lvl{n}pPr>"
        for n in range(1, 10)
    )
    other = "".join(f'<a:lvl{n}pPr algn="l">{look(form.body_size, "mn")}</a:lvl{n}pPr>' for n in range(1, 10))
    return (
        f"<p:txStyles><p:titleStyle>{title}</p:titleStyle><p:bodyStyle>{levels}</p:bodyStyle>"
        f"<p:otherStyle>{other}</p:otherStyle></p:txStyles>"
    )


def _notes_master() -> str:
    image = (
        '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Dia" descr="De dia waar de notitie bij hoort"/><p:cNvSpPr>'
        '<a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr>'
        f"</p:nvSpPr><p:spPr>{place(Box(685_800, 685_800, 5_486_400, 3_086_100))}</p:spPr></p:sp>"
    )
    body = Placeholder(
        "body", "Notities", Box(685_800, 4_000_500, 5_486_400, 4_400_000), "Notities bij de dia", size=12, idx=3
    )
    number = Placeholder(
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
        f"<p:notesMaster {NS}><p:cSld><p:bg><p:bgPr>{COLOUR.format('bg1')}<a:effectLst/></p:bgPr></p:bg>"
        f"<p:spTree>{TREE}{image}{body.xml(3)}{number.xml(4)}</p:spTree></p:cSld>"
        '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" '
        'accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/></p:notesMaster>'
    )
