#!/usr/bin/env bash
# The script of a Streamlit component (v2) that is given as text is loaded by the browser from a blob: address. Under a
# Content-Security-Policy that allows scripts of the page's own server and those that stand in the page, the app itself works
# and the component stays empty: Streamlit shows nothing of it on the page, and only the console tells. "blob:" in script-src
# is what it needs; 'unsafe-inline', which the name of such a component suggests, does nothing for it.
#
# Version: streamlit 1.67.0 and playwright 1.65.2 from PyPI, in Debian's Chromium.
# Seen: without blob: the text "ready" of the app and an empty component, with "violates the following Content Security
# Policy" in the console; with blob: both.
set -euo pipefail
command -v chromium >/dev/null || exit 77
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q streamlit==1.67.0 playwright==1.65.2
cd "$work"
cat >page.py <<'PY'
import streamlit as st

SCRIPT = "export default ({ parentElement }) => { parentElement.querySelector('p').textContent = 'drawn by a component' }"
st.components.v2.component("small", html="<p></p>", js=SCRIPT)(key="small")
st.write("ready")
PY
cat >behind.py <<'PY'
import os

import streamlit as st
from starlette.middleware import Middleware


class Policy:
    def __init__(self, app):
        self.app = app

    async def __call__(self, scope, receive, send):
        async def with_policy(message):
            if message["type"] == "http.response.start":
                message["headers"].append((b"content-security-policy", os.environ["POLICY"].encode()))
            await send(message)

        await self.app(scope, receive, with_policy if scope["type"] == "http" else send)


app = st.App("page.py", middleware=[Middleware(Policy)])
PY
cat >look.py <<'PY'
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request

from playwright.sync_api import sync_playwright


def look(browser, policy):
    """Whether the component drew under *policy*, and what the console tells of it."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = f"-m streamlit run behind.py --server.headless true --server.address 127.0.0.1 --server.port {port}"
    server = subprocess.Popen([sys.executable, *command.split()], env=os.environ | {"POLICY": policy})
    try:
        for _ in range(300):
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health").read()
                break
            except OSError:
                time.sleep(0.2)
        page, told = browser.new_page(), []
        page.on("console", lambda message: told.append(message.text))
        page.goto(f"http://127.0.0.1:{port}")
        page.get_by_text("ready", exact=True).wait_for()
        page.wait_for_timeout(3000)
        refused = [each for each in told if "blob:" in each and "Content Security Policy" in each]
        return page.get_by_text("drawn by a component").count(), len(refused) > 0
    finally:
        server.terminate()
        server.wait()


with sync_playwright() as playwright:
    browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"])
    without = look(browser, "script-src 'self' 'unsafe-inline'")
    allowed = look(browser, "script-src 'self' 'unsafe-inline' blob:")
    print("without blob: (drawn, refused)", without, "with it", allowed)
    assert without == (0, True), "the component runs without blob:"
    assert allowed == (1, False), "the component needs more than blob:"
PY
"$work/venv/bin/python" look.py
