"""The matching as a file: what is written is read again, and a mistake gives one sentence that says what to do."""

import pytest

from lrn.register.matching.model import (
    Certainty,
    ColumnFound,
    Matching,
    Proposal,
    Records,
    SheetFound,
    SheetMatch,
    from_plain,
    to_plain,
)
from lrn.register.matching.toml import BadMatching, from_toml, to_toml

OWN = Matching(
    (
        SheetMatch(
            'Blad "1"\n',
            "Activiteiten",
            heading_row=4,
            records=Records.COLUMNS,
            columns={
                "Nr.": "ID",
                "Stand van\nzaken": "Status",
                "Budget 2026": "",
                "# a = b": "Naam",
                "Wie": "Partners",
            },
            values={"Status": {"klaar": "afgerond", "?": ""}},
            left={"Status": ("on hold",)},
            make_ids=True,
        ),
        SheetMatch("kladblok"),
    ),
    before=179,
)


def test_what_is_written_is_read_again():
    assert from_toml(to_toml(OWN)) == OWN
    assert from_toml(to_toml(Matching())) == Matching()


def test_people_can_read_it():
    text = to_toml(Matching((SheetMatch("Blad1", "Activiteiten", columns={"Titel": "Naam"}),)), about="Koppeling van x")
    assert text.startswith("# Koppeling van x\n")
    assert 'werkblad = "Blad1"\nis = "Activiteiten"\n\n[blad.kolommen]\nTitel = "Naam"\n' in text


def test_what_is_asked_stands_in_it_as_a_comment_that_is_a_line_of_the_file():
    asked = ColumnFound('Wie "trekt"', "D", target="Contactpersoon", certainty=Certainty.ASKED, why="kop\nlijkt erop")
    other = ColumnFound("Budget", "E")
    found = Proposal((SheetFound("Blad1", "Activiteiten", columns=(asked, other)),))
    text = to_toml(found.matching, found)
    assert from_toml(text) == Matching((SheetMatch("Blad1", "Activiteiten"),))
    taken = from_toml(text.replace('# "Wie', '"Wie'))
    assert taken.sheets[0].columns == {'Wie "trekt"': "Contactpersoon"}


def test_a_proposal_travels_as_json():
    column = ColumnFound("Nr.", "A", ("1", "2"), 60, "ID", Certainty.SURE, "korte, unieke kenmerken")
    found = Proposal(
        (
            SheetFound(
                "Blad1", "Activiteiten", Certainty.SURE, "het enige blad", 4, columns=(column,), missing=("Naam",)
            ),
        ),
        OWN,
        ("De kolom Stand is weg.",),
        ("12 deelnames noemen een naam.",),
    )
    assert from_plain(to_plain(found)) == found


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("versie = 1\nblad = =\n", "kijk regel 2 na"),
        ("versie = 1\nblad =", "kijk de laatste regels na"),
        ("versie = 2", "andere versie"),
        ("", "andere versie"),
        ("versie = 1\nblad = 3", "[[blad]]"),
        ("versie = 1\n[[blad]]\nis = 'Partners'", "werkblad ="),
        ("versie = 1\n[[blad]]\nwerkblad = 'a'\nis = 'Activiteit'", "bedoelt u Activiteiten?"),
        ("versie = 1\n[[blad]]\nwerkblad = 'a'\nis = 'Xyz'", "kies Activiteiten, Partners, Deelnames of"),
        (
            "versie = 1\n[[blad]]\nwerkblad = 'a'\nis = 'Partners'\n[blad.kolommen]\nx = 'Status'",
            "geen kolom van Partners",
        ),
        (
            "versie = 1\n[[blad]]\nwerkblad = 'a'\nis = 'Partners'\n[blad.kolommen]\nx = 3",
            "tekst tussen aanhalingstekens",
        ),
        ("versie = 1\n[[blad]]\nwerkblad = 'a'\nkolomen = 1", "bedoelt u kolommen?"),
        ("versie = 1\n[[blad]]\nwerkblad = 'a'\nrij_met_koppen = 'vier'", "het nummer van de rij"),
        ("versie = 1\n[[blad]]\nwerkblad = 'a'\nrij_met_koppen = -1", "het nummer van de rij"),
        ("versie = 1\n[[blad]]\nwerkblad = 'a'\nmaak_id = 'ja'", "true of false"),
        ("versie = 1\n[[blad]]\nwerkblad = 'a'\neen_record_is_een = 'cel'", '"rij" of "kolom"'),
        ("versie = 1\n[[blad]]\nwerkblad = 'a'\nwaarden = {a = 1}", "[blad.waarden.Status]"),
        ("versie = 1\n[[blad]]\nwerkblad = 'a'\nlaat_staan = {Status = '?'}", "laat_staan"),
        ("a" * 1_000_001, "te groot"),
    ],
)
def test_a_mistake_gives_one_sentence(text, said):
    with pytest.raises(BadMatching) as problem:
        from_toml(text)
    assert said in str(problem.value)
    assert str(problem.value).endswith((".", "?"))


def test_partners_and_months_are_columns_of_activities_only():
    def of(sheet):
        return f"versie = 1\n[[blad]]\nwerkblad = 'a'\nis = '{sheet}'\n[blad.kolommen]\nx = 'Partners'\ny = 'Maand'"

    assert from_toml(of("Activiteiten")).sheets[0].columns == {"x": "Partners", "y": "Maand"}
    with pytest.raises(BadMatching):
        from_toml(of("Verbindingslijnen"))
