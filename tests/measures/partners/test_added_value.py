"""Added value both ways, and the strategic relations, counted by hand."""

from datetime import date

import pytest

from lrn import vocabulary as v
from lrn.measures.partners.added_value import added_value, spoken
from lrn.measures.partners.strategic import relations_by_place, with_relation
from lrn.measures.rows.evidence import Evidence, amount
from lrn.selection import Selection, apply

NOW = Selection(peildatum=date(2026, 10, 1))


@pytest.fixture(scope="module")
def three(build_register):
    heads = ["ID", "Naam", "Meerwaarde mboRijnland", "Meerwaarde partners"]
    rows = [
        ["A1", "Een", "kennis delen; docentstages", "expertise"],
        ["A2", "Twee", "kennis delen; kennis delen", "toveren"],
        ["A3", "Drie", "", "expertise; casussen"],
    ]
    return build_register({"Activiteiten": [heads, *rows]})


def test_each_value_counts_once_in_an_activity(three):
    frame = added_value(three)
    there = frame[frame["aantal"] > 0]
    assert there[["kant_naam", "naam", "aantal", "totaal"]].to_numpy().tolist() == [
        ["mboRijnland", "Kennis delen", 2, 3],
        ["mboRijnland", "Docentstages", 1, 3],
        ["Partners", "Expertise", 2, 3],
        ["Partners", "Casussen", 1, 3],
        ["Partners", "Onbekend", 1, 3],
    ]
    assert len(frame) == len(v.MEERWAARDE_MBO.codes) + len(v.MEERWAARDE_PARTNERS.codes) + 1
    assert frame["aandeel"].max() == 2 / 3


def test_each_figure_is_its_rows(three):
    for row in added_value(three).to_dict("records"):
        assert amount(three, Selection(), Evidence.of(**{row["kant"]: row["waarde"]})) == row["aantal"], row


def test_a_value_is_said_as_the_vocabulary_writes_it():
    assert spoken("meerwaarde_mborijnland", "CIV als versneller") == "CIV als versneller"
    assert Evidence.of(meerwaarde_mborijnland="CIV als versneller").phrases() == [
        "meerwaarde mborijnland: CIV als versneller"
    ]


def test_the_strategic_relations_stand_where_they_are_established(register):
    assert relations_by_place(register).to_numpy().tolist() == [["AM21", "Haaglanden", 2]]  # P2 and P4


def test_activities_with_a_strategic_relation(register):
    selected = apply(NOW, register)
    assert selected.activiteiten.loc[with_relation(selected), "id"].tolist() == ["K01", "K04"]
    assert amount(register, NOW, Evidence.of(strategische_partner="ja")) == 2


def test_relations_elsewhere_and_nowhere_are_counted_too(build_register):
    rows = [
        ["P1", "Een", "Den Haag", "ja"],
        ["P2", "Twee", "Utrecht", "ja"],
        ["P3", "Drie", "", "ja"],
        ["P4", "Vier", "Den Haag", "ja"],
        ["P5", "Vijf", "Leiden", "nee"],
    ]
    register = build_register(
        {
            "Activiteiten": [["ID", "Naam"], ["A1", "Lab"]],
            "Partners": [["ID", "Naam", "Gemeente", "Strategische relatie"], *rows],
        }
    )
    frame = relations_by_place(register)
    assert frame[["plaats", "aantal"]].to_numpy().tolist() == [["AM21", 2], ["elders", 1], ["zonder", 1]]
    for row in frame.to_dict("records"):
        counted = Evidence.of("partners", basis="register", strategisch="ja", gevestigd=row["plaats"])
        assert amount(register, Selection(), counted) == row["aantal"]
