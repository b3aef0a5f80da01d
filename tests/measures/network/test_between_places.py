from datetime import date

import pytest

from lrn.measures.network.between_places import (
    absent_kinds,
    between_places,
    kinds_by_place,
    line_evidence,
    partner_evidence,
)
from lrn.measures.rows.evidence import Evidence, amount
from lrn.selection import Selection, apply

NOW = Selection(peildatum=date(2026, 10, 1))


def test_what_joins_each_two_regions_the_least_connected_first(drawn):
    found = between_places(apply(Selection(), drawn)).set_index("paar")
    assert found["lijnen"].to_dict() == {
        "AM19|AM34": 0,
        "AM19|GM0632": 0,
        "AM34|AM20": 0,
        "AM34|GM0632": 0,
        "AM20|GM0632": 2,
        "AM19|AM20": 2,
    }
    assert list(found.index)[-2:] == ["AM19|AM20", "AM20|GM0632"]  # equal, so in the order of the regions
    assert found.loc["AM19|AM20", "partners"] == 1
    assert found.loc["AM20|GM0632", "partners"] == 1  # P2, in H and F
    assert found.loc["AM19|AM20", "zin"] == (
        "Tussen Holland Rijnland en Midden-Holland lopen 2 verbindingslijnen; 1 partner doet in beide mee."
    )
    assert found.loc["AM19|AM34", "zin"].endswith("nog geen lijn of gedeelde partner. Wie ziet hier een kans?")


def test_a_pair_without_lines_can_have_partners(drawn):
    found = between_places(apply(Selection(peildatum=date(2026, 9, 30)), drawn)).set_index("paar")
    assert found.loc["AM19|AM20", "zin"] == (
        "Tussen Holland Rijnland en Midden-Holland loopt nog geen verbindingslijn; 1 partner doet in beide mee."
    )


@pytest.mark.parametrize("selection", [NOW, Selection(), Selection(regio=("AM19", "AM20"))], ids=str)
def test_every_figure_between_places_can_be_followed(drawn, selection):
    for row in between_places(apply(selection, drawn)).to_dict("records"):
        assert amount(drawn, selection, line_evidence(row["paar"])) == row["lijnen"]
        assert amount(drawn, selection, partner_evidence(row["paar"])) == row["partners"]


def test_kinds_of_partner_by_place(drawn):
    found = kinds_by_place(apply(NOW, drawn))
    assert {(row.plaats, row.soort): row.aantal for row in found.itertuples() if row.aantal} == {
        ("AM19", "bedrijf"): 1,
        ("AM20", "bedrijf"): 1,
        ("GM0632", "vrijwilligersorganisatie"): 1,
    }
    for row in found.itertuples():
        assert amount(drawn, NOW, Evidence.of("partners", plaats=row.plaats, soort=row.soort)) == row.aantal


def test_kinds_of_partner_that_a_place_has_not(drawn):
    found = absent_kinds(apply(NOW, drawn)).set_index("plaats")
    assert found["soorten"].to_dict() == {
        "AM19": ("vrijwilligersorganisatie",),
        "AM34": ("vrijwilligersorganisatie", "bedrijf"),
        "AM20": ("vrijwilligersorganisatie",),
        "GM0632": ("bedrijf",),
    }
    assert found.loc["AM34", "zin"] == (
        "In deze selectie doet in Zuid-Holland Centraal nog niet mee: vrijwilligersorganisatie en bedrijf."
    )


def test_nothing_is_absent_of_nothing(empty):
    assert set(absent_kinds(empty)["zin"]) == {""}
    assert set(between_places(empty)["lijnen"]) == {0}
