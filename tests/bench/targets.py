"""The pages that are looked at in a browser: ours, those of another checkout, an empty one and one of Dash."""

from __future__ import annotations

import contextlib
import importlib.util
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Browser

from lrn.ui.base.navigation import ENTRIES
from tests.bench.screen import DashScreen, Screen
from tests.browser.conftest import ROOT, answering, free_port, serve

BESIDE = Path(__file__).with_name("beside")
EMPTY, DASH = "empty", "Dash"
PAGES = {f"/{entry.path}": entry.title for entry in ENTRIES}


class Target(NamedTuple):
    """A page: where it is, what kind of page, and *path* and *build* (empty, but for another checkout) to name it by."""

    path: str
    build: str
    kind: type[Screen]
    address: str

    @property
    def title(self) -> str:
        return PAGES.get(self.path, self.path) + (f" ({self.build})" if self.build else "")

    def screen(self, browser: Browser) -> Screen:
        """It, not yet opened, in a browser that has kept nothing."""
        return self.kind(browser, self.address)


@contextlib.contextmanager
def serve_all(against: Path | None = None) -> Iterator[list[Target]]:
    """The empty page, the Dash page, and every page of this checkout and of *against*, each on a server of its own."""
    if importlib.util.find_spec("dash") is None:
        raise SystemExit("Dash is not installed: pip install -r tests/bench/requirements.txt")
    with contextlib.ExitStack() as servers:
        targets = [
            Target(EMPTY, "", Screen, servers.enter_context(serve(folder=BESIDE / "empty"))),
            Target(DASH, "", DashScreen, servers.enter_context(_serve_dash())),
        ]
        for build, folder in {"": ROOT, **({against.name: against} if against else {})}.items():
            address = servers.enter_context(serve(folder=folder))
            there = [f"/{entry.path}" for entry in ENTRIES if (folder / entry.file).exists()]  # another may have fewer
            targets += [Target(path, build, Screen, address + path) for path in there]
        yield targets


def _serve_dash() -> contextlib.AbstractContextManager[str]:
    port = free_port()
    command = [sys.executable, "-m", "tests.bench.beside.dash_page", str(port)]
    return answering(command, f"http://127.0.0.1:{port}", cwd=ROOT, stdout=subprocess.DEVNULL)
