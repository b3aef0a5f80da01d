"""The figures of the service itself, as Prometheus reads them, for who has the token."""

from __future__ import annotations

import secrets
from collections.abc import Callable

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, ProcessCollector, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4
from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

PATH = "/_stcore/metrics"
SECONDS = (0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 30)


class Figures:
    """Counts what the app tells (see ``lrn.ui.base.watched``) since the process began: nothing about a person."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        ProcessCollector(registry=self._registry)
        self._runs = Histogram(
            "lrn_run_seconds",
            "Making a page, at each click and each opening",
            ["page"],
            buckets=SECONDS,
            registry=self._registry,
        )
        self._errors = Counter("lrn_errors", "Pages that could not be made", ["page"], registry=self._registry)
        self._reads = Histogram(
            "lrn_read_seconds",
            "Reading the register after it changed",
            ["outcome"],
            buckets=SECONDS,
            registry=self._registry,
        )
        self._visitors = Gauge("lrn_visitors", "Tabs that have the dashboard open", registry=self._registry)

    def visitors(self, count: Callable[[], float]) -> None:
        """Ask *count* how many there are, whenever the figures are read."""
        self._visitors.set_function(count)

    def ran(self, page: str, seconds: float) -> None:
        """A page was made for a visitor, in so many seconds."""
        self._runs.labels(page).observe(seconds)

    def failed(self, page: str) -> None:
        """A page could not be made."""
        self._errors.labels(page).inc()

    def read(self, seconds: float, *, fine: bool) -> None:
        """The register was read, or could not be."""
        self._reads.labels("read" if fine else "unreadable").observe(seconds)

    def text(self) -> bytes:
        """All figures, in Prometheus's text format."""
        return generate_latest(self._registry)


class Told:
    """ASGI middleware: gives the figures to who sends the token as ``Authorization: Bearer …``."""

    def __init__(self, app: ASGIApp, *, figures: Figures, token: str) -> None:
        self._app, self._figures, self._expected = app, figures, f"Bearer {token}".encode()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with the figures, or let in."""
        given = Headers(scope=scope).get("authorization", "") if scope["type"] == "http" else ""
        if scope.get("path") == PATH and secrets.compare_digest(given.encode(), self._expected):
            answer = Response(self._figures.text(), media_type=CONTENT_TYPE_PLAIN_0_0_4)
            await answer(scope, receive, send)
        else:
            await self._app(scope, receive, send)
