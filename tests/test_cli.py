import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import geopandas
import networkx
import openpyxl
import pandas as pd
import pytest
from pptx import Presentation
from typer.testing import CliRunner

from lrn import geo, texts
from lrn import vocabulary as v
from lrn.cli import commands
from lrn.cli.commands import app
from lrn.export.outside.formats import FORMATS
from lrn.filters import FILTERS
from lrn.views.meetings import MEETINGS
from lrn.views.set_files import ENDING, to_toml
from lrn.views.sets import ViewSet
from tests.boundaries import sources

ROOT = Path(__file__).resolve().parent.parent


def run(*arguments):
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def found(*arguments):
    result = run("cijfers", *arguments, "--json")
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Writes the sheets of a register as a folder of csv."""

    def write(name, **sheets):
        place = tmp_path_factory.mktemp(name)
        for sheet, text in sheets.items():
            (place / f"{sheet}.csv").write_text(text, encoding="utf-8")
        return place

    return write


@pytest.fixture(scope="module")
def clean(folder):
    return folder("schoon", Activiteiten="ID;Naam;Gemeente\nK1;Zorglab;Leiden\n")


@pytest.fixture(scope="module")
def faulty(folder):
    return folder("fouten", Activiteiten="ID;Naam;Gemeente\nK1;Zorglab;Zoetemeer\nK1;dubbel;Gouda\n;zonder ID;\n")


# ── controle ─────────────────────────────────────────────────────────────────────────────────────────────────


def test_controle_of_a_good_register_ends_with_0(clean):
    result = run("controle", clean)
    assert result.exit_code == 0
    assert "Activiteiten: 1 rij telt mee, 0 niet." in result.stdout


def test_controle_of_warnings_alone_ends_with_0(folder):
    result = run("controle", folder("waarschuwing", Activiteiten="ID;Naam;Gemeente\nK1;Zorglab;Zoetemeer\n"))
    assert result.exit_code == 0
    assert "Activiteiten!C2" in result.stdout
    assert "Bedoelt u Zoetermeer?" in result.stdout


def test_controle_of_rows_that_cannot_be_counted_ends_with_1(faulty):
    result = run("controle", faulty)
    assert result.exit_code == 1
    assert "Activiteiten!A3 [K1]" in result.stdout
    assert "Activiteiten: 1 rij telt mee, 2 niet." in result.stdout
    assert "Traceback" not in result.output


@pytest.mark.parametrize("command", ["controle", "cijfers"])
def test_a_register_that_cannot_be_read_ends_with_2_and_one_sentence(tmp_path, command):
    result = run(command, tmp_path / "weg.xlsx")
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.startswith("Het register “weg.xlsx” is niet gevonden")
    assert result.stderr.count("\n") == 1
    assert "Traceback" not in result.output


def test_controle_as_json_has_the_rows_and_the_findings(faulty):
    result = run("controle", faulty, "--json")
    assert result.exit_code == 1
    told = json.loads(result.stdout)
    assert sorted(told) == ["bevindingen", "register", "rijen"]
    assert told["rijen"][0] == {"werkblad": "Activiteiten", "geteld": 1, "uitgesloten": 2}
    assert [row["werkblad"] for row in told["rijen"]] == ["Activiteiten", "Partners", "Deelnames", "Verbindingslijnen"]
    assert len(told["bevindingen"]) == 3
    first = told["bevindingen"][0]
    assert {name: first[name] for name in ("gewicht", "werkblad", "rij", "kolom", "cel", "waarde", "bedoeld")} == {
        "gewicht": "waarschuwing",
        "werkblad": "Activiteiten",
        "rij": 2,
        "kolom": "Gemeente",
        "cel": "Activiteiten!C2",
        "waarde": "Zoetemeer",
        "bedoeld": "Zoetermeer",
    }
    assert sorted(first) == ["bedoeld", "cel", "gewicht", "kolom", "melding", "rij", "waarde", "werkblad"]


# ── cijfers ──────────────────────────────────────────────────────────────────────────────────────────────────


def test_cijfers_as_json_has_exactly_these_keys(ten_rows_path):
    figures = found(ten_rows_path, "--peildatum", "2026-10-01")
    assert list(figures) == [
        "peildatum",
        "activiteiten",
        "per_plaats",
        "per_gemeente",
        "per_ingredient",
        "per_thema",
        "netwerkthema",
        "ingredient_x_plaats",
        "thema_x_plaats",
        "netwerk",
    ]
    assert figures["peildatum"] == "2026-10-01"
    assert figures["activiteiten"] == {"totaal": 10, "actief": 7, "uitgesloten": 0}
    assert figures["per_plaats"][0] == {"code": "AM19", "naam": "Holland Rijnland", "aantal": 1}
    assert figures["per_plaats"][6] == {"code": None, "naam": "Zonder plaats", "aantal": 1}
    assert figures["per_ingredient"][0]["nr"] == 1
    assert figures["per_thema"][1]["thema"] == "klimaat"


def test_cijfers_of_everything(ten_rows_path):
    figures = found(ten_rows_path, "--peildatum", "alles")
    assert figures["peildatum"] is None
    assert figures["activiteiten"]["actief"] == 10


@pytest.mark.parametrize(
    ("regions", "active"),
    [
        (["Holland Rijnland"], 3),
        (["AM19"], 3),
        (["GM0632"], 1),
        (["AM20", "woerden"], 3),
    ],
    ids=str,
)
def test_cijfers_of_a_region_by_name_or_code(ten_rows_path, regions, active):
    options = [option for region in regions for option in ("--regio", region)]
    figures = found(ten_rows_path, "--peildatum", "alles", *options)
    assert figures["activiteiten"]["actief"] == active
    assert figures["activiteiten"]["totaal"] == 10


@pytest.mark.parametrize(
    ("options", "active"),
    [  # of the seven that are active on the day: K01 to K07
        (("--thema", "Zorg"), 2),
        (("--thema", "zorg", "--thema", "klimaat"), 4),
        (("--thema", "zorg", "--gemeente", "leiden"), 1),
        (("--college", "Techniek"), 2),
        (("--college", "Zorg en Welzijn", "--regio", "Woerden"), 1),
        (("--netwerkthema", "ja"), 4),
        (("--netwerkthema", "nee"), 3),
        (("--ingredient", "3"), 2),
        (("--ingredient", "Verschillende niveaus"), 2),
        (("--vorm", "livinglab"), 1),
        (("--status", "voorbereiding"), 1),
    ],
    ids=str,
)
def test_the_command_line_has_the_filters_of_the_pages(ten_rows_path, options, active):
    assert found(ten_rows_path, "--peildatum", "2026-10-01", *options)["activiteiten"]["actief"] == active


def test_every_command_that_counts_has_every_filter():
    every = {f"--{each.field}" for each in FILTERS}
    content = {f"--{each.field}" for each in FILTERS if not each.place}
    assert len(content) == len(every) - 2
    for command, wanted in {"cijfers": every, "presentatie": every, "uitvoer": every, "brief": content}.items():
        said = run(command, "--help").stdout
        assert {option for option in every if f"  {option} " in said} == wanted, command


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (("--gemeente", "Parijs"), "“Parijs” is geen gemeente van het netwerk: kies Alphen aan den Rijn, "),
        (("--college", "Koken"), "“Koken” is geen keuze bij College: kies Economie, Techniek of Zorg en Welzijn."),
        (("--netwerkthema", "soms"), "“soms” is geen keuze bij Netwerkthema: kies ja of nee."),
        (("--netwerkthema", "ja", "--netwerkthema", "nee"), "Bij Netwerkthema kan er één worden gekozen: ja of nee."),
    ],
)
def test_what_a_filter_does_not_know_is_one_sentence(ten_rows_path, options, sentence):
    result = run("cijfers", ten_rows_path, *options)
    assert result.exit_code == 64
    assert sentence in result.stderr


def test_slides_and_a_letter_tell_of_what_is_asked_for(ten_rows_path, tmp_path):
    day = ("--peildatum", "2026-10-01")
    made = run("presentatie", ten_rows_path, tmp_path / "uit.pptx", *day, "--thema", "zorg")
    assert made.exit_code == 0
    assert "Thema zorg · peildatum 1 oktober 2026" in made.stdout
    letter = run("brief", ten_rows_path, tmp_path / "brief.pptx", *day, "--plaats", "AM19", "--thema", "zorg")
    assert letter.exit_code == 0
    said = [
        shape.text_frame.text
        for shape in Presentation(str(tmp_path / "brief.pptx")).slides[0].shapes
        if shape.has_text_frame
    ]
    assert any("thema zorg" in text.casefold() for text in said), said


def test_cijfers_as_text_tells_the_same(ten_rows_path):
    result = run("cijfers", ten_rows_path, "--peildatum", "2026-10-01")
    assert result.exit_code == 0
    assert "peildatum 1 oktober 2026" in result.stdout
    assert "7 van de 10 activiteiten" in result.stdout
    assert "Op het netwerkthema: 4" in result.stdout
    assert "     1  Woerden (Midden-Utrecht)" in result.stdout
    assert "  1 verbindingslijn tussen activiteiten, waarvan 1 tussen regio's." in result.stdout
    assert "  Langs lijnen: 1 samenhangende groep en 5 losse activiteiten." in result.stdout
    assert "  Ook via gedeelde partners: 1 samenhangende groep en 3 losse activiteiten." in result.stdout
    assert "alle drie de niveaus: 1 activiteit (strategisch 1, tactisch 2 en operationeel 1)." in result.stdout


def test_cijfers_says_what_came_and_went(ten_rows_path):
    told = run("cijfers", ten_rows_path, "--peildatum", "2026-10-01").stdout
    assert "Vergeleken met een jaar eerder (1 oktober 2025): 6 activiteiten; 2 activiteiten erbij, 1 voorbij." in told


@pytest.mark.parametrize(
    ("asked", "day", "counted"),
    [
        ("jaar", "2025-10-01", (6, 2, 1)),
        ("kwartaal", "2026-09-30", (7, 0, 0)),
        ("2026-06-30", "2026-06-30", (8, 0, 1)),
        ("30-6-2026", "2026-06-30", (8, 0, 1)),
    ],
)
def test_cijfers_compares_with_any_day(ten_rows_path, asked, day, counted):
    before = found(ten_rows_path, "--peildatum", "2026-10-01", "--vergelijk", asked)["vergelijking"]
    assert before["dag"] == day
    assert tuple(before[part]["activiteiten"] for part in ("toen", "erbij", "voorbij")) == counted


def test_cijfers_compares_with_a_kept_state(ten_rows_path, folder, tmp_path, monkeypatch):
    old = folder("eerder", Activiteiten="ID;Naam\nK01;Zorglab\nK99;Weg\n") / "Activiteiten.csv"
    os.utime(old, (1_780_000_000, 1_780_000_000))  # 28 May 2026
    assert run("bewaar", old.parent, tmp_path).exit_code == 0
    monkeypatch.setenv("LRN_SNAPSHOTS", str(tmp_path))
    before = found(ten_rows_path, "--peildatum", "2026-10-01", "--vergelijk", "stand:2026-05-28")["vergelijking"]
    assert before["met"] == "de stand van 28 mei 2026"
    assert tuple(before[part]["activiteiten"] for part in ("toen", "erbij", "voorbij")) == (2, 6, 1)
    late = run("cijfers", ten_rows_path, "--peildatum", "2026-05-28", "--vergelijk", "stand:2026-05-28")
    assert (late.exit_code, late.stderr.strip()) == (
        64,
        "De stand ligt niet vóór de peildatum: kies een eerdere stand om mee te vergelijken.",
    )


@pytest.mark.parametrize("command", ["cijfers", "uitvoer", "presentatie", "brief"])
@pytest.mark.parametrize(("asked", "why"), [("gek", "kan niet worden vergeleken"), ("2026-10-01", "ligt niet vóór")])
def test_what_cannot_be_compared_with_is_one_sentence(ten_rows_path, tmp_path, command, asked, why):
    made = {"cijfers": [], "uitvoer": [tmp_path / "uit.xlsx"]}.get(command, [tmp_path / "uit.pptx"])
    place = ["--plaats", "Leiden"] if command == "brief" else []
    result = run(command, ten_rows_path, *made, *place, "--peildatum", "2026-10-01", "--vergelijk", asked)
    assert result.exit_code == 64
    assert why in result.stderr
    assert len(result.stderr.strip().splitlines()) == 1
    assert not list(tmp_path.iterdir())


# ── uitvoer ──────────────────────────────────────────────────────────────────────────────────────────────────


def test_uitvoer_writes_the_selection_as_a_workbook(ten_rows_path, tmp_path):
    path = tmp_path / "uit.xlsx"
    result = run("uitvoer", ten_rows_path, path, "--peildatum", "2026-10-01", "--regio", "woerden")
    assert result.exit_code == 0, result.output
    assert "Woerden (Midden-Utrecht) · peildatum 1 oktober 2026" in result.stdout
    book = openpyxl.load_workbook(path)
    assert [row[0] for row in book["Activiteiten"].iter_rows(min_row=2, values_only=True)] == ["K03"]
    assert book["Selectie"]["B1"].value == "Woerden (Midden-Utrecht)"
    assert "Link" not in [row[0] for row in book["Selectie"].iter_rows(values_only=True)]
    again = run("uitvoer", ten_rows_path, path)
    assert again.exit_code == 64
    assert "bestaat al" in again.stderr


def test_uitvoer_says_where_the_same_view_stands(ten_rows_path, tmp_path):
    path = tmp_path / "uit.xlsx"
    chosen = ("--peildatum", "2026-10-01", "--regio", "Midden-Holland", "--link", "http://h.example/")
    assert run("uitvoer", ten_rows_path, path, *chosen).exit_code == 0
    told = dict(openpyxl.load_workbook(path)["Selectie"].iter_rows(values_only=True))
    assert told["Link"] == "http://h.example/?peildatum=2026-10-01&regio=Midden-Holland"


def opened(path):
    """How many activities the reader of its own finds in a file of a selection."""
    match path.suffix:
        case ".gpkg":
            return len(geopandas.read_file(path, layer="activiteiten"))
        case ".geojson":
            return len(geopandas.read_file(path))
        case ".parquet":
            return len(pd.read_parquet(path))
        case ".graphml" | ".gexf":
            made = getattr(networkx, f"read_{path.suffix[1:]}")(path)
            return [kind for _, kind in made.nodes(data="Type")].count("Activiteit")
    book = openpyxl.load_workbook(path)
    if path.name.endswith(".kumu.xlsx"):
        return [cell.value for cell in book["Elements"]["C"]].count("Activiteit")
    return book["Activiteiten"].max_row - 1


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.ending)
def test_uitvoer_writes_the_form_that_the_name_asks_for(ten_rows_path, tmp_path, form):
    path = tmp_path / f"Uit{form.ending}"
    result = run("uitvoer", ten_rows_path, path, "--peildatum", "2026-10-01", "--regio", "Holland Rijnland")
    assert result.exit_code == 0, result.output
    assert opened(path) == 1
    assert ("alleen activiteiten (--tabel kiest " in result.stdout) == bool(form.holds)


def test_uitvoer_takes_the_table_that_is_asked_for(ten_rows_path, tmp_path):
    path = tmp_path / "uit.parquet"
    result = run("uitvoer", ten_rows_path, path, "--peildatum", "2026-10-01", "--tabel", "partners")
    assert result.exit_code == 0, result.output
    assert pd.read_parquet(path)["ID"].tolist() == ["P1", "P2"]
    assert "alleen partners (--tabel kiest activiteiten, verbindingslijnen of deelnames)" in result.stdout


def test_the_help_of_uitvoer_names_what_can_be_chosen():
    told = " ".join(run("uitvoer", "--help").stdout.split())
    for form in FORMATS:
        assert f"{form.ending} ({form.opened_by})" in told
    assert ".geojson: activiteiten, verbindingslijnen, gemeenten of regios" in told


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["uit.csv"], 64, f"eindigen op {texts.choice(form.ending for form in FORMATS)}."),
        (["uit.geojson", "--tabel", "zalen"], 64, "kies activiteiten, verbindingslijnen, gemeenten of regios."),
        (["uit.xlsx", "--tabel", "partners"], 64, "--tabel hoort bij .geojson of .parquet."),
        (["nergens/uit.gpkg"], 2, "kan niet worden geschreven"),
        (["uit.xlsx", "--regio", "Rijnmond"], 64, "geen regio van het netwerk"),
        (["uit.xlsx", "--peildatum", "gisteren"], 64, "geen peildatum"),
        (["nergens/uit.xlsx"], 2, "kan niet worden geschreven"),
    ],
)
def test_uitvoer_that_cannot_be_made_is_one_sentence(ten_rows_path, tmp_path, monkeypatch, arguments, code, said):
    monkeypatch.chdir(tmp_path)
    result = run("uitvoer", ten_rows_path, *arguments)
    assert result.exit_code == code
    assert said in result.stderr
    assert result.stderr.count("\n") == 1
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("day", ["1-10-2026", "2026-13-01", "gisteren", "2026"])
def test_a_peildatum_that_is_none_is_a_sentence(ten_rows_path, day):
    result = run("cijfers", ten_rows_path, "--peildatum", day)
    assert result.exit_code not in (0, 1, 2)
    assert f"“{day}” is geen peildatum" in result.stderr
    assert "Traceback" not in result.output


@pytest.mark.parametrize("region", ["Rijnmond", "Atlantis", "elders", "AM99", "Midden-Utrecht"])
def test_a_region_that_is_not_ours_is_a_sentence_with_the_choices(ten_rows_path, region):
    result = run("cijfers", ten_rows_path, "--regio", region)
    assert result.exit_code not in (0, 1, 2)
    assert f"“{region}” is geen regio van het netwerk" in result.stderr
    assert "Holland Rijnland" in result.stderr


# ── koppel ───────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def own(tmp_path, write_workbook):
    rows = [["Nr.", "Titel activiteit", "Stand", "Plaats"], ["1", "Zorglab", "klaar", "Leiden"]]
    rows += [["2", "Bouwlab", "actief", "Gouda"], ["3", "Leerlab", "actief", "Leiden"]]
    return write_workbook(tmp_path / "eigen.xlsx", {"Projecten": rows})


OWN = """versie = 1
[[blad]]
werkblad = "Projecten"
is = "Activiteiten"
[blad.kolommen]
"Nr." = "ID"
"Titel activiteit" = "Naam"
Stand = "Status"
[blad.waarden.Status]
klaar = "afgerond"
"""


def test_koppel_writes_a_proposal_that_every_command_understands(own, tmp_path):
    assert run("cijfers", own).exit_code == 2
    proposed = tmp_path / "voorstel.toml"
    result = run("koppel", own, proposed)
    assert result.exit_code == 0, result.output
    assert proposed.read_text(encoding="utf-8").startswith("# Koppeling van “eigen.xlsx”, voorgesteld op ")
    assert found(own, "--koppeling", proposed)["activiteiten"]["totaal"] == 3
    assert run("koppel", own, proposed).exit_code == 64  # never over another file


def test_koppel_proposes_what_values_may_mean(own, tmp_path):
    proposed = tmp_path / "voorstel.toml"
    result = run("koppel", own, proposed)
    assert "een voorstel, dat geldt als u het # weghaalt: 1 waarde." in result.stdout
    text = proposed.read_text(encoding="utf-8")
    assert '[blad.waarden.Status]\n# "klaar" = "Afgerond"' in text
    assert found(own, "--koppeling", proposed)["activiteiten"]["actief"] == 3
    proposed.write_text(text.replace('# "klaar"', '"klaar"'), encoding="utf-8")
    assert found(own, "--koppeling", proposed)["activiteiten"]["actief"] == 2


def test_the_environment_names_a_matching_too(own, tmp_path, monkeypatch):
    (tmp_path / "mijn.toml").write_text(OWN, encoding="utf-8")
    monkeypatch.setenv("LRN_KOPPELING", str(tmp_path / "mijn.toml"))
    assert found(own)["activiteiten"]["actief"] == 2


def test_who_has_other_headings_is_told_of_koppel(own):
    result = run("controle", own)
    assert result.exit_code == 2
    assert result.stderr.rstrip().endswith("Maak dan een koppeling: python -m lrn koppel.")


def test_a_matching_beside_the_register_goes_by_itself(own, tmp_path):
    (tmp_path / "eigen.koppeling.toml").write_text(OWN, encoding="utf-8")
    assert found(own)["activiteiten"]["actief"] == 2  # one is afgerond, which the matching says
    result = run("controle", own)
    assert "Activiteiten: 3 rijen tellen mee, 0 niet." in result.stdout


def test_herstel_gives_a_workbook_that_needs_no_matching(own, tmp_path):
    matching, made = tmp_path / "mijn.toml", tmp_path / "terug.xlsx"
    matching.write_text(OWN, encoding="utf-8")
    result = run("herstel", own, made, "--koppeling", matching)
    assert result.exit_code == 0, result.output
    assert "Wijzigingen" in result.stdout
    assert found(made)["activiteiten"]["actief"] == 2
    assert openpyxl.load_workbook(made)["Activiteiten"]["A1"].value == "ID"


def test_herstel_without_a_matching_says_how_to_make_one(clean, tmp_path):
    result = run("herstel", clean, tmp_path / "terug.xlsx")
    assert result.exit_code == 64
    assert "python -m lrn koppel" in result.stderr


def test_a_broken_matching_is_one_sentence(own, tmp_path):
    broken = tmp_path / "mijn.toml"
    broken.write_text(OWN.replace('"Status"', '"Stauts"'), encoding="utf-8")
    result = run("cijfers", own, "--koppeling", broken)
    assert result.exit_code == 2
    assert "bedoelt u Status?" in result.stderr


# ── grenzen ──────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def boundaries(tmp_path, monkeypatch):
    """A copy of the shipped boundaries, which the command renews in their place."""
    monkeypatch.setattr(geo, "FOLDER", Path(shutil.copytree(geo.FOLDER, tmp_path / "geo")))
    return geo.FOLDER


@pytest.fixture
def source(tmp_path):
    """Writes the boundaries of ``tests/boundaries`` as a file, in CBS's own form."""

    def write(**changes):
        found = sources.features(sources.detailed(), **changes)
        path = tmp_path / "bron.geojson"
        path.write_text(json.dumps(sources.wfs(found)), encoding="utf-8")
        return path

    return write


