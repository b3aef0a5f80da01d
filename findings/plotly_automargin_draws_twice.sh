#!/usr/bin/env bash
# An axis of plotly.js with automargin is drawn, measured, and then the whole chart is drawn once more with the room found:
# the first drawing changes the document about one and a half times as often as with the same room given as a margin, while
# plotly_afterplot is told once only. And what room it makes depends on the other margins: of an axis it is widened by the
# smallest of the four (at most 12 pixels), so that to give one side a margin may move another side.
#
# Version: plotly 7.1.0 (its plotly.min.js) and playwright 1.65.2 from PyPI, in Debian's Chromium.
# Seen: one plotly_afterplot in both; over 1.3 times the changes with automargin. With 8 pixels at all other sides the room at
# the left is 8 wider than with 0 at the right.
set -euo pipefail
command -v chromium >/dev/null || exit 77
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q plotly==7.1.0 playwright==1.65.2
cat >"$work/look.py" <<'PY'
import shutil
from pathlib import Path

import plotly
from playwright.sync_api import sync_playwright

DRAW = """async ([margin, automargin]) => {
    const chart = document.createElement("div")
    document.body.append(chart)
    let changes = 0, drawn = 0
    const watch = new MutationObserver(records => { changes += records.length })
    watch.observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
    const rows = ["Groningen and Friesland", "Utrecht", "Noord-Brabant", "Zeeland", "Limburg", "Drenthe"]
    const drawing = Plotly.newPlot(chart, [{ type: "bar", orientation: "h", y: rows, x: [3, 1, 4, 1, 5, 9] }],
        { width: 600, height: 300, margin, xaxis: { visible: false }, yaxis: { automargin } })
    chart.on("plotly_afterplot", () => drawn++)
    await drawing
    await new Promise(requestAnimationFrame)
    watch.disconnect()
    return { changes, drawn, left: chart._fullLayout._size.l }
}"""
library = Path(plotly.__file__).parent / "package_data" / "plotly.min.js"
with sync_playwright() as playwright:
    page = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"]).new_page()
    page.set_content("<!doctype html><meta charset=utf-8>")
    page.add_script_tag(path=str(library))
    page.evaluate(DRAW, [{"l": 0, "r": 0, "t": 8, "b": 8}, True])  # the first of a page does more
    room = page.evaluate(DRAW, [{"l": 0, "r": 0, "t": 8, "b": 8}, True])
    wider = page.evaluate(DRAW, [{"l": 8, "r": 8, "t": 8, "b": 8}, True])
    given = page.evaluate(DRAW, [{"l": room["left"], "r": 0, "t": 8, "b": 8}, False])
    print("automargin", room, "\nmargins at all sides", wider, "\nthe room given", given)
    assert room["drawn"] <= 1 and given["drawn"] <= 1, "it tells of both drawings"
    assert room["changes"] > 1.3 * given["changes"], "it is drawn once"
    assert given["left"] == room["left"]
    assert wider["left"] - room["left"] == 8, "the margins of other sides are left out"
PY
"$work/venv/bin/python" "$work/look.py"
