"""What the first visit of every page costs a browser that has kept nothing, beside an empty page and a Dash page."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from tests.bench import report
from tests.bench.screen import Screen, chromium
from tests.bench.targets import Target, serve_all

KINDS = ("Script", "Stylesheet", "Font", "WebSocket")  # whatever else there is, is counted together


class Transfers:
    """What a page brings over the network, in bytes by kind; over a WebSocket as it is after unpacking."""

    def __init__(self, screen: Screen) -> None:
        self.bytes: Counter[str] = Counter()
        self._kinds: dict[str, str] = {}
        session = screen.devtools
        session.on("Network.responseReceived", self._responded)
        session.on("Network.loadingFinished", self._finished)
        session.on("Network.webSocketFrameReceived", self._framed)

    def __str__(self) -> str:
        known = [self.bytes[kind] for kind in KINDS]
        together = self.bytes.total()
        return " ".join(f"{amount / 1000:10,.0f}" for amount in (*known, together - sum(known), together))

    def _responded(self, event: dict) -> None:
        self._kinds[event["requestId"]] = event["type"]

    def _finished(self, event: dict) -> None:
        self.bytes[self._kinds.get(event["requestId"], "")] += int(event["encodedDataLength"])

    def _framed(self, event: dict) -> None:
        text = event["response"]["payloadData"]  # in base64, unless the frame is one of text
        self.bytes["WebSocket"] += len(text) if event["response"]["opcode"] == 1 else len(text) * 3 // 4


def bench_loading(*, times: int = 20, against: Path | None = None) -> None:
    """From the navigation until the last change on the screen, each time in a browser context of its own, in turns."""
    with chromium() as browser, serve_all(against) as targets:
        costs: report.Costs = {target: [] for target in targets}
        brought: dict[Target, str] = {}
        for turn in range(times + 1):  # the first only warms up the servers
            for target in targets:
                screen = target.screen(browser)
                transfers = Transfers(screen)
                cost = screen.open()
                screen.context.close()
                if turn:
                    costs[target].append(cost)
                    brought[target] = str(transfers)
    print(f"a first visit until the last change on the screen, medians of {times}; kB over the network:")
    report.table(costs, brought, " ".join(f"{kind:>10}" for kind in (*KINDS, "other", "together")))
    print("  aim: every page ≤ 1.3 × Dash")
