import pytest

from lrn import vocabulary as v
from lrn.register.values.places import (
    LATITUDES,
    LONGITUDES,
    all_degrees,
    degrees_value,
    municipality_value,
    region_value,
)
from lrn.register.values.remark import Read


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Leiden", "GM0546"),
        ("LEIDEN ", "GM0546"),
        ("Gemeente Leiden", "GM0546"),
        ("gem. Leiden", "GM0546"),
        ("gem.Leiden", "GM0546"),
        ("  leiden\n", "GM0546"),
        ("Alphen aan den Rijn", "GM0484"),
        ("Alphen aan de Rijn", "GM0484"),
        ("alphen a/d rijn", "GM0484"),
        ("Den Haag", "GM0518"),
        ("The Hague", "GM0518"),
        ("'s-Gravenhage", "GM0518"),
        ("’s-Gravenhage", "GM0518"),
        ("s Gravenhage", "GM0518"),
        ("Gemeente Den Haag", "GM0518"),
        ("Leidschendam", "GM1916"),
        ("Voorburg", "GM1916"),
        ("Leidschendam - Voorburg", "GM1916"),
        ("Kaag & Braassem", "GM1884"),
        ("Woerden", "GM0632"),
        ("Zuidplas", "GM1892"),
        ("Utrecht", "elders:Utrecht"),
        ("gemeente Amsterdam", "elders:Amsterdam"),
        ("Súdwest-Fryslân", "elders:Súdwest-Fryslân"),
        ("sudwest fryslan", "elders:Súdwest-Fryslân"),
        ("", None),
    ],
)
def test_a_municipality_lands_on_its_code(text, code):
    assert municipality_value(text) == Read(code)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Zoetemeer", "Zoetermeer"),
        ("Goud", "Gouda"),
        ("Leidn", "Leiden"),
        ("Alphen ann den Rijn", "Alphen aan den Rijn"),
        ("Bodegraven-Reewijk", "Bodegraven-Reeuwijk"),
        ("Leidschendam-Voorbrug", "Leidschendam-Voorburg"),
        ("gemeente Wadinxveen", "Waddinxveen"),
        ("Qxzwv", ""),
    ],
)
def test_a_misspelt_municipality_is_onbekend_with_the_likely_name(text, meant):
    read = municipality_value(text)
    assert read.value == "onbekend"
    assert [r.suggestion for r in read.remarks] == [meant]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Holland Rijnland", "AM19"),
        ("holland-rijnland", "AM19"),
        ("Arbeidsmarktregio Holland Rijnland", "AM19"),
        ("AM19", "AM19"),
        ("Regio Zuid-Holland Centraal", "AM34"),
        ("Midden Holland", "AM20"),
        ("Haaglanden", "AM21"),
        ("Woerden", "GM0632"),
        ("Midden-Utrecht", "AM13"),
        ("Rijnmond", "AM22"),
        ("Drechtsteden", "elders:Drechtsteden"),
    ],
)
def test_a_region_lands_on_its_code(text, code):
    assert region_value(text) == Read(code)


def test_a_municipality_in_the_column_of_regions_points_at_its_region():
    read = region_value("Zoetermeer")
    assert read.value == "onbekend"
    assert [r.suggestion for r in read.remarks] == ["Zuid-Holland Centraal"]


@pytest.mark.parametrize(("text", "value"), [("52.16", 52.16), ("52,16", 52.16), (" 52 ", 52.0), ("", None)])
def test_degrees_are_read_with_point_and_comma(text, value):
    assert degrees_value(text, LATITUDES, LONGITUDES) == Read(value)


@pytest.mark.parametrize("text", ["noord", "521600", "-52,1", "nan", "inf", "1e400", "52.1.2"])
def test_degrees_that_are_none_or_abroad_are_named(text):
    read = degrees_value(text, LATITUDES, LONGITUDES)
    assert read.value is None
    assert len(read.remarks) == 1


@pytest.mark.parametrize(
    ("text", "bounds", "value"),
    [
        ("50,5", LATITUDES, 50.5),
        ("50,4999", LATITUDES, None),
        ("53,8", LATITUDES, 53.8),
        ("53,8001", LATITUDES, None),
        ("3.2", LONGITUDES, 3.2),
        ("3.1999", LONGITUDES, None),
        ("7.4", LONGITUDES, 7.4),
        ("7.4001", LONGITUDES, None),
    ],
)
def test_the_bounds_of_the_country_are_within_it(text, bounds, value):
    other = LONGITUDES if bounds is LATITUDES else LATITUDES
    assert degrees_value(text, bounds, other).value == value
    assert all_degrees([text.replace(",", ".")], bounds) == (None if value is None else [value])


