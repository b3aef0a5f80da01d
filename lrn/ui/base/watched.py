"""What the service counts while the app runs: each run of a page, each reading of the register. Elsewhere: nothing."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol


class Watcher(Protocol):
    """Who is told."""

    def ran(self, page: str, seconds: float) -> None:
        """A page was made for a visitor, in so many seconds."""

    def failed(self, page: str) -> None:
        """A page could not be made."""

    def read(self, seconds: float, *, fine: bool) -> None:
        """The register was read, or could not be."""


_watchers: list[Watcher] = []


def tell(watcher: Watcher) -> None:
    """Tell *watcher* too, from now on and as long as the process lives."""
    _watchers.append(watcher)


@contextmanager
def run(page: str) -> Iterator[None]:
    """Count what is made within as a run of *page*, also one that stops half-way for a newer click."""
    began = time.perf_counter()
    try:
        yield
    finally:
        for each in _watchers:
            each.ran(page, time.perf_counter() - began)


def failed(page: str) -> None:
    """Count a page that could not be made."""
    for each in _watchers:
        each.failed(page)


@contextmanager
def reading() -> Iterator[None]:
    """Count what is done within as a reading of the register."""
    began, fine = time.perf_counter(), False
    try:
        yield
        fine = True
    finally:
        for each in _watchers:
            each.read(time.perf_counter() - began, fine=fine)
