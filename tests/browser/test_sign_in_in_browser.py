"""Signing in at a real provider: who may enter, and that a sign-in ends when it should."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys

import pytest
from playwright.sync_api import Error, expect

from tests.browser.conftest import ROOT, answering, free_port

SECRET = "alleen-voor-deze-tests-en-lang-genoeg"
ASKED = "Meld u aan met uw schoolaccount"


@pytest.fixture(scope="module")
def service():
    """The service, where everybody of school.voorbeeld may enter."""
    at, port = free_port(), free_port()
    provider = f"http://127.0.0.1:{at}"
    environment = {name: said for name, said in os.environ.items() if not name.startswith("LRN_")} | {
        "LRN_ADRES": f"http://127.0.0.1:{port}",
        "LRN_AANMELDING": f"{provider}/.well-known/openid-configuration",
        "LRN_AANMELDING_ID": "dashboard",
        "LRN_AANMELDING_GEHEIM": "geheim",
        "LRN_COOKIEGEHEIM": SECRET,
        "LRN_TOEGANG": "@school.voorbeeld",
        "LRN_POORT": str(port),
    }
    stands = [sys.executable, str(ROOT / "tests/browser/provider.py"), str(at)]
    with (
        answering(stands, provider, "/.well-known/openid-configuration", stdin=subprocess.PIPE),
        answering(
            [sys.executable, "-m", "lrn", "dienst"], environment["LRN_ADRES"], "/klaar", cwd=ROOT, env=environment
        ) as address,
    ):
        yield address


@pytest.fixture
def context(browser):
    context = browser.new_context()
    yield context
    context.close()


def sign_in(page, service, who, path="/"):
    page.goto(service + path)
    page.get_by_role("button", name="Aanmelden").click()
    page.locator("input[name=sub]").fill(who)
    page.locator("button[type=submit]:not([name=action]), button[value=accept], form button").first.click()
    page.wait_for_url(f"{service}/**")


def test_who_may_enter_is_in_until_signing_out_in_any_tab(service, context, browser):
    page = context.new_page()
    page.goto(f"{service}/register?peildatum=2026-11-23")
    expect(page.get_by_text(ASKED)).to_be_visible()
    expect(page.get_by_test_id("stDataFrame")).to_have_count(0)
    sign_in(page, service, "noor", "/register?peildatum=2026-11-23")
    expect(page.get_by_text("Aangemeld als Noor Vos")).to_be_visible()
    page.goto(f"{service}/register?peildatum=2026-11-23")
    with page.expect_response(lambda answer: "/media/" in answer.url) as fetched, page.expect_download():
        page.get_by_role("button", name="Download").first.click()
    kept = context.cookies()
    other = context.new_page()
    other.goto(f"{service}/kaart?peildatum=2026-11-23")
    expect(other.get_by_role("heading", name="Kaart", level=1)).to_be_visible()
    page.get_by_role("button", name="Afmelden").click()
    page.wait_for_url("**/oauth2/end_session**")
    with contextlib.suppress(Error):  # it may show so by itself, and then there is nothing left to click
        other.get_by_role("button", name="Wis filters").click(timeout=5_000)
    expect(other.get_by_text(ASKED)).to_be_visible()
    expect(other.get_by_role("heading", name="Kaart", level=1)).to_have_count(0)
    # Who kept the cookie has nothing with it: no page, and no file that was made.
    context.add_cookies(kept)
    other.goto(f"{service}/kaart?peildatum=2026-11-23")
    expect(other.get_by_text(ASKED)).to_be_visible()
    assert context.request.get(fetched.value.url).status == 404


@pytest.mark.parametrize("who", ["verlopen", "ander"])
def test_a_token_that_is_over_or_for_another_program_opens_nothing(service, context, who):
    page = context.new_page()
    sign_in(page, service, who)
    expect(page.get_by_text(ASKED)).to_be_visible()


def test_somebody_of_elsewhere_is_told_so_and_sees_nothing(service, context):
    page = context.new_page()
    sign_in(page, service, "gast")
    expect(page.get_by_text("U bent aangemeld als Gast, maar mag het dashboard niet zien.")).to_be_visible()
    page.goto(f"{service}/toegankelijkheid")
    expect(page.get_by_text("maar mag het dashboard niet zien.")).to_be_visible()
    expect(page.get_by_role("button", name="Afmelden")).to_be_visible()


def test_an_answer_of_the_provider_opens_once(service, context, browser):
    page = context.new_page()
    answers = []
    page.on("request", lambda asked: "/oauth2callback" in asked.url and answers.append(asked.url))
    sign_in(page, service, "noor")
    expect(page.get_by_text("Aangemeld als Noor Vos")).to_be_visible()
    [answer] = answers
    for again in (browser.new_context(), context):
        again.clear_cookies(name="_streamlit_user")
        visit = again.new_page()
        visit.goto(answer)
        expect(visit.get_by_text(ASKED)).to_be_visible()
