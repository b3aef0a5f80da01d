"""What every page is measured beside: an empty Streamlit page and a minimal Dash page, each on a server of its own."""

from __future__ import annotations

import contextlib
import importlib.util
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser

from tests.bench.screen import DashScreen, Screen
from tests.browser.conftest import ROOT, serve

EMPTY, DASH = "empty", "Dash"


@contextlib.contextmanager
def screens(browser: Browser) -> Iterator[dict[str, Screen]]:
    """The two pages in *browser*, by name, not yet opened."""
    if importlib.util.find_spec("dash") is None:
        raise SystemExit("Dash is not installed: pip install -r tests/bench/requirements.txt")
    with serve(folder=Path(__file__).with_name("empty")) as empty, _serve_dash() as dash:
        yield {EMPTY: Screen(browser, empty), DASH: DashScreen(browser, dash)}


@contextlib.contextmanager
def _serve_dash() -> Iterator[str]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = subprocess.Popen(
        [sys.executable, "-m", "tests.bench.beside.dash_page", str(port)], cwd=ROOT, stdout=subprocess.DEVNULL
    )
    address = f"http://127.0.0.1:{port}"
    try:
        deadline = time.monotonic() + 60
        while True:
            with contextlib.suppress(OSError):
                urllib.request.urlopen(address, timeout=2).read()
                break
            assert time.monotonic() < deadline, "the Dash page did not start within a minute"
            assert server.poll() is None, "the Dash page stopped by itself"
            time.sleep(0.2)
        yield address
    finally:
        server.terminate()
        server.wait(timeout=60)
