#!/usr/bin/env bash
# A widget with bind="query-params" stops writing itself to the address once it has moved up on the page. When an element
# above it goes, it is drawn anew at its new place and binds itself to the address by its id; when what stood at the old
# place is taken away a moment later, that one's tidying up lets go of the binding with the same id. The script still
# gets every value, so nothing on the page shows it. Where both come at once all is well: with a pause between them, as
# any page that counts something has, it goes wrong each time.
#
# Version: streamlit 1.67.0 and playwright 1.65.2 from PyPI, in Debian's Chromium.
# Seen: "y" is chosen and the address says a=y; a line above is taken away; "z" is chosen: the page says z, the address
# still says a=y.
set -euo pipefail
command -v chromium >/dev/null || exit 77
work=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null || true; rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q streamlit==1.67.0 playwright==1.65.2
cat >"$work/app.py" <<'PY'
import time

import streamlit as st

if st.toggle("extra", value=True):
    st.caption("one line more")
left, right = st.columns(2)
with left:
    st.selectbox("A", ["x", "y", "z"], key="a", bind="query-params")
time.sleep(1)  # whatever takes a moment before what comes next
st.write("value:", st.session_state.a)
PY
cat >"$work/look.py" <<'PY'
import shutil
import sys

from playwright.sync_api import expect, sync_playwright

with sync_playwright() as playwright:
    page = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"]).new_page()
    page.goto(sys.argv[1])

    def choose(value):
        page.get_by_role("combobox").click()
        page.get_by_role("option", name=value, exact=True).click()
        expect(page.get_by_text(f"value: {value}")).to_be_visible(timeout=60_000)
        page.wait_for_timeout(2000)

    choose("y")
    assert page.url.endswith("?a=y"), page.url
    page.get_by_text("extra").click()
    expect(page.get_by_text("one line more")).to_have_count(0, timeout=60_000)
    page.wait_for_timeout(2000)
    choose("z")
    print(page.url.partition("?")[2])
    assert page.url.endswith("?a=y"), "a widget that moves up keeps writing itself to the address now"
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
