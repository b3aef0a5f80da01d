#!/usr/bin/env bash
# After every run of a script, so at every click of every visitor, the server of Streamlit has Python look for garbage among
# all objects of the process, with the interpreter's lock held: what other visitors wait for waits too. With a few
# libraries loaded that is more work than a page that keeps what it counted. (AppTest leaves it out, so a test does not
# show it.) Taking what is there from the start out of sight with gc.freeze() makes it cost next to nothing, and garbage
# that comes later is still found.
#
# Version: streamlit 1.67.0, pandas 3.1.1, plotly 7.1.0 and playwright 1.65.2 from PyPI, in Debian's Chromium, Python 3.11;
# runner.postScriptGC as it is (true).
# Seen: 5 clicks, 5 collections of the oldest generation or more; one takes many times what it takes after gc.freeze().
set -euo pipefail
command -v chromium >/dev/null || exit 77
work=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null || true; rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q streamlit==1.67.0 pandas==3.1.1 plotly==7.1.0 playwright==1.65.2
cat >"$work/app.py" <<'PY'
import gc
import time

import pandas  # noqa: F401  what any dashboard loads
import plotly.express  # noqa: F401
import streamlit as st


def collecting() -> float:
    times = []
    for _ in range(3):
        began = time.process_time()
        gc.collect(2)
        times.append(time.process_time() - began)
    return min(times)


st.button("Again")
st.write(f"Collected {gc.get_stats()[2]['collections']} times.")
if st.button("Compare"):
    before = collecting()
    gc.freeze()
    st.write(f"Times as long as after gc.freeze(): {before / max(collecting(), 1e-5):.0f}.")
PY
cat >"$work/look.py" <<'PY'
import re
import shutil
import sys

from playwright.sync_api import sync_playwright

with sync_playwright() as playwright:
    page = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"]).new_page()
    page.goto(sys.argv[1])

    def number(words):
        told = page.get_by_text(words)
        told.wait_for(timeout=60_000)
        return int(re.search(r"\d+", told.inner_text()).group())

    number("Collected")
    page.wait_for_timeout(2000)
    page.get_by_role("button", name="Again").click()
    page.wait_for_timeout(2000)
    first = number("Collected")
    for _ in range(5):
        page.get_by_role("button", name="Again").click()
        page.wait_for_timeout(2000)
    collections = number("Collected") - first
    page.get_by_role("button", name="Compare").click()
    ratio = number("Times as long")
    print(f"5 clicks, {collections} collections of all there is; {ratio} times as long as after gc.freeze()")
    assert collections >= 5, "it no longer collects after every run"
    assert ratio > 10, "what is frozen is looked at now"
PY
port=$("$work/venv/bin/python" -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
(cd "$work" && exec "$work/venv/bin/streamlit" run app.py --server.port "$port" --server.address 127.0.0.1 \
  --server.headless true --browser.gatherUsageStats false) >/dev/null 2>&1 &
server=$!
for _ in $(seq 300); do
  "$work/venv/bin/python" -c "import urllib.request as u; u.urlopen('http://127.0.0.1:$port/_stcore/health', timeout=2)" 2>/dev/null && break
  sleep 0.2
done
"$work/venv/bin/python" "$work/look.py" "http://127.0.0.1:$port/"
