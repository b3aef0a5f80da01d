from datetime import date

import pandas as pd
import pytest

from lrn.charts.bars import ingredient_bars, quarter_bars, theme_bars
from lrn.measures.beside import with_network
from lrn.measures.ingredients import per_ingredient
from lrn.measures.themes import all_themes
from lrn.measures.trend import per_quarter
from lrn.selection import Selection, apply
from lrn.texts import long_date

DAY = date(2026, 10, 1)


def ingredients(register, **filters):
    return per_ingredient(apply(Selection(**filters), register))


def test_eleven_bars_from_one_to_eleven_also_with_zeros(register):
    (bar,) = ingredient_bars(frame=ingredients(register, peildatum=DAY)).data
    assert list(bar.customdata) == [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]
    assert list(bar.x) == [3, 2, 2, 1, 0, 0, 0, 1, 2, 1, 0]
    assert bar.orientation == "h"
    assert [str(label).split(".")[0] for label in bar.y] == [str(n) for n in range(1, 12)]


def test_the_first_ingredient_is_on_top(register):
    assert ingredient_bars(frame=ingredients(register)).layout.yaxis.autorange == "reversed"


def test_bars_are_labelled_with_count_and_share(register):
    (bar,) = ingredient_bars(frame=ingredients(register, peildatum=DAY)).data
    assert list(bar.text[:5]) == ["3 · 43%", "2 · 29%", "2 · 29%", "1 · 14%", "0 · 0%"]


@pytest.mark.parametrize("college", ["Techniek", "Zorg en Welzijn", "Economie"])
def test_a_share_of_few_activities_is_not_drawn_as_a_share(register, college):
    figure = ingredient_bars(frame=ingredients(register, college=(college,)))
    assert not any("%" in text for text in (*figure.data[0].text, *figure.data[0].hovertext))


def test_bars_of_an_empty_selection_are_eleven_zeros(register):
    (bar,) = ingredient_bars(frame=ingredients(register, thema=("recreatie",))).data
    assert list(bar.x) == [0] * 11
    assert list(bar.text) == ["0"] * 11


def test_each_question_is_written_once_in_order(register):
    figure = ingredient_bars(frame=ingredients(register))
    assert [note.text for note in figure.layout.annotations] == ["WAAROM", "WIE", "WAAR", "HOE", "WAT"]


def test_the_chosen_bar_stands_out(register):
    colours = ingredient_bars(frame=ingredients(register), chosen=9).data[0].marker.color
    assert len(set(colours)) == 2
    assert colours[8] not in {*colours[:8], *colours[9:]}


def test_themes_come_in_the_order_of_the_vocabulary_after_the_network_theme(register):
    (bar,) = theme_bars(frame=all_themes(apply(Selection(), register))).data
    assert list(bar.customdata) == [
        "arbeidsmarkttransities",
        "onderwijs",
        "klimaat",
        "mobiliteit",
        "wonen",
        "zorg",
        "welzijn",
        "recreatie",
        "anders",
    ]
    assert list(bar.x) == [6, 2, 3, 1, 2, 2, 2, 0, 0]
    assert bar.text[0] == "6 · 60%"


def test_quarters_stand_in_order_with_what_has_ended_as_a_part(register):
    figure = quarter_bars(frame=per_quarter(register, Selection(peildatum=DAY)))
    active, gone = figure.data
    assert list(active.x) == list(gone.x)
    assert (active.x[0], active.x[-1]) == ("2024 K1", "2026 K4")
    assert figure.layout.barmode == "stack"
    assert list(active.y) == [3, 3, 3, 3, 4, 4, 5, 5, 6, 7, 7, 7]
    assert list(gone.y) == [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0]
    assert list(gone.text) == ["4", "4", "4", "4", "5", "5", "6", "6", "7", "8", "7", "7"]  # all, above both
    assert list(gone.customdata[0]) == ["2024 K1", "voorbij"]


