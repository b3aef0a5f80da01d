from datetime import date

import pandas as pd
import pytest

from lrn.measures.network.skewer import levels_by_school, participation, per_activity, per_combination
from lrn.measures.rows.evidence import Evidence, amount
from lrn.selection import Selection, apply

NOW = Selection(peildatum=date(2026, 10, 1))


@pytest.fixture(scope="module")
def school(build_register):
    rows = [
        ["ID", "Naam", "Gemeente", "College", "Niveaus", "Betrokkenen", "Deelname"],
        ["A", "Alfalab", "Leiden", "Zorg", "strategisch; tactisch; operationeel", "CvB; docenten", "bewust; actief"],
        ["B", "Bètahub", "Leiden", "Zorg", "operationeel", "docenten; studenten", "bewust"],
        ["C", "Ceelab", "Gouda", "Techniek", "tactisch; operationeel", "docenten", ""],
        ["D", "Deltawijk", "Gouda", "", "tactisch", "teamleiders", "intensief; onzin"],
        ["E", "Echolab", "", "Zorg", "", "", ""],
    ]
    return build_register(
        {
            "Activiteiten": rows,
            "Partners": [["ID", "Naam", "Strategische relatie"], ["P1", "Koepel", "ja"], ["P2", "Bedrijf", "nee"]],
            "Deelnames": [["Activiteit", "Partner"], ["D", "P1"], ["B", "P2"], ["C", "P2"], ["E", "P2"]],
            "Verbindingslijnen": [["ID", "Van", "Naar"], ["L1", "A", "C"]],
        }
    )


def test_which_levels_are_joined(school):
    found = per_combination(school)
    assert {row.naam: row.aantal for row in found.itertuples() if row.aantal} == {
        "strategisch, tactisch en operationeel": 1,
        "tactisch en operationeel": 1,
        "alleen tactisch": 1,
        "alleen operationeel": 1,
        "niveau niet ingevuld": 1,
    }
    assert found["aantal"].sum() == 5
    assert list(found["niveaus"]) == [3, 2, 2, 2, 1, 1, 1, 0]
    for row in found.itertuples():
        assert amount(school, Selection(), Evidence.of(prikker=row.prikker)) == row.aantal, row.naam


def test_where_it_stops_and_what_stands_ready(school):
    found = per_activity(school)
    assert list(found["activiteit"]) == ["A", "C", "B", "D", "E"]
    assert list(found["niveaus"]) == [3, 2, 1, 1, 0]
    assert found.set_index("activiteit")["zin"].to_dict() == {
        "A": "Verbindt strategisch, tactisch en operationeel: een volledige sateprikker.",
        "B": "Operationeel doet mee; strategisch en tactisch nog niet. Dichtbij wel: tactisch bij Ceelab.",
        "C": "Tactisch en operationeel doen mee; strategisch nog niet. Dichtbij wel: strategisch bij Alfalab.",
        "D": "Tactisch doet mee; strategisch en operationeel nog niet. Dichtbij wel: strategisch bij Koepel.",
        "E": "Niveau niet ingevuld.",
    }
    first = found.iloc[0]
    assert first[["strategisch", "cvb", "docenten"]].all()
    assert not first[["studenten", "teamleiders", "directies"]].any()
    assert found.iloc[2]["ernaast"] == (("strategisch", ()), ("tactisch", ("Ceelab",)))


def test_levels_of_network_and_school_meet(school):
    found = levels_by_school(school)
    assert {(row.niveau, row.betrokkene): row.aantal for row in found.itertuples() if row.aantal} == {
        ("strategisch", "docenten"): 1,
        ("strategisch", "cvb"): 1,
        ("tactisch", "docenten"): 2,
        ("tactisch", "teamleiders"): 1,
        ("tactisch", "cvb"): 1,
        ("operationeel", "studenten"): 1,
        ("operationeel", "docenten"): 3,
        ("operationeel", "cvb"): 1,
    }
    for row in found.itertuples():
        asked = Evidence.of(niveau=row.niveau, betrokkene=row.betrokkene)
        assert amount(school, Selection(), asked) == row.aantal


@pytest.mark.parametrize("by", ["plaats", "college"])
def test_how_the_school_takes_part(school, by):
    found = participation(school, by=by)
    counts = {(row.naam, row.deelname): row.aantal for row in found.itertuples() if row.aantal}
    assert (
        counts
        == {
            "plaats": {
                ("Holland Rijnland", "bewust"): 2,
                ("Holland Rijnland", "actief"): 1,
                ("Midden-Holland", "intensief"): 1,
            },
            "college": {("Zorg", "bewust"): 2, ("Zorg", "actief"): 1, ("Zonder college", "intensief"): 1},
        }[by]
    )
    for row in found.itertuples():
        assert amount(school, Selection(), Evidence.of(deelname=row.deelname, **{by: row.code})) == row.aantal


@pytest.mark.parametrize("there", [4, 5, 6])
def test_of_few_activities_no_share_is_given(build_register, there):
    rows = [[f"A{n}", "Lab", "Leiden", "bewust" if n else ""] for n in range(there)]
    register = build_register({"Activiteiten": [["ID", "Naam", "Gemeente", "Deelname"], *rows]})
    found = participation(register, by="plaats")
    share = found.loc[(found["code"] == "AM19") & (found["deelname"] == "bewust"), "aandeel"].item()
    assert pd.isna(share) if there < 5 else share == pytest.approx((there - 1) / there)


def test_of_nothing_there_is_nothing(empty):
    assert per_activity(empty).empty
    assert set(per_combination(empty)["aantal"]) == {0}
    assert set(levels_by_school(empty)["aantal"]) == {0}
    assert set(participation(empty, by="plaats")["aantal"]) == {0}
    assert participation(empty, by="college").empty


def test_only_the_selection_counts(drawn):
    assert per_combination(apply(NOW, drawn))["aantal"].sum() == 7
