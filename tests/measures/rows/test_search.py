import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lrn.measures.rows.search import Hit, Index, Text, index
from lrn.register.columns import ACTIVITEITEN, Kind
from lrn.terms import plain


@pytest.fixture(scope="module")
def activities(register):
    return index(register, kind="activiteiten")


def found(index, typed, **options):
    return [hit.id for hit in index.find(typed, **options)]


# ── Answers counted by hand on the ten rows ──────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("zorg", ["K01", "K06", "K03", "K04"]),  # twice in the name, then a college, then the beginning of a partner
        ("ZÓRG", ["K01", "K06", "K03", "K04"]),
        ("zorglab", ["K01"]),
        ("leiden zorgkoepel", ["K01"]),
        ("klimaat gouda", ["K08"]),
        ("zorg gouda", []),
        ("den haag", ["K04"]),  # the register says 's-Gravenhage
        ("pps", ["K02"]),  # Publiek-private samenwerking
        ("arbeidsmarkttransities", ["K01", "K02", "K04", "K06", "K08", "K10"]),
        ("Midden-Holland", ["K06", "K08"]),
        ("k07", ["K07"]),
        ("ouw", ["K08"]),  # inside a word: Duurzaam bouwen Gouda
        ("ou", []),  # too short to look for inside words
        ("le", ["K01", "K09", "K02"]),  # Leiden and Lerende in the name; a partner in Leiden
        ("noor", []),  # the contact person
        ("voorbeeld", []),  # the address
        ("xyzzy", []),
    ],
)
def test_words_find_the_activities_that_have_them(activities, typed, expected):
    assert found(activities, typed) == expected


def test_nothing_typed_finds_everything_in_order(activities):
    for typed in ("", "   ", "-!?"):
        assert found(activities, typed) == [f"K{n:02}" for n in range(1, 11)]


def test_a_hit_outside_the_name_says_where(activities):
    where = {hit.id: hit.where for hit in activities.find("zorg")}
    assert where == {
        "K01": (),
        "K06": (),
        "K03": ("college: Zorg en Welzijn",),
        "K04": ("partners: Zorgkoepel",),
    }
    assert activities.find("den haag")[0].where == ("gemeente: 's-Gravenhage",)
    assert activities.find("klimaat gouda")[0].where == ("thema's: Klimaat",)


def test_what_is_only_alike_is_not_in_the_amount(activities):
    assert activities.amount("zorg") == 4
    assert activities.amount("zorgleb") == 0
    assert activities.amount("") == 10


def test_only_wanted_rows_are_found(activities):
    assert found(activities, "zorg", among={"K03", "K06", "K10"}) == ["K06", "K03"]
    assert found(activities, "zorg", among=set()) == []


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Zorgleb", ["K01"]),  # a letter wrong
        ("Zorgla", ["K01"]),  # only the beginning: no mistake
        ("Wijkleercentum", ["K03"]),  # a letter missing
        ("Zoeteermer", ["K02"]),  # two swapped
        ("Eneergiehuub", ["K02"]),  # two too many
        ("orgnetwerk", ["K06"]),  # part of a word, as it was typed
        ("Zorknetwrek", ["K06"]),  # two mistakes in a long word
        ("Sorglab", []),  # the first letter must be right
        ("hup", []),  # too short to be mistaken in
    ],
)
def test_small_mistakes_are_forgiven(activities, typed, expected):
    assert found(activities, typed) == expected


@pytest.mark.parametrize(
    ("typed", "found_it"),
    [
        ("livi", True),  # the beginning, without a mistake
        ("livimg", True),  # of six letters with a mistake
        ("livim", False),  # of five
        ("levenglob", False),  # two mistakes are forgiven in nine letters, but not three
        ("levenglab", True),
        ("levungl", False),  # seven letters: one
        ("levungla", True),  # eight: two
    ],
)
def test_how_long_a_word_must_be_to_be_mistaken_in(typed, found_it):
    names = Index(["naam"], {"A": {"naam": [Text("livinglab")]}})
    assert (found(names, typed) == ["A"]) == found_it


