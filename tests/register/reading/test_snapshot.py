"""A state of the register that is kept, and read back."""

from __future__ import annotations

import os
from datetime import date, datetime
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from lrn import clock
from lrn.measures.summary import figures
from lrn.register import child
from lrn.register.load import SAMPLE, keep, load
from lrn.register.model import Unreadable
from lrn.register.reading import snapshot
from lrn.selection import Selection

DAY = date(2026, 11, 23)
LAST_SAVED = datetime(2026, 5, 28, 14, 5, 9)

ROWS = [
    ["Register van het netwerk"],
    [],
    ["ID", "Eigen kolom", "Naam", "Contactpersoon", "E-mail", "Gemeente", "1", "Bijgewerkt"],
    ["K1", "geheim", "Zorglab", "Noor Vos", "noor@voorbeeld.example", "Zoetemeer", "x", date(2026, 1, 1)],
    ["K2", "", "Buurtlab", "", "", "Gouda", "", ""],
    ["", "los", "zonder ID", "", "", "", "", ""],
]


@pytest.fixture
def workbook(tmp_path, write_workbook):
    path = write_workbook(tmp_path / "ons register.xlsx", {"ACTIVITEITEN": ROWS, "Begroting": [["bedrag"], [10]]})
    os.utime(path, (LAST_SAVED.replace(tzinfo=clock.ZONE).timestamp(),) * 2)
    return path


def test_a_snapshot_is_named_after_the_moment_and_the_workbook(workbook, tmp_path):
    kept = keep(workbook, tmp_path / "standen")
    assert kept.name == "2026-05-28T140509 ons register.parquet"
    assert list((tmp_path / "standen").iterdir()) == [kept]


def test_states_within_one_minute_are_told_by_their_seconds():
    files = ("2026-08-31T110500 lrn", "2026-08-31T110542 lrn", "2026-08-31T110500 ander", "2026-09-01T090000 lrn")
    states = [snapshot.named(Path(f"{name}.parquet")) for name in files]
    assert {name: state.key for name, state in snapshot.names(states).items()} == {
        "31 augustus 2026 om 11:05:00 (lrn)": files[0],
        "31 augustus 2026 om 11:05:42 (lrn)": files[1],
        "31 augustus 2026 om 11:05 (ander)": files[2],
        "1 september 2026 om 09:00 (lrn)": files[3],
    }
    same_moment = [snapshot.named(Path(f"{name}.parquet")) for name in ("2026-08-31 lrn", "2026-08-31T000000 lrn")]
    assert len(snapshot.names(same_moment)) == 2


def test_the_same_state_is_kept_once(workbook, tmp_path):
    assert keep(workbook, tmp_path / "standen") == keep(workbook, tmp_path / "standen")
    assert len(list((tmp_path / "standen").iterdir())) == 1


def test_the_sample_has_the_same_figures_and_findings_when_it_is_read_back(tmp_path):
    first, again = load(SAMPLE, today=DAY), load(keep(SAMPLE, tmp_path), today=DAY)
    for day in (DAY, date(2025, 6, 1), None):
        assert figures(again, Selection(peildatum=day)) == figures(first, Selection(peildatum=day))
    assert again.source.is_sample
    own_column = [f for f in first.findings if f.column == "Kostenplaats"]
    assert len(own_column) == 1
    assert again.findings == tuple(f for f in first.findings if f not in own_column)


def test_rows_keep_the_number_and_findings_the_cell_they_have_in_the_workbook(workbook, tmp_path):
    register = load(keep(workbook, tmp_path), today=date(2026, 6, 1))
    assert list(register.activiteiten["rij"]) == [4, 5]
    assert [finding.cell for finding in register.findings] == ["Activiteiten!F4", "Activiteiten!A6"]
    assert register.ingredienten["nr"].tolist() == [1]


def test_it_says_of_which_workbook_and_moment_it_is(workbook, tmp_path):
    source = load(keep(workbook, tmp_path)).source
    assert (source.name, source.origin) == ("ons register.xlsx", "ons register.xlsx")
    assert source.modified == LAST_SAVED


