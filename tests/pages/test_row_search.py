"""Many rows to choose from are searched, and up to a border they are a list."""

from __future__ import annotations

import pytest

from lrn.ui.parts.row_search import MOST
from tests.network import network


@pytest.fixture(scope="module")
def register(tmp_path_factory, write_workbook):
    """``register(amount)``: a workbook with so many activities, called "Activiteit 1 van het netwerk" and so on."""
    folder = tmp_path_factory.mktemp("veel")
    return lambda amount: write_workbook(folder / f"{amount}.xlsx", network(amount))


def choice(at, key="kies_activiteit"):
    return next((box for box in at.selectbox if box.key == key), None)


def test_as_many_as_a_list_has_are_a_list(open_page, register):
    at = open_page("kaart", register(MOST), alles="true")
    assert len(choice(at).options) == MOST
    assert not at.text_input


def test_one_more_is_searched_and_then_chosen(open_page, register):
    at = open_page("kaart", register(MOST + 1), alles="true")
    assert choice(at) is None
    [field] = at.text_input
    field.set_value(f"Activiteit {MOST + 1}").run()
    assert choice(at).options[0] == f"Activiteit {MOST + 1} van het netwerk (A-{MOST + 1:05})"
    assert len(choice(at).options) <= MOST
    choice(at).set_value(f"A-{MOST + 1:05}").run()
    at.text_input[0].set_value("niets dat zo heet").run()
    assert choice(at).value == f"A-{MOST + 1:05}"  # what is chosen stays, whatever is looked for next
    assert f"Activiteit {MOST + 1} van het netwerk" in [header.value for header in at.header]
    assert not at.exception


@pytest.mark.parametrize("amount", [MOST, MOST + 1])
def test_a_link_opens_what_it_names_either_way(open_page, register, amount):
    link = f"Activiteit {amount} van het netwerk (A-{amount:05})"
    at = open_page("kaart", register(amount), alles="true", kies_activiteit=link)
    assert choice(at).value == f"A-{amount:05}"
    assert not [caption.value for caption in at.caption if "niet te kiezen" in caption.value]


def test_what_a_link_names_and_nobody_knows_is_said(open_page, register):
    at = open_page("kaart", register(MOST + 1), alles="true", kies_activiteit="Iets anders (A-99999)")
    assert choice(at) is None
    assert any("‘Iets anders (A-99999)’ bij ‘Activiteit’" in caption.value for caption in at.caption)


def test_the_rows_behind_a_figure_are_searched_too(open_page, register):
    at = open_page("themas", register(3 * MOST), alles="true", kies_plaats="Holland Rijnland")
    assert choice(at, "open_activiteit") is None
    at.text_input(key="open_activiteit_zoek").set_value("Activiteit").run()
    assert 0 < len(choice(at, "open_activiteit").options) <= MOST


@pytest.mark.parametrize("amount", [MOST, MOST + 1])
def test_the_page_register_searches_by_its_own_field(open_page, register, amount):
    at = open_page("register", register(amount), alles="true")
    assert (choice(at, "open") is None) == (amount > MOST)
    hints = [caption.value for caption in at.caption if "zoek hierboven" in caption.value]
    assert hints == ([] if amount == MOST else ["Klik op een rij, of zoek hierboven de activiteit."])
    at.text_input(key="zoek").set_value("Activiteit 12").run()
    assert choice(at, "open") is not None