@pytest.mark.parametrize(("typed", "found_it"), [("hub", True), ("huls", False), ("hubb", True), ("hab", False)])
def test_in_less_than_four_letters_no_mistake_is_forgiven(typed, found_it):
    names = Index(["naam"], {"A": {"naam": [Text("hub")]}})
    assert (found(names, typed) == ["A"]) == found_it


def test_another_name_of_a_form_finds_that_form_only(activities):
    assert found(activities, "vakmanschap") == []  # a CIV, and there is none
    assert activities.find("publiek samenwerking")[0].where == ("vorm: Publiek-private samenwerking",)
    assert activities.find("pps")[0].where == ("vorm: Publiek-private samenwerking",)


def test_what_is_as_typed_comes_before_what_is_alike():
    rows = {"A": "Livinglob", "B": "Iets met een livinglab", "C": "Livinglab", "D": "Livinglabs"}
    names = Index(["naam"], {key: {"naam": [Text(name)]} for key, name in rows.items()})
    hits = names.find("livinglab")
    assert [(hit.id, hit.alike) for hit in hits] == [("B", False), ("C", False), ("D", False), ("A", True)]


def test_the_name_comes_before_other_fields_and_a_whole_word_before_a_part():
    rows = {
        "in a word elsewhere": {"naam": [Text("x")], "team": [Text("Deelscooters")]},
        "a word elsewhere": {"naam": [Text("x")], "team": [Text("scooters")]},
        "in a word": {"naam": [Text("Deelscooters")]},
        "the beginning of a word": {"naam": [Text("Scootersleutels")]},
        "a word": {"naam": [Text("Scooters sleutelen")]},
    }
    assert found(Index(["naam", "team"], rows), "scooters") == list(reversed(rows))


@pytest.mark.parametrize("column", [c for c in ACTIVITEITEN.columns if c.kind is Kind.TEXT], ids=lambda c: c.field)
def test_every_free_text_is_searched_but_what_tells_who_somebody_is(build_register, column):
    rows = (
        [["ID", "Naam"], ["A1", "Scooters"]]
        if column.field == "naam"
        else [["ID", "Naam", column.header], ["A1", "Een", "Scooters"]]
    )
    searched = index(build_register({"Activiteiten": rows}), kind="activiteiten")
    assert found(searched, "scooters") == ([] if column.contact else ["A1"])


def test_of_a_long_text_the_words_around_are_told():
    text = "Een lange omschrijving waarin ergens halverwege het woord fietsen staat, en daarna nog veel meer woorden"
    long = Index(["naam", "omschrijving"], {"A": {"naam": [Text("x")], "omschrijving": [Text(text)]}})
    told = "omschrijving: …het woord fietsen staat, en daarna nog veel meer…"
    assert long.find("fiets") == [Hit("A", (told,))]


def test_one_text_that_has_all_the_words_says_enough():
    partners = [Text("Partner 8"), Text("Partner 77"), Text("Partner 9")]
    rows = Index(["naam", "partners"], {"A": {"naam": [Text("x")], "partners": partners}})
    assert rows.find("partner 77")[0].where == ("partners: Partner 77",)
    assert rows.find("77 9")[0].where == ("partners: Partner 77", "partners: Partner 9")


def test_addresses_and_telephone_numbers_are_not_found(build_register):
    rows = [["ID", "Naam", "Omschrijving"], ["A", "Lab", "Bel 0612345678 of mail noor@voorbeeld.example voor meer"]]
    activities = index(build_register({"Activiteiten": rows}), kind="activiteiten")
    assert found(activities, "0612345678") == found(activities, "noor") == []
    assert activities.find("mail")[0].where == ("omschrijving: Bel [telefoonnummer] of mail [e-mailadres] voor meer",)


def test_partners_are_found_by_what_they_take_part_in(register):
    partners = index(register, kind="partners")
    assert found(partners, "zorg") == ["P2", "P1"]  # Zorgkoepel; the council of Leiden in Zorglab Leiden
    assert partners.find("zorg")[1].where == ("activiteiten: Zorglab Leiden",)
    assert found(partners, "landelijk overheid") == ["P4"]