def test_contacts_and_columns_of_ones_own_are_not_kept(workbook, tmp_path):
    kept = keep(workbook, tmp_path)
    words = pq.read_table(kept).column("tekst").to_pylist()
    assert "Zorglab" in words
    assert not {"Noor Vos", "noor@voorbeeld.example", "geheim", "los", "bedrag", "Contactpersoon"} & set(words)
    assert load(kept).activiteiten["contactpersoon"].isna().all()


def test_an_error_in_a_cell_is_kept_as_one(tmp_path, build_register):
    from lrn.register.reading.book import Book, SheetTexts
    from lrn.register.reading.parse import read_content

    texts = SheetTexts([["ID", "K1"], ["Naam", "Een"], ["College", ""]], errors={(1, 2): "#N/A"})
    made = snapshot.encode(Book({"Activiteiten": texts}), "r.xlsx", "2026-01-01T00:00:00")
    assert read_content(made, lambda names: names).sheets["Activiteiten"].columns[2] == ["College", "#N/A"]


def test_snapshots_are_found_the_newest_first(tmp_path):
    for name in ("2026-01-02T080000 a.parquet", "2026-10-01 b.parquet", "2025-12-31T235959 a.parquet"):
        (tmp_path / name).write_bytes(b"PAR1")
    for name in ("zonder datum.parquet", "2026-01-01 a.xlsx", "2026-01-01T000000 a.123.tmp"):
        (tmp_path / name).write_bytes(b"")
    (tmp_path / "2026-03-03 map.parquet").mkdir()
    found = snapshot.find(tmp_path)
    assert [(s.modified, s.name) for s in found] == [
        (datetime(2026, 10, 1), "b"),
        (datetime(2026, 1, 2, 8), "a"),
        (datetime(2025, 12, 31, 23, 59, 59), "a"),
    ]


def test_a_name_that_is_no_date_is_no_snapshot(tmp_path):
    (tmp_path / "2026-02-30 a.parquet").write_bytes(b"PAR1")
    assert snapshot.find(tmp_path) == []


@pytest.mark.parametrize("content", [b"PAR1", b"PAR1" + bytes(100), b"PAR1 half PAR1"], ids=["magic", "zeros", "half"])
def test_a_broken_snapshot_gives_one_sentence(tmp_path, content):
    path = tmp_path / "2026-01-01 a.parquet"
    path.write_bytes(content)
    with pytest.raises(Unreadable, match=r"^De werkmap “.*” kan niet worden gelezen.*\.$"):
        load(path)


def test_what_cannot_be_read_is_not_kept(tmp_path):
    broken = tmp_path / "stuk.xlsx"
    broken.write_bytes(b"PK\x03\x04")
    with pytest.raises(Unreadable):
        keep(broken, tmp_path / "standen")
    assert not (tmp_path / "standen").exists()


def test_addresses_in_any_column_stay_behind_and_a_long_id_does_not(tmp_path, write_workbook):
    rows = [["ID", "Naam", "Team"], ["0612345678", "Lab", "Groep X, m.vos@voorbeeld.example, 06-12345678"]]
    kept = load(keep(write_workbook(tmp_path / "r.xlsx", {"Activiteiten": rows}), tmp_path))
    assert kept.activiteiten[["id", "team"]].to_numpy().tolist() == [
        ["0612345678", "Groep X, [e-mailadres], [telefoonnummer]"]
    ]


def test_a_save_while_a_state_is_kept_gives_the_new_state_under_its_own_moment(tmp_path, write_workbook, monkeypatch):
    path = write_workbook(tmp_path / "r.xlsx", {"Activiteiten": [["ID", "Naam"], ["K1", "Een"]]})
    original, asked = child.ask, []

    def ask(job, **options):
        answer = original(job, **options)
        asked.append(job)
        if len(asked) == 2:
            write_workbook(path, {"Activiteiten": [["ID", "Naam"], ["K2", "Twee"]]})
            os.utime(path, (LAST_SAVED.replace(tzinfo=clock.ZONE).timestamp(),) * 2)
        return answer

    monkeypatch.setattr("lrn.register.load.ask", ask)
    kept = keep(path, tmp_path / "standen")
    assert (kept.name, len(list((tmp_path / "standen").iterdir()))) == ("2026-05-28T140509 r.parquet", 1)
    assert load(kept).activiteiten["id"].tolist() == ["K2"]
