"""Every figure of a deck is that of ``cijfers``, and can be followed to its rows."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from urllib.parse import parse_qs, urlsplit

import pytest

from lrn import style, texts
from lrn import vocabulary as v
from lrn.export.slides import deck
from lrn.measures import overview
from lrn.measures.basis import key_figures_title
from lrn.measures.rows import evidence
from lrn.measures.summary import figures
from lrn.measures.themes import theme_label
from lrn.measures.trend import per_quarter
from lrn.selection import Selection, apply
from lrn.views.meetings import MEETINGS
from tests.export.slides.opened import (
    about,
    above,
    colour,
    drawn,
    everything,
    kept,
    link,
    opened,
    page,
    refers,
    rows,
    shape,
    titles,
    views,
)

DAY = date(2026, 10, 1)
LINK = "https://lrn.example/dashboard/kaart?regio=Midden-Holland&gebied=Leiden"  # of another view than the decks
SELECTIONS = {
    "hele netwerk": Selection(peildatum=DAY),
    "alles": Selection(),
    "twee plaatsen": Selection(peildatum=DAY, regio=("AM19", "GM0632")),
    "een gemeente": Selection(peildatum=DAY, gemeente=("GM0513",)),
    "op inhoud": Selection(peildatum=DAY, thema=("zorg", "klimaat"), netwerkthema=True),
}

FOLLOWED = replace(MEETINGS["netwerk"], scenes=("kerncijfers", "regiokaart", "gemeentekaart", "verantwoording"))
"""Of the views with links a few, where any of them will do."""


@pytest.fixture(scope="module", params=SELECTIONS.values(), ids=SELECTIONS)
def made(request, sample):
    """(selection, its figures, the deck)"""
    selection = request.param
    return selection, figures(sample, selection), opened(deck(sample, selection, link=LINK))


@pytest.fixture(scope="module")
def gouda(sample):
    """The deck of one municipality, without a link."""
    return opened(deck(sample, SELECTIONS["een gemeente"], link=""))


def amounts(found, name, key):
    return {row[key]: row["aantal"] for row in found[name]}


def test_the_key_figures(made, sample):
    selection, found, told = made
    slide = page(told, key_figures_title(selection))
    totals = overview.totals(apply(selection, sample))
    shown = {
        name: shape(slide, f"Kerncijfer {name}").text_frame.paragraphs[1].text
        for name in ("Activiteiten", "Partners", "Verbindingslijnen", "Op het netwerkthema")
    }
    assert shown == {
        "Activiteiten": str(found["activiteiten"]["actief"]),
        "Partners": str(totals.partners),
        "Verbindingslijnen": str(totals.verbindingslijnen),
        "Op het netwerkthema": str(found["netwerkthema"]["aantal"]),
    }


def test_the_key_figures_of_a_year_before(made, sample):
    selection, _, told = made
    card = shape(page(told, key_figures_title(selection)), "Kerncijfer Activiteiten").text_frame.text
    if selection.peildatum is None:
        assert "jaar eerder" not in card
    else:
        then = figures(sample, selection.on(date(2025, 10, 1)))["activiteiten"]["actief"]
        assert f"een jaar eerder {then} (" in card


def test_the_table_of_places(made):
    selection, found, told = made
    level = "gemeente" if selection.gemeente else "plaats"
    by_name = amounts(found, f"per_{level}", "naam")
    heading = "gemeente" if selection.gemeente else "regio"
    if selection.gemeente:
        wanted = ["Verschillende ingrediënten", "Verschillende thema's", "Verschillende colleges"]
        table = rows(page(told, key_figures_title(selection)), "Cijfers van Gouda naast het hele netwerk")
        assert [row[0] for row in table[1:]] == wanted  # what no card says
        return
    for name, amount, *_ in rows(page(told, key_figures_title(selection)), f"Cijfers per {heading}")[1:]:
        assert amount == str(by_name[name])


def test_the_chart_of_ingredients_and_the_workbook_in_it(made):
    _, found, told = made
    slide = page(told, "Activiteiten per ingrediënt")
    expected = {v.INGREDIENT[nr].label: n for nr, n in amounts(found, "per_ingredient", "nr").items()}
    assert drawn(slide, "Grafiek activiteiten per ingrediënt")["Activiteiten"] == expected
    head, *body = kept(slide, "Grafiek activiteiten per ingrediënt")
    assert head[:2] == ["Ingrediënt", "Activiteiten"]
    assert [name for name in head if name in ("Bij de staaf", "Vraag", "Voluit")] == ["Bij de staaf", "Vraag", "Voluit"]
    assert {row[0]: int(row[1]) for row in body} == expected
    assert refers(slide, "Grafiek activiteiten per ingrediënt")[:3] == [
        "Cijfers!$B$1",
        "Cijfers!$A$2:$A$12",
        "Cijfers!$B$2:$B$12",
    ]


def test_bars_of_a_selection_have_their_share_and_a_mark_at_that_of_the_network(sample, gouda, whole_deck):
    name = "Grafiek activiteiten per ingrediënt"
    slide = page(gouda, "Activiteiten per ingrediënt")
    here, everywhere = (figures(sample, each) for each in (SELECTIONS["een gemeente"], SELECTIONS["hele netwerk"]))
    total, of_all = (found["activiteiten"]["actief"] for found in (here, everywhere))
    counted, network = (amounts(found, "per_ingredient", "nr") for found in (here, everywhere))
    first, second = shape(slide, name).chart.plots
    marks = [pytest.approx(n / of_all * total, abs=0.005) for n in network.values()]
    assert [list(series.values) for series in first.series] == [list(counted.values()), marks]
    assert list(second.series[0].values) == marks
    assert {value > 0 for value in second.series[1].values} == {True}
    head, *body = kept(slide, name)
    words = [row[head.index("Bij de staaf")] for row in body]
    assert words == [f"{n} · {round(100 * n / total)}%" for n in counted.values()]
    drawn_words = [
        label for plot in (first,) for series in plot.series for label in series._element.xpath(".//a:fld/a:t")
    ]
    assert sorted(label.text for label in drawn_words) == sorted(words)  # each once, beside its bar or its mark
    assert shape(slide, "Legenda").text_frame.text == "aandeel in het hele netwerk"
    assert len(shape(page(whole_deck, "Activiteiten per ingrediënt"), name).chart.plots) == 1  # nothing to compare with


def test_the_chart_of_themes_has_the_netwerkthema_first(made):
    _, found, told = made
    slide = page(told, "Activiteiten per thema")
    chart = drawn(slide, "Grafiek activiteiten per thema")["Activiteiten"]
    expected = {theme_label(code): n for code, n in amounts(found, "per_thema", "thema").items()}
    assert chart == {"Arbeidsmarkttransities (netwerkthema)": found["netwerkthema"]["aantal"]} | expected
    assert next(iter(chart)).endswith("(netwerkthema)")
    assert {row[0]: int(row[1]) for row in kept(slide, "Grafiek activiteiten per thema")[1:]} == chart


def in_view(selection):
    return [code for code in v.PLAATSEN if not selection.regio or code in selection.regio]


def test_the_cross_tables(made):
    selection, found, told = made
    if selection.gemeente:
        return  # only the municipality has a column then: see below
    codes = in_view(selection)
    for title, figure, key, labels in (
        ("Ingrediënten per regio", "ingredient_x_plaats", "nr", [i.label for i in v.INGREDIENTEN]),
        ("Thema's per regio", "thema_x_plaats", "thema", [v.THEMAS.label(code) for code in v.THEMAS.codes]),
    ):
        head, *body = rows(page(told, title), f"Tabel {title.lower()}")
        first = 2 if key == "nr" else 1  # after the question and the name
        assert set(head[first:]) == {v.PLAATS_KORT[code] for code in v.PLAATSEN}  # what was not chosen stands beside
        places = [head.index(v.PLAATS_KORT[code]) for code in codes]
        cells = {(row[key], row["code"] or v.ZONDER): row["aantal"] for row in found[figure]}
        shown = {row[first - 1]: [row[place] for place in places] for row in body}
        keys = list(v.INGREDIENT) if key == "nr" else v.THEMAS.codes
        for value, label in zip(keys, labels, strict=True):
            assert shown[label] == [str(cells[value, code]) for code in codes]


def test_what_was_not_chosen_stands_beside_it_and_is_fainter(gouda):
    slide = page(gouda, "Thema's per gemeente")
    made = shape(slide, "Tabel thema's per gemeente").table
    head = [cell.text_frame.text for cell in made.rows[0].cells]
    assert set(head) == {"Thema", *(v.GEMEENTE[code].naam for code in v.SLEUTELGEMEENTEN)}
    strong = {head[n]: cell.text_frame.paragraphs[0].runs[0].font.bold for n, cell in enumerate(made.rows[0].cells)}
    assert [name for name, bold in strong.items() if bold] == ["Thema", "Gouda"]
    assert "Lichter: niet gekozen" in shape(slide, "Leeswijzer").text_frame.text


def scale(register, selection):
    """The classes on every map of a deck: of all regions and municipalities of the network, whichever was chosen."""
    found = figures(register, replace(selection, regio=(), gemeente=()))
    places = [n for code, n in amounts(found, "per_plaats", "code").items() if code in v.EIGEN_PLAATSEN]
    towns = amounts(found, "per_gemeente", "code").items()
    return style.count_breaks([*places, *(n for code, n in towns if v.place_of_municipality(code) in v.EIGEN_PLAATSEN)])


def test_the_regions_on_the_map(made, sample):
    selection, found, told = made
    if selection.gemeente:
        assert "Activiteiten per regio" not in views(told)  # its region has no figures then
        return
    slide = page(told, "Activiteiten per regio")
    by_code = amounts(found, "per_plaats", "code")
    within = [c for c in v.EIGEN_PLAATSEN if not selection.regio or c in selection.regio]
    breaks = scale(sample, selection)
    for code in v.EIGEN_PLAATSEN:
        area = shape(slide, v.PLAATS_NAMEN[code])
        if code in within:
            assert f": {by_code[code]} activiteit" in about(area)[1]
            assert colour(area) == next(b.colour for b in breaks if b.holds(by_code[code]))
        else:
            assert about(area)[1].endswith("niet gekozen")
            assert colour(area) == style.NOT_CHOSEN
    around = v.PLAATS_NAMEN[v.HAAGLANDEN]
    shown = not selection.regio or v.HAAGLANDEN in selection.regio
    grey = shape(slide, f"{around} (context)" if shown else around)
    assert colour(grey) == style.CONTEXT  # as the legend says of it, chosen or not


def test_the_municipalities_on_the_map(made, sample):
    selection, found, told = made
    if selection.regio or selection.gemeente:
        return
    slide = page(told, "Activiteiten per gemeente")
    by_code = amounts(found, "per_gemeente", "code")
    ours = [code for code in v.GEMEENTE if v.place_of_municipality(code) in v.EIGEN_PLAATSEN]
    breaks = scale(sample, selection)
    words = shape(slide, "Toelichting").text_frame.text.replace("\u00a0", " ")
    for code in ours:
        name = v.GEMEENTE[code].naam
        area = shape(slide, name)
        assert f": {by_code[code]} activiteit" in about(area)[1]
        assert colour(area) == next(b.colour for b in breaks if b.holds(by_code[code]))
        assert f"{name} {by_code[code]}" in words


def test_haaglanden_and_zuidplas_are_grey_context(whole_deck):
    for title, names in (
        ("Activiteiten per regio", ["Haaglanden", "Zuidplas"]),
        (
            "Activiteiten per gemeente",
            ["'s-Gravenhage", "Delft", "Midden-Delfland", "Rijswijk", "Westland", "Zuidplas"],
        ),
    ):
        for name in names:
            assert colour(shape(page(whole_deck, title), f"{name} (context)")) == style.CONTEXT


def test_the_pages_of_the_places(sample, whole_deck):
    everywhere = figures(sample, Selection(peildatum=DAY))["activiteiten"]["actief"]
    for code in v.EIGEN_PLAATSEN:
        name = v.PLAATS_NAMEN[code]
        slide = page(whole_deck, f"{name} in beeld")
        found = figures(sample, Selection(peildatum=DAY, regio=(code,)))
        ingredients = amounts(found, "per_ingredient", "nr")
        assert list(drawn(slide, "Grafiek activiteiten per ingrediënt")["Activiteiten"].values()) == list(
            ingredients.values()
        )
        themes = [found["netwerkthema"]["aantal"], *amounts(found, "per_thema", "thema").values()]
        assert list(drawn(slide, "Grafiek activiteiten per thema")["Activiteiten"].values()) == themes
        table = rows(slide, f"Cijfers van {v.PLAATS_KORT[code]} naast het hele netwerk")
        assert table[1] == ["Activiteiten", str(found["activiteiten"]["actief"]), str(everywhere)]
        for municipality, amount in amounts(found, "per_gemeente", "code").items():
            if v.place_of_municipality(municipality) == code:
                told = about(shape(slide, v.GEMEENTE[municipality].naam))[1]
                assert f": {amount} activiteit" in told
                in_class = next(b.colour for b in scale(sample, Selection(peildatum=DAY)) if b.holds(amount))
                assert colour(shape(slide, v.GEMEENTE[municipality].naam)) == in_class
        assert about(shape(slide, "Legenda: Activiteiten:"))[1] == "Activiteiten: 0, 1–2, 3–5, 6–10, 11–20, 21–50"


def test_what_is_said_of_elsewhere_is_in_the_chart_of_the_themes(whole_deck):
    """Nothing of it is in the place itself: so elsewhere is everywhere."""
    chart = drawn(page(whole_deck, "Activiteiten per thema"), "Grafiek activiteiten per thema")["Activiteiten"]
    by_theme = {name.lower(): amount for name, amount in chart.items()}
    said = set()
    for code in v.EIGEN_PLAATSEN:
        slide = page(whole_deck, f"{v.PLAATS_NAMEN[code]} in beeld")
        told = f"{shape(slide, 'Wat valt op').text_frame.text} {slide.notes_slide.notes_text_frame.text}"
        said |= set(re.findall(r"Rond (\S+) is in [^.]*\. Elders (?:lopen|loopt) er (\d+)", told))
    assert said
    for theme, amount in said:
        assert by_theme[theme] == int(amount)


@pytest.mark.parametrize("day", [date(2000, 1, 1), DAY])
def test_a_page_of_a_place_asks_after_a_theme_once(sample, day):
    told = opened(deck(sample, Selection(peildatum=day, regio=("GM0632",)), meeting=MEETINGS["regio-overleg"]))
    slide = page(told, "Woerden (Midden-Utrecht) in beeld")
    for text in (shape(slide, "Wat valt op").text_frame.text, slide.notes_slide.notes_text_frame.text):
        asked = re.findall(r"Rond (\S+) is in ", text)
        assert asked
        assert len(asked) == len(set(asked)), text


def test_questions_of_a_chosen_municipality_are_not_said_of_its_region(gouda):
    notes = page(gouda, "Gouda in beeld").notes_slide.notes_text_frame.text
    assert "Rond mobiliteit is in Gouda nog niets geregistreerd" in notes


def test_the_course_and_the_network(made, sample):
    selection, _, told = made
    slide = page(told, "Verloop per kwartaal")
    quarters, frame = drawn(slide, "Grafiek verloop per kwartaal"), per_quarter(sample, selection)
    amounts = dict(zip(frame["kwartaal"], frame["aantal"], strict=True))
    over = frame["voorbij"].any()
    day = texts.long_date(selection.peildatum or sample.checked_on)
    assert list(quarters) == (["nog actief", f"op {day} voorbij"] if over else ["actief"])
    assert {name: sum(part[name] for part in quarters.values()) for name in amounts} == amounts
    assert (f"Lichter: liep toen wel, en op {day} niet meer." in shape(slide, "Toelichting").text_frame.text) == over
    assert above(slide, "Grafiek verloop per kwartaal") == (amounts if over else {})
    if selection.peildatum:
        assert list(amounts.values())[-1] == figures(sample, selection)["activiteiten"]["actief"]
    slide = page(told, "Partners en verbindingslijnen")
    totals = overview.totals(apply(selection, sample))
    assert sum(drawn(slide, "Grafiek partners per soort")["Partners"].values()) == totals.partners
    lines = drawn(slide, "Grafiek verbindingslijnen per vorm")["Verbindingslijnen"]
    assert sum(lines.values()) == totals.verbindingslijnen
    assert shape(slide, "Kop partners per soort").text_frame.text.endswith(f": {totals.partners}")


def test_how_is_counted_is_told_of_the_level_in_view(made):
    selection, _, told = made
    defined = shape(page(told, "Zo is geteld"), "Definities").text_frame.text
    assert ("Gemeente: " in defined, "Regio: " in defined) == (bool(selection.gemeente), not selection.gemeente)


def selection_in(query):
    """What the filters of the dashboard make of the parameters of an address."""
    day = query.get("peildatum", [""])[0]
    assert (query.get("alles") == ["true"]) is not bool(day)
    places = {name: code for code, name in v.PLAATS_NAMEN.items()}
    themes = {v.THEMAS.label(code): code for code in v.THEMAS.codes}
    return Selection(
        peildatum=date.fromisoformat(day) if day else None,
        regio=tuple(places[name] for name in query.get("regio", [])),
        gemeente=tuple(g.code for g in v.GEMEENTEN if g.naam in query.get("gemeente", [])),
        thema=tuple(themes[name] for name in query.get("thema", [])),
        netwerkthema={"ja": True, "nee": False}.get(query.get("netwerkthema", [""])[0]),
    )


def test_figures_and_areas_lead_to_the_rows_they_count(made, sample):
    selection, _, told = made
    followed = 0
    for slide in told.slides:
        for found in everything(slide.shapes):
            if found.shape_type == 6 or found.is_placeholder or not hasattr(found, "click_action") or not link(found):
                continue
            address = urlsplit(link(found))
            assert address.path == "/dashboard/register"
            query = parse_qs(address.query)
            assert "gebied" not in query  # which is a choice of the page that the link was taken from
            asked, unknown = evidence.read(query.get("bewijs", []))
            assert not unknown
            there = selection_in(query)
            assert there == selection
            amount = evidence.amount(sample, there, asked)
            name, alt = about(found)
            assert f": {amount}" in alt, name
            followed += 1
    assert followed >= 4 + (not selection.gemeente)  # four figures, and an area where there is a map


def test_without_a_link_nothing_can_be_clicked(gouda):
    assert "hlinkClick" not in "".join(slide._element.xml for slide in gouda.slides)


@pytest.mark.parametrize(
    ("address", "meeting"),
    [
        ("javascript:alert(1)", MEETINGS["netwerk"]),
        ("file:///etc/passwd", FOLLOWED),
        ("lrn.example/kaart", FOLLOWED),
        ("\\\\server\\map", FOLLOWED),
    ],
)
def test_an_address_that_is_none_is_shown_and_not_followed(sample, address, meeting):
    told = opened(deck(sample, SELECTIONS["een gemeente"], link=address, meeting=meeting))
    assert "hlinkClick" not in "".join(slide._element.xml for slide in told.slides)
    assert address in shape(page(told, "Zo is geteld"), "Herkomst").text_frame.text


def test_a_municipality_is_called_by_its_own_name_everywhere(gouda):
    assert titles(gouda)[0].endswith(": Gouda")
    assert "Gouda in beeld" in views(gouda)
    names = [name for name in (*titles(gouda), *views(gouda)) if "Midden-Holland" in name]
    assert not names
    alts = [about(found)[1] for slide in gouda.slides for found in everything(slide.shapes)]
    assert not [alt for alt in alts if alt.startswith("Midden-Holland") and "activiteit" in alt]
    assert "Waddinxveen ligt ernaast" in alts


def test_a_place_page_names_what_its_map_leaves_out(whole_deck):
    """Of Holland Rijnland one is in Voorschoten by its own column, and some have no municipality."""
    slide = page(whole_deck, "Holland Rijnland in beeld")
    lines = shape(slide, "Naast de kaart").text_frame.text.split("\n")
    words = " ".join(line for line in lines if "inwoners" not in line)
    on_map, total, there, without = map(int, re.findall(r"\d+", words))
    drawn_on = [about(shape(slide, v.GEMEENTE[c].naam))[1] for c in v.GEMEENTE if v.GEMEENTE[c].regio == "AM19"]
    assert sum(int(re.search(r": (\d+) activiteit", alt)[1]) for alt in drawn_on) == on_map
    assert on_map + there + without == total
    assert "in Voorschoten" in words
