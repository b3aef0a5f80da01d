import pytest

from lrn.ui.parts.context import context_lines, context_problem


@pytest.fixture
def inwoners(tmp_path, monkeypatch):
    """Writes rows as the table of inhabitants."""
    path = tmp_path / "inwoners.csv"
    monkeypatch.setenv("LRN_CONTEXT", str(path))

    def write(*rows):
        path.write_text("\n".join(["code;inwoners;jaar;bron", *rows]), encoding="utf-8")

    write()
    return write


@pytest.mark.parametrize(
    ("code", "level", "line"),
    [
        ("AM19", "plaats", "Ongeveer 510 km² · 12 gemeenten"),
        ("GM0632", "plaats", "Ongeveer 93 km² · 1 gemeente"),
        ("GM0632", "gemeente", "Ongeveer 93 km²"),
        ("GM0579", "gemeente", "Ongeveer 8 km²"),
    ],
)
def test_without_a_table_only_the_size_is_told(inwoners, code, level, line):
    assert context_lines(code, level, 40) == [line]
    assert context_problem() == ""


def test_with_a_table_the_activities_for_the_people_are_told(inwoners):
    inwoners("GM0632;54000;2025;CBS")
    assert context_lines("GM0632", "plaats", 22) == [
        "Ongeveer 93 km² · 1 gemeente",
        "4,1 activiteiten per 10.000 inwoners (2025, CBS)",
    ]


def test_few_activities_are_not_told_as_a_rate(inwoners):
    inwoners("GM0632;54000;2025;CBS")
    assert len(context_lines("GM0632", "gemeente", 4)) == 1


def test_a_rate_that_rounds_to_nothing_is_not_told_as_nothing(inwoners):
    inwoners("GM0518;1500000;2025;CBS")
    assert context_lines("GM0518", "gemeente", 5)[1] == "Minder dan 0,1 activiteiten per 10.000 inwoners (2025, CBS)"


@pytest.mark.parametrize("code", ["elders", "zonder"])
def test_what_is_no_area_gets_no_lines(inwoners, code):
    assert context_lines(code, "plaats", 40) == []


def test_a_table_that_is_wrong_is_said_once_and_not_beside_an_area(inwoners):
    inwoners("GM0632;veel;2025;CBS")
    assert context_lines("GM0632", "plaats", 22) == ["Ongeveer 93 km² · 1 gemeente"]
    assert context_problem().startswith("Het bestand “inwoners.csv” klopt niet op regel 2")
