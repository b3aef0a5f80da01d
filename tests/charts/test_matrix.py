from datetime import date

import pytest

from lrn import style
from lrn.charts.markup import wrapped
from lrn.charts.matrix import BESIDE, matrix
from lrn.measures.themes import theme_by_college, theme_by_place
from lrn.selection import Selection, apply

DAY = date(2026, 10, 1)
PLACES = {"AM19": "Holland<br>Rijnland", "AM34": "ZHC", "AM20": "Midden-<br>Holland", "GM0632": "Woerden"}
THEMES = {"arbeidsmarkttransities": "Netwerkthema", "klimaat": "Klimaat", "zorg": "Zorg", "recreatie": "Recreatie"}


@pytest.fixture
def uneven(build_register):
    """Six activities in Leiden (of which three on zorg), four in Gouda (one on zorg), none elsewhere."""
    rows = [["ID", "Naam", "Gemeente", "Thema's"]]
    rows += [[f"L{n}", "a", "Leiden", "zorg" if n < 3 else ""] for n in range(6)]
    rows += [[f"G{n}", "b", "Gouda", "zorg" if n < 1 else ""] for n in range(4)]
    return theme_by_place(build_register({"Activiteiten": rows}))


def draw(frame, **options):
    return matrix(
        frame=frame,
        row="thema",
        column="plaats",
        names=("naam", "plaats_naam"),
        row_labels=THEMES,
        column_labels=PLACES,
        **options,
    )


def cells(figure, what):
    (squares,) = figure.data
    values = {"text": squares.text, "colour": squares.marker.color, "hover": squares.hovertext}[what]
    return {tuple(pair): value for pair, value in zip(squares.customdata, values, strict=True)}


def test_every_pair_has_a_square_in_the_order_of_the_labels(register):
    figure = draw(theme_by_place(apply(Selection(peildatum=DAY), register)))
    (squares,) = figure.data
    assert len(squares.x) == 16
    for (theme, place), x, y in zip(squares.customdata, squares.x, squares.y, strict=True):
        assert x == ["AM19", "AM34", "AM20", "GM0632"].index(place)
        assert y == ["arbeidsmarkttransities", "klimaat", "zorg", "recreatie"].index(theme)
    assert list(figure.layout.xaxis.ticktext) == list(PLACES.values())
    assert list(figure.layout.yaxis.ticktext) == list(THEMES.values())


def test_squares_are_markers_because_clicks_do_not_arrive_from_heatmaps(uneven):
    (squares,) = draw(uneven).data
    assert squares.type == "scatter"
    assert squares.marker.symbol == "square"


def test_counts_are_written_and_zero_is_written_as_zero(uneven):
    text = cells(draw(uneven), "text")
    assert text["zorg", "AM19"] == "3"
    assert text["zorg", "AM20"] == "1"
    assert text["zorg", "AM34"] == "0"
    assert text["klimaat", "AM19"] == "0"


def test_zero_has_a_tone_of_its_own(uneven):
    colours = cells(draw(uneven), "colour")
    zeros = {colour for pair, colour in colours.items() if pair not in (("zorg", "AM19"), ("zorg", "AM20"))}
    assert zeros == {style.ZERO}
    assert colours["zorg", "AM19"] not in {style.ZERO, style.NO_DATA, colours["zorg", "AM20"]}
    assert colours["zorg", "AM20"] not in {style.ZERO, style.NO_DATA}


def test_a_share_of_few_activities_is_not_drawn_as_a_share(uneven):
    text, colours = (cells(draw(uneven, shown="aandeel"), what) for what in ("text", "colour"))
    assert text["zorg", "AM19"] == "50%"
    assert text["klimaat", "AM19"] == "0%"
    assert colours["klimaat", "AM19"] == style.ZERO
    for pair in (("zorg", "AM20"), ("klimaat", "AM20"), ("zorg", "GM0632")):
        assert "%" not in text[pair]
        assert colours[pair] == style.NO_DATA


@pytest.mark.parametrize("shown", ["aantal", "aandeel"])
def test_few_activities_are_said_to_be_few(uneven, shown):
    hover = cells(draw(uneven, shown=shown), "hover")
    assert "50% van de 6 activiteiten" in hover["zorg", "AM19"]
    assert "op basis van 4 activiteiten" in hover["zorg", "AM20"]
    assert "%" not in hover["zorg", "AM20"]


@pytest.mark.parametrize(
    ("chosen", "outlined"),
    [
        (None, set()),
        (("zorg", "AM19"), {("zorg", "AM19")}),
        (("zorg", None), {("zorg", "AM19"), ("zorg", "AM34"), ("zorg", "AM20"), ("zorg", "GM0632")}),
    ],
)
def test_what_is_chosen_is_outlined(uneven, chosen, outlined):
    (squares,) = draw(uneven, chosen=chosen).data
    widths = zip(squares.customdata, squares.marker.line.width, strict=True)
    assert {tuple(pair) for pair, width in widths if width} == outlined


