"""The rules for paper: only for paper, naming parts that Streamlit still has, and deciding nothing by words."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
import streamlit

from lrn.ui.browser import paper

RULES = (Path(paper.__file__).parent / "paper.css").read_text(encoding="utf-8")
BARE = re.sub(r"/\*.*?\*/", "", RULES, flags=re.DOTALL)
BUNDLE = Path(streamlit.__file__).parent / "static" / "static" / "js"


def outer_blocks(css):
    """What stands before each outermost brace."""
    depth, prelude, found = 0, "", []
    for sign in css:
        if sign == "{":
            if depth == 0:
                found.append(prelude.strip())
            depth += 1
        elif sign == "}":
            depth -= 1
            prelude = ""
        elif depth == 0:
            prelude += sign
    assert depth == 0
    assert not prelude.strip()
    return found


def test_every_rule_is_for_print_only():
    assert set(outer_blocks(BARE)) == {
        "@media print",
        "@media print and (orientation: portrait)",
        "@media print and (orientation: landscape)",
    }
    assert outer_blocks(paper.margins("Kaart", "x", "y")) == ["@media print"]


@cache
def scripts(pattern):
    return "".join(path.read_text(encoding="utf-8", errors="replace") for path in BUNDLE.glob(pattern))


@pytest.mark.parametrize("part", sorted(set(re.findall(r'data-testid="(\w+)"', BARE))))
def test_every_part_that_is_named_exists_in_this_streamlit(part):
    assert re.search(rf"[`\"']{part}[`\"']", scripts("*.js")), part


@pytest.mark.parametrize("part", ["js-plotly-plot", "plot-container", "svg-container", "main-svg", "hoverlayer"])
def test_every_part_of_a_chart_that_is_named_exists_in_this_plotly(part):
    assert part in BARE
    assert part in scripts("PlotlyChart*.js")


def test_what_stands_in_the_margin_cannot_end_its_string():
    told = paper.margins('Kaart "} body { display: none } /*', "</style><script>\\", "a\nb ’ é 😀")
    assert told.count("content:") == 4
    for content in re.findall(r'content: "(.*?)"; font', told):
        assert re.fullmatch(r"(?:[A-Za-z0-9 ]|\\[0-9a-f]+ )*", content)
    assert "<" not in told
    assert told.count("{") == told.count("}")


def test_what_is_printed_is_decided_by_keys_and_never_by_words():
    script = Path(paper.__file__).with_suffix(".js").read_text(encoding="utf-8")
    for words in ("textContent", "innerText", "aria-label", "title=", "alt="):
        assert words not in BARE + script
