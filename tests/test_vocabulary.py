import pytest

from lrn import vocabulary as v
from lrn.terms import Likely, Term, Vocabulary, key

VOCABULARIES = [
    v.INGREDIENT_NAMEN,
    v.THEMAS,
    v.REGIO_NAMEN,
    v.VORMEN,
    v.LIJNVORMEN,
    v.SAMENWERKINGSVORMEN,
    v.STATUSSEN,
    v.NIVEAUS,
    v.BETROKKENEN,
    v.ROLLEN,
    v.DEELNAME,
    v.SCHALEN,
    v.PARTNERSOORTEN,
    v.MEERWAARDE_MBO,
    v.MEERWAARDE_PARTNERS,
    v.municipality_vocabulary(),
]
each_vocabulary = pytest.mark.parametrize("vocabulary", VOCABULARIES, ids=lambda x: x.name)


def spellings(term):
    return {key(text) for text in (term.label, term.code, *term.aliases)}


def test_there_are_eleven_ingredients_in_order_grouped_by_question():
    assert [i.nr for i in v.INGREDIENTEN] == [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]
    questions = [i.vraag for i in v.INGREDIENTEN]
    assert questions == ["WAAROM", "WIE", "WIE", "WAAR", "HOE", "HOE", "HOE", "WAT", "WAT", "WAT", "WAT"]
    assert list(dict.fromkeys(questions)) == list(v.VRAGEN)


def test_there_are_342_municipalities_of_which_29_are_on_the_map():
    assert len(v.GEMEENTEN) == len(v.GEMEENTE) == 29
    assert len(set(v.municipalities_elsewhere())) == len(v.municipalities_elsewhere()) == 313
    assert len(v.municipality_vocabulary().codes) == 342
    assert not {g.naam for g in v.GEMEENTEN} & set(v.municipalities_elsewhere())


@pytest.mark.parametrize(
    ("region", "names"),
    [
        (
            "AM19",
            "Alphen aan den Rijn, Hillegom, Kaag en Braassem, Katwijk, Leiden, Leiderdorp, Lisse, Nieuwkoop, Noordwijk, Oegstgeest, Teylingen, Zoeterwoude",
        ),
        (
            "AM34",
            "Lansingerland, Leidschendam-Voorburg, Pijnacker-Nootdorp, Voorschoten, Wassenaar, Zoetermeer",
        ),
        ("AM20", "Bodegraven-Reeuwijk, Gouda, Krimpenerwaard, Waddinxveen"),
        ("AM21", "'s-Gravenhage, Delft, Midden-Delfland, Rijswijk, Westland"),
        ("AM13", "Woerden"),
        ("AM22", "Zuidplas"),
    ],
)
def test_every_municipality_is_in_its_region(region, names):
    assert sorted(g.naam for g in v.GEMEENTEN if g.regio == region) == names.split(", ")


def test_the_six_key_municipalities_are_named():
    assert [v.GEMEENTE[code].naam for code in v.SLEUTELGEMEENTEN] == [
        "Leiden",
        "Alphen aan den Rijn",
        "Leidschendam-Voorburg",
        "Zoetermeer",
        "Gouda",
        "Woerden",
    ]


def test_places_have_a_fixed_order():
    assert list(v.PLAATSEN) == ["AM19", "AM34", "AM20", "GM0632", "AM21", "elders", "zonder"]
    assert list(v.PLAATS_NAMEN.values())[3] == "Woerden (Midden-Utrecht)"
    assert set(v.PLAATS_KORT) == set(v.PLAATSEN)


def test_themes_have_a_fixed_order():
    assert list(v.THEMAS.codes) == [
        "onderwijs",
        "klimaat",
        "mobiliteit",
        "wonen",
        "zorg",
        "welzijn",
        "recreatie",
        "anders",
    ]


@pytest.mark.parametrize(
    ("vocabulary", "amount"),
    [
        (v.VORMEN, 13),
        (v.LIJNVORMEN, 6),
        (v.SAMENWERKINGSVORMEN, 4),
        (v.STATUSSEN, 5),
        (v.NIVEAUS, 3),
        (v.BETROKKENEN, 5),
        (v.PARTNERSOORTEN, 13),
        (v.MEERWAARDE_MBO, 13),
        (v.MEERWAARDE_PARTNERS, 11),
        (v.SCHALEN, 4),
    ],
    ids=lambda x: getattr(x, "name", str(x)),
)
def test_every_list_of_the_paper_is_whole(vocabulary, amount):
    assert len(vocabulary.codes) == amount


@each_vocabulary
def test_every_label_code_and_alias_lands_on_its_code(vocabulary):
    for term in vocabulary.terms:
        for text in (term.label, term.code, *term.aliases):
            for typed in (text, text.upper(), f"  {text} "):
                assert vocabulary.find(typed) == term.code, typed


@each_vocabulary
def test_no_two_terms_share_a_spelling(vocabulary):
    seen: dict[str, str] = {}
    for term in vocabulary.terms:
        for spelling in spellings(term):
            assert spelling
            assert seen.setdefault(spelling, term.code) == term.code, spelling


@each_vocabulary
def test_an_empty_text_is_no_term(vocabulary):
    assert vocabulary.find("") is None
    assert vocabulary.find(" - ") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  Gem. 's-Gravenhage", "s gravenhage"),
        ("Gemeente Leiden", "leiden"),
        ("GEMEENTE", "gemeente"),
        ("Súdwest-Fryslân", "sudwest fryslan"),
        ("Kaag & Braassem", "kaag en braassem"),
        ("Arbeidsmarktregio’s", "arbeidsmarktregios"),
        ("Regio Midden-Holland", "midden holland"),
        ("\t\n", ""),
    ],
)
def test_a_key_drops_case_accents_and_prefixes(text, expected):
    assert key(text) == expected


def test_a_suggestion_is_near_or_none():
    likely = Likely({"gouda": "Gouda", "leiden": "Leiden"})
    assert likely.find("Goda") == ("Gouda", False)
    assert likely.find("Maastricht") == ("", False)
    assert likely.find("ab") == ("", False)


@pytest.mark.parametrize("typed", ["Zoeter meer", "zoe ter meer", "ZOETER-MEER"])
def test_the_same_word_but_for_spaces_is_sure(typed):
    assert Likely({"zoetermeer": "Zoetermeer", "zoeterwoude": "Zoeterwoude"}).find(typed) == ("Zoetermeer", True)


def test_what_reads_alike_without_spaces_is_not_sure():
    assert Likely({"een twee": "Een", "eent wee": "Ander"}).find("eentwee")[1] is False


def test_a_label_of_an_unknown_code_is_an_error():
    with pytest.raises(KeyError):
        Vocabulary("proef", [Term("a", "A")]).label("b")
