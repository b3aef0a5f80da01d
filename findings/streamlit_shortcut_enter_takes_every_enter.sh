#!/usr/bin/env bash
# A button with shortcut="Enter" is pressed by Enter wherever the keyboard is, also on another button or on a link: who
# goes through the page with Tab and presses Enter on one of those starts the other as well. Only fields to type in keep
# their Enter. A page that offers Enter for its main button cannot be worked with the keyboard alone.
#
# Version: streamlit 1.67.0 and playwright 1.65.2 from PyPI, in Debian's Chromium.
# Seen: the focus is on "Other", Enter is pressed, and the script is told that "Main" was pressed.
set -euo pipefail
command -v chromium >/dev/null || exit 77
work=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null || true; rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q streamlit==1.67.0 playwright==1.65.2
cat >"$work/app.py" <<'PY'
import streamlit as st

pressed = st.session_state.setdefault("pressed", [])
st.button("Main", shortcut="Enter", on_click=pressed.append, args=("main",))
st.button("Other", on_click=pressed.append, args=("other",))
st.write("pressed: " + ", ".join(sorted(pressed)) + ".")
PY
cat >"$work/look.py" <<'PY'
import shutil
import sys

from playwright.sync_api import expect, sync_playwright

with sync_playwright() as playwright:
    page = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"]).new_page()
    page.goto(sys.argv[1])
    other = page.get_by_role("button", name="Other")
    other.focus()
    expect(other).to_be_focused()
    page.keyboard.press("Enter")
    told = page.get_by_text("pressed: main")
    expect(told).to_be_visible(timeout=60_000)
    page.wait_for_timeout(2000)
    print(told.inner_text())
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
