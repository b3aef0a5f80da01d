"""The optional table of inhabitants: silent when it is empty, exact when it is filled, one sentence when it is wrong."""

import os

import pytest

from lrn import context
from lrn import vocabulary as v
from lrn.context import ContextTable, Extent, Inhabitants, area_context, inhabitants

MIDDEN_HOLLAND = {"GM1901": 36_000, "GM0513": 75_000, "GM1931": 58_000, "GM0627": 33_000}


@pytest.fixture
def write(tmp_path, monkeypatch):
    """Writes a table and points ``LRN_CONTEXT`` at it; a list of rows gets the header."""
    path = tmp_path / "inwoners.csv"
    monkeypatch.setenv("LRN_CONTEXT", str(path))

    def writer(content):
        if isinstance(content, list):
            content = "\n".join(["code;inwoners;jaar;bron", *content])
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return context.table()

    return writer


def of(amounts, jaar=2025, bron="CBS"):
    return ContextTable({code: Inhabitants(amount, jaar, bron) for code, amount in amounts.items()})


# ── Area ─────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("code", "km2", "gemeenten"), [("AM19", 510.3, 12), ("AM34", 232.1, 6), ("GM0632", 93.0, 1), ("GM0546", 23.3, 1)]
)
def test_an_area_is_as_large_as_its_boundaries(code, km2, gemeenten):
    assert area_context(code) == Extent(km2, gemeenten)


@pytest.mark.parametrize("code", [v.ELDERS, v.ZONDER, "AM22", ""])
def test_what_is_no_area_has_no_size(code):
    assert area_context(code) is None


# ── Inhabitants ──────────────────────────────────────────────────────────────────────────────────────────────


def test_a_municipality_has_the_inhabitants_of_its_row():
    assert inhabitants("GM0513", of(MIDDEN_HOLLAND)) == (75_000, 2025, "CBS")


def test_a_place_has_those_of_all_its_municipalities():
    assert inhabitants("AM20", of(MIDDEN_HOLLAND)) == (202_000, 2025, "CBS")


def test_woerden_is_a_place_and_a_municipality():
    assert inhabitants("GM0632", of({"GM0632": 54_000})) == (54_000, 2025, "CBS")


def test_a_place_of_which_one_municipality_is_missing_is_silent():
    partly = of({code: amount for code, amount in MIDDEN_HOLLAND.items() if code != "GM0627"})
    assert inhabitants("AM20", partly) is None
    assert inhabitants("GM0513", partly) is not None


def test_a_place_with_figures_of_two_years_is_silent():
    rows = dict(of(MIDDEN_HOLLAND).rows) | {"GM0513": Inhabitants(75_000, 2024, "CBS")}
    assert inhabitants("AM20", ContextTable(rows)) is None


def test_two_sources_are_both_named():
    rows = dict(of(MIDDEN_HOLLAND).rows) | {"GM0513": Inhabitants(75_000, 2025, "Gemeente Gouda")}
    assert inhabitants("AM20", ContextTable(rows)) == (202_000, 2025, "CBS en Gemeente Gouda")


@pytest.mark.parametrize("code", [v.ELDERS, v.ZONDER, "AM22", "GM0363"])
def test_zuidplas_is_not_all_that_is_elsewhere(code):
    assert inhabitants(code, of({"GM1892": 46_000})) is None


# ── The file ─────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_table_that_is_shipped_has_one_year_for_all_that_is_sure(monkeypatch):
    """CBS, 1 January 2020; Midden-Holland by hand: 34,872 + 73,428 + 56,319 + 29,291.

    Of 's-Gravenhage two public copies of that list differ, so it is not there, and Haaglanden has no number of people.
    """
    monkeypatch.delenv("LRN_CONTEXT", raising=False)
    shipped = context.table()
    assert shipped.problem == ""
    assert set(v.GEMEENTE) - set(shipped.rows) == {"GM0518"}
    assert {(row.jaar, row.bron) for row in shipped.rows.values()} == {(2020, "CBS")}
    assert shipped.rows["GM0546"].aantal == 125_101
    assert inhabitants("AM20", shipped) == Inhabitants(193_910, 2020, "CBS")
    assert [code for code in v.KIESBARE_PLAATSEN if not inhabitants(code, shipped)] == ["AM21"]


def test_without_a_table_nothing_is_said(monkeypatch, tmp_path):
    monkeypatch.delenv("LRN_CONTEXT", raising=False)
    monkeypatch.setattr(context, "FILE", tmp_path / "weg.csv")
    assert context.table() == ContextTable()


