from itertools import combinations

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lrn import vocabulary as v
from lrn.measures.network.common import SCORE, WEIGHTS
from lrn.measures.network.missing import as_lines, missing_lines, proposals
from lrn.measures.rows.evidence import Evidence, rows
from lrn.selection import Selection

EVER = Selection()
HEADINGS = ["ID", "Naam", "Gemeente", "College", "Thema's", "Netwerkthema", "Ingrediënten", "Niveaus"]


def made(build_register, activities, lines=(), partners=(), taking_part=()):
    return build_register(
        {
            "Activiteiten": [HEADINGS, *activities],
            "Partners": [["ID", "Naam", "Soort"], *partners],
            "Deelnames": [["Activiteit", "Partner"], *taking_part],
            "Verbindingslijnen": [["ID", "Van", "Naar"], *([f"L{n}", *ends] for n, ends in enumerate(lines))],
        }
    )


def pairs(found):
    return list(zip(found.pairs["van"], found.pairs["naar"], strict=True))


LEIDEN = ["A", "Alfalab", "Leiden", "Zorg", "zorg; wonen", "ja", "1; 6", "tactisch"]
GOUDA = ["B", "Bètahub", "Gouda", "Techniek", "zorg", "ja", "6; 9", "operationeel"]


def test_what_two_activities_share_is_told_and_counted(build_register):
    found = missing_lines(made(build_register, [LEIDEN, GOUDA]), EVER)
    assert found.amount == 1
    row = found.pairs.iloc[0].to_dict()
    assert row == {
        **{"van": "A", "naar": "B", "van_naam": "Alfalab", "naar_naam": "Bètahub"},
        **{"van_plaats": "AM19", "naar_plaats": "AM20"},
        "score": 4 + 2 + 1 + 2 + 2,  # zorg, the netwerkthema, ingredient 6, and neither has a line
        **{"themas": ("arbeidsmarkttransities", "zorg"), "soorten": (), "ingredienten": (6,), "los": ("A", "B")},
        "delen": "Beide gaan over arbeidsmarkttransities en zorg en noemen ‘Leren’.",
        "reden": (
            "Beide gaan over arbeidsmarkttransities en zorg en noemen ‘Leren’. "
            "Voor Alfalab en Bètahub is het de eerste lijn naar een andere activiteit."
        ),
        **{"vorm": "kennisdeling", "vorm_naam": "Kennisdeling", "waarom": "zo kunnen ze van elkaar leren"},
        **{"aansluit": 1, "op": 1, "rond": "B", "lijnen_ertussen": 0},
        "helpt": (
            "Verbindt twee activiteiten die nu allebei op zichzelf staan. Het is de eerste lijn tussen Holland Rijnland "
            "en Midden-Holland."
        ),
    }
    assert (
        found.told
        == "1 paar activiteiten in verschillende regio's deelt iets en is nog niet in een of twee stappen verbonden."
    )
    assert all(str(points) in SCORE for points in WEIGHTS.values())


@pytest.mark.parametrize(
    ("lines", "taking_part", "missing"),
    [
        ([], [], True),
        ([("A", "B")], [], False),
        ([("A", "C"), ("C", "B")], [], False),
        ([("A", "C"), ("C", "D"), ("D", "B")], [], True),  # three steps
        ([("A", "Gouda"), ("Gouda", "B")], [], False),
        ([("A", "Leiden"), ("Gouda", "B")], [], True),
        ([], [("A", "P1"), ("B", "P1")], False),
        ([], [("A", "P1"), ("B", "P2")], True),
        ([("A", "C")], [("C", "P1"), ("B", "P1")], True),  # three steps
    ],
    ids=str,
)
def test_what_is_reached_in_two_steps_is_not_missing(build_register, lines, taking_part, missing):
    beside = [[name, "Los", "", "", "", "", "", ""] for name in "CD"]
    partners = [["P1", "Een", ""], ["P2", "Twee", ""]]
    register = made(build_register, [LEIDEN, GOUDA, *beside], lines, partners, taking_part)
    assert pairs(missing_lines(register, EVER)) == [("A", "B")] * missing


