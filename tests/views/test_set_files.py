"""Files with own sets: written, read back, and broken in every way without losing the others."""

import pytest

from lrn.views import set_files, sets
from lrn.views.meetings import MEETINGS, SCENES
from lrn.views.set_files import ENDING
from lrn.views.sets import ViewSet

GOOD = 'versie = 1\n[[reeks]]\nnaam = "Goed"\nbeelden = ["Titel", "verloop"]\n'


def read(text):
    return set_files.from_toml(text.encode(), f"a{ENDING}")


@pytest.mark.parametrize(
    "own",
    [
        ViewSet("CvB december", "cvb", ("verloop", "titel")),
        ViewSet('![x](//y.png) "<b>" \\ = #', "netwerk", tuple(SCENES), {"regio": ("Midden-Holland",)}),
        ViewSet("x" * sets.LONGEST_NAME, "college", ("titel",), {"peildatum": ("alles",), "thema": ('a"b', "c, d")}),
    ],
    ids=lambda own: own.meeting,
)
def test_a_set_comes_back_from_its_file_as_it_was(own):
    found = read(set_files.to_toml(own))
    assert found.sets == (own,)
    assert found.problems == ()


def test_a_set_without_views_is_written_with_those_of_its_meeting():
    written = set_files.to_toml(ViewSet("X", "cvb"))
    assert read(written).sets[0].views == MEETINGS["cvb"].scenes
    assert "# Weggelaten: Titel" in set_files.to_toml(ViewSet("X", "cvb", MEETINGS["cvb"].scenes[1:]))


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"\xff\xfe", "is geen tekst in UTF-8"),
        (b"", "is van een andere versie"),
        (b"versie = 2", "is van een andere versie: zet bovenaan versie = 1"),
        (b"versie = 1\nnaam = \n", "kijk regel 2 na"),
        (b"versie = 1\n[[reeks", "kijk de laatste regels na"),
        (b"versie = 1\na = " + b"[" * 5000, "kan niet worden gelezen"),
        (b"versie = 1", "begint met een regel [[reeks]]"),
        (b"versie = 1\nreeks = 3", "begint met een regel [[reeks]]"),
        (b"versie = 1\nreeks = [3]", "heeft bij reeks 1 geen naam"),
        (b'versie = 1\n[[reeks]]\nnaam = "\\u200b \\n"', "heeft bij reeks 1 geen naam"),
        (b" " * (set_files.LONGEST + 1), "is te groot voor reeksen"),
    ],
)
def test_a_file_that_cannot_be_used_is_one_sentence(content, told):
    found = set_files.from_toml(content, f"a{ENDING}")
    assert found.sets == ()
    [problem] = found.problems
    assert problem.startswith(f"Het bestand “a{ENDING}” ")
    assert told in problem
    assert "\n" not in problem


@pytest.mark.parametrize(
    ("lines", "views", "told"),
    [
        ('beelden = ["Titel", "Kerncijfer"]', ("titel",), "‘Kerncijfer’; de andere staan er. Bedoelt u ‘Kerncijfers’?"),
        ('beelden = ["Dansles"]', (), "‘Dansles’; u ziet de standaard van de vergadering."),
        ('beelden = ["Titel", "titel", "TITEL"]', ("titel",), ""),
        ('beelden = "Titel"', ("titel",), ""),
        ("beelden = [[1]]", (), "bij beelden iets anders dan tekst"),
        ('vergadering = "borrel"', (), "een vergadering die we niet kennen, ‘borrel’; nu geldt Heel het netwerk"),
        ("vergadering = 3", (), "‘3’; nu geldt Heel het netwerk"),
        ('beeldn = "Titel"', (), "een regel ‘beeldn’ die we niet kennen: bedoelt u ‘beelden’?"),
        ("selectie = 3", (), "een selectie die we niet kunnen lezen"),
        ('selectie.regoi = "Gouda"', (), "een regel ‘regoi’ die we niet kennen: bedoelt u ‘regio’?"),
    ],
)
def test_what_is_wrong_in_a_set_is_one_sentence_and_the_rest_of_it_and_the_others_can_be_used(lines, views, told):
    found = read(f'{GOOD}[[reeks]]\nnaam = "X"\n{lines}\n[[reeks]]\nnaam = ""\n[[reeks]]\nnaam = "Y"')
    assert [each.name for each in found.sets] == ["Goed", "X", "Y"]
    assert found.sets[0].views == ("titel", "verloop")
    assert found.sets[1].views == views
    *problems, without_name = found.problems
    assert "heeft bij reeks 3 geen naam" in without_name
    assert len(problems) == bool(told)
    assert told in "".join(problems)


def test_a_selection_may_be_written_as_numbers_days_and_true():
    [own] = read(f"{GOOD}[reeks.selectie]\ningredient = [3]\npeildatum = 2026-10-01\nnetwerkthema = true\n").sets
    assert own.selection == {"ingredient": ("3",), "peildatum": ("2026-10-01",), "netwerkthema": ("ja",)}


def test_a_name_that_is_too_long_is_cut_and_said():
    found = read(GOOD.replace("Goed", "x" * (sets.LONGEST_NAME + 1)))
    assert len(found.sets[0].name) == sets.LONGEST_NAME
    assert "te lange naam" in found.problems[0]


def test_all_files_beside_the_register_are_read_and_a_broken_one_takes_nothing_along(tmp_path):
    register = tmp_path / "register.xlsx"
    assert set_files.beside(register) == set_files.Found()
    assert set_files.beside(tmp_path / "nergens" / "register.xlsx") == set_files.Found()
    (tmp_path / f"b{ENDING}").write_text(GOOD, encoding="utf-8-sig")
    (tmp_path / f"c{ENDING}").write_text(GOOD.replace("Goed", "GOED"), encoding="utf-8")
    (tmp_path / f"a{ENDING}").write_text("stuk", encoding="utf-8")
    (tmp_path / f"d{ENDING}").mkdir()
    (tmp_path / "koppeling.toml").write_text("stuk", encoding="utf-8")
    found = set_files.beside(register)
    assert [each.name for each in found.sets] == ["Goed", "GOED (2)"]
    told = " ".join(found.problems)
    assert len(found.problems) == 3
    assert f"“a{ENDING}” kan niet worden gelezen" in told
    assert f"“d{ENDING}” kan niet worden gelezen" in told
    assert "meer dan één reeks met de naam ‘GOED’" in told
    (tmp_path / f"c{ENDING}").write_text(GOOD.replace("Goed", "Anders dan eerst"), encoding="utf-8")
    assert [each.name for each in set_files.beside(register).sets] == ["Goed", "Anders dan eerst"]


@pytest.mark.parametrize(("more", "told"), [(0, False), (1, True)])
def test_of_very_many_files_the_first_are_read_and_that_is_said(tmp_path, more, told):
    for number in range(set_files.MOST + more):
        (tmp_path / f"{number:03}{ENDING}").write_text(GOOD.replace("Goed", f"N{number}"), encoding="utf-8")
    found = set_files.beside(tmp_path / "register.xlsx")
    assert len(found.sets) == set_files.MOST
    assert bool(found.problems) == told
