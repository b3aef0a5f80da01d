"""The recount itself: its answers on ten rows are counted by hand, and ``cijfers`` of any register are its answers."""

from __future__ import annotations

from datetime import date

import pytest

from lrn.measures.overview import totals
from lrn.measures.summary import figures
from lrn.register.load import load
from lrn.selection import Selection, apply
from tests.network import network
from tests.walk import asked, joined
from tests.walk.recount import NETWORK, PLACES, Recount, codes

DAY = date(2026, 10, 1)


@pytest.fixture(scope="module")
def ten(ten_rows_path) -> Recount:
    return Recount(ten_rows_path, DAY)


# fmt: off
BY_HAND = [
    ("peildatum=2026-10-01", 7),                                          # K01 to K07
    ("alles=true", 10),
    ("peildatum=2026-06-30", 8),                                          # K08 too: afgerond is believed after its Einde
    ("peildatum=2026-07-01", 7),
    ("peildatum=2027-01-01", 7),                                          # K02 ended, K09 began
    ("peildatum=2026-10-01&regio=Holland+Rijnland", 1),                   # K01; K09 has yet to start
    ("peildatum=2026-10-01&regio=Woerden+%28Midden-Utrecht%29", 1),       # K03
    ("peildatum=2026-10-01&bewijs=plaats:elders", 1),                     # K05 in Zuidplas
    ("peildatum=2026-10-01&bewijs=plaats:zonder", 1),                     # K07
    ("peildatum=2026-10-01&bewijs=gemeente:zonder", 2),                   # K06 has a region only, K07 nothing
    ("peildatum=2026-10-01&thema=Zorg", 2),                               # K01, K06
    (f"peildatum=2026-10-01&bewijs=thema:{NETWORK}", 4),                  # K01, K02, K04, K06
    ("peildatum=2026-10-01&bewijs=telt:partners", 2),                     # P1 in K01 and K02, P2 in K01 and K04
    ("alles=true&bewijs=telt:partners", 3),                               # P3 in K08; P4 takes part in nothing
    ("alles=true&bewijs=telt:partners&bewijs=basis:register", 4),
    ("peildatum=2026-10-01&bewijs=telt:verbindingslijnen", 4),            # all but L4, of November
    ("peildatum=2026-10-01&thema=Zorg&bewijs=telt:verbindingslijnen", 1), # L1 leaves K01; places have no theme
    ("peildatum=2026-10-01&gemeente=Gouda&bewijs=telt:verbindingslijnen", 1),  # L2; L3 leads to a region
]
# fmt: on


@pytest.mark.parametrize(("query", "expected"), BY_HAND)
def test_by_hand(ten, query, expected):
    assert asked.amount(ten, query) == expected


@pytest.mark.parametrize(
    ("chosen", "query"),
    [
        (Selection(DAY), {"peildatum": ["2026-10-01"]}),
        (Selection(), {"alles": ["true"]}),
        (Selection(date(2025, 3, 1)), {"peildatum": ["2025-03-01"]}),
        (Selection(date(2027, 9, 1)), {"peildatum": ["2027-09-01"]}),
        (Selection(DAY, regio=("AM34", "GM0632")), {"peildatum": ["2026-10-01"], "regio": ["Zuid-Holland Centraal", "Woerden"]}),
        (Selection(DAY, gemeente=("GM0484",)), {"peildatum": ["2026-10-01"], "gemeente": ["Alphen aan den Rijn"]}),
        (Selection(DAY, college=("Techniek en ICT",), thema=("klimaat",)), {"peildatum": ["2026-10-01"], "college": ["Techniek en ICT"], "thema": ["Klimaat"]}),
        (Selection(netwerkthema=False, ingredient=(3, 9)), {"alles": ["true"], "netwerkthema": ["nee"], "ingredient": ["3. Niveaus", "9. Samen aan de slag"]}),
        (Selection(DAY, vorm=("pps",), status=("actief",)), {"peildatum": ["2026-10-01"], "vorm": ["Publiek-private samenwerking"], "status": ["Actief"]}),
    ],
)  # fmt: skip
@pytest.mark.parametrize("which", ["ten rows", "a network of 300"])
def test_cijfers_are_the_recount(registers, which, chosen, query):
    register, count = registers[which]
    found, selected = figures(register, chosen), apply(chosen, register)

    def n(**where):
        return asked.amount(count, query | {"bewijs": [f"{name}:{value}" for name, value in where.items()]})

    assert found["activiteiten"]["actief"] == n()
    assert found["netwerkthema"]["aantal"] == n(thema=NETWORK)
    assert found["netwerk"] == joined.network(count, query)
    assert totals(selected).partners == n(telt="partners")
    assert totals(selected).verbindingslijnen == n(telt="verbindingslijnen")
    for row in found["per_plaats"]:
        assert row["aantal"] == n(plaats=row["code"] or "zonder"), row
    for row in found["per_ingredient"]:
        assert row["aantal"] == n(ingredient=row["nr"]), row
    for row in found["per_thema"]:
        assert row["aantal"] == n(thema=row["thema"]), row
    chosen_places = codes("regio", query) or (set() if "gemeente" in query else set(PLACES))
    assert {row["code"] or "zonder" for row in found["per_plaats"]} == chosen_places


def test_the_network_by_hand(ten):
    assert joined.network(ten, {"peildatum": ["2026-10-01"]}) == {
        "lijnen_tussen_activiteiten": 1,  # L1; L3 leads from what has ended to a region, L4 is of November
        "lijnen_tussen_regios": 1,
        "componenten": 1,  # K01 and K03
        "losse_activiteiten": 5,
        "via_partners": {"componenten": 1, "losse_activiteiten": 3},  # P1 joins K02, and P2 K04
        "sateprikker": {
            "volledig": 1,
            "per_niveau": [
                {"niveau": "strategisch", "aantal": 1},
                {"niveau": "tactisch", "aantal": 2},
                {"niveau": "operationeel", "aantal": 1},
            ],
        },
    }


@pytest.fixture(scope="module")
def registers(ten_rows_path, tmp_path_factory, write_workbook):
    large = write_workbook(tmp_path_factory.mktemp("groot") / "groot.xlsx", network(300))
    return {
        name: (load(path, today=DAY), Recount(path, DAY))
        for name, path in (("ten rows", ten_rows_path), ("a network of 300", large))
    }
