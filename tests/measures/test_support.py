from datetime import date

import pytest

from lrn import texts
from lrn import vocabulary as v
from lrn.measures.rows.evidence import Evidence, amount, rows
from lrn.measures.support import PARTS, RULES, per_ingredient, supported, to_complete
from lrn.selection import Selection, apply

NOW = Selection(peildatum=date(2026, 10, 1))


@pytest.fixture
def now(register):
    return apply(NOW, register)


def test_named_and_shown_are_counted_for_all_eleven(now):
    frame = per_ingredient(now)
    assert list(frame["nr"]) == list(range(1, 12))
    assert set(frame["totaal"]) == {7}
    counted = {row.nr: (row.beide, row.alleen_genoemd, row.alleen_te_zien) for row in frame.itertuples()}
    assert counted == {
        1: (0, 3, 0),  # themes, but nowhere an omschrijving
        2: (1, 1, 0),  # K01 has a municipality and a branchevereniging; K02 one partner
        3: (0, 2, 0),  # nobody says who from the school takes part
        4: (1, 0, 5),  # K07 has no place
        5: (0, 0, 2),  # L1 joins K01 and K03; L4 is yet to come
        6: (0, 0, 0),
        7: (0, 0, 1),  # a partner of K01 adds something
        8: (1, 0, 3),  # K01, K02, K04 and K06 are on the netwerkthema
        9: (1, 1, 2),  # K01, K03 and K05 do something; K02 is a public-private partnership
        10: (0, 1, 0),
        11: (0, 0, 0),
    }


def test_every_count_is_its_evidence(register):
    for selection in (NOW, Selection(), Selection(regio=("AM19",))):
        for row in per_ingredient(apply(selection, register)).to_dict("records"):
            for state, conditions in PARTS.items():
                evidence = Evidence.of(**dict.fromkeys(conditions, row["nr"]))
                assert amount(register, selection, evidence) == row[state]


def test_what_can_be_completed_is_told_by_column(register, now):
    levels = to_complete(now, 3)[now.activiteiten["id"].isin(["K01", "K06"])]
    assert list(levels) == ["Betrokkenen", "Niveaus (minstens 2) en Betrokkenen"]
    doing = dict(zip(now.activiteiten["id"], to_complete(now, 9), strict=True))
    assert doing["K02"] == "Opbrengst"  # its form and status are given, and say something else
    assert doing["K06"] == doing["K07"] == "Opbrengst of Verschijningsvorm en Status"
    labour = dict(zip(now.activiteiten["id"], to_complete(now, 8), strict=True))
    assert labour["K05"] == "Meerwaarde mboRijnland"  # Netwerkthema is nee, and that is fine
    assert labour["K03"] == "Netwerkthema of Meerwaarde mboRijnland"
    assert doing["K03"] == ""
    assert to_complete(now, 5)[now.activiteiten["id"] == "K06"].item() == "Verbindingslijnen"


