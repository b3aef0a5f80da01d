#!/usr/bin/env bash
# In Streamlit's Markdown a backslash does not keep "->", "--" or ":material/home:" as they are typed: these are looked
# for in the text that is left after the backslashes have been read. Every character can have one, as CommonMark allows
# for punctuation, and still there is an arrow, a dash and an icon. (An emoji such as ":heart:" does stay as it is then.)
# What does help is an empty directive between the characters, such as :color[], as the text is then not in one piece.
#
# Version: streamlit 1.67.0 and playwright 1.65.2 from PyPI, in Debian's Chromium.
set -euo pipefail
command -v chromium >/dev/null || exit 77
work=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null || true; rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q streamlit==1.67.0 playwright==1.65.2
cat >"$work/app.py" <<'PY'
import streamlit as st

st.title("klaar")
for key, text in (
    ("arrow", r"a \-\> b \-\- c"),
    ("icon", r"f \:material/home\: g"),
    ("apart", r"a \-:color[]\> b \-:color[]\- c \::color[]material/home\::color[] d"),
):
    with st.container(key=key):
        st.markdown(text)
PY
port=$("$work/venv/bin/python" -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
(cd "$work" && exec "$work/venv/bin/streamlit" run app.py --server.port "$port" --server.address 127.0.0.1 \
  --server.headless true --browser.gatherUsageStats false) >/dev/null 2>&1 &
server=$!
"$work/venv/bin/python" - "$port" <<'PY'
import shutil
import sys
import time
import urllib.request

from playwright.sync_api import sync_playwright

address = f"http://127.0.0.1:{sys.argv[1]}"
for _ in range(300):
    try:
        urllib.request.urlopen(f"{address}/_stcore/health", timeout=2).read()
        break
    except OSError:
        time.sleep(0.2)
with sync_playwright() as playwright:
    browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
    page = browser.new_page()
    page.goto(address)
    page.wait_for_selector(".st-key-apart p", timeout=120_000)
    page.wait_for_timeout(1000)
    shown = {key: page.locator(f".st-key-{key}").inner_text() for key in ("arrow", "icon", "apart")}
    icons = page.locator(".st-key-icon [role=img]").count()
    browser.close()
print(shown, icons)
assert shown["arrow"] == "a → b — c", shown
assert icons == 1 and ":material" not in shown["icon"], shown
assert shown["apart"] == "a -> b -- c :material/home: d", shown
PY
