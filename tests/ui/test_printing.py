"""Lists on paper: written as people read them, and texts that stay texts."""

from __future__ import annotations

from datetime import date, datetime

import pandas as pd

from lrn.export.values import Share
from lrn.ui.base import printing


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