def test_a_filled_table_is_read(write):
    assert write(["GM0513;75000;2025;CBS StatLine", "gm0546;127.089;2025;CBS StatLine"]) == ContextTable(
        {"GM0513": (75_000, 2025, "CBS StatLine"), "GM0546": (127_089, 2025, "CBS StatLine")}
    )


@pytest.mark.parametrize(
    "content",
    [
        "\ufeffcode;inwoners;jaar;bron\r\nGM0513;75000;2025;CBS\r\n",
        "Code; Inwoners ;JAAR;Bron\n GM0513 ; 75000;2025;CBS\n\n;;;\n",
        "bron;jaar;inwoners;code\nCBS;2025;75000;GM0513",
        'code;inwoners;jaar;bron\n"GM0513";"75000";"2025";"CBS"\n',
    ],
    ids=["Excel", "spaces and empty rows", "other order", "quoted"],
)
def test_what_a_spreadsheet_makes_of_it_is_the_same_table(write, content):
    assert write(content) == ContextTable({"GM0513": (75_000, 2025, "CBS")})


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (["GM9999;10;2025;CBS"], "klopt niet op regel 2: “GM9999” is geen GM-code van een gemeente op de kaart"),
        (["Gouda;10;2025;CBS"], "“Gouda” is geen GM-code"),
        (["GM0513;75000;2025;CBS", "GM0546;veel;2025;CBS"], "klopt niet op regel 3: “veel” is geen aantal inwoners"),
        (["GM0513;0;2025;CBS"], "“0” is geen aantal inwoners"),
        (["GM0513;-5;2025;CBS"], "“-5” is geen aantal inwoners"),
        (["GM0513;75,5;2025;CBS"], "“75,5” is geen aantal inwoners"),
        (["GM0513;7.50;2025;CBS"], "“7.50” is geen aantal inwoners"),
        ([f"GM0513;{'9' * 9000};2025;CBS"], "is geen aantal inwoners"),
        (["GM0513;75000;25;CBS"], "“25” is geen jaar"),
        (["GM0513;75000;2025;"], "de bron is niet ingevuld"),
        (["GM0513;75000;2025"], "daar staan 3 waarden in plaats van 4"),
        (["GM0513;75000;2025;CBS;extra"], "daar staan 5 waarden in plaats van 4"),
        (["GM0513;1;2025;CBS", "GM0513;2;2025;CBS"], "noemt Gouda (GM0513) twee keer, de tweede keer op regel 3"),
        ("code,inwoners,jaar,bron\nGM0513,1,2025,CBS", "heeft niet de juiste koppen: zet bovenaan code;inwoners;jaar;bron"),
        ("code;inwoners;jaar;bron;bron\n", "heeft niet de juiste koppen"),
        ("", "heeft niet de juiste koppen"),
        ('code;inwoners;jaar;bron\nGM0513;1;2025;"CBS', "is geen leesbare csv"),
        ("code;inwoners;jaar;bron\nGM0513;1;2025;Café".encode("cp1252"), "is niet als UTF-8 opgeslagen"),
        (b"x" * 100_001, "is te groot"),
    ],
)  # fmt: skip
def test_a_table_that_is_wrong_is_one_sentence_and_gives_nothing(write, content, said):
    found = write(content)
    assert said in found.problem
    assert found.problem.startswith("Het bestand “inwoners.csv” ")
    assert found.problem.endswith(". Zolang dat zo is, tonen we geen aantallen per inwoner.")
    assert "\n" not in found.problem
    assert found.rows == {}


def test_a_named_table_that_is_not_there_is_said(monkeypatch, tmp_path):
    monkeypatch.setenv("LRN_CONTEXT", str(tmp_path / "weg.csv"))
    assert "“weg.csv” is niet gevonden: controleer LRN_CONTEXT" in context.table().problem


def test_a_folder_is_no_table(monkeypatch, tmp_path):
    monkeypatch.setenv("LRN_CONTEXT", f'"{tmp_path}"')
    assert "kan niet worden gelezen" in context.table().problem


def test_a_table_is_read_once_for_each_state_of_its_file(write, tmp_path):
    first = write(["GM0513;75000;2025;CBS"])
    assert context.table() is first
    assert write(["GM0513;76000;2025;CBS", ""]).rows["GM0513"].aantal == 76_000
    again = write(["GM0513;77000;2025;CBS", ""])  # as long as before
    os.utime(tmp_path / "inwoners.csv", ns=(1, 1))
    assert context.table().rows["GM0513"].aantal == 77_000
    assert again.rows.keys() == {"GM0513"}
