from datetime import date

import pandas as pd

from lrn.register.columns import SHEETS
from lrn.register.load import SAMPLE, load
from lrn.register.writing.sample import FOLDER, write_sample


def test_the_sample_in_data_is_what_the_command_writes(tmp_path):
    write_sample(tmp_path / "voorbeeld.xlsx")
    assert (tmp_path / "voorbeeld.xlsx").read_bytes() == SAMPLE.read_bytes()


def test_the_folder_with_its_rows_is_a_register_too():
    day = date(2026, 10, 1)
    workbook, folder = load(SAMPLE, today=day), load(FOLDER, today=day)
    for sheet in SHEETS:
        name = sheet.name.lower()
        pd.testing.assert_frame_equal(getattr(workbook, name), getattr(folder, name))
    told, again = ([(f.sheet, f.row, f.column, f.rule) for f in read.findings] for read in (workbook, folder))
    assert told == again
    assert len(told) > 12  # untidy on purpose
