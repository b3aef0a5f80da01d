"""A small network drawn by hand, in which everything was counted on paper."""

import pytest

# A ══ B ── C    (two lines, and one across regions)     D ·P1· E     F ·P2·     G ── Gouda, and G ── G
# A, B and D are in Leiden, C and E in Gouda, F in Woerden, G nowhere. H in Gouda ended long ago: its lines to A and F,
# and its P2, do not count on the peildatum (1 October 2026). L9 (E–F) begins a day later.
DRAWN = {
    "Activiteiten": [
        ["ID", "Naam", "Gemeente", "Status", "Einde", "Niveaus"],
        ["A", "Alfalab", "Leiden", "", "", "strategisch; tactisch; operationeel"],
        ["B", "Bètahub", "Leiden", "", "", "tactisch"],
        ["C", "Ceelab", "Gouda", "", "", "operationeel; tactisch"],
        ["D", "Deltawijk", "Leiden", "", "", "onzin"],
        ["E", "Echolab", "Gouda", "", "", ""],
        ["F", "Foxtrot", "Woerden", "", "", "strategisch; strategisch"],
        ["G", "Golfclub", "", "", "", "operationeel"],
        ["H", "Hotel", "Gouda", "Afgerond", "2020-01-01", "strategisch; tactisch; operationeel"],
    ],
    "Partners": [
        ["ID", "Naam", "Soort", "Gemeente"],
        ["P1", "Zorggroep", "bedrijf", "Leiden"],
        ["P2", "Buurtbond", "vrijwilligersorganisatie", "Woerden"],
        ["P3", "Doet niet mee", "overheid", ""],
        ["A", "Heet als een activiteit", "vo", ""],
    ],
    "Deelnames": [
        ["Activiteit", "Partner"],
        *(["D", "P1"], ["E", "P1"], ["E", "P1"], ["F", "P2"], ["H", "P2"], ["G", "A"]),
        *(["G", "P99"], ["F", "P99"]),  # nobody knows it: it joins nothing
    ],
    "Verbindingslijnen": [
        ["ID", "Van", "Naar", "Vorm", "Sinds"],
        ["L1", "A", "B", "kennisdeling", "2020-01-01"],
        ["L2", "B", "A", "kennisdeling", ""],
        ["L3", "B", "C", "3O-overleg", "2026-10-01"],
        ["L4", "G", "Gouda", "", ""],
        ["L5", "G", "G", "", ""],
        ["L6", "A", "H", "", ""],
        ["L7", "H", "F", "", ""],
        ["L8", "Woerden", "Regio Midden-Holland", "", ""],
        ["L9", "E", "F", "", "2026-10-02"],
        ["L10", "D", "nergens te vinden", "", ""],
        ["L11", "Regio Woerden", "Gouda", "", ""],
    ],
}


@pytest.fixture(scope="session")
def drawn(build_register):
    """The network above as a register. Shared: no test may change it."""
    return build_register(DRAWN)


@pytest.fixture(scope="session")
def empty(build_register):
    """A register without a single row."""
    return build_register({"Activiteiten": [["ID", "Naam"]]})
