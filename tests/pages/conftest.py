"""Runs the app under AppTest, from ``app.py`` as a visitor does."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import streamlit as st
from streamlit.runtime.pages_manager import PagesManager
from streamlit.testing.v1 import AppTest

from lrn.ui.parts import evidence, key_figures
from tests.conftest import PATIENCE

APP = Path(__file__).resolve().parents[2] / "app.py"
PAGES = ("overzicht", "kaart", "ingredienten", "themas", "netwerk", "partners")

Opener = Callable[..., AppTest]


@pytest.fixture(autouse=True)
def _st_navigation_owns_the_pages(monkeypatch, quick_app_test):
    """A folder called ``pages`` makes AppTest believe in Streamlit's old page discovery, and then it skips ``app.py``.

    The real server decides this once, from ``st.navigation``; AppTest forgets it at every run. Here it is told each
    time a ``PagesManager`` is made.
    """
    original = PagesManager.__init__

    def told(self, *args, **kwargs):
        original(self, *args, **kwargs)
        PagesManager.uses_pages_directory = False

    monkeypatch.setattr(PagesManager, "__init__", told)


@pytest.fixture(autouse=True)
def _from_the_project_folder(monkeypatch):
    monkeypatch.chdir(APP.parent)


@pytest.fixture(autouse=True, scope="module")
def _nothing_kept_of_other_files():
    """A register that was read stays in the cache for all tests of a file: that is what makes them quick."""
    st.cache_resource.clear()


@pytest.fixture
def open_page(monkeypatch) -> Opener:
    """``open_page(page, register=…, **query)``: the app on that page, without exceptions."""

    def opener(page: str = "overzicht", register: Path | None = None, **query: str | list[str]) -> AppTest:
        if register is None:
            monkeypatch.delenv("LRN_REGISTER", raising=False)
        else:
            monkeypatch.setenv("LRN_REGISTER", str(register))
        at = AppTest.from_file(str(APP), default_timeout=PATIENCE)
        for name, value in query.items():
            at.query_params[name] = value
        if page != "overzicht":
            at.switch_page(f"pages/{page}.py")
        at.run()
        assert not at.exception, at.exception
        assert "Deze pagina kan nu niet worden getoond" not in [error.proto.title for error in at.error]
        return at

    return opener


@pytest.fixture
def figures_open(monkeypatch) -> None:
    """What is behind "Cijfers" and the like is drawn at once, as if a visitor had opened all of it."""
    popover = st.popover

    def opened(label, *rest, key=None, **options):
        if key and (key.startswith(evidence.BEHIND) or key in CLOSED):
            st.session_state[key] = True
        return popover(label, *rest, key=key, **options)

    monkeypatch.setattr(st, "popover", opened)


CLOSED = (key_figures.THEN, "kaart_netwerk", "gerechten_tabel", "lijnen_tabel")
"""The keys of the other popovers in which figures stand that are nowhere else."""


def words(at: AppTest) -> str:
    """All texts of the main part that AppTest can tell, in one string."""
    kinds = (at.title, at.header, at.markdown, at.caption, at.info, at.warning, at.error)
    return "\n".join(str(element.value) for kind in kinds for element in kind)


@pytest.fixture
def make_register(tmp_path, write_workbook) -> Callable[..., Path]:
    """``make_register(sheets, path=…)`` writes a workbook of these rows and returns its path."""

    def make(sheets: dict[str, list[list]], path: Path | None = None) -> Path:
        return write_workbook(path or tmp_path / "register.xlsx", sheets)

    return make
