"""Workbooks that leave the dashboard are as the schema of Office has them; decks and letters: see ``test_deck``."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime

import pytest

from lrn.export.selected import selection_workbook
from lrn.register.load import SAMPLE, load, mark
from lrn.register.writing.template import template
from lrn.selection import Selection
from tests.export.schema import needed, problems

DAY = date(2026, 10, 1)


def marked() -> bytes:
    return mark(SAMPLE.name, SAMPLE.read_bytes(), today=DAY)


def selected() -> bytes:
    chosen = Selection(peildatum=DAY, regio=("AM19",), netwerkthema=True)
    return selection_workbook(load(SAMPLE, today=DAY), chosen, made=datetime(2026, 10, 1), link="https://lrn.example/")


@needed
@pytest.mark.parametrize("make", [selected, template, marked, SAMPLE.read_bytes])
def test_a_workbook_follows_the_schema(make):
    assert problems(make(), ".xlsx") == []


@needed
def test_the_validator_sees_what_is_wrong():
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(template())) as whole, zipfile.ZipFile(out, "w") as broken:
        for entry in whole.infolist():
            part = whole.read(entry)
            if entry.filename == "xl/workbook.xml":
                part = part.replace(b'sheetId="1"', b'sheetId="-1"')
            broken.writestr(entry, part)
    assert problems(out.getvalue(), ".xlsx")