def test_of_degrees_it_is_said_what_fits_here():
    messages = [degrees_value(text, LONGITUDES, LATITUDES).remarks[0].message for text in ("oost", "8", "50,5", "53,8")]
    assert messages == [
        "“oost” is geen coördinaat in graden: hier past een getal van 3,2 tot 7,4",
        "“8” ligt buiten Nederland: hier past een getal van 3,2 tot 7,4",
        "“50,5” ligt buiten Nederland",  # it is a latitude: said of both cells
        "“53,8” ligt buiten Nederland",
    ]


def test_all_degrees_of_a_column_are_those_of_its_cells():
    assert all_degrees(["52.1", "", "52"], LATITUDES) == [52.1, None, 52.0]
    assert all_degrees(["", ""], LATITUDES) == [None, None]
    for odd in ("oost", "nan", "inf", "4.5"):
        assert all_degrees(["52.1", odd, "52"], LATITUDES) is None
        assert all_degrees([odd, "52.1"], LATITUDES) is None


def test_latitude_and_longitude_the_other_way_round_are_recognised():
    read = degrees_value("4,49", LATITUDES, LONGITUDES)
    assert read.value is None
    assert "andersom" in read.remarks[0].suggestion


@pytest.mark.parametrize("text", ["Nederland", "Marsland", "Bergen op Zand"])
def test_a_far_name_is_not_suggested(text):
    assert municipality_value(text).remarks[0].suggestion == ""


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Voorhout", "GM1525"),
        ("Naaldwijk", "GM1783"),
        ("Zwammerdam", "GM0484"),
        ("Haastrecht", "GM1931"),
        ("Stompwijk", "GM1916"),
        ("Harmelen", "GM0632"),
        ("Moordrecht", "GM1892"),
        ("Hazerswoude Dorp", "GM0484"),
        ("'s Gravenzande", "GM1783"),
        ("Scheveningen", "GM0518"),
        ("Rijnwoude", "GM0484"),
        ("gemeente Alkemade", "GM1884"),
        ("Liemeer", "GM0569"),
        ("Zevenhuizen-Moerkapelle", "GM1892"),
        ("Nederlek", "GM1931"),
        ("Oostburg", "elders:Sluis"),
        ("Millingen aan de Rijn", "elders:Berg en Dal"),
        ("Buitenkaag", "elders:Haarlemmermeer"),
        ("Hekendorp", "elders:Oudewater"),  # was of Driebruggen, of which the rest is now Bodegraven-Reeuwijk
        ("Weesp", "elders:Amsterdam"),
        ("Bergen", "elders:Bergen"),  # in Noord-Holland or in Limburg, and not with us
    ],
)
def test_a_village_or_a_former_municipality_lands_on_the_municipality_of_today(text, code):
    assert municipality_value(text) == Read(code)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Nieuwerkerk a/d IJssel", "GM1892"),
        ("Krimpen a.d. Lek", "GM1931"),
        ("Ouderkerk ad IJssel", "GM1931"),
        ("Leiden (ZH)", "GM0546"),
        ("Leiden, Zuid-Holland", "GM0546"),
        ("Woerden (U)", "GM0632"),
        ("Leiden Noord", "GM0546"),
        ("Den Haag-Zuidwest", "GM0518"),
        ("2312 BK Leiden", "GM0546"),
        ("Valkenburg (ZH)", "GM0537"),
        ("Zevenhuizen (ZH)", "GM1892"),
        ("Den Hoorn, ZH", "GM1842"),
        ("Katwijk aan Zee", "GM0537"),
        ("Katwijk (NB)", "elders:Land van Cuijk"),
        ("Rijswijk (GLD)", "elders:Buren"),
        ("Bergen (NH)", "elders:Bergen (NH.)"),
    ],
)
def test_a_place_is_understood_as_people_write_it(text, code):
    assert municipality_value(text) == Read(code)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Zevenhuizen", "Zuidplas of Westerkwartier"),
        ("Den Hoorn", "Midden-Delfland of Texel"),
        ("Valkenburg", "Katwijk of Valkenburg aan de Geul"),
        ("Meije", "Nieuwkoop, Bodegraven-Reeuwijk of Woerden"),
        ("Krimpen", "Krimpenerwaard of Krimpen aan den IJssel"),
    ],
)
def test_a_name_that_two_places_have_leads_to_none_and_says_which_it_can_be(text, named):
    read = municipality_value(text)
    assert read.value == "onbekend"
    (remark,) = read.remarks
    assert remark.message == f"“{text}” kan in {named} liggen: noem de gemeente"
    assert remark.suggestion == ""