def test_grenzen_are_renewed_from_a_file(boundaries, source):
    before = (boundaries / "plaatsen.geojson").read_bytes()
    result = run("grenzen", "--bron", source(jaarcode=2026))
    assert result.exit_code == 0
    assert result.stdout == (
        "Geschreven: gemeenten.geojson, plaatsen.geojson en omgeving.geojson, grenzen van 2026. Start het dashboard opnieuw.\n"
    )
    assert result.stderr == "Let op: de bron heeft geen passende buurgemeenten; de kaart tekent die nu niet.\n"
    assert (boundaries / "plaatsen.geojson").read_bytes() != before


@pytest.mark.parametrize(
    ("options", "code", "said"),
    [
        (["--bron", "weg.geojson"], 2, "“weg.geojson” kan niet worden gelezen"),
        (["--bron", "ftp://voorbeeld.nl"], 2, "is geen adres waar grenzen zijn op te halen"),
        (["--jaar", "12"], 64, "12 is geen jaar"),
        (["--wachttijd", "0"], 64, "De wachttijd is meer dan 0"),
    ],
)
def test_grenzen_that_cannot_be_had_are_a_sentence(boundaries, options, code, said):
    before = {path.name: path.read_bytes() for path in boundaries.iterdir()}
    result = run("grenzen", *options)
    assert result.exit_code == code
    assert result.stdout == ""
    assert said in result.stderr
    assert result.stderr.count("\n") == 1
    assert {path.name: path.read_bytes() for path in boundaries.iterdir()} == before


