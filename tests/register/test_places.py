import pytest

from lrn.register.places import LATITUDES, LONGITUDES, degrees_value, municipality_value, region_value
from lrn.register.reading import Read


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


def test_latitude_and_longitude_the_other_way_round_are_recognised():
    read = degrees_value("4,49", LATITUDES, LONGITUDES)
    assert read.value is None
    assert "andersom" in read.remarks[0].suggestion


@pytest.mark.parametrize("text", ["Nederland", "Sassenheim"])
def test_a_far_name_is_not_suggested(text):
    assert municipality_value(text).remarks[0].suggestion == ""
