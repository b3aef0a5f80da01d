"""The table of what is mended in Streamlit's page: it is whole, and none of it is there for nothing."""

from __future__ import annotations

import inspect
import re
from pathlib import Path

import pytest
import streamlit
import streamlit.typing

from lrn.ui.browser.fixes import FIXES, NONE, SEEN_IN

ROOT = Path(__file__).parents[3]


def test_each_was_seen_to_be_needed_in_the_version_that_is_used():
    assert streamlit.__version__ == SEEN_IN
    assert f"streamlit=={SEEN_IN}\n" in (ROOT / "requirements.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("fix", FIXES, ids=lambda fix: fix.key)
def test_each_says_where_it_is_and_what_tells_that_it_can_go(fix):
    assert (ROOT / fix.where).is_file()
    assert fix.key in (ROOT / fix.test).read_text(encoding="utf-8")
    assert fix.issue == NONE or re.fullmatch(r"#\d+", fix.issue)
    assert fix.mends.endswith((".", ").")), fix.mends


def test_every_script_and_style_is_in_the_table_or_loaded_by_one_that_is():
    named = {fix.where.rsplit(".", 1)[0] for fix in FIXES}
    found = [path for path in (ROOT / "lrn").rglob("*") if path.suffix in (".js", ".css")]
    for file in (ROOT / "lrn/ui/browser").glob("*.py"):
        for used in re.findall(r"uses=\(([^)]*)\)", file.read_text(encoding="utf-8")):
            named |= {f"lrn/ui/browser/{name}" for name in re.findall(r'"(\w+)"', used)}
    assert found
    assert [path for path in found if path.relative_to(ROOT).with_suffix("").as_posix() not in named] == []


NO_COMMAND = {
    "stage": lambda: (
        any("scroll" in name for name in dir(streamlit))
        or {"font_size", "zoom", "header", "toolbar"} & set(inspect.signature(streamlit.set_page_config).parameters)
    ),
    "start": lambda: "shortcuts" in inspect.signature(streamlit.button).parameters,
    "focus": lambda: (
        any("focus" in name for name in dir(streamlit))
        or any("focus" in name for name in inspect.signature(streamlit.button).parameters)
    ),
    "ahead": lambda: {"run_after", "run_once", "delay"} & set(inspect.signature(streamlit.fragment).parameters),
    "clock": lambda: any("clock" in name or "timer" in name for name in dir(streamlit)),
    "picture": lambda: (
        {"export", "download", "image", "save"} & set(inspect.signature(streamlit.plotly_chart).parameters)
    ),
    "width": lambda: any("width" in name or "screen" in name for name in dir(streamlit.context)),
    "folds": lambda: (
        {"fold", "collapse", "collapsed", "breakpoint", "visible"}
        & set(inspect.signature(streamlit.container).parameters)
    ),
    "container": lambda: "DeltaGenerator" in streamlit.typing.__all__,
}


@pytest.mark.parametrize("key", NO_COMMAND)
def test_streamlit_has_no_command_for_it_yet(key):
    [fix] = [fix for fix in FIXES if fix.key == key]
    assert not NO_COMMAND[key](), f"Streamlit {streamlit.__version__} may do without {fix.where}: {fix.mends}"
