#!/usr/bin/env bash
# plotly.js reads the texts of a chart as HTML of its own kind, but knows only a handful of entities (amp, lt, gt, nbsp
# and some signs) and no quot. What Python's html.escape makes of a quote therefore shows as it is written.
#
# Version: plotly 7.1.0 from PyPI (plotly.js 4 inside), seen in Debian's Chromium.
# Seen: a tick label made with html.escape('College "Groen" & Zo') reads  College &quot;Groen&quot; & Zo  on the axis,
# while html.escape(..., quote=False) reads as typed. A numeric reference for the apostrophe (&#x27;) is understood.
set -euo pipefail
command -v chromium >/dev/null || exit 77
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q plotly==7.1.0
cat >"$work/page.py" <<'PY'
import sys
from html import escape

import plotly.graph_objects as go

typed = 'College "Groen" & \'Zo\''
labels = [escape(typed), escape(typed, quote=False)]
figure = go.Figure(go.Bar(x=[1, 2], y=[0, 1], orientation="h"))
figure.update_yaxes(tickvals=[0, 1], ticktext=labels)
figure.write_html(sys.argv[1], include_plotlyjs=True)
PY
"$work/venv/bin/python" "$work/page.py" "$work/page.html"
chromium --headless --no-sandbox --disable-gpu --user-data-dir="$work/profile" --virtual-time-budget=20000 \
  --dump-dom "file://$work/page.html" >"$work/dom.html" 2>/dev/null
"$work/venv/bin/python" - "$work/dom.html" <<'PY'
import re
import sys
from html import unescape

dom = open(sys.argv[1], encoding="utf-8").read()
ticks = [unescape(found) for found in re.findall(r'class="ytick".*?<text[^>]*>(.*?)</text>', dom, re.S)]
print(ticks)
assert ticks == ["College &quot;Groen&quot; & 'Zo'", "College \"Groen\" & 'Zo'"], "plotly.js reads these otherwise now"
PY
