"""Making slides on screen: a button, progress, a download; kept for who asked, and for nobody else."""

from __future__ import annotations

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from lrn.ui.base import cache
from tests.conftest import PATIENCE


@pytest.fixture(autouse=True)
def _nothing_is_kept(monkeypatch):
    st.cache_resource.clear()
    cache.SHARED.clear()
    monkeypatch.delenv("LRN_SJABLOON", raising=False)


def script(path, meeting, plaats):
    from dataclasses import replace
    from datetime import date
    from pathlib import Path

    import streamlit as st

    from lrn.selection import Selection
    from lrn.ui.base import cache
    from lrn.ui.presentatie import slides
    from lrn.views.meetings import MEETINGS

    opened = cache.Opened(cache.open_file(Path(path)))
    view = cache.open_view(opened, Selection(peildatum=date(2026, 10, 1), regio=(plaats,)))
    row = MEETINGS[meeting].scenes[st.session_state.get("weggelaten", 0) :]
    slides.offer_deck(view, replace(MEETINGS[meeting], scenes=row))
    slides.offer_letter(view, plaats)


@pytest.fixture
def visit(ten_rows_path, quick_app_test):
    def start(meeting="3o-overleg", plaats="AM19"):
        arguments = (str(ten_rows_path), meeting, plaats)
        app = AppTest.from_function(script, default_timeout=PATIENCE, args=arguments).run()
        assert not app.exception
        return app

    return start


def downloads(app):
    return app.get("download_button")


def made(app):
    return list(app.session_state["_dias"].values())


def test_nothing_is_made_until_it_is_asked_for(visit):
    app = visit()
    assert [button.label for button in app.button] == ["Maak de presentatie", "Maak de factsheet"]
    assert not downloads(app)
    assert made(app) == []


def test_the_deck_is_made_once_and_then_downloaded(visit):
    app = visit()
    app.button(key="presentatie_maak").click().run()
    assert not app.exception
    assert [found.proto.label for found in downloads(app)] == ["Download de presentatie"]
    assert [button.label for button in app.button] == ["Maak de factsheet"]
    (first,) = made(app)
    assert first.content[:2] == b"PK"
    app.run()
    assert made(app)[0].content is first.content
    app.session_state["weggelaten"] = 1
    app.run()
    assert not downloads(app)


def test_a_letter_is_made_beside_it(visit):
    app = visit()
    app.button(key="brief_maak").click().run()
    assert [found.proto.label for found in downloads(app)] == ["Download de factsheet"]


def test_a_file_is_called_after_its_selection(visit, monkeypatch):
    names = []
    real = st.delta_generator.DeltaGenerator.download_button

    def watched(self, label, **options):
        names.append(options["file_name"])
        return real(self, label, **options)

    monkeypatch.setattr(st.delta_generator.DeltaGenerator, "download_button", watched)
    app = visit("cvb")
    app.button(key="presentatie_maak").click().run()
    app.button(key="brief_maak").click().run()
    assert set(names) == {
        "presentatie College van Bestuur - Holland Rijnland - 2026-10-01.pptx",
        "regio in beeld - Holland Rijnland - 2026-10-01.pptx",
    }


def test_progress_is_told_while_it_is_made(visit, monkeypatch):
    from lrn.export import slides

    told = []
    real = slides.deck

    def watched(*arguments, progress, **options):
        def tell(done, total, label):
            told.append((done, total, label))
            progress(done, total, label)

        return real(*arguments, progress=tell, **options)

    monkeypatch.setattr(slides, "deck", watched)
    visit().button(key="presentatie_maak").click().run()
    assert [done for done, _, _ in told] == list(range(9))
    assert told[0][2] == "Titel"


def test_two_visitors_have_their_own(visit):
    one, other = visit(), visit(plaats="GM0632")
    one.button(key="presentatie_maak").click().run()
    assert len(made(one)) == 1
    assert made(other) == []
    other.button(key="presentatie_maak").click().run()
    assert made(one)[0].content != made(other)[0].content


def test_a_broken_house_style_is_said_and_the_deck_is_made(visit, monkeypatch, tmp_path):
    (tmp_path / "stuk.pptx").write_bytes(b"stuk")
    monkeypatch.setenv("LRN_SJABLOON", str(tmp_path / "stuk.pptx"))
    app = visit()
    assert not app.warning  # nothing is read until it is needed
    app.button(key="presentatie_maak").click().run()
    assert "stuk" in app.warning[0].value
    assert downloads(app)


def test_a_session_keeps_a_few(visit):
    from lrn.ui.presentatie import slides

    app = visit()
    app.session_state["_dias"] = {("oud", n): slides._MadeFile(b"PK", "") for n in range(slides._KEPT)}
    app.button(key="presentatie_maak").click().run()
    kept = app.session_state["_dias"]
    assert len(kept) == slides._KEPT
    assert ("oud", 0) not in kept
