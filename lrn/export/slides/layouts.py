"""Our own layouts: which places a page of each kind has."""

from __future__ import annotations

from html import escape

from lrn.export.slides.boxes import Box
from lrn.export.slides.form import (
    BRIEF,
    CHART,
    DATE,
    FOOTER,
    GRAFIEK,
    NOTE,
    NUMBER,
    SPLIT,
    SUBLINE,
    TABEL,
    TABLE,
    TEKST,
    TITEL,
    TOELICHTING,
    VLAK,
    Form,
)
from lrn.export.slides.markup import COLOUR, NS, TREE, Placeholder, ornament


def standing(form: Form) -> list[Placeholder]:
    """The footer, the date and the number of the page: the same on every layout."""
    small: dict = {"size": form.small, "colour": "tx2", "anchor": "ctr"}
    return [
        Placeholder("dt", "Datum", form.date, "Datum", idx=DATE, align="r", **small),
        Placeholder("ftr", "Voettekst", form.footer, "Voettekst", idx=FOOTER, **small),
        Placeholder("sldNum", "Dianummer", form.number, "‹nr.›", idx=NUMBER, align="r", field="slidenum", **small),
    ]


def title(form: Form) -> Placeholder:
    """The title above a page."""
    return Placeholder("title", "Titel", form.title, "Klik om een titel te maken", anchor="b")


def _subline(form: Form) -> Placeholder:
    return Placeholder(
        "body", "Ondertitel", form.subline, "Selectie en peildatum", size=form.subline_size, idx=SUBLINE, colour="tx2"
    )


def _note(form: Form, box: Box) -> Placeholder:
    return Placeholder("body", "Toelichting", box, "Toelichting", size=form.subline_size, idx=NOTE)


def _layout(name: str, form: Form, parts: list[Placeholder], *, kind: str = "", ornaments: str = "") -> str:
    shapes = "".join(part.xml(number) for number, part in enumerate([*parts, *standing(form)], start=2))
    how = f'type="{kind}"' if kind else 'userDrawn="1"'
    return (
        f'<p:sldLayout {NS} {how} preserve="1"><p:cSld name="{escape(name)}"><p:spTree>{TREE}{ornaments}{shapes}'
        "</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    )


def _title_layout(form: Form) -> str:
    title = Placeholder(
        "ctrTitle", "Titel", Box.of_cm(2.4, 4.6, 19.5, 3.9), "Titel", size=40, anchor="b", bold=True, colour="tx1"
    )
    subtitle = Placeholder(
        "subTitle", "Ondertitel", Box.of_cm(2.4, 9.1, 19.5, 5.4), "Ondertitel", size=18, idx=1, colour="tx2"
    )
    return _layout(TITEL, form, [title, subtitle], kind="title", ornaments=_network())


def _text_layout(form: Form) -> str:
    body = Placeholder("", "Tekst", form.area, "Klik om tekst te maken", size=form.body_size, idx=1, bullet=True)
    return _layout(TEKST, form, [title(form), _subline(form), body])


def _free_layout(form: Form) -> str:
    return _layout(VLAK, form, [title(form), _subline(form)])


def _chart_layout(form: Form) -> str:
    left, right = form.area.columns(*SPLIT)
    chart = Placeholder("chart", "Grafiek", left, "Grafiek", idx=CHART)
    return _layout(GRAFIEK, form, [title(form), _subline(form), chart, _note(form, right)])


def _table_layout(form: Form) -> str:
    table = Placeholder("tbl", "Tabel", form.area, "Tabel", idx=TABLE)
    return _layout(TABEL, form, [title(form), _subline(form), table])


def _noted_layout(form: Form) -> str:
    return _layout(TOELICHTING, form, [title(form), _subline(form), _note(form, form.area.columns(*SPLIT)[1])])


def _letter_layout(form: Form) -> str:
    note = Placeholder("body", "Inleiding", form.area.upper(1.5), "Inleiding", size=form.body_size, idx=NOTE)
    return _layout(BRIEF, form, [title(form), _subline(form), note])


LAYOUTS = {
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
        drawn.append(("Lijn", box, "line", COLOUR.format("accent2"), 19_050, flip))
    for x, y, radius, colour in _NODES:
        box = Box.of_cm(x - radius, y - radius, 2 * radius, 2 * radius)
        drawn.append(("Knooppunt", box, "ellipse", COLOUR.format(colour), 0, False))
    return "".join(
        ornament(number, f"{name} {number - 30}", box, shape=shape, colour=colour, line=line, flip=flip)
        for number, (name, box, shape, colour, line, flip) in enumerate(drawn, start=31)
    )
