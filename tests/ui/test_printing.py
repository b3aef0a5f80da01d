"""The rules for paper: only for paper, naming parts that Streamlit still has, and texts that stay texts."""

from __future__ import annotations

import re
from datetime import date, datetime
from functools import cache
from pathlib import Path

import pandas as pd
import pytest
import streamlit

from lrn.export.values import Share
from lrn.ui.base import printing

RULES = (Path(printing.__file__).parent / "printing.css").read_text(encoding="utf-8")
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
    assert outer_blocks(printing.margins("Kaart", "x", "y")) == ["@media print"]


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
    told = printing.margins('Kaart "} body { display: none } /*', "</style><script>\\", "a\nb ’ é 😀")
    assert told.count("content:") == 4
    for content in re.findall(r'content: "(.*?)"; font', told):
        assert re.fullmatch(r"(?:[A-Za-z0-9 ]|\\[0-9a-f]+ )*", content)
    assert "<" not in told
    assert told.count("{") == told.count("}")


def test_rows_for_paper_are_written_as_people_read_them():
    frame = pd.DataFrame(
        {
            "naam": ["Zorglab", None],
            "n": [1234, 0],
            "start": pd.to_datetime(["2026-10-01", None]),
            "aandeel": [Share(0.384, 99), Share(0.5, 4)],
            "wanneer": [datetime(2026, 1, 5, 14, 5), date(2026, 1, 5)],
        }
    )
    assert printing.as_table(frame, {"naam": "Naam"}) == (
        "<table><thead><tr><th scope='col'>Naam</th><th scope='col' class='number'>n</th><th scope='col'>start</th>"
        "<th scope='col'>aandeel</th><th scope='col'>wanneer</th></tr></thead><tbody>"
        "<tr><td>Zorglab</td><td class='number'>1.234</td><td class='date'>01-10-2026</td><td class='number'>38%</td>"
        "<td class='date'>05-01-2026 14:05</td></tr>"
        "<tr><td></td><td class='number'>0</td><td></td><td></td><td class='date'>05-01-2026</td></tr>"
        "</tbody></table>"
    )


def test_texts_of_the_workbook_stay_texts_on_paper_and_lead_to_nobody():
    frame = pd.DataFrame({"<b>": ["<img src=x onerror=alert(1)> & bel 06-12345678 of noor@voorbeeld.nl"]})
    told = printing.as_table(frame)
    assert "<b>" not in told
    assert "<img" not in told
    assert "&lt;img src=x onerror=alert(1)&gt; &amp; bel [telefoonnummer] of [e-mailadres]" in told


def test_of_a_long_list_the_first_rows_stand_on_paper_and_it_says_how_many_there_are():
    told = printing.as_table(pd.DataFrame({"n": range(2000)}))
    assert told.count("<tr>") == 1 + printing.ROWS
    assert "Dit zijn de eerste 200 van 2.000 rijen" in told
    assert "rijen" not in printing.as_table(pd.DataFrame({"n": range(printing.ROWS)}))
