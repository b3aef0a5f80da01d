"""A matching beside the register: used at every reading, and a mistake in it keeps nothing else from being read."""

from datetime import date

import pytest

from lrn.register.child import find_source
from lrn.register.load import give_back, keep, load, propose
from lrn.register.matching import beside
from lrn.register.matching.model import Matching, SheetMatch
from lrn.register.matching.toml import to_toml
from lrn.register.model import Unreadable

DAY = date(2026, 11, 30)
ROWS = [
    ["Nr.", "Titel activiteit", "Stand"],
    ["A1", "Zorglab", "klaar"],
    ["A2", "Bouwlab", "loopt"],
    ["A3", "Leerlab", "gestopt"],
]
OWN = Matching(
    (
        SheetMatch(
            "Lijst van projecten",
            "Activiteiten",
            columns={"Nr.": "ID", "Titel activiteit": "Naam", "Stand": "Status"},
            values={"Status": {"klaar": "afgerond"}},
        ),
    )
)


@pytest.fixture
def own(tmp_path, write_workbook):
    return write_workbook(tmp_path / "register.xlsx", {"Lijst van projecten": ROWS, "Rooster": [["dag"], ["ma"]]})


def test_without_a_matching_it_cannot_be_read_and_with_one_it_can(own, tmp_path):
    with pytest.raises(Unreadable, match="geef het blad met de activiteiten die naam"):
        load(own, today=DAY)
    (tmp_path / "register.koppeling.toml").write_text(to_toml(OWN), encoding="utf-8")
    found = load(own, today=DAY).activiteiten
    assert list(found["naam"]) == ["Zorglab", "Bouwlab", "Leerlab"]
    assert list(found["status"])[::2] == ["afgerond", "gestopt"]


def test_a_named_one_goes_before_the_one_beside_it(own, tmp_path):
    (tmp_path / "register.koppeling.toml").write_text("versie = 1\n", encoding="utf-8")
    named = tmp_path / "andere.toml"
    named.write_text("\ufeff" + to_toml(OWN), encoding="utf-8")  # as Notepad saves it
    assert len(load(own, today=DAY, koppeling=named).activiteiten) == 3


def test_a_change_of_the_matching_is_another_state_of_the_register(own, tmp_path):
    file = tmp_path / "register.koppeling.toml"
    file.write_text(to_toml(OWN), encoding="utf-8")
    before = find_source(own, file)
    file.write_text(to_toml(OWN) + "\n", encoding="utf-8")
    after = find_source(own, file)
    assert before.version != after.version
    assert before.modified == after.modified  # the workbook itself did not change


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"versie = 9", "andere versie"),
        (b"\xff\xfe\x00", "UTF-8"),
        (None, "niet gevonden"),
        (b"a" * 4_000_001, "te groot"),
    ],
    ids=["version", "bytes", "gone", "large"],
)
def test_a_broken_one_gives_one_sentence_with_its_name(own, tmp_path, content, said):
    named = tmp_path / "mijn.toml"
    if content is not None:
        named.write_bytes(content)
    with pytest.raises(Unreadable, match=said) as problem:
        load(own, today=DAY, koppeling=named)
    assert "mijn.toml" in str(problem.value)


def test_of_a_folder_of_csv_it_stands_beside_the_folder(tmp_path):
    folder = tmp_path / "2026.register"
    folder.mkdir()
    (tmp_path / "2026.register.koppeling.toml").write_text("versie = 1")
    assert beside.file_of(folder) == tmp_path / "2026.register.koppeling.toml"
    assert beside.file_of(tmp_path / "2026.xlsx") is None


def test_a_kept_state_needs_no_matching_any_more(own, tmp_path):
    (tmp_path / "register.koppeling.toml").write_text(to_toml(OWN), encoding="utf-8")
    kept = load(keep(own, tmp_path / "standen"), today=DAY)
    assert kept.proposal is None
    assert list(kept.activiteiten["naam"]) == ["Zorglab", "Bouwlab", "Leerlab"]


def test_a_proposal_of_a_register_that_cannot_be_read_yet(own):
    found = propose(own)
    assert "Lijst van projecten" in [sheet.tab for sheet in found.sheets]


STALE = """versie = 1
[[blad]]
werkblad = "{tab}"
is = "Partners"
[blad.kolommen]
"Organisatie" = "Naam"
[[blad]]
werkblad = "Activiteiten"
is = "Activiteiten"
[blad.kolommen]
"Nr." = "ID"
"{heading}" = "{target}"
"""
NO_TAB = "De koppeling noemt het werkblad “partnerz”, dat er niet is: Partners lezen we van het werkblad “{}”."  # one sentence


@pytest.mark.parametrize(
    ("there", "tab", "heading", "target", "told"),
    [
        ("partners", "partners", "Stand", "Status", ()),
        ("partners", "partnerz", "Stand", "Status", (NO_TAB.format("partners"),)),
        ("Partners", "partnerz", "Stand", "Status", (NO_TAB.format("Partners"),)),
        (
            *("partners", "partners", "Bestaat niet", "Locatie"),
            ("De kolom Bestaat niet is weg: Locatie wordt niet gelezen.",),
        ),
        (
            *("partners", "partners", "Bestaat niet", "Naam"),
            ("De koppeling noemt de kolom “Bestaat niet”, die er niet is: Naam lezen we uit kolom B.",),
        ),
    ],
)
def test_what_the_matching_names_and_the_workbook_lacks_is_said(
    tmp_path, write_workbook, there, tab, heading, target, told
):
    rows = [["Nr.", "Naam", "Stand"], *ROWS[1:]]
    register = write_workbook(
        tmp_path / "register.xlsx", {"Activiteiten": rows, there: [["Organisatie", "Soort"], ["De Vaart", "zorg"]]}
    )
    (tmp_path / "register.koppeling.toml").write_text(
        STALE.format(tab=tab, heading=heading, target=target), encoding="utf-8"
    )
    assert load(register, today=DAY).proposal.gone == told
    given = tmp_path / "terug.xlsx"
    given.write_bytes(
        give_back(
            "register.xlsx",
            register.read_bytes(),
            today=DAY,
            matching=(tmp_path / "register.koppeling.toml").read_text(),
        )
    )
    assert load(given, today=DAY).proposal.gone == ()
