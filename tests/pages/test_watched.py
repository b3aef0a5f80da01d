"""What the service is told of while the app runs, whatever the page."""

from __future__ import annotations

import pytest
import streamlit as st

from lrn.ui.base import watched


@pytest.fixture
def told(monkeypatch):
    found: list[tuple[str, ...]] = []

    class Told:
        def ran(self, page, seconds):
            assert seconds > 0
            found.append(("ran", page))

        def failed(self, page):
            found.append(("failed", page))

        def read(self, seconds, *, fine):
            found.append(("read", str(fine)))

    monkeypatch.setattr(watched, "_watchers", [Told()])
    return found


def test_each_run_is_told_and_each_reading(open_page, told):
    st.cache_resource.clear()
    at = open_page("kaart")
    at.run()
    assert told == [("read", "True"), ("ran", "kaart"), ("ran", "kaart")]


def test_a_page_that_fails_is_told(open_page, told, monkeypatch):
    monkeypatch.setattr("lrn.ui.frame.show", lambda *_: 1 / 0)
    with pytest.raises(AssertionError):
        open_page("kaart")
    assert ("failed", "kaart") in told


def test_what_is_configured_wrongly_is_said_on_every_page(open_page, monkeypatch):
    monkeypatch.setenv("LRN_BEZOEKERS", "veel")
    at = open_page("kaart")
    assert "LRN_BEZOEKERS is niet goed ingesteld: “veel” is geen getal van 1 tot en met 5000." in at.info[
        0
    ].value.replace("\\", "")
