"""A chart as a picture, png or svg, that explains itself wherever it ends up; the visitor's browser draws it."""

from __future__ import annotations

from lrn.export.naming import file_name
from lrn.export.origin import source_line
from lrn.ui.base.cache import View
from lrn.ui.browser.chart import Drawn
from lrn.ui.browser.component import component
from lrn.views.chart import Chart

WIDTH = 860  # pixels, for a chart as wide as there is room; on a slide of 13 inch its texts are readable
_FORMATS = {"png": "als afbeelding, voor een document of dia", "svg": "als tekening, die scherp blijft bij vergroten"}
_BUTTONS = "".join(
    f'<button type="button" value="{code}" title="Sla de grafiek op {told}" aria-label="Sla de grafiek op als {code}">'
    f'<span aria-hidden="true">image</span>{code}</button>'
    for code, told in _FORMATS.items()
)
_LOOK = """
div { display: flex; flex-wrap: wrap; align-items: center; gap: 0.25rem 1rem; font-family: var(--st-font); }
button {
  display: inline-flex; align-items: center; gap: 0.4rem; min-height: 2.5rem; padding: 0; border: 0; cursor: pointer;
  background: none; color: var(--st-text-color); font: inherit; font-size: 1rem;
}
button:hover { color: var(--st-primary-color); }
button:focus-visible { outline: 2px solid var(--st-primary-color); outline-offset: 2px; }
span { font-family: "Material Symbols Rounded"; font-size: 1.25rem; line-height: 1; }
p { margin: 0; font-size: 0.85rem; color: var(--st-text-color); }
"""


def offer(view: View, described: Chart, drawn: Drawn, *, alt: str, of: str) -> None:
    """Two small buttons that save *drawn*, which is on the page as the chart *described*, as .png or .svg.

    The picture carries the title, what it is *of*, the definition, the source, and *alt* as its description.
    """
    selection = view.selection
    component("picture", html=f'<div>{_BUTTONS}<p role="status"></p></div>', css=_LOOK)(
        key=f"{described.key}_beeld",
        width="content",
        data={
            "key": described.key,
            "title": described.title,
            "alt": alt,
            "above": list(filter(None, [of, described.caption])),
            "below": [described.definition, " · ".join(filter(None, [source_line(view.register), described.credit]))],
            "width": drawn.width or WIDTH,
            "height": drawn.height,
            "name": file_name(described.title, "", day=view.register.checked_on, selection=selection).removesuffix("."),
            "failed": "De afbeelding kon niet worden gemaakt.",
        },
    )
