import pytest

from lrn.charts.markup import hover, typed, wrapped
from lrn.charts.matrix import matrix
from lrn.measures.onmap.locations import locations
from lrn.measures.onmap.map_points import marks
from lrn.measures.themes import THEME_LABELS, theme_by_college

# What plotly.js makes of a text (its svg_text_utils, 4.2 in Streamlit 1.67): these entities and these tags, no other.
ENTITIES = {"mu": "μ", "amp": "&", "lt": "<", "gt": ">", "nbsp": "\xa0", "times": "×", "plusmn": "±", "deg": "°"}


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ('College "Groen"', 'College "Groen"'),
        ("d'Artagnan's", "d'Artagnan's"),
        ("Zorg & Welzijn <MBO>", "Zorg &amp; Welzijn &lt;MBO&gt;"),
        ("5 &plusmn; 2 &#42; &quot;", "5 &amp;plusmn; 2 &amp;#42; &amp;quot;"),
        ("<b>a</b><br><a href='x'>b</a>", "&lt;b&gt;a&lt;/b&gt;&lt;br&gt;&lt;a href='x'&gt;b&lt;/a&gt;"),
        ("%{x} %{customdata[0]}", "%{x} %{customdata[0]}"),
    ],
)
def test_plotly_reads_back_what_was_typed(text, written):
    assert typed(text) == written
    assert not {word.partition(";")[0] for word in written.split("&")[1:]} - set(ENTITIES)


def test_a_hover_text_has_its_own_lines_and_no_others():
    assert hover("a <br> b", "1 < 2", "c & d") == "<b>a &lt;br&gt; b</b><br>1 &lt; 2<br>c &amp; d"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Zorg", "Zorg"),
        ("Zorg en Welzijn", "Zorg en Welzijn"),
        ("Economie, Ondernemen en Dienstverlening", "Economie,<br>Ondernemen en<br>Dienstverlening"),
        ("a < b", "a &lt; b"),
        ("Onderwijsassistentenopleidingen", "Onderwijsassistentenopleidingen"),
        ("x" * 32, "x" * 32),
        ("x" * 33, "x" * 32 + "<br>x"),
        ('"Groen" en Bouw & Zo', '"Groen" en Bouw<br>&amp; Zo'),
        ("", ""),
    ],
)
def test_a_long_label_is_broken_at_words(text, expected):
    assert wrapped(text) == expected


def test_a_college_and_an_activity_read_as_typed_in_their_charts(build_register):
    rows = [["ID", "Naam", "Gemeente", "College", "Thema's"], ["A1", 'Lab "x" <b>', "Leiden", '"Groen" & <Zo>', "zorg"]]
    register = build_register({"Activiteiten": rows})
    frame = theme_by_college(register)
    figure = matrix(frame=frame, row="college", column="thema", names=("college", "naam"), column_labels=THEME_LABELS)
    assert figure.layout.yaxis.ticktext == ('"Groen" &amp; &lt;Zo&gt;',)
    assert all(told.startswith('<b>"Groen" &amp; &lt;Zo&gt; · ') for told in figure.data[0].hovertext)
    shown = marks(register, register, locations(register), by="vorm")
    assert hover(*shown.loc[0, "tekst"].split("\n")).startswith('<b>Lab "x" &lt;b&gt;</b><br>')