@pytest.mark.parametrize(
    ("where", "missing"),
    [("Leiden", False), ("Katwijk", False), ("Woerden", True), ("Den Haag", False), ("Utrecht", False), ("", False)],
)
def test_only_different_places_of_the_network_are_looked_at(build_register, where, missing):
    there = [*GOUDA[:2], where, *GOUDA[3:]]
    assert missing_lines(made(build_register, [LEIDEN, there]), EVER).amount == missing


@pytest.mark.parametrize("themes", ["", "anders", "onzin"])
def test_what_says_nothing_is_not_shared(build_register, themes):
    rows = [[n, n, where, "", themes, "", "", ""] for n, where in (("A", "Leiden"), ("B", "Gouda"))]
    assert missing_lines(made(build_register, rows), EVER).amount == 0


@pytest.mark.parametrize(
    ("kinds", "levels", "colleges", "form"),
    [
        (["overheid", "bedrijf"], "strategisch", ("Zorg", "Zorg"), "bovenregionaal bestuurlijk overleg"),
        (["overheid", "bedrijf"], "tactisch", ("Zorg", "Zorg"), "3o-overleg"),
        (["branchevereniging", "overheid"], "", ("", ""), "3o-overleg"),
        (["overheid", "vo"], "tactisch", ("Zorg", "Zorg"), "bestuurlijk overleg met gemeenten"),
        (["bedrijf"], "operationeel", ("Zorg", "Zorg"), "regio-overleg"),
        (["bedrijf"], "tactisch", ("Zorg", "Techniek"), "regio-overleg"),
        (["bedrijf"], "operationeel", ("", ""), "kennisdeling"),
    ],
    ids=str,
)
def test_a_form_of_meeting_that_fits_is_proposed(build_register, kinds, levels, colleges, form):
    rows = [
        [name, name, where, college, "", "", "", levels]
        for name, where, college in zip("AB", ("Leiden", "Gouda"), colleges, strict=True)
    ]
    partners = [[f"P{name}{kind}", "x", kind] for name in "AB" for kind in kinds]
    taking_part = [[name, f"P{name}{kind}"] for name in "AB" for kind in kinds]
    found = missing_lines(made(build_register, rows, (), partners, taking_part), EVER).pairs
    assert list(found["vorm"]) == [form]
    assert found["vorm_naam"].iat[0] == v.LIJNVORMEN.label(form)
    assert set(found["soorten"].iat[0]) == set(kinds)


def test_a_filter_on_place_or_college_asks_of_one_end_and_others_of_both(build_register):
    woerden = ["C", "Ceelab", "Woerden", "Zorg", "zorg", "", "", ""]
    register = made(build_register, [LEIDEN, GOUDA, woerden])
    assert pairs(missing_lines(register, EVER)) == [("A", "B"), ("A", "C"), ("B", "C")]
    assert pairs(missing_lines(register, Selection(regio=("GM0632",)))) == [("A", "C"), ("B", "C")]
    assert pairs(missing_lines(register, Selection(college=("Techniek",)))) == [("A", "B"), ("B", "C")]
    assert pairs(missing_lines(register, Selection(ingredient=(6,)))) == [("A", "B")]


def test_what_joins_them_outside_the_selection_joins_them_all_the_same(build_register):
    between = ["C", "Ceelab", "Woerden", "Techniek", "", "", "", ""]
    register = made(build_register, [LEIDEN, [*GOUDA[:3], "Zorg", *GOUDA[4:]], between], [("A", "C"), ("C", "B")])
    assert missing_lines(register, Selection(thema=("zorg",))).amount == 0