BARE = ["A1", "Kaal"]
SHOWN = {  # by ingredient: cells that show it, and cells that do not
    1: ([{"Thema's": "zorg", "Omschrijving": "x"}, {"Netwerkthema": "ja", "Omschrijving": "x"}],
        [{"Thema's": "zorg"}, {"Omschrijving": "x"}, {"Thema's": "ruimtevaart", "Omschrijving": "x"}]),
    3: ([{"Niveaus": "tactisch; operationeel", "Betrokkenen": "docenten"}],
        [{"Niveaus": "tactisch", "Betrokkenen": "docenten"}, {"Niveaus": "tactisch; strategisch"},
         {"Niveaus": "tactisch; hemels", "Betrokkenen": "docenten"}]),
    4: ([{"Gemeente": "Leiden"}, {"Gemeente": "Utrecht"}, {"Arbeidsmarktregio": "Haaglanden"}], [{}, {"Gemeente": "Luilekkerland"}]),
    6: ([{"Samenwerkingsvorm": "informeel en eenmalig"}, {"Opbrengst": "Een les"}], [{}, {"Samenwerkingsvorm": "vaag"}]),
    7: ([{"Meerwaarde mboRijnland": "kennis delen", "Meerwaarde partners": "expertise"}],
        [{"Meerwaarde mboRijnland": "kennis delen"}, {"Meerwaarde partners": "expertise"}]),
    8: ([{"Netwerkthema": "ja"}, {"Meerwaarde mboRijnland": "arbeidsbemiddeling"}],
        [{"Netwerkthema": "nee"}, {"Meerwaarde mboRijnland": "kennis delen"}]),
    9: ([{"Opbrengst": "Een les"}, {"Verschijningsvorm": "Hackathon", "Status": "Afgerond"}],
        [{"Verschijningsvorm": "Hackathon", "Status": "Verkenning"}, {"Verschijningsvorm": "Hackathon"},
         {"Verschijningsvorm": "Kennisdelingslunch", "Status": "Actief"}]),
    10: ([{"Meerwaarde mboRijnland": "kennis delen"}], [{}, {"Meerwaarde mboRijnland": "toveren"}]),
    11: ([{"Meerwaarde partners": "casussen"}], [{}, {"Meerwaarde mboRijnland": "kennis delen"}]),
}  # fmt: skip


@pytest.mark.parametrize("nr", SHOWN)
def test_what_shows_an_ingredient(build_register, nr):
    yes, no = SHOWN[nr]
    headings = sorted({heading for cells in (*yes, *no) for heading in cells})
    rows = [["ID", "Naam", *headings]]
    rows += [[f"A{n}", "x", *(cells.get(h, "") for h in headings)] for n, cells in enumerate((*yes, *no))]
    register = build_register({"Activiteiten": rows})
    assert list(supported(register, nr)) == [True] * len(yes) + [False] * len(no)
    assert [text == "" for text in to_complete(register, nr)] == list(supported(register, nr))


def test_partners_of_two_known_kinds_show_who_takes_part(build_register):
    kinds = {"P1": "bedrijf", "P2": "bedrijf", "P3": "overheid", "P4": "kabouters", "P5": ""}
    taking_part = {"A1": ["P1", "P3"], "A2": ["P1", "P2"], "A3": ["P1", "P4"], "A4": ["P1", "P5"], "A5": []}
    register = build_register(
        {
            "Activiteiten": [["ID", "Naam"], *([a, "x"] for a in taking_part)],
            "Partners": [["ID", "Naam", "Soort"], *([p, p, kind] for p, kind in kinds.items())],
            "Deelnames": [["Activiteit", "Partner"], *([a, p] for a, ps in taking_part.items() for p in ps)],
        }
    )
    assert list(supported(register, 2)) == [True, False, False, False, False]


def test_without_partners_lines_and_lists_nothing_but_the_row_itself_shows_anything(build_register):
    register = build_register({"Activiteiten": [["ID", "Naam"], BARE]})
    assert not any(supported(register, nr).any() for nr in RULES)
    assert per_ingredient(register)[list(PARTS)].to_numpy().sum() == 0


def test_each_ingredient_has_a_rule_and_its_words():
    assert list(RULES) == list(v.INGREDIENT)
    assert all(texts.DEFINITIONS[f"te_zien_{nr}"].startswith("Onderbouwd: ") for nr in RULES)
    assert list(texts.CLAIMED_AND_SUPPORTED) == list(PARTS)


def test_evidence_tells_what_shows_the_ingredient(register):
    evidence = Evidence.of(ingredient=2, niet_te_zien=2)
    assert list(rows(register, NOW, evidence)["id"]) == ["K02"]
    assert evidence.phrases() == ["ingrediënt 2. Deelnemers", "ingrediënt 2. Deelnemers nog niet onderbouwd"]
    assert texts.DEFINITIONS["te_zien_2"] in evidence.definitions
