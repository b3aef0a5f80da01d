"""The screen of the meeting room, which has no menu and larger type."""

from __future__ import annotations

from lrn.ui.browser.component import component

ROWS = "rijen"  # the key of the container with the rows behind what was clicked, as in stage.js


def enlarge(size: str, height: int, *, key: str, step: str, chosen: str) -> None:
    """Have the browser draw all type at *size* ("150%") and tell how high its window is, as ``height`` of *key*.

    It is told from the server that this is *height* pixels. Another *step* is shown from its top; another *chosen*
    brings the container ``ROWS`` into view.
    """
    component("stage")(
        data={"size": size, "height": height, "step": step, "chosen": chosen},
        key=key,
        height=1,
        on_height_change=lambda: None,
    )
