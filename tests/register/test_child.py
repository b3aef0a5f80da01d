import io
import os
import shlex
import struct
import subprocess
import sys
import threading
import time
import zipfile
from datetime import date
from pathlib import Path

import pytest

from lrn.register import child
from lrn.register.child import ask, find_source
from lrn.register.load import load
from lrn.register.model import Unreadable
from lrn.register.reading import parse
from tests.conftest import PATIENCE

pytestmark = pytest.mark.usefixtures("real_child")
ROOT = Path(__file__).resolve().parents[2]

AWKWARD = ["0484", "+31 6", "1e5", "NA", "None", "TRUE", "#", "nan", "=1+1", "1-2", " x ", "é€", "007.50", "null"]
ROWS = [["ID", "Naam", "Omschrijving"], *([f"K{n}", "Zorglab", text] for n, text in enumerate(AWKWARD))]


def texts_of(path):
    """The rows of the first sheet, as they are handed to the check."""
    first = next(iter(parse.read_file(path, lambda names: names).sheets.values()))
    return [list(row) for row in zip(*first.columns, strict=True)]


def sentence(path, **options):
    """What is said of a workbook that cannot be read: one Dutch sentence with the file's name in it."""
    with pytest.raises(Unreadable) as problem:
        ask("lees", name=path.name, path=path, **options)
    said = str(problem.value)
    assert said.endswith(".")
    assert said[0].isupper()
    assert "\n" not in said
    assert path.name in said
    assert not any(word in said for word in ("Error", "Traceback", "None", "Exception"))
    return said


def csv_bytes(rows, separator, encoding):
    return "\r\n".join(separator.join(row) for row in rows).encode(encoding)


# ── What can be read ─────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture(params=["xlsx", "ods", "csv"])
def awkward_register(request, tmp_path, write_workbook, write_ods):
    if request.param == "xlsx":
        return write_workbook(tmp_path / "register.xlsx", {"Activiteiten": ROWS})
    if request.param == "ods":
        return write_ods(tmp_path / "register.ods", {"Activiteiten": ROWS})
    (tmp_path / "Activiteiten.csv").write_bytes(csv_bytes(ROWS, ";", "utf-8"))
    return tmp_path


def test_texts_stay_what_they_are(awkward_register):
    assert texts_of(awkward_register) == ROWS


@pytest.mark.parametrize(
    ("separator", "encoding"),
    [(";", "utf-8-sig"), (";", "cp1252"), (",", "utf-8"), (",", "cp1252"), ("\t", "utf-8")],
)
def test_a_folder_of_csv_is_read_as_people_save_it(tmp_path, separator, encoding):
    rows = [["ID", "Naam", "Ingrediënten"], ["K1", "Café “de Brug” – é", "6"]]
    (tmp_path / "activiteiten.CSV").write_bytes(csv_bytes(rows, separator, encoding))
    (tmp_path / "leesmij.txt").write_text("geen register")
    assert texts_of(tmp_path) == rows


def test_a_csv_keeps_quoted_separators_line_breaks_and_short_rows(tmp_path):
    text = 'ID;Naam;Thema\'s\r\nK1;"lab; met ""puntkomma""";"zorg\nwelzijn"\r\nK2;kort\r\n'
    (tmp_path / "Activiteiten.csv").write_text(text, encoding="utf-8", newline="")
    assert texts_of(tmp_path) == [
        ["ID", "Naam", "Thema's"],
        ["K1", 'lab; met "puntkomma"', "zorg\nwelzijn"],
        ["K2", "kort", ""],
    ]


def test_numbers_and_dates_of_excel_become_the_texts_that_are_understood(tmp_path, write_workbook):
    rows = [["ID", "Naam", "Start", "Ingrediënten", "Netwerkthema", 1], [7, "Zorglab", date(2026, 10, 1), 5, True, 1]]
    register = load(write_workbook(tmp_path / "r.xlsx", {"Activiteiten": rows}))
    first = register.activiteiten.iloc[0]
    assert (first["id"], first["start"].date(), first["netwerkthema"]) == ("7", date(2026, 10, 1), True)
    assert register.ingredienten["nr"].tolist() == [1, 5]
    assert register.findings == ()


@pytest.mark.parametrize(
    ("numbers", "texts"),
    [
        ([52.15853, 5.0, 1234567.25, -0.1], ["52.15853", "5", "1234567.25", "-0.1"]),
        ([4.4, 0.0, 1e-05, 999999999999999.0], ["4.4", "0", "1e-05", "999999999999999"]),
        ([4.4, 1e15, 1e16, 2.5e-7], ["4.4", "1000000000000000.0", "1e+16", "2.5e-07"]),
    ],
)
def test_a_column_of_numbers_reads_as_python_writes_them(tmp_path, write_workbook, numbers, texts):
    path = write_workbook(tmp_path / "x.xlsx", {"Activiteiten": [["Lat"], *([number] for number in numbers)]})
    assert texts_of(path) == [["Lat"], *([text] for text in texts)]


