"""A table for programs that count, as pandas reads it back."""

import io
from datetime import date, datetime

import pandas as pd
import pytest

from lrn.export.outside import tables
from lrn.export.outside.asked import Asked
from lrn.selection import Selection
from tests.conftest import PEILDATUM, TEN_ROWS


def read(register, table, **more):
    asked = Asked(register, Selection(peildatum=PEILDATUM), datetime(2026, 10, 2, 9, 30), table=table, **more)
    return pd.read_parquet(io.BytesIO(tables.parquet(asked)))


@pytest.mark.parametrize(
    ("table", "ids"),
    [
        ("activiteiten", ["K01", "K02", "K03", "K04", "K05", "K06", "K07"]),
        ("partners", ["P1", "P2"]),
        ("verbindingslijnen", ["L1", "L2", "L3", "L5"]),
        ("deelnames", ["K01", "K01", "K02", "K04"]),
    ],
)
def test_each_table_has_the_rows_of_the_selection(register, table, ids):
    found = read(register, table)
    assert found.iloc[:, 0].tolist() == ids
    assert not {"Contactpersoon", "E-mail"} & set(found.columns)


def test_a_column_has_one_type(register):
    found = read(register, "activiteiten").set_index("ID")
    assert found["Start"]["K01"] == date(2024, 2, 1)
    assert pd.isna(found["Start"]["K04"])
    assert found["Breedtegraad"].dtype == "float64"
    assert read(register, "partners").set_index("ID")["Doet mee aan"]["P1"] == 2


def test_a_column_of_somebodys_own_has_one_type_too():
    """A workbook's own column can hold a number in one cell and a day in another."""
    frame = pd.DataFrame(
        {
            "alles": [1.5, datetime(2026, 1, 2), "ja", ""],
            "dagen": pd.Series([datetime(2026, 1, 2), None, "", None], dtype=object),
            "getallen": pd.Series([1, None, 2.5, ""], dtype=object),
            "leeg": ["", None, "", None],
        }
    )
    found = tables.typed(frame)
    assert found["alles"].tolist()[:3] == ["1.5", "02-01-2026", "ja"]
    assert found["dagen"][0] == date(2026, 1, 2)
    assert found["getallen"].dropna().tolist() == [1.0, 2.5]
    assert found.isna().sum().tolist() == [1, 3, 2, 4]


def test_addresses_and_telephone_numbers_stay_out(build_register):
    rows = [*TEN_ROWS["Deelnames"], ["K03", "P1", "deelnemer", "bel 0612345678 of mail noor@voorbeeld.example"]]
    found = read(build_register(TEN_ROWS | {"Deelnames": rows}), "deelnames")
    assert found["Meerwaarde"].iloc[-1] == "bel [telefoonnummer] of mail [e-mailadres]"


def test_a_table_says_where_it_comes_from(register):
    told = read(register, "partners", link="https://lrn.example/").attrs
    assert (told["Selectie"], told["Peildatum"]) == ("Hele netwerk", "1 oktober 2026")
    assert told["Link"] == "https://lrn.example/"


def test_a_moment_keeps_its_time_and_a_number_beyond_all_bounds_is_missing():
    frame = pd.DataFrame({"wanneer": pd.to_datetime(["2026-01-02 14:05", None]), "hoeveel": [float("inf"), 2.0]})
    found = tables.typed(frame)
    assert found["wanneer"][0] == datetime(2026, 1, 2, 14, 5)
    assert pd.isna(found["wanneer"][1])
    assert pd.isna(found["hoeveel"][0])
    assert found["hoeveel"][1] == 2.0
