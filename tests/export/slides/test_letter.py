"""Regio in beeld: one A4 about one place, with the figures of ``cijfers``."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from lrn import style
from lrn import vocabulary as v
from lrn.export.sender import Sender
from lrn.export.slides import PLACES, letter, letter_name
from lrn.measures.summary import figures
from lrn.selection import Selection
from tests.export.slides.conftest import SAMPLE_DAY
from tests.export.slides.opened import about, colour, drawn, opened, rows, shape, words

NOW = Selection(peildatum=SAMPLE_DAY)


def place_of(code):
    return {"regio": (code,)} if code in v.EIGEN_PLAATSEN else {"gemeente": (code,)}


def test_there_is_a_letter_for_each_region_and_each_municipality_in_it():
    assert len(PLACES) == len(set(PLACES)) == 3 + 1 + 12 + 6 + 4
    assert [letter_name(code) for code in PLACES[3:5]] == ["Woerden (Midden-Utrecht)", "Leiden"]


@pytest.fixture(scope="module", params=[*PLACES[:9], "GM0553"], ids=letter_name)
def made(request, sample):
    content = letter(sample, NOW, place=request.param, link="https://lrn.example/kaart?regio=Midden-Holland")
    return request.param, opened(content)


def test_it_is_one_standing_a4(made):
    _, told = made
    assert len(told.slides) == 1
    assert (told.slide_width / 360_000, told.slide_height / 360_000) == pytest.approx((21, 29.7))


def test_its_figures_are_those_of_the_place(made, sample):
    code, told = made
    slide = told.slides[0]
    found = figures(sample, replace(NOW, **place_of(code)))
    everywhere = figures(sample, NOW)
    table = shape(slide, f"Cijfers van {v.PLAATS_KORT.get(code, letter_name(code))} naast het hele netwerk").table
    cells = [[cell.text_frame.text for cell in row.cells] for row in table.rows]
    assert cells[1] == [
        "Activiteiten",
        str(found["activiteiten"]["actief"]),
        str(everywhere["activiteiten"]["actief"]),
    ]
    assert cells[3] == [
        "Op het netwerkthema",
        str(found["netwerkthema"]["aantal"]),
        str(everywhere["netwerkthema"]["aantal"]),
    ]
    ingredients = [row["aantal"] for row in found["per_ingredient"]]
    assert list(drawn(slide, "Grafiek activiteiten per ingrediënt")["Activiteiten"].values()) == ingredients
    themes = [found["netwerkthema"]["aantal"], *(row["aantal"] for row in found["per_thema"])]
    assert list(drawn(slide, "Grafiek activiteiten per thema")["Activiteiten"].values()) == themes
    then = figures(sample, replace(NOW, peildatum=date(2025, 10, 1), **place_of(code)))["activiteiten"]["actief"]
    assert f"Een jaar eerder (1 oktober 2025): {then} activiteit" in shape(slide, "Een jaar eerder").text_frame.text


def test_its_map_has_the_municipalities_of_the_place(made, sample):
    code, told = made
    slide = told.slides[0]
    inside = [code] if code in v.GEMEENTE else [c for c in v.GEMEENTE if v.place_of_municipality(c) == code]
    amounts = {row["code"]: row["aantal"] for row in figures(sample, replace(NOW, **place_of(code)))["per_gemeente"]}
    for municipality in inside:
        area = shape(slide, v.GEMEENTE[municipality].naam)
        assert f": {amounts[municipality]} activiteit" in about(area)[1]
        assert colour(area) in (*style.SEQUENCE, style.ZERO)


def test_it_asks_one_question_and_says_what_was_counted_and_the_source(made):
    _, told = made
    slide = told.slides[0]
    asked = shape(slide, "Nieuw en gevraagd").text_frame.text
    assert asked.count("Een vraag aan u:") == asked.count("?") == 1
    assert "Afzender" not in asked  # nobody is configured
    assert "Reageren" not in asked
    about_it = shape(slide, "Verantwoording").text_frame.text
    for word in ("Actief op de peildatum", "register.xlsx (voorbeelddata)", "CBS/Kadaster", "https://lrn.example/"):
        assert word in about_it
    assert "peildatum 1 oktober 2026" in shape(slide, "Ondertitel").text_frame.text


def test_a_place_without_activities_is_shown_what_is_alive_elsewhere(build_register):
    head = ["ID", "Naam", "Gemeente", "Ingrediënten", "Thema's"]
    register = build_register({"Activiteiten": [head, ["K1", "Lab", "Leiden", "1;2", "zorg"]]})
    slide = opened(letter(register, NOW, place="GM0632")).slides[0]
    assert "is hier in het register niets te vinden" in shape(slide, "Uitnodiging").text_frame.text
    assert shape(slide, "Kop activiteiten per thema").text_frame.text == "Activiteiten per thema, hele netwerk"
    assert drawn(slide, "Grafiek activiteiten per thema")["Activiteiten"]["Zorg"] == 1
    asked = shape(slide, "Nieuw en gevraagd").text_frame.text
    assert asked == "Een vraag aan u: In Woerden (Midden-Utrecht) is nog niets geregistreerd. Wie ziet hier een kans?"


def test_an_empty_register_gives_a_letter_too(build_register):
    register = build_register({"Activiteiten": [["ID", "Naam"]]})
    told = opened(letter(register, NOW, place="AM19"))
    assert not any(found.has_chart for found in told.slides[0].shapes)
    assert rows(told.slides[0], "Cijfers van Holland Rijnland naast het hele netwerk")[1] == ["Activiteiten", "0", "0"]


def test_filters_on_content_hold_and_those_on_place_make_way(sample):
    selection = Selection(peildatum=SAMPLE_DAY, regio=("AM19",), netwerkthema=True)
    told = opened(letter(sample, selection, place="AM20"))
    found = figures(sample, replace(selection, regio=("AM20",)))["activiteiten"]["actief"]
    everywhere = figures(sample, replace(selection, regio=()))["activiteiten"]["actief"]
    table = rows(told.slides[0], "Cijfers van Midden-Holland naast alle activiteiten op het netwerkthema")
    assert table[1] == ["Activiteiten", str(found), str(everywhere)]


def test_no_contact_details_are_in_it(register):
    told = words(opened(letter(register, Selection(), place="AM19")))
    assert "Noor Vos" not in told
    assert "@" not in told


def test_it_names_activities_and_partners_with_what_they_do_and_what_is_new(build_register):
    head = ["ID", "Naam", "Omschrijving", "Verschijningsvorm", "Gemeente", "Start"]
    activities = [[f"K{n}", f"Lab {n}", f"We doen {n}.", "Livinglab", "Gouda", f"0{n}-01-2026"] for n in range(1, 7)]
    old = ["K7", "Oud", "", "", "Gouda", "01-01-2020"]
    taken = [["Activiteit", "Partner", "Meerwaarde"], ["K1", "P1", "stageplekken"], ["K2", "P2", ""], ["K1", "P2", ""]]
    partners = [["ID", "Naam", "Soort"], ["P1", "De Bakker", "bedrijf"], ["P2", "Gemeente Gouda", "overheid"]]
    register = build_register({"Activiteiten": [head, *activities, old], "Partners": partners, "Deelnames": taken})
    slide = opened(letter(register, NOW, place="GM0513")).slides[0]
    happens = shape(slide, "Wat er gebeurt").text_frame.text.split("\n")
    assert happens[1] == "Lab 6 (livinglab): We doen 6."
    assert [line.split(" (")[0] for line in happens[1:-1]] == ["Lab 6", "Lab 5", "Lab 4", "Lab 3", "Lab 2"]
    assert happens[-1] == "En nog 2 activiteiten."
    assert shape(slide, "Wie er meedoen").text_frame.text.split("\n")[1:] == [
        "Gemeente Gouda (overheid, 2 activiteiten): doet mee in ‘Lab 2’",
        "De Bakker (bedrijf, 1 activiteit): stageplekken",
    ]
    new = shape(slide, "Nieuw en gevraagd").text_frame.text.split("\n")[0]
    assert new == "Nieuw sinds 1 oktober 2025: ‘Lab 6’, ‘Lab 5’, ‘Lab 4’ en nog 3."


def test_the_sender_and_reply_address_are_those_that_are_configured(sample):
    by = Sender("Kernteam van het netwerk", "lrn@voorbeeld.example")
    slide = opened(letter(sample, NOW, place="AM19", sender=by)).slides[0]
    told = shape(slide, "Nieuw en gevraagd").text_frame.text
    assert told.endswith("Afzender: Kernteam van het netwerk\nReageren: lrn@voorbeeld.example")
    assert "mailto:lrn@voorbeeld.example" in [rel.target_ref for rel in slide.part.rels.values() if rel.is_external]


@pytest.mark.parametrize(
    ("place", "asked"),
    [("GM0513", "peildatum=2026-10-01&gemeente=Gouda"), ("AM19", "peildatum=2026-10-01&regio=Holland+Rijnland")],
)
def test_its_link_opens_the_place_on_the_map(sample, place, asked):
    view = f"https://lrn.example/dashboard/presentatie?regio=Midden-Holland&{'beelden=titel&' * 40}alles=true"
    told = opened(letter(sample, replace(NOW, regio=("AM20",)), place=place, link=view))
    link = f"https://lrn.example/dashboard/kaart?{asked}"
    assert f"Link: {link}\n" in shape(told.slides[0], "Verantwoording").text_frame.text + "\n"
    followed = [e.target_ref for e in told.slides[0].part.rels.values() if e.reltype.endswith("/hyperlink")]
    assert link in followed
    # The others lead to what is not on the map.
    assert all("/dashboard/register?" in target for target in followed if target != link)


def test_only_an_address_can_be_followed(sample):
    told = opened(letter(sample, NOW, place="AM19", link="javascript:alert(1)"))
    assert "hlinkClick" not in told.slides[0]._element.xml