def test_a_missing_text_is_none_also_in_a_column_whose_texts_come_back_often(register):
    colleges = register.activiteiten.set_index("id")["college"]
    assert colleges["K04"] is None
    assert colleges["K06"] == "Zorg en Welzijn"


def test_empty_rows_above_the_headings_keep_their_number(tmp_path, write_workbook):
    rows = [["", ""], ["", ""], ["", "ID", "Naam", "Start"], ["", "K1", "Zorglab", "ooit"]]
    register = load(write_workbook(tmp_path / "r.xlsx", {"Activiteiten": rows}))
    assert [f.cell for f in register.findings] == ["Activiteiten!D4"]


def test_sheets_are_found_without_regard_to_case(tmp_path, write_workbook):
    sheets = {"ACTIVITEITEN ": [["ID", "Naam"], ["K1", "a"]], "partners": [["ID", "Naam"], ["P1", "b"]]}
    register = load(write_workbook(tmp_path / "r.xlsx", sheets))
    assert (len(register.activiteiten), len(register.partners)) == (1, 1)


def test_a_sheet_of_another_name_does_not_take_the_place_of_one_of_ours(tmp_path, write_workbook):
    sheets = {
        "Activiteiten": [["ID", "Naam"], ["K1", "a"]],
        "Partners": [["ID", "Naam"], ["P1", "b"]],
        "Regio partners": [["ID", "Naam"], ["P8", "x"], ["P9", "y"]],
    }
    register = load(write_workbook(tmp_path / "r.xlsx", sheets))
    assert list(register.partners["id"]) == ["P1"]
    assert [f.sheet for f in register.findings] == ["Regio partners"]


def test_a_source_has_another_version_when_its_file_changes(tmp_path, write_workbook):
    path = write_workbook(tmp_path / "r.xlsx", {"Activiteiten": [["ID", "Naam"]]})
    before = find_source(path)
    assert find_source(path).version == before.version
    write_workbook(path, {"Activiteiten": [["ID", "Naam"], ["K1", "een nieuwe activiteit"]]})
    assert find_source(path).version != before.version
    assert before.name == "r.xlsx"


def test_a_folder_has_another_version_when_one_of_its_files_changes(tmp_path):
    (tmp_path / "Activiteiten.csv").write_text("ID;Naam\n")
    before = find_source(tmp_path).version
    (tmp_path / "Partners.csv").write_text("ID;Naam\n")
    assert find_source(tmp_path).version != before


# ── What cannot be read gives one sentence ───────────────────────────────────────────────────────────────────


def test_nothing_there_gives_one_sentence(tmp_path):
    with pytest.raises(Unreadable, match=r"^Het register “weg\.xlsx” is niet gevonden: .*\.$"):
        load(tmp_path / "weg.xlsx")


def test_a_folder_without_csv_gives_one_sentence(tmp_path):
    (tmp_path / "foto.png").write_bytes(b"\x89PNG")
    assert "geen csv-bestanden" in sentence(tmp_path)


def _encrypted() -> bytes:
    # A compound file whose directory names the stream that Excel puts the encrypted workbook in.
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1016) + "EncryptedPackage".encode("utf-16-le") + bytes(512)


def _zip_bomb() -> bytes:
    # One small entry; its directory says that it unpacks to 4 GB.
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", bytes(1_000_000))
        archive.filelist[0].file_size = 4_000_000_000
    return buffer.getvalue()


def _many_entries() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for number in range(6000):
            archive.writestr(f"xl/{number}.xml", b"")
    return buffer.getvalue()


def _zip_of_something_else() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("brief.txt", "beste collega")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"ID;Naam\nK1;Zorglab\n", "geen Excel- of ODS-werkmap"),
        (b"%PDF-1.7 ...", "geen Excel- of ODS-werkmap"),
        (b"", "is leeg"),
        (_encrypted(), "wachtwoord"),
        (_zip_bomb(), "te groot"),
        (_many_entries(), "te groot"),
        (_zip_of_something_else(), "geen Excel- of ODS-werkmap"),
        (b"PK\x03\x04 en dan niets meer", "kan niet worden gelezen"),
        (b"\xd0\xcf\x11\xe0" + bytes(2000), "kan niet worden gelezen"),
    ],
    ids=["text", "pdf", "zero bytes", "password", "zip bomb", "many entries", "other zip", "broken zip", "broken xls"],
)
def test_a_file_that_is_no_workbook_gives_one_sentence(tmp_path, content, said):
    path = tmp_path / "register.xlsx"
    path.write_bytes(content)
    assert said in sentence(path)


