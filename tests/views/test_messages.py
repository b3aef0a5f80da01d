"""What slides say in their titles: counted by hand on the ten rows, and true of nothing, one, all and ties."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from lrn.selection import Selection
from lrn.views.facts import Facts
from lrn.views.meetings import SCENES

DAY = Selection(peildatum=date(2026, 10, 1))
LATER = replace(DAY, peildatum=date(2027, 2, 1))  # K09 runs by then, K02 is over; the register was checked before


def told(scene, selection, register):
    facts = Facts(register, selection)
    return SCENES[scene].headline(facts.of_area(facts.looked_at[0]) if scene == "plaatsen" else facts)


@pytest.mark.parametrize(
    ("scene", "selection", "message"),
    [
        ("kerncijfers", DAY, "7 activiteiten: 1 meer dan een jaar eerder"),  # then K01, K03, K04, K05, K07, K08
        ("kerncijfers", Selection(), "10 activiteiten, 3 partners en 5 verbindingslijnen"),
        ("kerncijfers", replace(DAY, gemeente=("GM0546",)), "1 activiteit: evenveel als een jaar eerder"),
        ("kerncijfers", replace(DAY, gemeente=("GM0513",)), "Hoe deze selectie ervoor staat"),  # nothing: no message
        ("kerncijfers", LATER, "7 activiteiten: evenveel als een jaar eerder, volgens de planning"),
        (
            "regiokaart",
            DAY,  # K01 in Holland Rijnland, K02, K06, K03 and K04: one each
            "De meeste activiteiten in 5 van de 5 regio's: elk 1 van de 7",
        ),
        ("regiokaart", replace(DAY, regio=("AM19",)), "1 activiteit in Holland Rijnland"),
        (
            "gemeentekaart",
            replace(DAY, gemeente=("GM0546", "GM0637")),
            "De meeste activiteiten in Leiden en Zoetermeer: elk 1 van de 2",
        ),
        (
            "ingredienten",
            replace(DAY, gemeente=("GM0632",)),
            "Het meest genoemd: uitdagingen en samen aan de slag (elk 1 van de 1)",
        ),
        ("themas", DAY, "4 van de 7 op het netwerkthema; verder het vaakst klimaat, zorg en welzijn (elk 2)"),
        (
            "themas",
            replace(DAY, gemeente=("GM0632",)),
            "Geen activiteit op het netwerkthema; verder het vaakst wonen en welzijn (elk 1)",
        ),
        (
            "themas",
            replace(DAY, netwerkthema=True),
            "Alle 4 activiteiten op het netwerkthema; verder het vaakst zorg (2)",
        ),
        ("themas_plaats", replace(DAY, gemeente=("GM0546",)), "Thema's per gemeente"),
        ("netwerk", DAY, "2 partners, het meest overheid en branchevereniging (elk 1), en 4 verbindingslijnen"),
        ("beeld_van_het_netwerk", DAY, "2 van de 7 activiteiten hebben een lijn naar een andere"),  # L1
        (
            "beeld_van_het_netwerk",
            replace(DAY, netwerkthema=True),
            "Tussen deze 4 activiteiten is nog geen lijn geregistreerd",
        ),
        ("plaatsen", replace(DAY, gemeente=("GM0546",)), "Leiden: 1 activiteit met 2 partners"),
        ("activiteiten", DAY, "7 activiteiten, de nieuwste met start op 1 april 2026"),
        ("verantwoording", DAY, "Geteld: 7 van de 10 activiteiten in het register"),
        ("verantwoording", Selection(), "Geteld: alle 10 activiteiten in het register"),
        ("verantwoording", replace(DAY, gemeente=("GM0513",)), "Zo is geteld"),
        ("verloop", DAY, "Van 4 actieve activiteiten in 2024 K1 naar 7 in 2026 K4"),  # K01, K04, K07, K08
        ("ontbrekende_lijnen", replace(DAY, gemeente=("GM0513",)), "Ontbrekende lijnen"),
        ("kansen", DAY, "In 4 van de 4 regio's is rond een of meer thema's nog niets geregistreerd"),
        ("kansen", replace(DAY, gemeente=("GM0632",)), "In Woerden is rond 6 thema's nog niets geregistreerd"),
    ],
)
def test_a_title_says_what_was_counted(scene, selection, message, register):
    assert told(scene, selection, register) == message
