from datetime import date

import pytest

from lrn.measures.rows import card
from lrn.measures.rows.card import Fact, Named

# fmt: off
SHEETS = {
    "Activiteiten": [
        ["ID", "Naam", "Omschrijving", "Verschijningsvorm", "Gemeente", "Status", "Start", "Thema's", "Ingrediënten", "Breedtegraad", "Lengtegraad", "Contactpersoon", "E-mail", "Bijgewerkt", "Kostenplaats"],
        ["A", "Zorglab", "Mail noor@voorbeeld.example", "Toverlab", "Zoetemeer", "Actief", "voorjaar", "zorg; tuin", "9;1;12", "52,1585", "4,4905", "#N/A", "#N/A", date(2026, 9, 1), "3240"],
        ["B", "Waterlab", "", "", "", "", "", "", "", "52,1", "", "", "", "", ""],
    ],
    "Partners": [
        ["ID", "Naam", "Soort", "Gemeente", "Strategische relatie"],
        ["P1", "Stadsbestuur", "overheid", "Leiden", "misschien"],
    ],
    "Deelnames": [
        ["Activiteit", "Partner", "Rol", "Meerwaarde"],
        ["A", "P1", "initiatiefnemer", "kent de wijk"],
        ["A", "P9", "deelnemer", ""],
        ["Z", "P1", "", ""],
    ],
    "Verbindingslijnen": [
        ["ID", "Van", "Naar", "Vorm", "Frequentie", "Sinds", "Omschrijving"],
        ["L1", "B", "A", "kennisdeling", "maandelijks", date(2025, 3, 1), "over water"],
        ["L2", "A", "Gouda", "", "", "", ""],
        ["L3", "Boskoop aan Zee", "Leiden", "", "", "", ""],
    ],
}
# fmt: on


@pytest.fixture(scope="module")
def these(build_register):
    return build_register(SHEETS)


def facts(found):
    return {fact.heading: (fact.text, fact.typed) for fact in found.facts}


def test_an_activity_says_all_that_the_workbook_says(register):
    found = card.activity(register, "K01")
    assert (found.naam, found.plaats, found.rij) == ("Zorglab Leiden", "Holland Rijnland", "Activiteiten, rij 2")
    assert found.ingredienten == (1, 2, 3)
    assert found.bijgewerkt == "4 weken geleden (1 september 2026)"
    assert facts(found) == {
        "Verschijningsvorm": ("Livinglab", ""),
        "Gemeente": ("Leiden", ""),
        "College": ("Zorg en Welzijn", ""),
        "Status": ("Actief", ""),
        "Start": ("1 februari 2024", ""),
        "Netwerkthema": ("ja", ""),
        "Thema's": ("Onderwijs; Zorg; Welzijn", ""),
        "Niveaus": ("strategisch; tactisch; operationeel", ""),
    }
    assert [(p.other.naam, p.other.id, p.what, p.rol, p.meerwaarde) for p in found.partners] == [
        ("Stadsbestuur Leiden", "P1", "overheid", "initiatiefnemer", "kent de wijk"),
        ("Zorgkoepel", "P2", "branchevereniging", "deelnemer", ""),
    ]
    assert [line.other("K01") for line in found.lines] == [Named("Wijkleercentrum Woerden", "K03")]


def test_what_is_not_filled_in_is_named_without_what_need_not_be(register):
    assert card.activity(register, "K01").missing == (
        "Omschrijving", "Locatie", "Team", "Betrokkenen", "Samenwerkingsvorm", "Rol mboRijnland", "Deelname",
        "Meerwaarde mboRijnland", "Meerwaarde partners", "Opbrengst",
    )  # fmt: skip
    assert "Gemeente" not in card.activity(register, "K06").missing  # it has a region
    assert "Gemeente" in card.activity(register, "K07").missing
    assert not {"Einde", "Arbeidsmarktregio", "Contactpersoon", "E-mail"} & set(card.activity(register, "K07").missing)


def test_what_was_not_understood_goes_with_what_was_typed(these):
    found = card.activity(these, "A")
    told = facts(found)
    assert told["Verschijningsvorm"] == ("Onbekend", "Toverlab")
    assert told["Gemeente"] == ("Onbekend", "Zoetemeer")
    assert told["Start"] == ("", "voorjaar")
    assert told["Thema's"] == ("Zorg; Onbekend", "zorg; tuin")
    assert found.ingredienten == (1, 9)
    assert "Start" not in found.missing
    assert [finding.column for finding in found.findings] == [
        "Verschijningsvorm", "Gemeente", "Start", "Thema's", "Ingrediënten",
    ]  # fmt: skip


def test_contact_columns_and_addresses_are_nowhere(these):
    assert these.bevindingen["column"].isin(["Contactpersoon", "E-mail"]).any()
    told = str(card.activity(these, "A"))
    assert "Contactpersoon" not in told
    assert "noor@" not in told
    assert "[e-mailadres]" in told


def test_coordinates_and_own_columns_are_facts_too(these):
    told = card.activity(these, "A").facts
    assert Fact("Coördinaten", "52,1585; 4,4905") in told
    assert Fact("Kostenplaats", "3240") in told
    assert "Coördinaten" not in facts(card.activity(these, "B"))  # one says nothing


def test_a_partner_that_is_not_known_is_onbekend_and_has_no_card(these):
    assert [p.other for p in card.activity(these, "A").partners] == [Named("Stadsbestuur", "P1"), Named("Onbekend")]


def test_lines_are_seen_from_either_end(these):
    found = card.activity(these, "A").lines
    assert [(line.id, line.other("A")) for line in found] == [("L1", Named("Waterlab", "B")), ("L2", Named("Gouda"))]
    assert [line.other("B") for line in card.activity(these, "B").lines] == [Named("Zorglab", "A")]


def test_a_partner_says_what_it_takes_part_in(these):
    found = card.partner(these, "P1")
    assert facts(found) == {
        "Soort": ("overheid", ""),
        "Gemeente": ("Leiden", ""),
        "Strategische relatie": ("", "misschien"),
    }
    assert [(a.other, a.what, a.rol, a.meerwaarde) for a in found.activiteiten] == [
        (Named("Zorglab", "A"), "Onbekend, actief", "initiatiefnemer", "kent de wijk")
    ]
    assert found.rij == "Partners, rij 2"


def test_a_line_says_both_ends_and_what_was_not_understood(these):
    found = card.line(these, "L1")
    assert (found.van, found.naar) == (Named("Waterlab", "B"), Named("Zorglab", "A"))
    assert (found.vorm, found.frequentie, found.sinds) == ("Kennisdeling", "maandelijks", "1 maart 2025")
    assert card.line(these, "L3").van == Named("Onbekend")
    assert [finding.value for finding in card.line(these, "L3").findings] == ["Boskoop aan Zee"]


@pytest.mark.parametrize("kind", [card.activity, card.partner, card.line])
@pytest.mark.parametrize("identity", ["", "K99", "*", "P1' OR 1=1"])
def test_what_is_not_there_has_no_card(register, kind, identity):
    assert kind(register, identity) is None