def test_lines_are_found_by_their_ends(register):
    lines = index(register, kind="verbindingslijnen")
    assert found(lines, "woerden") == ["L1", "L5"]
    assert found(lines, "maandelijks") == ["L1"]
    assert found(lines, "les wijk") == ["L1"]


@pytest.mark.parametrize(
    ("kind", "typed", "where"),
    [
        ("activiteiten", "overleg koepels", ()),
        ("activiteiten", "stadsbestuur leiden zorglab", ("partners: Stadsbestuur Leiden",)),
        ("activiteiten", "k02", ("ID: K02",)),
        ("activiteiten", "welzijn woerden", ("thema's: Welzijn",)),
        ("activiteiten", "hackathon", ("vorm: Hackathon",)),
        ("activiteiten", "alphen rijn", ("gemeente: Alphen aan den Rijn",)),
        ("activiteiten", "rijnland", ("plaats: Holland Rijnland",)),
        ("activiteiten", "economie", ("college: Economie",)),
        ("partners", "bedrijf", ()),
        ("partners", "branchevereniging", ("soort: branchevereniging",)),
        ("partners", "gouda", ("gemeente: Gouda",)),
        ("partners", "regionaal", ("schaal: regionaal",)),
        ("partners", "duurzaam", ("activiteiten: Duurzaam bouwen Gouda",)),
        ("partners", "p3", ("ID: P3",)),
        ("verbindingslijnen", "energiehub", ()),
        ("verbindingslijnen", "3o", ("vorm: 3O-overleg",)),
        ("verbindingslijnen", "maandelijks", ("frequentie: maandelijks",)),
        ("verbindingslijnen", "les", ("omschrijving: les over zorg in de wijk",)),
        ("verbindingslijnen", "l4", ("ID: L4",)),
    ],
)
def test_each_field_is_said_by_its_name(register, kind, typed, where):
    assert index(register, kind=kind).find(typed)[0].where == where


def test_a_register_without_rows_finds_nothing(build_register):
    empty = build_register({"Activiteiten": [["ID", "Naam"]]})
    for kind in ("activiteiten", "partners", "verbindingslijnen"):
        assert index(empty, kind=kind).find("zorg") == []
        assert index(empty, kind=kind).find("") == []


# ── What must hold whatever is typed ─────────────────────────────────────────────────────────────────────────

WORDS = st.text("aeinorstzAÉ", min_size=1, max_size=12)
NAMES = st.lists(st.lists(WORDS, min_size=1, max_size=4).map(" ".join), min_size=1, max_size=8)


def named(names):
    return Index(["naam"], {str(n): {"naam": [Text(name)]} for n, name in enumerate(names)})


@given(NAMES, st.data())
@settings(deadline=None, max_examples=60)
def test_every_word_of_a_row_finds_it_as_typed(names, data):
    row = data.draw(st.integers(0, len(names) - 1))
    word = data.draw(st.sampled_from(names[row].split()))
    hits = {hit.id: hit for hit in named(names).find(word)}
    assert not hits[str(row)].alike


@given(NAMES, WORDS, WORDS)
@settings(deadline=None, max_examples=60)
def test_more_words_find_fewer_rows(names, one, other):
    rows = named(names)
    both = set(found(rows, f"{one} {other}"))
    assert both == set(found(rows, one)) & set(found(rows, other))


@given(NAMES, WORDS)
@settings(deadline=None, max_examples=60)
def test_case_and_accents_do_not_matter_and_alike_is_last(names, word):
    rows = named(names)
    hits = rows.find(word)
    assert hits == rows.find(word.upper()) == rows.find(plain(word))
    assert sorted(hits, key=lambda hit: hit.alike) == hits


@given(st.text("abcdefghijklmnop", min_size=8, max_size=14), st.data())
@settings(deadline=None, max_examples=60)
def test_a_letter_that_is_left_out_is_forgiven(word, data):
    gone = data.draw(st.integers(1, len(word) - 1))
    assert found(named([word]), word[:gone] + word[gone + 1 :]) == ["0"]


@given(st.text(max_size=40))
@settings(deadline=None, max_examples=60)
def test_nothing_that_is_typed_fails(activities, typed):
    assert {hit.id for hit in activities.find(typed)} <= {f"K{n:02}" for n in range(1, 11)}
