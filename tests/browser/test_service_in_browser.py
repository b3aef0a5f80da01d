"""The service, as colleagues open it: the same app behind its door, and what was made for one visitor is for no other."""

from __future__ import annotations

import os
import sys
from urllib.parse import quote

import pytest

from lrn.views.meetings import SCENES
from tests.browser.conftest import ROOT, answering, free_port

DAY = "peildatum=2026-11-23"
# What asks most of the browser: charts, maps and where their coastlines come from, tables on a canvas, the stage, uploads.
PATHS = (
    f"/kaart?{DAY}&punten=true",
    f"/netwerk?{DAY}&weergave=Op+de+kaart",
    f"/gegevens?{DAY}&onderdeel=Bevindingen",
    f"/presentatie?{DAY}&tonen=true&beeld=2&beelden={quote(SCENES['gemeentekaart'].name)}",
)
MOST = 3.5e6  # bytes of a first visit


@pytest.fixture(scope="module")
def service():
    port = free_port()
    environment = {name: said for name, said in os.environ.items() if not name.startswith("LRN_")}
    command = [sys.executable, "-m", "lrn", "dienst", "--poort", str(port)]
    with answering(command, f"http://127.0.0.1:{port}", "/klaar", cwd=ROOT, env=environment) as address:
        yield address


def test_the_app_runs_behind_its_door(service, browser, tmp_path):
    context = browser.new_context(accept_downloads=True)
    page = context.new_page()
    wrong, came = [], []
    page.on("console", lambda told: "Content Security Policy" in told.text and wrong.append(told.text))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    counted = context.new_cdp_session(page)
    counted.send("Network.enable")
    counted.on("Network.loadingFinished", lambda told: came.append(told["encodedDataLength"]))
    counted.on("Network.webSocketFrameReceived", lambda told: came.append(len(told["response"]["payloadData"]) * 0.75))
    page.goto(f"{service}/?{DAY}")
    page.locator(".js-plotly-plot .bars").first.wait_for()
    page.wait_for_load_state("networkidle")
    assert sum(came) < MOST, f"{sum(came) / 1e6:.1f} MB"
    for path in PATHS:
        page.goto(service + path)
        page.locator("h1").wait_for()
        page.locator(".js-plotly-plot .main-svg, [data-testid=stDataFrame] canvas").first.wait_for()
    page.goto(f"{service}/register?{DAY}")
    with page.expect_response(lambda answer: "/media/" in answer.url) as fetched, page.expect_download() as download:
        page.get_by_role("button", name="Download").first.click()
    assert download.value.failure() is None
    assert fetched.value.status == 200
    other = browser.new_context()
    assert other.request.get(fetched.value.url).status == 404
    other.close()
    context.close()
    assert wrong == []


def test_another_page_is_not_let_in(service, browser):
    answer = browser.new_context().request.get(service, headers={"Origin": "https://elders.example"})
    assert answer.status == 403
    assert answer.headers["content-security-policy"].endswith("frame-ancestors 'none'")