def test_a_few_cannot_fill_the_list_and_it_says_how_many_there_are(build_register):
    rich = ["R", "Rijk", "Leiden", "", "zorg; wonen; klimaat", "ja", "1; 2; 3", ""]
    plain = [[f"G{n}", f"Hub {n}", "Gouda", "", "zorg", "", "", ""] for n in range(6)]
    poor = ["Z", "Zuinig", "Leiden", "", "zorg", "", "", ""]
    register = made(build_register, [rich, *plain, poor])
    found = missing_lines(register, EVER, per_activity=2, order="deelt")
    assert pairs(found) == [("R", "G0"), ("R", "G1"), ("G0", "Z"), ("G1", "Z")]
    assert found.amount == 12
    assert found.told == (
        "12 paren activiteiten in verschillende regio's delen iets en zijn nog niet in een of twee stappen verbonden. Hieronder staan de 4 die het "
        "meest delen, met elke activiteit hooguit 2 keer."
    )
    assert len(missing_lines(register, EVER, most=1).pairs) == 1


def test_the_list_can_be_taken_along_as_the_sheet_of_lines(build_register):
    register = made(build_register, [LEIDEN, GOUDA])
    found = missing_lines(register, EVER)
    sheet = as_lines(found.pairs, register)
    assert list(sheet.columns) == ["ID", "Van", "Naar", "Vorm", "Frequentie", "Sinds", "Omschrijving"]
    assert sheet.iloc[0].tolist()[:6] == ["NIEUW-001", "A", "B", "Kennisdeling", "", ""]
    again = build_register(
        {"Activiteiten": [HEADINGS, LEIDEN, GOUDA], "Verbindingslijnen": [list(sheet.columns), *sheet.values.tolist()]}
    )
    assert again.bevindingen[again.bevindingen["sheet"] == "Verbindingslijnen"].empty
    assert missing_lines(again, EVER).amount == 0
    assert list(as_lines(found.pairs, again)["ID"]) == ["NIEUW-002"]


def test_addresses_are_not_told(build_register):
    there = [GOUDA[0], "Bel naam@voorbeeld.nl", *GOUDA[2:]]
    row = missing_lines(made(build_register, [LEIDEN, there]), EVER).pairs.iloc[0]
    assert "naam@" not in row["naar_naam"] + row["reden"]


def test_of_nothing_nothing_is_missing(empty):
    found = missing_lines(empty, EVER)
    assert (found.amount, len(found.pairs)) == (0, 0)
    assert found.told.startswith("Er zijn geen twee activiteiten")


NAMES = [f"N{n}" for n in range(6)]
ENDS = st.sampled_from([*NAMES, "Leiden", "Gouda"])


@settings(max_examples=40, deadline=None)
@given(
    places=st.lists(st.sampled_from(["Leiden", "Gouda", "Woerden", ""]), min_size=6, max_size=6),
    themes=st.lists(st.sampled_from(["zorg", "wonen", "zorg; wonen", ""]), min_size=6, max_size=6),
    lines=st.lists(st.tuples(ENDS, ENDS), max_size=5),
    taking_part=st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(["P1", "P2"])), max_size=4),
)
def test_an_independent_search_finds_the_same_pairs(build_register, places, themes, lines, taking_part):
    rows = [[n, n, where, "", theme, "", "", ""] for n, where, theme in zip(NAMES, places, themes, strict=True)]
    register = made(build_register, rows, lines, [["P1", "x", ""], ["P2", "y", ""]], taking_part)
    own = nx.Graph([*lines, *taking_part])
    own.add_nodes_from(NAMES)
    near = {name: nx.single_source_shortest_path_length(own, name, cutoff=2) for name in NAMES}
    expected = {
        (NAMES[a], NAMES[b])
        for a, b in combinations(range(6), 2)
        if places[a]
        and places[b]
        and places[a] != places[b]
        and set(filter(None, themes[a].split("; "))) & set(filter(None, themes[b].split("; ")))
        and NAMES[b] not in near[NAMES[a]]
    }
    found = missing_lines(register, EVER, per_activity=9, order="deelt")
    assert set(pairs(found)) == expected
    assert found.amount == len(expected)
    assert found.pairs["score"].is_monotonic_decreasing
    helping = missing_lines(register, EVER, per_activity=9)
    assert (sorted(pairs(helping)), helping.amount) == (sorted(pairs(found)), found.amount)
    parts = {name: part for part in nx.connected_components(_by_lines_and_partners(own)) for name in part}
    for row in helping.pairs.to_dict("records"):
        ends = [len(parts[row[end]] & set(NAMES)) for end in ("van", "naar")]
        apart = parts[row["van"]] is not parts[row["naar"]]
        assert [row["aansluit"], row["op"]] == (sorted(ends) if apart else [0, 0])