def test_the_chosen_part_of_a_quarter_has_an_outline(register):
    frame = per_quarter(register, Selection(peildatum=DAY))
    active, gone = quarter_bars(frame=frame, chosen=("2024 K2", "voorbij")).data
    assert set(active.marker.line.width) == {0}
    assert [n for n, width in enumerate(gone.marker.line.width) if width] == [1]


def test_a_quarter_can_be_clicked_and_the_chosen_one_is_outlined(register):
    frame = per_quarter(register, Selection(peildatum=DAY))
    active, gone = quarter_bars(frame=frame, chosen=("2024 K1", "voorbij")).data
    assert [list(pair) for pair in active.customdata[:2]] == [["2024 K1", "aantal"], ["2024 K2", "aantal"]]
    assert [list(pair) for pair in gone.customdata[:1]] == [["2024 K1", "voorbij"]]
    assert not any(active.marker.line.width)
    assert [n for n, width in enumerate(gone.marker.line.width) if width] == [0]


def test_a_chart_does_not_change_its_frame(register):
    frame = ingredients(register)
    before = frame.copy()
    ingredient_bars(frame=frame, chosen=3)
    pd.testing.assert_frame_equal(frame, before)


def test_what_is_over_is_told_by_the_last_day_and_only_where_something_is(register):
    then = quarter_bars(frame=per_quarter(register, Selection(peildatum=DAY)))
    assert then.data[1].name == "waarvan op 1 oktober 2026 voorbij"
    assert then.data[1].hovertext[0] == "<b>2024 K1</b><br>4 activiteiten actief, waarvan 1 op 1 oktober 2026 voorbij"
    assert then.layout.showlegend
    checked = register.checked_on  # without a peildatum the last day is that of checking
    assert f"op {long_date(checked)} voorbij" in quarter_bars(frame=per_quarter(register, Selection())).data[1].name
    none_over = per_quarter(register, Selection(peildatum=DAY)).assign(voorbij=0)
    assert not quarter_bars(frame=none_over).layout.showlegend


# ── Beside the network ───────────────────────────────────────────────────────────────────────────────────────

WITHIN = "in het hele netwerk"


def beside(register, **chosen):
    selection = Selection(peildatum=DAY, **chosen)
    return with_network(register, selection, of=per_ingredient)


def test_a_mark_says_how_long_a_bar_would_be_at_the_share_of_the_network(register):
    """Of the five activities in these places three have ingredient 1, as of all seven; none has 4, of all one."""
    five = ("AM19", "AM34", "AM20", "AM21", "GM0632")
    figure = ingredient_bars(frame=beside(register, regio=five), within=WITHIN)
    bar, mark, figures = figure.data
    at = dict(zip(mark.customdata, mark.x, strict=True))
    assert at[1] == pytest.approx(5 * 3 / 7)
    assert at[4] == pytest.approx(5 / 7)
    assert (mark.name, figure.layout.showlegend, mark.showlegend, bar.showlegend) == (
        "aandeel in het hele netwerk",
        True,
        True,
        False,
    )
    assert bar.hovertext[0].split("<br>")[1:] == ["3 activiteiten, 60% van 5", "in het hele netwerk: 43% (3 van 7)"]
    # The figures stand clear of the mark where that lies beyond the bar.
    assert (bar.textposition, [text.strip() for text in figures.text]) == ("none", list(bar.text))
    assert figures.x[0] == 3
    assert figures.x[3] == at[4]


@pytest.mark.parametrize("chosen", [{"regio": ("AM19",)}, {"regio": ("AM19", "AM34", "AM20", "GM0632")}])
def test_of_few_activities_there_is_no_mark(register, chosen):
    figure = ingredient_bars(frame=beside(register, **chosen), within=WITHIN)
    (bar,) = figure.data
    assert bar.textposition == "outside"
    assert not any(WITHIN in told for told in bar.hovertext)