def test_markup_in_the_name_of_a_college_is_text(build_register):
    college = "<b>Techniek</b> & <a href='x'>Bouw</a>"
    rows = [["ID", "Naam", "College", "Thema's"], ["K1", "a", college, "zorg"]]
    frame = theme_by_college(build_register({"Activiteiten": rows}))
    figure = matrix(
        names=("college", "naam"),
        frame=frame,
        row="college",
        column="thema",
        row_labels={college: wrapped(college)},
        column_labels=THEMES,
    )
    shown = [*figure.layout.yaxis.ticktext, *figure.data[0].hovertext]
    assert not any("<b>Techniek" in text or "<a " in text for text in shown)
    assert all("&lt;b&gt;Techniek&lt;/b&gt; &amp;" in text.replace("<br>", " ") for text in shown)
    assert {pair[0] for pair in figure.data[0].customdata} == {college}


def test_rows_are_named_in_full_and_labels_without_squares_are_left_out(build_register):
    rows = [["ID", "Naam", "College", "Thema's"], ["K1", "a", "Techniek", "zorg"], ["K2", "b", "", "zorg"]]
    frame = theme_by_college(build_register({"Activiteiten": rows}))
    labels = THEMES | {"onbekend": "Onbekend"}
    figure = matrix(frame=frame, row="college", column="thema", names=("college_naam", "naam"), column_labels=labels)
    assert list(figure.layout.yaxis.ticktext) == ["Techniek", "Zonder college"]
    assert "Onbekend" not in figure.layout.xaxis.ticktext
    assert ["", "zorg"] in [list(pair) for pair in figure.data[0].customdata]


@pytest.mark.parametrize(
    ("apart", "lines"),
    [(None, []), ("arbeidsmarkttransities", [(0.5, 0.5)]), ("zorg", [])],
)
def test_a_line_sets_the_first_row_apart(register, apart, lines):
    frame = theme_by_place(register)
    labels = {"arbeidsmarkttransities": "Arbeidsmarkttransities"} | THEMES
    figure = matrix(
        frame=frame, row="thema", column="plaats", names=("naam", "plaats_naam"), row_labels=labels,
        column_labels=PLACES, apart=apart,
    )  # fmt: skip
    assert [(shape.y0, shape.y1) for shape in figure.layout.shapes] == lines


def test_a_matrix_without_rows_does_not_fail(register):
    frame = theme_by_college(apply(Selection(thema=("recreatie",)), register))
    figure = matrix(frame=frame, row="college", column="thema", names=("college", "naam"), column_labels=THEMES)
    assert len(figure.data[0].x) == 0


def test_the_hover_text_has_the_full_names(uneven):
    assert cells(draw(uneven), "hover")["zorg", "AM20"].startswith("<b>Zorg · Midden-Holland</b><br>1 activiteit")


def test_what_was_not_chosen_is_fainter_and_stands_there_to_compare(uneven):
    """On one scale, so that a square has the class that it has when nothing is chosen."""
    chosen = draw(uneven.assign(gekozen=uneven["plaats"] == "AM20"))
    whole, (squares,) = cells(draw(uneven), "colour"), chosen.data
    inks = dict(zip(map(tuple, squares.customdata), squares.textfont.color, strict=True))
    assert cells(chosen, "text") == cells(draw(uneven), "text")
    for (theme, place), colour in cells(chosen, "colour").items():
        assert colour == (whole[theme, place] if place == "AM20" else style.faint(whole[theme, place]))
        assert inks[theme, place] == (style.INK if place == "AM20" else style.TEXT)
    assert [note.text for note in chosen.layout.annotations] == [BESIDE]
    assert "<b>Midden-<br>Holland</b>" in chosen.layout.xaxis.ticktext
    assert "ZHC" in chosen.layout.xaxis.ticktext


def test_with_every_place_chosen_nothing_is_faint_and_nothing_is_told_of_it(uneven):
    figure = draw(uneven.assign(gekozen=True))
    assert cells(figure, "colour") == cells(draw(uneven), "colour")
    assert not figure.layout.annotations
    assert not [label for label in figure.layout.xaxis.ticktext if "<b>" in label]


def test_a_faint_share_of_few_activities_is_no_share_either(uneven):
    figure = draw(uneven.assign(gekozen=uneven["plaats"] == "AM19"), shown="aandeel")
    assert cells(figure, "text")["zorg", "AM20"] == "<5"
    assert cells(figure, "colour")["zorg", "AM20"] == style.faint(style.NO_DATA)