def test_a_truncated_workbook_gives_one_sentence(tmp_path, ten_rows_path):
    path = tmp_path / "half.xlsx"
    content = ten_rows_path.read_bytes()
    path.write_bytes(content[: len(content) // 2])
    assert "kan niet worden gelezen" in sentence(path)


def test_a_workbook_without_activities_names_the_sheets_it_has(tmp_path, write_workbook):
    path = write_workbook(tmp_path / "r.xlsx", {"Blad1": [["ID", "Naam"]], "Partners": [["ID", "Naam"]]})
    said = sentence(path)
    assert "Activiteiten" in said
    assert "Blad1 en Partners" in said


@pytest.mark.parametrize("rows", [[], [["appel", "peer"], ["1", "2"]]], ids=["empty", "no headings"])
def test_a_sheet_without_headings_gives_one_sentence(tmp_path, write_workbook, rows):
    path = write_workbook(tmp_path / "r.xlsx", {"Activiteiten": rows})
    with pytest.raises(Unreadable, match=r"^Op het werkblad Activiteiten van “r\.xlsx” .*ID en Naam.*\.$"):
        load(path)


def test_a_reader_that_takes_too_long_is_stopped(ten_rows_path):
    assert "duurde langer dan" in sentence(ten_rows_path, deadline=0.01)


@pytest.mark.parametrize(
    "script",
    ["import os; os.abort()", "import os, signal; os.kill(os.getpid(), signal.SIGTERM)", "raise SystemExit(9)"],
    ids=["abort", "killed", "exit code"],
)
def test_a_reader_that_dies_gives_one_sentence(tmp_path, ten_rows_path, monkeypatch, script):
    stub = tmp_path / "worker.py"
    stub.write_text(script)
    monkeypatch.setattr(child, "WORKER", stub)
    assert "kan niet worden gelezen" in sentence(ten_rows_path)


def test_without_a_process_there_is_one_sentence_and_the_next_reading_works(ten_rows_path, monkeypatch):
    def refuse(*_args, **_options):
        raise BlockingIOError(11, "Resource temporarily unavailable")

    with monkeypatch.context() as patch:
        patch.setattr(child, "_waiting", None)
        patch.setattr(subprocess, "Popen", refuse)
        child.keep_ready()
        assert "door de computer afgebroken" in sentence(ten_rows_path)
    assert len(load(ten_rows_path).activiteiten) == 10


@pytest.mark.skipif(os.name == "nt", reason="Windows krijgt altijd een kopie van de omgeving")
def test_a_process_starts_while_another_thread_changes_the_environment(monkeypatch):
    """pytest does so at every test; the live environment gave "Bad address" some ten times in these 1,000 starts."""
    monkeypatch.setattr(sys, "executable", "/bin/true")
    done = threading.Event()

    def change():
        while not done.is_set():
            for length in range(0, 3000, 7):
                os.environ["LRN_TEST_OMGEVING"] = "x" * length
                os.environ.pop("LRN_TEST_OMGEVING")
                time.sleep(0)

    thread = threading.Thread(target=change)
    thread.start()
    try:
        for _ in range(1000):
            child._start().communicate()
    finally:
        done.set()
        thread.join()


def test_magic_numbers_are_those_of_zip_and_compound_files():
    assert struct.pack("<I", 0x04034B50) == parse.ZIP
    assert bytes.fromhex("d0cf11e0") == parse.CFB


def test_a_sheet_with_more_rows_than_can_be_checked_gives_one_sentence(tmp_path):
    (tmp_path / "Activiteiten.csv").write_text("ID;Naam\n" + "A;b\n" * 150_001, encoding="utf-8")
    with pytest.raises(Unreadable, match=r"meer dan 150\.000 rijen"):
        load(tmp_path)


@pytest.mark.skipif(os.name == "nt", reason="Windows kent geen ulimit")
def test_a_system_that_already_limits_memory_can_still_read(ten_rows_path):
    code = "from lrn.register import child, load; from pathlib import Path; "
    code += f"child.DEADLINE = {PATIENCE}; load.load(Path({str(ten_rows_path)!r}))"
    command = f"ulimit -v 2500000; {sys.executable} -c {shlex.quote(code)}"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, cwd=ROOT)
    assert done.returncode == 0, done.stderr
