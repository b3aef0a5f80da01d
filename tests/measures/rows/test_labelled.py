from datetime import date

import pytest

from lrn.measures.rows.labelled import activity_list, line_list, participation_list, partner_list
from lrn.selection import Selection, apply


@pytest.fixture
def everything(register):
    return apply(Selection(), register)


def test_the_list_of_activities_reads_as_labels(everything):
    frame = activity_list(everything.activiteiten)
    rows = frame[["naam", "plaats", "gemeente", "college", "vorm", "status"]].to_numpy().tolist()
    assert rows[0] == ["Zorglab Leiden", "Holland Rijnland", "Leiden", "Zorg en Welzijn", "Livinglab", "Actief"]
    assert rows[5] == ["Zorgnetwerk", "Midden-Holland", "", "Zorg en Welzijn", "Onbekend", "Actief"]
    assert rows[6] == ["Losse kennisdeling", "Zonder plaats", "", "", "", ""]
    assert frame["start"].dt.date.iloc[0] == date(2024, 2, 1)
    assert frame["einde"].isna().sum() == 8


def test_the_list_of_activities_says_where_each_stands_in_the_workbook(everything):
    rows = list(activity_list(everything.activiteiten)["rij"])
    assert rows[0] == "Activiteiten, rij 2"
    assert rows[-1] == "Activiteiten, rij 11"


def test_the_list_of_activities_names_what_is_elsewhere_or_unknown(build_register):
    rows = [["ID", "Naam", "Gemeente"], ["K1", "a", "gem. Utrecht"], ["K2", "b", "Atlantis"]]
    frame = activity_list(build_register({"Activiteiten": rows}).activiteiten)
    assert list(frame["gemeente"]) == ["Utrecht", "Onbekend"]
    assert list(frame["plaats"]) == ["Elders", "Zonder plaats"]


def test_the_list_of_activities_holds_no_contact_details(everything):
    frame = activity_list(everything.activiteiten)
    shown = frame.astype(str).to_csv()
    assert "Noor" not in shown
    assert "@" not in shown
    assert not {"contactpersoon", "email"} & set(frame.columns)


def test_the_list_of_partners_says_what_each_takes_part_in_within_the_selection(register):
    selected = apply(Selection(peildatum=date(2026, 10, 1)), register)
    frame = partner_list(selected, register.partners)
    told = ["naam", "soort", "gemeente", "schaal", "strategisch", "rij"]
    assert frame[told].to_numpy().tolist() == [
        ["Stadsbestuur Leiden", "overheid", "Leiden", "lokaal", "nee", "Partners, rij 2"],
        ["Zorgkoepel", "branchevereniging", "'s-Gravenhage", "landelijk", "ja", "Partners, rij 3"],
        ["Bouwbedrijf De Kraan", "bedrijf", "Gouda", "regionaal", "nee", "Partners, rij 4"],
        ["Landelijke adviesraad", "overheid", "'s-Gravenhage", "landelijk", "ja", "Partners, rij 5"],
    ]
    # P1 takes part in K01 (Leiden, since February 2024) and K02 (Zoetermeer); P2 in K01 and in K04, which is context.
    assert frame["activiteiten"].tolist() == [2, 2, 0, 0]
    assert frame["regios"].tolist() == [2, 1, 0, 0]
    assert frame["sinds"].dt.date.tolist()[:2] == [date(2024, 2, 1), date(2024, 2, 1)]
    assert frame["sinds"].isna().tolist() == [False, False, True, True]
    assert frame["rol"].tolist() == ["initiatiefnemer", "initiatiefnemer", "", ""]


def test_the_list_of_partners_says_what_is_not_given_and_what_was_not_understood(build_register):
    heads = ["ID", "Naam", "Soort", "Gemeente", "Schaal", "Strategische relatie"]
    rows = [["P1", "De Vaart"], ["P2", "De Kaai", "kwartet", "Atlantis", "groot", "misschien"]]
    register = build_register({"Activiteiten": [["ID", "Naam"], ["A1", "a"]], "Partners": [heads, *rows]})
    told = partner_list(register, register.partners)[["soort", "gemeente", "schaal", "strategisch"]]
    assert told.to_numpy().tolist() == [["", "", "", ""], ["Onbekend", "Onbekend", "Onbekend", ""]]


def test_the_list_of_lines_names_both_ends(register):
    frame = line_list(register, register.verbindingslijnen)
    assert frame[["van", "naar", "rij"]].to_numpy().tolist() == [
        ["Zorglab Leiden", "Wijkleercentrum Woerden", "Verbindingslijnen, rij 2"],
        ["Leiden", "Gouda", "Verbindingslijnen, rij 3"],
        ["Duurzaam bouwen Gouda", "Midden-Holland", "Verbindingslijnen, rij 4"],
        ["Energiehub Zoetermeer", "Lerende wijk Leiden", "Verbindingslijnen, rij 5"],
        ["Woerden", "Holland Rijnland", "Verbindingslijnen, rij 6"],
    ]
    assert list(frame["frequentie"]) == ["maandelijks", "jaarlijks", "", "", ""]


def test_the_list_of_participations_reads_as_names(register):
    frame = participation_list(register)
    assert frame.iloc[0].tolist() == ["Zorglab Leiden", "Stadsbestuur Leiden", "initiatiefnemer", "Deelnames, rij 2"]
    assert len(frame) == 5
