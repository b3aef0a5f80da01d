"""Which form a name asks for, and which table is in it."""

import re

import pytest

from lrn.export.outside import formats, layers, tables
from lrn.export.outside.asked import LAYERS


@pytest.mark.parametrize(
    ("name", "ending"),
    [
        ("uit.xlsx", ".xlsx"),
        ("Uit.GPKG", ".gpkg"),
        ("een.twee.geojson", ".geojson"),
        ("uit.csv", None),
        (".parquet", None),
        ("parquet", None),
        ("uit.xlsx.zip", None),
    ],
)
def test_the_ending_says_which_form(name, ending):
    form = formats.of_name(name)
    assert (form and form.ending) == ending


def test_of_two_endings_that_fit_the_longest_says_it():
    for form in formats.FORMATS:
        assert formats.of_name(f"uit{form.ending}") is form


def test_a_file_of_one_table_holds_the_first_unless_another_is_asked():
    geojson = formats.of_name("uit.geojson")
    assert formats.holding(geojson, "") == "activiteiten"
    assert formats.holding(geojson, "regios") == "regios"
    assert formats.holding(formats.of_name("uit.gpkg"), "") == ""


@pytest.mark.parametrize(
    ("name", "table", "said"),
    [
        ("uit.gpkg", "activiteiten", "In een .gpkg staat alles: --tabel hoort bij .geojson of .parquet."),
        ("uit.geojson", "deelnames", "“deelnames” is geen tabel voor een .geojson: kies activiteiten, "),
    ],
)
def test_a_table_that_a_form_does_not_hold_is_one_sentence(name, table, said):
    with pytest.raises(ValueError, match=f"^{re.escape(said)}"):
        formats.holding(formats.of_name(name), table)


def test_everything_that_can_be_asked_for_is_made():
    assert set(LAYERS) == set(layers._MADE)
    assert {word for form in formats.FORMATS for word in form.holds} == {*LAYERS, *tables.TABLES}