@pytest.mark.parametrize("text", ["Rijswijk", "Katwijk", "Noordwijk"])
def test_a_municipality_goes_before_a_village_of_its_name(text):
    assert municipality_value(text).value in v.GEMEENTE


@pytest.mark.parametrize("text", ["Leiden (NB)", "Leiden en Leiderdorp", "Leiden/Gouda", "Zoetermeer (Limburg)"])
def test_what_says_more_than_one_name_is_not_read_as_if_it_did_not(text):
    assert municipality_value(text).value == "onbekend"
    assert municipality_value(text).remarks[0].suggestion == ""


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("GM0546", "GM0546"),
        ("gm546", "GM0546"),
        ("GM 0546", "GM0546"),
        ("0546", "GM0546"),
        ("546", "GM0546"),
        ("GM0363", "elders:Amsterdam"),
        ("363", "elders:Amsterdam"),
        ("GM0003", "elders:Eemsdelta"),  # Appingedam
        ("GM0643", "GM1931"),  # Nederlek
    ],
)
def test_codes_of_cbs_are_known_with_and_without_letters_and_zeros(text, code):
    assert municipality_value(text) == Read(code)


@pytest.mark.parametrize("text", ["GM9999", "9999", "GM 54600", "PV28", "WK0546"])
def test_a_code_that_is_not_known_gets_no_look_alike(text):
    read = municipality_value(text)
    (remark,) = read.remarks
    assert read.value == "onbekend"
    assert remark.message == f"“{text}” is geen code van een gemeente: vul de naam in"
    assert remark.suggestion == ""


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("AM19", "AM19"),
        ("am 19", "AM19"),
        ("19", "AM19"),
        ("AM01", "elders:Groningen"),
        ("AM1", "elders:Groningen"),
        ("AM02", "elders"),
        ("AM35", "elders"),
        ("35", "elders"),
    ],
)
def test_the_codes_of_all_regions_are_known(text, value):
    assert region_value(text) == Read(value)


@pytest.mark.parametrize("text", ["AM36", "AM00", "36", "0", "AM190"])
def test_a_code_of_no_region_gets_no_look_alike(text):
    read = region_value(text)
    assert read.value == "onbekend"
    assert [remark.suggestion for remark in read.remarks] == [""]


@pytest.mark.parametrize(
    ("text", "said", "region"),
    [
        ("Zoetermeer", "“Zoetermeer” is een gemeente, geen arbeidsmarktregio", "Zuid-Holland Centraal"),
        ("Voorhout", "“Voorhout” is een plaats in Teylingen, geen arbeidsmarktregio", "Holland Rijnland"),
        ("GM0546", "“GM0546” is een gemeente, geen arbeidsmarktregio", "Holland Rijnland"),
        ("Amsterdam", "“Amsterdam” is een gemeente, geen arbeidsmarktregio", "Elders"),
    ],
)
def test_a_place_in_the_column_of_regions_is_told_what_it_is(text, said, region):
    (remark,) = region_value(text).remarks
    assert (remark.message, remark.suggestion) == (said, region)


@pytest.mark.parametrize(
    ("text", "name"), [("regio Leiden", "Leiden"), ("Regio Gouda", "Gouda"), ("regio Utrecht", "Utrecht")]
)
def test_the_region_of_a_municipality_is_read_as_that_and_said(text, name):
    read = municipality_value(text)
    assert read == Read(municipality_value(name).value, read.remarks)
    assert [(r.rule.severity, r.message) for r in read.remarks] == [
        ("opmerking", f"“{text}” lezen we als de gemeente {name}; is een regio bedoeld?")
    ]


@pytest.mark.parametrize("text", ["gemeente Leiden", "Regiohuis", "Leiden"])
def test_of_a_municipality_by_its_name_nothing_is_said_of_a_region(text):
    assert not any("regio bedoeld" in remark.message for remark in municipality_value(text).remarks)
