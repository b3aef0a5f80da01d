import pytest

from lrn import texts
from lrn.filters import FILTER, FILTERS, as_filter
from lrn.measures.rows.evidence import Evidence
from lrn.measures.rows.evidence import rows as evidence_rows
from lrn.selection import Selection


def test_these_are_among_the_filters_in_this_order():
    told = [
        ("regio", "Regio", "Alle regio's"),
        ("gemeente", "Gemeente", "Alle gemeenten"),
        ("college", "College", "Alle colleges"),
        ("thema", "Thema", "Alle thema's"),
        ("netwerkthema", "Netwerkthema", "Alle activiteiten"),
        ("ingredient", "Ingrediënt", "Alle ingrediënten"),
        ("vorm", "Verschijningsvorm", "Alle vormen"),
        ("status", "Status", "Alle statussen"),
    ]
    found = [(each.field, each.label, each.placeholder) for each in FILTERS]
    assert [each for each in found if each in told] == told
    assert [each.field for each in FILTERS if each.place] == ["regio", "gemeente"]


@pytest.mark.parametrize(
    ("value", "expected", "phrase"),
    [("", "A2", "verschijningsvorm niet ingevuld"), ("onbekend", "A3", "verschijningsvorm onbekend")],
)
def test_a_figure_of_a_column_can_count_what_nobody_can_choose(build_register, value, expected, phrase):
    rows = [
        ["ID", "Naam", "Verschijningsvorm"],
        ["A1", "Een", "livinglab"],
        ["A2", "Twee", ""],
        ["A3", "Drie", "feest"],
    ]
    counted = Evidence.of(vorm=value)
    assert list(evidence_rows(build_register({"Activiteiten": rows}), Selection(), counted)["id"]) == [expected]
    assert counted.phrases() == [phrase]
    assert FILTER["vorm"].read(value, FILTER["vorm"].options) is None


@pytest.mark.parametrize(
    ("field", "text", "code"),
    [
        ("regio", "AM19", "AM19"),
        ("regio", "holland rijnland", "AM19"),
        ("regio", "Woerden", "GM0632"),
        ("regio", "Elders", None),
        ("regio", "Midden-Utrecht", None),
        ("gemeente", "gm0518", "GM0518"),
        ("gemeente", "gem. Den Haag", "GM0518"),
        ("gemeente", "Utrecht", None),
        ("thema", "ZORG", "zorg"),
        ("thema", "arbeidsmarkttransities", None),
        ("netwerkthema", "Nee", False),
        ("netwerkthema", "ja", True),
        ("netwerkthema", "true", None),
        ("ingredient", "3", 3),
        ("ingredient", "3. niveaus", 3),
        ("ingredient", "Verschillende niveaus", 3),
        ("ingredient", "12", None),
        ("vorm", "pps", "pps"),
        ("status", "lopend", "actief"),
        ("status", "halverwege", None),
    ],
)
def test_an_option_is_meant_by_its_name_its_code_or_another_spelling(register, field, text, code):
    found = FILTER[field].read(text, FILTER[field].offered(register))
    assert (found, type(found)) == (code, type(code))


def test_a_college_is_offered_as_it_is_registered(register):
    college = FILTER["college"]
    assert college.offered(register) == ("Economie", "Techniek", "Zorg en Welzijn")
    assert college.read("ZORG EN WELZIJN", college.offered(register)) == "Zorg en Welzijn"


@pytest.mark.parametrize(
    ("field", "values", "expected"),
    [
        ("plaats", ("elders",), ["K05"]),
        ("plaats", ("zonder",), ["K07"]),
        ("gemeente", ("zonder", "GM1892"), ["K05", "K06", "K07"]),
        ("college", ("",), ["K04", "K07"]),
        ("college", ("", "Economie"), ["K04", "K07", "K09", "K10"]),
        ("thema", ("wonen", "arbeidsmarkttransities"), ["K01", "K02", "K03", "K04", "K06", "K08", "K10"]),
        ("netwerkthema", (True, False), [f"K{n:02}" for n in range(1, 11)]),
    ],
)
def test_a_figure_can_count_what_nobody_chooses(register, field, values, expected):
    by = next(each for each in FILTERS if each.condition == field)
    assert list(register.activiteiten.loc[by.holds(register, values), "id"]) == expected


@pytest.mark.parametrize(
    ("condition", "value", "said", "definition"),
    [
        ("plaats", "elders", "Elders", texts.DEFINITIONS["plaats"]),
        ("gemeente", "zonder", "zonder gemeente", texts.DEFINITIONS["gemeente"]),
        ("college", "", "zonder college", "Een activiteit telt bij het college dat in de kolom College staat."),
        ("thema", "arbeidsmarkttransities", "thema arbeidsmarkttransities", texts.DEFINITIONS["netwerkthema"]),
        ("thema", "onbekend", "thema onbekend", "Een activiteit met drie thema's staat bij elk daarvan."),
        ("netwerkthema", "nee", "buiten het netwerkthema", texts.DEFINITIONS["netwerkthema"]),
        ("status", "actief", "status actief", "Een activiteit telt bij de status die in de kolom Status staat."),
    ],
)
def test_a_figure_with_a_filter_as_its_condition_is_said_and_defined(condition, value, said, definition):
    evidence = Evidence.of(**{condition: value})
    assert (evidence.phrases(), evidence.definitions[-1]) == ([said], definition)


# ── A new one ────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("column", "values", "expected"),
    [
        ("niveaus", ("tactisch",), ["K01", "K06"]),
        ("niveaus", ("strategisch", "operationeel"), ["K01"]),
        ("vorm", ("pps", "hackathon"), ["K02", "K09"]),
        ("college", ("Techniek",), ["K02", "K05", "K08"]),
    ],
)
def test_a_filter_on_terms_or_names_needs_no_more_than_its_column(register, column, values, expected):
    by = as_filter(column, {"placeholder": "Alle", "several": True})
    assert list(register.activiteiten.loc[by.holds(register, values), "id"]) == expected
    assert set(values) <= set(by.offered(register))


def test_a_new_filter_is_said_in_the_words_of_its_column():
    by = as_filter("niveaus", {"placeholder": "Alle niveaus", "several": True, "label": "Niveau"})
    assert (by.label, by.name("tactisch"), by.say("tactisch")) == ("Niveau", "tactisch", "niveau tactisch")
    assert (by.content.format(by.brief("tactisch")), by.place) == ("met niveau tactisch", False)
    assert by.definition == "Een activiteit telt bij wat er in de kolom Niveaus staat."


@pytest.mark.parametrize(
    ("field", "said", "problem"),
    [
        ("provincie", {}, KeyError),
        ("locatie", {}, ValueError),
        ("contactpersoon", {}, ValueError),
        ("team", {"lable": "Team"}, TypeError),
    ],
)
def test_an_entry_that_lacks_something_fails_at_import(field, said, problem):
    with pytest.raises(problem):
        as_filter(field, {"placeholder": "Alle", "several": True, **said})


def test_filters_are_named_and_the_day_comes_first():
    with pytest.raises(TypeError):
        Selection(None, "jaar", ("AM19",))
    assert hash(Selection(thema=("zorg",))) == hash(Selection(thema=("zorg",)))
