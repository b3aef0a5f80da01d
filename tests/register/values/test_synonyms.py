import pytest

from lrn import vocabulary as v
from lrn.register.columns import ACTIVITEITEN, SHEETS
from lrn.register.values import synonyms
from lrn.register.values.cell import reader
from lrn.register.values.dates import date_value
from lrn.register.values.places import municipality_value
from lrn.register.values.remark import EMPTY
from lrn.terms import plain

LISTED = {column.vocabulary for sheet in SHEETS for column in sheet.columns if column.vocabulary}


def read(field, text):
    return reader(ACTIVITEITEN.column(field))(text)


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        ("vorm", "C.I.V.", "civ"),
        ("vorm", "C I V", "civ"),
        ("vorm", "P.P.S.", "pps"),
        ("vorm", "lunch", "kennisdelingslunch"),
        ("vorm", "kennisdelings-lunch", "kennisdelingslunch"),
        ("vorm", "docentenstages", "docentstage"),
        ("vorm", "Anders, namelijk: netwerkborrel", "anders"),
        ("vorm", "Anders (excursie)", "anders"),
        ("status", "loopt", "actief"),
        ("status", "Lopende", "actief"),
        ("status", "bezig", "actief"),
        ("status", "actief!", "actief"),
        ("status", "afgeronde", "afgerond"),
        ("themas", "anders: taal", ("anders",)),
        ("themas", "anders: taal; zorg", ("zorg", "anders")),
        ("themas", "Anders: taal, zorg", ("zorg", "anders")),
        ("niveaus", "strategische", ("strategisch",)),
    ],
)
def test_the_same_word_in_another_spelling_is_understood(field, text, value):
    found = read(field, text)
    assert (found.value, found.remarks) == (value, ())


@pytest.mark.parametrize(
    ("field", "text", "meant"),
    [
        ("status", "klaar", "Afgerond"),
        ("status", "Done", "Afgerond"),
        ("status", "in progress", "Actief"),
        ("status", "planned", "Voorbereiding"),
        ("status", "idee", "Verkenning"),
        ("status", "gestaakt", "Gestopt"),
        ("status", "on hold", ""),
        ("themas", "klimaat en energie", "Klimaat"),
        ("themas", "sport", "Recreatie"),
        ("vorm", "hybride", "Hybride leeromgeving"),
        ("vorm", "excursie", "Anders"),
        ("rol", "trekker", "initiatiefnemer"),
    ],
)
def test_another_word_is_proposed_and_never_taken(field, text, meant):
    found = read(field, text)
    assert found.value in ("onbekend", ("onbekend",))
    assert [(remark.suggestion, remark.sure) for remark in found.remarks] == [(meant, False)]


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("status", "?"),
        ("status", "onbekend"),
        ("status", "halverwege"),
        ("status", "niet klaar"),
        ("status", "klaar of gestopt"),
        ("themas", "Techniek"),
        ("themas", "alle"),
        ("vorm", "stage"),
        ("vorm", "lab " * 50),
    ],
)
def test_what_is_no_other_word_gets_no_proposal(field, text):
    (remark,) = read(field, text).remarks
    assert remark.suggestion == ""


def test_no_word_stands_for_two_terms_and_none_is_understood_already():
    for vocabulary, by_code in synonyms._WORDS.items():
        words = [plain(word) for listed in by_code.values() for word in listed.split(",")]
        assert len(words) == len(set(words)), vocabulary.name
        assert by_code.keys() <= set(vocabulary.codes)
        assert [word for word in words if vocabulary.find(word)] == [], vocabulary.name
        assert max(map(len, words)) <= synonyms.LONGEST


def test_the_table_is_about_columns_of_the_contract():
    assert synonyms._WORDS.keys() <= LISTED


@pytest.mark.parametrize(
    "text", ["Hele regio", "regio breed", "ONLINE", "landelijk", "diverse gemeenten", "alle", "Remote"]
)
def test_of_no_one_place_the_cell_is_better_empty(text):
    found = municipality_value(text)
    assert found.value == v.ONBEKEND
    (remark,) = found.remarks
    assert (remark.suggestion, remark.sure) == (EMPTY, False)
    assert remark.message == f"“{text}” herkennen we niet als gemeente. Noem één gemeente of laat de cel leeg"


@pytest.mark.parametrize("text", ["?", "onbekend", "Gouda / Waddinxveen", "Marsland"])
def test_what_asks_for_a_look_is_not_emptied(text):
    assert municipality_value(text).remarks[0].suggestion == ""


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("doorlopend", "", EMPTY),
        ("onbekend", "", EMPTY),
        ("heden", "", EMPTY),
        ("okt 2025", "1-10-2025", "31-10-2025"),
        ("2025", "1-1-2025", "31-12-2025"),
        ("vorige week", "", ""),
        ("einde schooljaar", "", ""),
    ],
)
def test_of_a_last_day_that_there_is_not_the_cell_is_better_empty(text, first, last):
    for meant, is_last in ((first, False), (last, True)):
        found = date_value(text, last=is_last)
        assert found.value is None
        assert [(remark.suggestion, remark.sure) for remark in found.remarks] == [(meant, False)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("okt 2025", "We missen een dag: schrijf bijvoorbeeld 1-10-2025"),
        ("2025", "We missen een dag en een maand: schrijf bijvoorbeeld 1-1-2025"),
    ],
)
def test_a_date_in_part_is_told_by_what_to_type(text, said):
    assert date_value(text).remarks[0].message == said


def test_a_text_longer_than_any_word_is_no_other_word():
    assert synonyms.synonym(f"{'klaar':<60}", v.STATUSSEN) == "Afgerond"
    assert synonyms.synonym(f"{'klaar':<61}", v.STATUSSEN) == ""
    assert (synonyms.no_one_place(f"{'online':<60}"), synonyms.no_one_place(f"{'online':<61}")) == (EMPTY, "")
    assert (synonyms.no_end(f"{'heden':<60}"), synonyms.no_end(f"{'heden':<61}")) == (EMPTY, "")
    assert synonyms.synonym("klaar", v.THEMAS) == synonyms.synonym("klaar", v.DEELNAME) == ""
