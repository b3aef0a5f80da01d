#!/usr/bin/env bash
# An app of Streamlit that is framed by no other page posts what it would tell a page around it (that the script runs, what
# the address and the title are) to its own window, takes that for messages of a host, and compares their sender with each
# pattern of client.allowedOrigins, which it compiles anew every time. By default those are the sixteen addresses of
# Streamlit's cloud: dozens of URLPattern objects at every click. On a page of some size that was a tenth of a click.
#
# Version: streamlit 1.67.0 and playwright 1.65.2 from PyPI, in Debian's Chromium (URLPattern is the browser's own).
# Seen: a click constructs at least 32 patterns by default, a multiple of 16, and none with allowedOrigins = [].
set -euo pipefail
command -v chromium >/dev/null || exit 77
work=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null || true; rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q streamlit==1.67.0 playwright==1.65.2
cat >"$work/app.py" <<'PY'
import streamlit as st

st.session_state.runs = st.session_state.get("runs", 0) + 1
st.button("Again")
st.write(f"Run {st.session_state.runs}.")
PY
cat >"$work/look.py" <<'PY'
import shutil
import sys

from playwright.sync_api import sync_playwright

COUNT = """(() => {
    window.patterns = 0
    const Own = URLPattern
    window.URLPattern = class extends Own { constructor(...given) { super(...given); window.patterns++ } }
})()"""
with sync_playwright() as playwright:
    page = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"]).new_page()
    page.add_init_script(COUNT)
    page.goto(sys.argv[1])
    page.get_by_text("Run 1.").wait_for(timeout=60_000)
    page.wait_for_timeout(2000)
    page.evaluate("window.patterns = 0")
    page.get_by_role("button", name="Again").click()
    page.get_by_text("Run 2.").wait_for()
    page.wait_for_timeout(2000)
    found = page.evaluate("window.patterns")
    print(f"allowedOrigins {sys.argv[2]}: {found} patterns at a click")
    if sys.argv[2] == "as usual":
        assert found >= 32 and found % 16 == 0, "it weighs its own messages in another way now"
    else:
        assert found == 0, "it constructs patterns even where no origin is allowed"
PY
look() {
  mkdir -p "$work/.streamlit"
  printf '%s\n' "$2" >"$work/.streamlit/config.toml"
  port=$("$work/venv/bin/python" -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
  (cd "$work" && exec "$work/venv/bin/streamlit" run app.py --server.port "$port" --server.address 127.0.0.1 \
    --server.headless true --browser.gatherUsageStats false) >/dev/null 2>&1 &
  server=$!
  for _ in $(seq 300); do
    "$work/venv/bin/python" -c "import urllib.request as u; u.urlopen('http://127.0.0.1:$port/_stcore/health', timeout=2)" 2>/dev/null && break
    sleep 0.2
  done
  "$work/venv/bin/python" "$work/look.py" "http://127.0.0.1:$port/" "$1"
  kill "$server"
  wait "$server" 2>/dev/null || true
  server=
}
look "as usual" ""
look "empty" $'[client]\nallowedOrigins = []'