def test_grenzen_that_do_not_fit_end_with_1(boundaries, source):
    result = run("grenzen", "--bron", source(statnaam="Leiden"))
    assert result.exit_code == 1
    assert result.stderr.startswith("De grenzen passen niet bij de gemeenten van het netwerk: GM0484 heet er Leiden")
    assert result.stderr.count("\n") == 1


def test_grenzen_that_warn_are_renewed_all_the_same(boundaries, tmp_path):
    everyone = [*sources.features(sources.detailed()), *sources.elsewhere(v.municipalities_elsewhere()[1:])]
    path = tmp_path / "land.geojson"
    path.write_text(json.dumps(sources.wfs(everyone)), encoding="utf-8")
    result = run("grenzen", "--bron", path)
    assert result.exit_code == 0
    assert result.stderr.startswith("Let op: data/gemeenten_elders.csv loopt achter, want 's-Hertogenbosch")
    assert result.stdout.startswith("Geschreven: ")


def test_the_real_command_answers_with_json(clean):
    command = [sys.executable, "-m", "lrn", "cijfers", str(clean), "--peildatum", "alles", "--json"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    assert json.loads(done.stdout.decode("utf-8"))["activiteiten"] == {"totaal": 1, "actief": 1, "uitgesloten": 0}


@pytest.mark.parametrize(
    ("arguments", "wrong"),
    [
        (["controle"], "REGISTER ontbreekt"),
        (["brief", "x.xlsx"], "UIT ontbreekt"),
        (["controle", "--xyz", "x.xlsx"], "de optie --xyz is er niet"),
        (["controle", "--jsn", "x.xlsx"], "de optie --jsn is er niet; bedoelt u --json?"),
        (["controleer"], "“controleer” is geen opdracht; bedoelt u controle?"),
        (["xyz"], "“xyz” is geen opdracht"),
        (["cijfers", "x.xlsx", "--regio"], "achter --regio hoort een waarde"),
        (["cijfers", "x.xlsx", "y.xlsx"], "“y.xlsx” is te veel"),
        (["grenzen", "--jaar", "abc"], "wat er achter --jaar staat, past daar niet"),
    ],
)
def test_a_command_that_is_not_right_is_told_in_dutch(monkeypatch, capsys, arguments, wrong):
    monkeypatch.setattr(sys, "argv", ["lrn", *arguments])
    with pytest.raises(SystemExit) as ended:
        commands.run()
    assert ended.value.code == 64
    told = f"Zo kan de opdracht niet: {wrong}. Zie python -m lrn --help.".replace("?.", "?")
    assert capsys.readouterr().err.strip() == told


def test_the_help_names_every_meeting():
    told = " ".join(run("presentatie", "--help").stdout.split())
    assert f"{texts.choice(MEETINGS)}. Zonder: netwerk." in told


def test_a_pipe_that_is_not_utf8_holds_any_character(tmp_path, write_workbook):
    path = write_workbook(tmp_path / "r.xlsx", {"Activiteiten": [["ID", "Naam", "Gemeente"], ["A1", "x", "Łódź ✓"]]})
    command = [sys.executable, "-m", "lrn", "controle", str(path)]
    done = subprocess.run(command, capture_output=True, cwd=ROOT, env=os.environ | {"PYTHONIOENCODING": "cp1252"})
    assert done.returncode == 0
    assert "Łódź ✓" in done.stdout.decode("utf-8")


# ── sjabloon ─────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_template_is_a_register_that_can_be_checked_at_once(tmp_path):
    path = tmp_path / "nieuw.xlsx"
    made = run("sjabloon", path)
    assert made.exit_code == 0
    assert str(path) in made.stdout
    checked = run("controle", path)
    assert checked.exit_code == 0
    assert "Activiteiten: 0 rijen tellen mee, 0 niet." in checked.stdout


@pytest.mark.parametrize("command", ["voorbeeld", "sjabloon"])
def test_a_new_workbook_never_takes_the_place_of_a_file(tmp_path, command):
    path = tmp_path / "register.xlsx"
    path.write_bytes(b"van het kernteam")
    done = run(command, path)
    assert done.exit_code == 64
    assert "bestaat al en blijft zoals het is" in done.stderr
    assert path.read_bytes() == b"van het kernteam"


@pytest.mark.parametrize("command", ["voorbeeld", "sjabloon"])
@pytest.mark.parametrize(("name", "code"), [("geen/map/x.xlsx", 2), ("x.ods", 64), ("x", 64)])
def test_a_new_workbook_that_cannot_be_written_is_one_sentence(tmp_path, command, name, code):
    done = run(command, tmp_path / name)
    assert done.exit_code == code
    assert "Traceback" not in done.output
    assert len(done.output.strip().splitlines()) == 1
    assert list(tmp_path.iterdir()) == []


# ── presentatie and brief ────────────────────────────────────────────────────────────────────────────────────


def test_presentatie_writes_slides_for_a_meeting(ten_rows_path, tmp_path):
    path = tmp_path / "uit.pptx"
    chosen = ("--vergadering", "CvB", "--regio", "Woerden", "--peildatum", "2026-10-01")
    result = run("presentatie", ten_rows_path, path, *chosen)
    assert result.exit_code == 0, result.output
    assert "College van Bestuur, Woerden (Midden-Utrecht) · peildatum 1 oktober 2026" in result.stdout
    assert result.stderr == ""  # progress is for who watches
    assert path.read_bytes()[:2] == b"PK"


def test_presentatie_makes_a_deck_of_an_own_set_and_what_is_asked_beside_it_counts(ten_rows_path, tmp_path):
    register = tmp_path / "register.xlsx"
    shutil.copy(ten_rows_path, register)
    own = ViewSet("Mei *1*", "cvb", ("titel", "themas"), {"regio": ("Woerden",), "peildatum": ("2026-09-01",)})
    strange = ViewSet("Elders", "cvb", ("titel",), {"college": ("Geen van ons",)})
    for each in (own, strange):
        (tmp_path / f"{each.name[:3]}{ENDING}").write_text(to_toml(each), encoding="utf-8")
    (tmp_path / f"stuk{ENDING}").write_text("[", encoding="utf-8")
    result = run("presentatie", register, tmp_path / "uit.pptx", "--reeks", "mei *1*", "--peildatum", "2026-10-01")
    assert result.exit_code == 0, result.output
    assert "Mei *1*, Woerden (Midden-Utrecht) · peildatum 1 oktober 2026" in result.stdout
    assert "kan niet worden gelezen" in result.stderr
    assert len(Presentation(tmp_path / "uit.pptx").slides) == 2
    for options, told in (
        (("--reeks", "juni"), "is geen reeks naast het register: kies “Elders” of “Mei *1*”"),
        (("--reeks", "Elders"), "kiest ‘Geen van ons’ bij College"),
        (("--reeks", "Elders", "--vergadering", "cvb"), "Kies een vergadering of een reeks"),
    ):
        result = run("presentatie", register, tmp_path / "niet.pptx", *options)
        assert result.exit_code == 64
        assert told in result.stderr
    result = run("presentatie", ten_rows_path, tmp_path / "niet.pptx", "--reeks", "Mei")
    assert "er staat geen bestand dat eindigt op .reeks.toml" in result.stderr
    assert not (tmp_path / "niet.pptx").exists()


def test_brief_writes_a_letter_about_a_place(ten_rows_path, tmp_path):
    path = tmp_path / "uit.pptx"
    result = run("brief", ten_rows_path, path, "--plaats", "gem. gouda", "--peildatum", "2026-10-01")
    assert result.exit_code == 0, result.output
    assert "De factsheet over Gouda staat in" in result.stdout
    assert path.read_bytes()[:2] == b"PK"


def test_brief_of_all_places_makes_what_it_can_and_lists_it(ten_rows_path, tmp_path, monkeypatch):
    from lrn.export import pdf
    from lrn.export.slides import PLACES, letter

    def some(*arguments, place, **options):
        if place == PLACES[1]:
            raise ValueError
        return letter(*arguments, place=place, **options)

    monkeypatch.setattr("lrn.export.slides.PLACES", PLACES[:3])
    monkeypatch.setattr("lrn.export.slides.letter", some)
    monkeypatch.setattr(pdf, "office", lambda: "")
    folder = tmp_path / "brieven" / "oktober"
    result = run("brief", ten_rows_path, folder, "--alle", "--peildatum", "2026-10-01")
    first = "regio in beeld - Holland Rijnland - 2026-10-01.pptx"
    assert result.exit_code == 1, result.output
    assert result.stdout.splitlines() == [
        f"Holland Rijnland: {first}",
        "Zuid-Holland Centraal: er ging iets mis bij het maken (ValueError)",
        "Midden-Holland: regio in beeld - Midden-Holland - 2026-10-01.pptx",
        pdf.ABSENT,
        f"2 factsheets staan in {folder}; 1 niet gelukt.",
    ]
    before = (folder / first).read_bytes()
    again = run("brief", ten_rows_path, folder, "--alle", "--peildatum", "2026-10-01")
    assert f"Holland Rijnland: “{first}” bestaat al en blijft zoals het is" in again.stdout
    assert (folder / first).read_bytes() == before


def test_brief_as_pdf_without_libreoffice_says_so_and_writes_nothing(ten_rows_path, tmp_path, monkeypatch):
    from lrn.export import pdf

    monkeypatch.setattr(pdf, "office", lambda: "")
    result = run("brief", ten_rows_path, tmp_path / "uit.pdf", "--plaats", "Gouda")
    assert (result.exit_code, result.stderr.strip()) == (2, pdf.ABSENT)
    assert not (tmp_path / "uit.pdf").exists()


@pytest.mark.parametrize(
    ("command", "options", "sentence"),
    [
        ("brief", (), "Kies er een met --plaats, of neem ze alle met --alle"),
        ("brief", ("--alle", "--plaats", "Gouda"), "Kies er een met --plaats, of neem ze alle met --alle"),
        ("brief", ("--alle",), "is geen map"),
        ("presentatie", ("--vergadering", "borrel"), "is geen vergadering: kies netwerk, cvb, "),
        ("presentatie", ("--regio", "Delft"), "is geen regio van het netwerk"),
        ("presentatie", ("--peildatum", "1066-10-14"), "ligt te ver weg"),
        ("brief", ("--plaats", "Delft"), "is geen regio of gemeente van het netwerk: kies Holland Rijnland"),
        ("brief", ("--plaats", "Gouda", "--peildatum", "morgen"), "is geen peildatum"),
    ],
)
def test_slides_of_what_there_is_not_end_with_64(ten_rows_path, tmp_path, command, options, sentence):
    result = run(command, ten_rows_path, tmp_path / "uit.pptx", *options)
    assert result.exit_code == 64
    assert sentence in result.stderr
    assert result.stderr.count("\n") == 1
    assert not (tmp_path / "uit.pptx").exists()


@pytest.mark.parametrize(("command", "options"), [("presentatie", ()), ("brief", ("--plaats", "Gouda"))])
def test_slides_overwrite_nothing(ten_rows_path, tmp_path, command, options):
    path = tmp_path / "uit.pptx"
    path.write_bytes(b"van iemand")
    result = run(command, ten_rows_path, path, *options)
    assert result.exit_code == 64
    assert "bestaat al en blijft zoals het is" in result.stderr
    assert path.read_bytes() == b"van iemand"
    assert run(command, ten_rows_path, tmp_path / "uit.docx", *options).exit_code == 64


@pytest.mark.parametrize(("command", "options"), [("presentatie", ()), ("brief", ("--plaats", "Gouda"))])
def test_slides_of_an_unreadable_register_or_in_no_folder_end_with_2(ten_rows_path, tmp_path, command, options):
    result = run(command, tmp_path / "weg.xlsx", tmp_path / "uit.pptx", *options)
    assert result.exit_code == 2
    assert result.stderr.startswith("Het register “weg.xlsx” is niet gevonden")
    result = run(command, ten_rows_path, tmp_path / "nergens" / "uit.pptx", *options)
    assert result.exit_code == 2
    assert "kan niet worden geschreven" in result.stderr


def test_a_house_style_that_cannot_be_used_is_said_and_the_slides_are_made(ten_rows_path, tmp_path, monkeypatch):
    monkeypatch.setenv("LRN_SJABLOON", str(tmp_path / "weg.pptx"))
    result = run("brief", ten_rows_path, tmp_path / "uit.pptx", "--plaats", "Gouda")
    assert result.exit_code == 0
    assert result.stderr.startswith("Het sjabloon “weg.pptx” is niet gevonden")
    assert (tmp_path / "uit.pptx").exists()
