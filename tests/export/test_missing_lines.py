import io
from datetime import date, datetime

import pandas as pd
import pytest

from lrn.export.missing_lines import missing_workbook
from lrn.measures.network.missing import missing_lines
from lrn.register.columns import VERBINDINGSLIJNEN
from lrn.register.load import SAMPLE, load
from lrn.selection import Selection, apply

DAY = date(2026, 11, 30)
NOW = Selection(peildatum=DAY)


@pytest.fixture(scope="module")
def sample():
    return load(SAMPLE, today=DAY)


@pytest.fixture(scope="module")
def sheets(sample):
    pairs = missing_lines(sample, NOW).pairs
    content = missing_workbook(pairs, sample, NOW, made=datetime(2026, 11, 30, 12))
    return pd.read_excel(io.BytesIO(content), sheet_name=None, engine="calamine", dtype=str, keep_default_na=False)


def test_the_first_sheet_is_one_of_the_register(sheets, sample):
    assert list(sheets) == ["Verbindingslijnen", "Waarom", "Selectie"]
    lines = sheets["Verbindingslijnen"]
    assert list(lines.columns) == [column.header for column in VERBINDINGSLIJNEN.columns]
    assert len(lines) == 50
    assert set(lines["Van"]) | set(lines["Naar"]) <= set(sample.activiteiten["id"])
    assert not set(lines["ID"]) & set(sample.verbindingslijnen["id"])
    forms = {VERBINDINGSLIJNEN.column("vorm").vocabulary.find(form) for form in lines["Vorm"]}
    assert None not in forms
    assert set(lines["Frequentie"]) | set(lines["Sinds"]) == {""}


def test_why_is_told_by_the_names_of_the_activities(sheets, sample):
    why, lines = sheets["Waarom"], sheets["Verbindingslijnen"]
    names = dict(zip(sample.activiteiten["id"], sample.activiteiten["naam"], strict=True))
    assert list(why["ID"]) == list(lines["ID"])
    assert list(why["Van"]) == [names[identity] for identity in lines["Van"]]
    assert (why["Regio van"] != why["Regio naar"]).all()
    assert why["Wat de lijn doet"].iat[0].startswith("Sluit de groep van 5 activiteiten")


def test_what_they_are_and_their_order_are_explained(sheets):
    told = dict(zip(*(sheets["Selectie"].iloc[:, n] for n in (0, 1)), strict=True))
    assert "Een vraag, geen opdracht" in told["Wat dit zijn"]
    assert told["Volgorde"].startswith("Wat het meest helpt. Eerst komt voor elke groep of activiteit")


def test_who_keeps_none_gets_an_empty_sheet(sample):
    none = missing_lines(sample, NOW).pairs.head(0)
    content = missing_workbook(none, sample, NOW, made=datetime(2026, 11, 30, 12))
    lines = pd.read_excel(io.BytesIO(content), sheet_name="Verbindingslijnen", engine="calamine")
    assert list(lines.columns)[:3] == ["ID", "Van", "Naar"]
    assert lines.empty


def test_it_speaks_of_no_activity_that_is_not_selected(sample):
    selection = Selection(peildatum=DAY, regio=("GM0632",))
    pairs = missing_lines(sample, selection).pairs
    here = set(apply(selection, sample).activiteiten["id"])
    assert all(van in here or naar in here for van, naar in zip(pairs["van"], pairs["naar"], strict=True))