def _by_lines_and_partners(whole):
    """What two activities hang together by: no town."""
    return whole.subgraph(set(whole) - {"Leiden", "Gouda"})


def test_what_joins_most_comes_first_and_then_the_regions_with_the_fewest_lines(build_register):
    """Zoetermeer has a part of two and one by itself; Leiden and Gouda hang together, and share most."""
    rows = [
        *([f"L{n}", f"Leids {n}", "Leiden", "", "zorg; wonen", "", "", ""] for n in range(3)),
        *([f"G{n}", f"Gouds {n}", "Gouda", "", "zorg; wonen", "", "", ""] for n in range(2)),
        *([f"Z{n}", f"Zoets {n}", "Zoetermeer", "", "zorg", "", "", ""] for n in range(3)),
    ]
    lines = [("L0", "L1"), ("L1", "L2"), ("L2", "G0"), ("G0", "G1"), ("Z0", "Z1")]
    register = made(build_register, rows, lines)
    told = missing_lines(register, EVER).pairs
    assert list(zip(told["van"], told["naar"], strict=True))[:5] == [
        ("L0", "Z0"),  # joins the part of two
        ("L0", "Z2"),  # joins the one by itself, which shares as much with all
        ("G0", "Z2"),  # the first line between Midden-Holland and Zuid-Holland Centraal
        ("L0", "G0"),  # between Holland Rijnland and Midden-Holland there is one
        ("L1", "G1"),
    ]
    assert list(told["helpt"])[:4] == [
        "Sluit de groep van 2 activiteiten met ‘Zoets 0’ aan op een groep van 5 activiteiten. "
        "Het is de eerste lijn tussen Holland Rijnland en Zuid-Holland Centraal.",
        "Sluit ‘Zoets 2’ aan op een groep van 5 activiteiten. "
        "Het is de eerste lijn tussen Holland Rijnland en Zuid-Holland Centraal.",
        "Sluit ‘Zoets 2’ aan op een groep van 5 activiteiten. "
        "Het is de eerste lijn tussen Midden-Holland en Zuid-Holland Centraal.",
        "Tussen Holland Rijnland en Midden-Holland loopt nu 1 lijn.",
    ]
    assert pairs(missing_lines(register, EVER, order="deelt"))[0] == ("L0", "G0")


def test_each_pair_is_proposed_in_a_sentence_with_its_two_activities(build_register):
    elsewhere = ["C|D", "Ceelab", "Leiden", "", "", "", "", ""]
    register = made(build_register, [LEIDEN, GOUDA, elsewhere])
    (proposal,) = proposals(missing_lines(register, EVER))
    assert proposal.lead == "Alfalab (Holland Rijnland) en Bètahub (Midden-Holland)"
    assert proposal.text == (
        "Verbindt twee activiteiten die nu allebei op zichzelf staan. Het is de eerste lijn tussen Holland Rijnland en "
        "Midden-Holland. Beide gaan over arbeidsmarkttransities en zorg en noemen ‘Leren’. "
        "Voorstel: kennisdeling, want zo kunnen ze van elkaar leren."
    )
    (figure,) = proposal.figures
    assert figure.label() == "2 activiteiten: A en B"
    region = Selection(regio=("AM20",))
    assert list(rows(register, region, figure.evidence)["id"]) == ["A", "B"]
    assert list(rows(register, EVER, Evidence.of(paar="C|D|A"))["id"]) == ["A", "C|D"]
