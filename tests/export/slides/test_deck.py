"""What every deck keeps: names, alt texts, Dutch, no empty places, nothing that runs into something else."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, datetime
from itertools import combinations
from pathlib import Path

import pytest
from lxml import etree
from PIL import ImageFont
from pptx.enum.dml import MSO_FILL
from pptx.enum.shapes import MSO_SHAPE_TYPE, PP_PLACEHOLDER
from pptx.oxml.ns import qn

from lrn import style
from lrn import vocabulary as v
from lrn.export.slides import HouseStyle, charts, deck, letter
from lrn.export.slides.colours import contrast
from lrn.register.model import Source
from lrn.selection import Selection
from lrn.views.meetings import MEETINGS
from tests.conftest import PATIENCE
from tests.export.schema import needed, problems
from tests.export.slides.conftest import SAMPLE_DAY
from tests.export.slides.opened import about, colour, everything, opened, page, rows, shape, titles, view, views, words
from tests.typed import HOST, TEXTS

NOW = Selection(peildatum=SAMPLE_DAY)
LONG = "Samenwerkingsverband" * 9
HEAD = ["ID", "Naam", "Verschijningsvorm", "Gemeente", "College", "Status", "Ingrediënten", "Netwerkthema", "Thema's"]
COLLEGE = "College voor Zorg, Welzijn, Techniek en alle andere vakken die er in de hele regio maar te bedenken zijn"


@pytest.fixture(scope="module")
def long_names(build_register):
    """Forty activities with names that do not fit anywhere, in a workbook that is called so too."""
    names = [LONG, "Een heel lange naam van een activiteit die maar doorgaat " * 5, "Å" * 200, "名" * 120]
    places = ("Leidschendam-Voorburg", "Alphen aan den Rijn", "Bodegraven-Reeuwijk", "Woerden")
    activities = [
        [f"K{n}", f"{names[n % 4]} {n}", "PPS", places[n % 4], COLLEGE, "Voorbereiding", "1;2", "ja", "zorg"]
        for n in range(40)
    ]
    register = build_register({"Activiteiten": [HEAD, *activities]})
    return replace(register, source=replace(register.source, path=Path(f"{'register-van-het-netwerk-' * 9}.xlsx")))


@pytest.fixture(scope="module")
def one(build_register):
    return build_register({"Activiteiten": [HEAD, ["K1", "X", "", "Gouda", "", "", "1", "", ""]]})


@pytest.fixture(scope="module")
def many_decks(sample, whole, long_names, one, others_style):
    """Decks and letters of registers and selections that differ as much as can be."""
    chosen = Selection(
        peildatum=SAMPLE_DAY,
        college=(COLLEGE,),
        regio=v.KIESBARE_PLAATSEN,
        thema=("zorg", "wonen"),
        vorm=("pps", "civ"),
    )
    link = f"https://lrn.example/kaart?college={'x' * 900}"
    house = HouseStyle.read(others_style)
    return {
        "hele netwerk": whole,
        "lange namen": deck(long_names, chosen, meeting=MEETINGS["regio-overleg"], link=link),
        "een activiteit": deck(one, NOW),
        "lege plaats": deck(sample, replace(NOW, regio=("GM0632",), thema=("recreatie",))),
        "huisstijl": deck(sample, NOW, template=house, meeting=MEETINGS["regio-overleg"]),
        "brief": letter(sample, NOW, place="AM19"),
        "brief met lange namen": letter(long_names, chosen, place="GM1916", link=link),
        "brief over niets": letter(one, NOW, place="GM0546"),
        "brief in huisstijl": letter(sample, NOW, place="GM0632", template=house),
    }


@pytest.fixture(scope="module")
def opened_decks(many_decks):
    return {kind: opened(content) for kind, content in many_decks.items()}


def shapes(told):
    for slide in told.slides:
        yield from everything(slide.shapes)


# ── What every shape carries ─────────────────────────────────────────────────────────────────────────────────


def test_every_shape_has_a_name_and_an_alt_text(opened_decks):
    for kind, told in opened_decks.items():
        for found in shapes(told):
            name, alt = about(found)
            assert name, kind
            assert bool(alt) != is_decorative(found), (kind, name)
            assert not re.search(r"Placeholder|TextBox|Freeform|Group \d|Rectangle", name), (kind, name)
        for slide in told.slides:
            ids = slide._element.xpath(".//p:cNvPr/@id")
            assert len(ids) == len(set(ids)), kind


def is_decorative(found) -> bool:
    return bool(found._element.xpath("./*/p:cNvPr/a:extLst/a:ext/*[local-name()='decorative'][@val='1']"))


@needed
def test_every_deck_and_letter_follows_the_schema_of_office(many_decks):
    for kind, content in many_decks.items():
        assert problems(content, ".pptx") == [], kind


def test_it_says_by_what_and_whom_it_was_made(many_decks, opened_decks):
    for kind, content in many_decks.items():
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            about_it = parts.read("docProps/app.xml").decode()
        assert "<Application>Lerend Regionaal Netwerk</Application>" in about_it, kind
        assert f"<Slides>{len(opened_decks[kind].slides)}</Slides>" in about_it, kind
        assert opened_decks[kind].core_properties.title, kind


def test_it_is_read_aloud_as_it_is_looked_at(opened_decks):
    for kind in ("hele netwerk", "huisstijl"):
        for slide in opened_decks[kind].slides:
            order = [about(found)[0] for found in slide.shapes]
            assert order[0] == "Titel", kind
            assert order.index("Ondertitel") == 1, (kind, order)
            cards = [n for n, name in enumerate(order) if name.startswith("Kerncijfer ")]
            tables = [n for n, name in enumerate(order) if name.startswith("Cijfers per ")]
            assert not cards or max(cards) < min(tables), kind


def test_figures_in_charts_have_dutch_points_whatever_the_viewer_has_set(opened_decks):
    for told in opened_decks.values():
        for found in shapes(told):
            if found.has_chart:
                codes = {
                    e.get("formatCode") or e.text
                    for e in found.chart._chartSpace.iter(qn("c:numFmt"), qn("c:formatCode"))
                }
                assert codes - {"General"} <= {charts.FIGURE, charts.FIGURE_BUT_ZERO}


def test_what_was_not_chosen_and_a_zero_can_be_told_apart_on_paper(sample):
    told = opened(
        deck(
            sample,
            replace(NOW, regio=("AM34",), thema=("zorg",)),
            meeting=replace(MEETINGS["netwerk"], scenes=("gemeentekaart",)),
        )
    )
    areas = {about(found)[1]: found for found in shapes(told) if found.shape_type == MSO_SHAPE_TYPE.FREEFORM}
    (zero, *_) = [found for alt, found in areas.items() if alt.endswith(": 0 activiteiten")]
    (other, *_) = [
        found
        for alt, found in areas.items()
        if alt.endswith(": niet gekozen") and "Haaglanden" not in alt and found.fill.type == MSO_FILL.PATTERNED
    ]
    edge = f"#{zero.line.color.rgb}"
    assert min(contrast(edge, colour(zero)), contrast(edge, "#FFFFFF")) >= 3
    stripes, ground = f"#{other.fill.fore_color.rgb}", f"#{other.fill.back_color.rgb}"
    assert min(contrast(stripes, colour(zero)), contrast(stripes, "#FFFFFF")) >= 3
    assert contrast(ground, style.INK) >= 4.5


def test_a_text_says_as_its_alt_text_what_it_is_about(opened_decks):
    for kind, told in opened_decks.items():
        for found in shapes(told):
            name, alt = about(found)
            if found.has_text_frame and found.text_frame.text:
                assert alt != name or found.text_frame.text == name, (kind, name)


def test_a_label_on_a_map_names_its_area_and_says_its_figure(opened_decks):
    names = {g.naam for g in v.GEMEENTEN} | set(v.PLAATS_NAMEN.values())
    for kind, told in opened_decks.items():
        for slide in told.slides:
            labels = [about(found) for found in everything(slide.shapes) if about(found)[0].startswith("Label ")]
            assert len({name for name, _ in labels}) == len(labels), kind
            for name, alt in labels:
                area = name.removeprefix("Label ")
                assert area in names
                beside = ("ligt ernaast", "niet gekozen")
                assert re.fullmatch(rf"{re.escape(area)}(: \d+ activiteit(en)?| {beside[0]}|: {beside[1]})", alt), alt


def test_every_key_municipality_has_its_figure_on_the_map_in_any_style(opened_decks, sample, others_style):
    alone = replace(MEETINGS["netwerk"], scenes=("gemeentekaart",))
    narrow = opened(deck(sample, NOW, template=HouseStyle.read(others_style), meeting=alone))
    for told in (opened_decks["hele netwerk"], narrow):
        slide = page(told, "Activiteiten per gemeente")
        for code in v.SLEUTELGEMEENTEN:
            name = v.GEMEENTE[code].naam
            amount = re.search(r": (\d+) ", about(shape(slide, name))[1])[1]
            assert shape(slide, f"Label {name}").text_frame.text.split()[-1] == amount


def test_a_key_municipality_with_a_figure_has_its_name_too_on_every_map(opened_decks):
    keys = {v.GEMEENTE[code].naam for code in v.SLEUTELGEMEENTEN}
    seen = set()
    for kind, told in opened_decks.items():
        for slide in told.slides:
            for found in everything(slide.shapes):
                name, alt = about(found)
                if (area := name.removeprefix("Label ")) in keys and area != name and re.search(r"\d", alt):
                    words = found.text_frame.text.replace("-\n", "-").split()
                    assert " ".join(words[:-1]) == area, (kind, alt)
                    seen.add(area)
    assert seen == keys


def test_the_key_figures_are_of_one_size(opened_decks, sample, others_style, tmp_path):
    with zipfile.ZipFile(others_style) as archive, zipfile.ZipFile(tmp_path / "h.pptx", "w") as made:
        for name in archive.namelist():
            made.writestr(name, archive.read(name).replace(b"Calibri", b"Verdana"))
    wide_letters = HouseStyle.read(tmp_path / "h.pptx")
    alone = replace(MEETINGS["netwerk"], scenes=("kerncijfers",))
    for told in (opened_decks["hele netwerk"], opened(deck(sample, NOW, template=wide_letters, meeting=alone))):
        slide = page(told, "Hoe het netwerk ervoor staat")
        cards = [found for found in slide.shapes if about(found)[0].startswith("Kerncijfer ")]
        assert len(cards) == 4
        assert len({card.text_frame.paragraphs[1].runs[0].font.size for card in cards}) == 1


def test_no_placeholder_is_left_empty(opened_decks):
    for kind, told in opened_decks.items():
        for slide in told.slides:
            for place in slide.placeholders:
                assert place.has_chart or place.has_table or place.text_frame.text.strip(), (kind, about(place))
            for place in slide.notes_slide.placeholders:
                picture = place.placeholder_format.type == PP_PLACEHOLDER.SLIDE_IMAGE
                assert picture or place.text_frame.text.strip(), kind


def test_placeholders_are_used(whole_deck):
    kinds = [{place.placeholder_format.type for place in slide.placeholders} for slide in whole_deck.slides]
    standing = {PP_PLACEHOLDER.DATE, PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER}
    assert {PP_PLACEHOLDER.CENTER_TITLE, PP_PLACEHOLDER.SUBTITLE} | standing == kinds[0]
    assert all({PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.BODY} | standing <= found for found in kinds[1:])
    assert {PP_PLACEHOLDER.CHART, PP_PLACEHOLDER.TABLE, PP_PLACEHOLDER.OBJECT} <= set.union(*kinds)


def test_the_pages_are_numbered_and_say_of_when_they_are(whole_deck):
    for number, slide in enumerate(whole_deck.slides, start=1):
        fields = slide._element.xpath(".//a:fld[@type='slidenum']/a:t")
        assert [field.text for field in fields] == [str(number)]
        foot = shape(slide, "Voettekst").text_frame.text
        assert foot == "Lerend Regionaal Netwerk · peildatum 1 oktober 2026 · register.xlsx (voorbeelddata)"
        assert shape(slide, "Datum").text_frame.text.startswith("gemaakt op ")


def texts_without_dutch(content):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist():
            if not re.match(r"ppt/(slides|notesSlides|charts|slideLayouts|slideMasters|notesMasters)/[^/]+\.xml", name):
                continue
            root = etree.fromstring(archive.read(name))
            for run in root.iter(qn("a:r"), qn("a:fld")):
                properties = run.find(qn("a:rPr"))
                if properties is None or properties.get("lang") != "nl-NL":
                    yield name, "".join(run.itertext())
            for properties in root.iter(qn("a:endParaRPr"), qn("a:defRPr")):
                if properties.get("lang") != "nl-NL":
                    yield name, etree.tostring(properties)


def test_every_text_is_said_to_be_dutch(many_decks):
    for kind, content in many_decks.items():
        assert list(texts_without_dutch(content)) == [], kind
        assert opened(content).core_properties.language == "nl-NL"


def test_nothing_in_our_own_style_is_english(whole):
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        parts = "".join(archive.read(n).decode() for n in archive.namelist() if n.endswith(".xml") and "embed" not in n)
    assert not re.findall(r"Click to|[Tt]itle style|Second level|Placeholder \d|Sheet1", parts)


def test_notes_say_what_to_tell_and_how_it_was_counted(whole_deck):
    for slide in whole_deck.slides:
        assert slide.notes_slide.notes_text_frame.text.startswith("Wat u kunt vertellen\n")
    notes = page(whole_deck, "Activiteiten per thema").notes_slide.notes_text_frame.text
    assert "Zo is geteld" in notes
    assert "is niet exclusief" in notes
    assert "met drie thema's telt bij elk daarvan" in notes


def test_charts_are_charts_that_open_with_their_figures(whole_deck):
    charts = [found for slide in whole_deck.slides for found in slide.shapes if found.has_chart]
    assert len(charts) == 5 + 2 * 4
    for found in charts:
        assert found.chart.part.chart_workbook.xlsx_part.blob[:2] == b"PK"
        space = found.chart._chartSpace
        assert space.xpath("c:externalData")
        assert space.xpath("c:lang/@val") == ["nl-NL"]
        assert set(space.xpath(".//c:tickLblSkip/@val")) == {"1"}


def test_regions_and_municipalities_are_shapes_of_their_own(whole_deck):
    for title, names in (
        ("Activiteiten per regio", [v.PLAATS_NAMEN[code] for code in v.EIGEN_PLAATSEN]),
        (
            "Activiteiten per gemeente",
            [g.naam for g in v.GEMEENTEN if v.place_of_municipality(g.code) in v.EIGEN_PLAATSEN],
        ),
    ):
        for name in names:
            geometry = shape(page(whole_deck, title), name)._element.spPr.find(qn("a:custGeom"))
            assert len(geometry.xpath(".//a:lnTo")) > 3, name
            assert geometry.xpath(".//a:close"), name


def test_chart_fonts_and_colours_follow_the_theme(whole_deck):
    chart = shape(page(whole_deck, "Activiteiten per thema"), "Grafiek activiteiten per thema").chart
    assert chart._chartSpace.xpath("c:chart//c:ser/c:spPr//a:schemeClr/@val") == ["accent1"]
    assert not chart._chartSpace.xpath("c:chart//c:ser//a:srgbClr")


# ── Room ─────────────────────────────────────────────────────────────────────────────────────────────────────


def sides(found):
    return found.left, found.top, found.left + found.width, found.top + found.height


def meets(a, b):
    slack = 3000  # a quarter of a point, for rounding
    return a[0] < b[2] - slack and b[0] < a[2] - slack and a[1] < b[3] - slack and b[1] < a[3] - slack


def test_everything_is_on_the_page(opened_decks):
    for kind, told in opened_decks.items():
        for slide in told.slides:
            for found in slide.shapes:
                left, top, right, bottom = sides(found)
                assert left >= 0, (kind, about(found))
                assert top >= 0, (kind, about(found))
                assert right <= told.slide_width, (kind, about(found))
                assert bottom <= told.slide_height, (kind, about(found))


def test_nothing_lies_on_something_else(opened_decks):
    for kind, told in opened_decks.items():
        for slide in told.slides:
            # A line between two groups of bars runs through the chart on purpose.
            found = [(about(each)[0], sides(each)) for each in slide.shapes if about(each)[0] != "Scheiding"]
            for (one, here), (other, there) in combinations(found, 2):
                assert not meets(here, there), (kind, one, other)


def test_labels_on_a_map_stand_clear_of_each_other(opened_decks):
    for kind, told in opened_decks.items():
        for slide in told.slides:
            found = [(about(each)[0], each) for each in everything(slide.shapes)]
            labels = [(name, sides(each)) for name, each in found if name.startswith("Label ")]
            for (one, here), (other, there) in combinations(labels, 2):
                assert not meets(here, there), (kind, one, other)


LIBERATION = Path("/usr/share/fonts/truetype/liberation")


def lines_of(text, font, room):
    """The lines that *text* takes, as a word processor breaks it."""
    amount, line = 1, ""
    for word in re.split(r"(?<= )|(?<=\w-)(?=\w)", text):
        if font.getlength((line + word).rstrip()) <= room:
            line += word
            continue
        amount += bool(line)
        line = ""
        for char in word:
            if line and font.getlength(line + char) > room:
                amount += 1
                line = ""
            line += char
    return amount


@pytest.mark.skipif(not LIBERATION.exists(), reason="the Liberation fonts, as wide as Arial, are not installed")
def test_words_fit_in_their_place_with_a_real_font(opened_decks):
    fonts = {
        (size, bold): ImageFont.truetype(str(LIBERATION / f"LiberationSans-{'Bold' if bold else 'Regular'}.ttf"), size)
        for size in range(60, 480, 5)
        for bold in (False, True)
    }
    seen = 0
    for kind, told in opened_decks.items():
        if "huisstijl" in kind:
            continue  # in a font of their own
        for found in shapes(told):
            if not found.has_text_frame or not found.text_frame.text:
                continue
            high = 0.0
            for paragraph in found.text_frame.paragraphs:
                runs = [run for run in paragraph.runs if run.font.size]
                if not runs:
                    continue
                size = runs[0].font.size.pt
                font = fonts[round(size * 2) * 5, bool(runs[0].font.bold)]
                properties = paragraph._p.pPr
                indent = 0 if properties is None else int(properties.get("marL", 0))
                room = (found.width - indent) / 1270  # the fonts are ten times as large, to measure exactly
                lines = lines_of("".join(run.text for run in runs), font, room)
                high += lines * size * 1.17 + (paragraph.space_after.pt if paragraph.space_after else 0)
            last = found.text_frame.paragraphs[-1].space_after
            high -= last.pt if last else 0
            assert high <= found.height / 12700 + 1, (kind, about(found)[0], found.text_frame.text[:60])
            seen += bool(high)
    assert seen > 200


# ── What stands in it ────────────────────────────────────────────────────────────────────────────────────────


def test_the_whole_network_is_told_in_about_fifteen_pages(whole_deck):
    assert len(shape(whole_deck.slides[1], "Tekst").text_frame.paragraphs) == 6  # five sentences, and what is asked
    assert views(whole_deck) == [
        "Lerend Regionaal Netwerk",
        "In één oogopslag",
        "Hoe het netwerk ervoor staat",
        "Activiteiten per regio",
        "Activiteiten per gemeente",
        "Activiteiten per ingrediënt",
        "Ingrediënten per regio",
        "Activiteiten per thema",
        "Thema's per regio",
        "Verloop per kwartaal",
        "Partners en verbindingslijnen",
        "Soorten partners per regio",
        "Het netwerk",
        "Ontbrekende lijnen",
        "Holland Rijnland in beeld",
        "Zuid-Holland Centraal in beeld",
        "Midden-Holland in beeld",
        "Woerden (Midden-Utrecht) in beeld",
        "Wat er nog niet is",
        "Zo is geteld",
    ]


def test_the_slides_are_wide(whole_deck):
    assert whole_deck.slide_width / whole_deck.slide_height == pytest.approx(16 / 9)


@pytest.mark.parametrize("meeting", MEETINGS.values(), ids=MEETINGS)
def test_a_meeting_gets_its_own_row_of_pages(register, meeting):
    seen = []
    content = deck(
        register,
        Selection(peildatum=date(2026, 10, 1), regio=("AM19",)),
        meeting=meeting,
        progress=lambda done, total, label: seen.append((done, total, label)),
    )
    told = opened(content)
    by_region = "regiokaart" in meeting.scenes  # one place: its own page is there, or comes instead
    pages = len(meeting.scenes) - (by_region and "plaatsen" in meeting.scenes)
    assert len(told.slides) == pages
    assert any(name.endswith(" in beeld") for name in views(told)) == (by_region or "plaatsen" in meeting.scenes)
    why = "Niet in deze presentatie, omdat het hier niets zegt: kaart van de regio's (alleen Holland Rijnland is gekozen)."
    assert (why in told.slides[0].notes_slide.notes_text_frame.text) == by_region
    assert [done for done, _, _ in seen] == list(range(pages + 1))
    assert {total for _, total, _ in seen} == {pages}
    assert all(label for _, _, label in seen)
    summary = shape(page(told, "In één oogopslag"), "Tekst").text_frame.paragraphs
    assert len(summary) == 5  # of one activity four things can be said; and what is asked
    assert all(asked in summary[-1].text for asked in meeting.asks)
    if meeting.key != "netwerk":
        assert meeting.name in shape(told.slides[0], "Ondertitel").text_frame.text


def test_a_selection_of_one_place_is_named_on_the_title_page(register):
    told = opened(deck(register, Selection(regio=("GM0632",)), meeting=MEETINGS["cvb"]))
    assert titles(told)[0] == "Lerend Regionaal Netwerk: Woerden (Midden-Utrecht)"


def test_the_last_page_tells_where_it_comes_from(whole_deck):
    told = shape(whole_deck.slides[-1], "Herkomst").text_frame.text
    for line in (
        "Selectie: Hele netwerk",
        "Peildatum: 1 oktober 2026",
        "Register: register.xlsx (voorbeelddata)",
        "Stand van: ",
        "Link: https://lrn.example/kaart?peildatum=2026-10-01",
        "Kaart: Grenzen: CBS/Kadaster",
    ):
        assert line in told
    definitions = shape(whole_deck.slides[-1], "Definities").text_frame.text
    for word in ("Actief op de peildatum:", "Woerden staat apart", "werkblad Deelnames", "geen checklist"):
        assert word in definitions


def test_a_selection_without_activities_is_an_invitation(opened_decks):
    told = opened_decks["lege plaats"]
    assert titles(told)[1:] == ["Geen activiteiten in deze selectie", "Zo is geteld"]
    assert "Wie ziet hier een kans?" in shape(told.slides[1], "Tekst").text_frame.text


def test_a_place_without_activities_is_an_invitation(opened_decks):
    slide = page(opened_decks["een activiteit"], "Woerden (Midden-Utrecht) in beeld")
    assert "Wie ziet hier een kans?" in shape(slide, "Uitnodiging").text_frame.text
    assert not any(found.has_chart for found in slide.shapes)
    assert rows(slide, "Cijfers van Woerden naast het hele netwerk")[1] == ["Activiteiten", "0", "1"]


def test_shares_of_few_activities_are_not_given(opened_decks):
    told = opened_decks["een activiteit"]
    assert "%" not in words(told)
    assert "1 activiteit, te weinig voor percentages" in words(told)


def test_texts_stand_as_typed_and_lead_nowhere(build_register):
    activities = [[f"K{n}", name, "", "Gouda", "", "", "1", "ja", "zorg"] for n, name in enumerate(TEXTS)]
    content = deck(
        build_register({"Activiteiten": [HEAD, *activities]}), Selection(), meeting=MEETINGS["regio-overleg"]
    )
    listed = {row[0] for row in rows(page(opened(content), "De activiteiten zelf"), "Lijst van activiteiten")[1:]}
    assert len(listed) > 5
    assert listed <= {" ".join(text.split()) for text in TEXTS}
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert not [
            name for name in archive.namelist() if name.endswith(".rels") and HOST.encode() in archive.read(name)
        ]


def test_text_from_the_workbook_is_text(build_register):
    names = [
        "=1+1",
        "\x0b\x07piep",
        "_x0007_",
        "<a:t>",
        "a\ud800b",
        "regel\neen",
        "bel 06 1234 5678 of noor@voorbeeld.nl",
    ]
    activities = [[f"K{n}", name, "", "Gouda", "", "", "1", "ja", "zorg"] for n, name in enumerate(names)]
    register = build_register({"Activiteiten": [HEAD, *activities]})
    register = replace(register, source=Source(Path("=register noor@voorbeeld.nl.xlsx"), "1", register.source.modified))
    content = deck(register, Selection(), meeting=MEETINGS["regio-overleg"])
    told = opened(content)
    listed = {row[0] for row in rows(page(told, "De activiteiten zelf"), "Lijst van activiteiten")[1:]}
    assert listed == {
        "=1+1",
        "piep",
        "_x0007_",
        "<a:t>",
        "a\ufffdb",  # as the register is kept
        "regel een",
        "bel [telefoonnummer] of [e-mailadres]",
    }
    assert "noor@" not in words(told)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist():
            if name.endswith(".xlsx"):
                with zipfile.ZipFile(io.BytesIO(archive.read(name))) as book:
                    assert b"<f>" not in book.read("xl/worksheets/sheet1.xml")


def test_no_contact_details_are_in_it(register):
    content = deck(register, Selection(), meeting=MEETINGS["regio-overleg"])
    everything_in_it = words(opened(content))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        raw = b"".join(archive.read(name) for name in archive.namelist())
    for private in ("Noor Vos", "noor@voorbeeld.nl"):
        assert private not in everything_in_it
        assert private.encode() not in raw


def test_the_list_of_activities_begins_with_the_latest_and_goes_on_on_next_slides(sample, register):
    told = opened(deck(sample, NOW, meeting=MEETINGS["college"]))
    slides = [slide for slide in told.slides if view(slide) == "De activiteiten zelf"]
    assert len(slides) == 4
    assert all(slide.shapes.title.text_frame.text.endswith("(vervolg)") for slide in slides[1:])
    assert "De 44 die het laatst begonnen, van de 89 activiteiten" in shape(slides[0], "Ondertitel").text_frame.text
    listed = [row for slide in slides for row in rows(slide, "Lijst van activiteiten")[1:]]
    starts = [datetime.strptime(row[1], "%d-%m-%Y") for row in listed]
    assert starts == sorted(starts, reverse=True)
    few = opened(deck(register, Selection(peildatum=date(2026, 10, 1)), meeting=MEETINGS["college"]))
    listed = [row[:2] for row in rows(page(few, "De activiteiten zelf"), "Lijst van activiteiten")[1:]]
    assert listed[0] == ["Zorgnetwerk", "01-04-2026"]
    assert listed[4:] == [["Zorglab Leiden", "01-02-2024"], ["Overleg met de koepels", ""], ["Losse kennisdeling", ""]]


def test_the_last_page_names_the_rows_that_count_nowhere(build_register):
    one = ["K1", "Zorglab", "PPS", "Gouda", "", "", "1", "", ""]
    wrong = build_register({"Activiteiten": [HEAD, one, one]})
    told = shape(opened(deck(wrong, Selection())).slides[-1], "Herkomst").text_frame.text
    assert "Telt niet mee: Activiteiten rij 3. Waarom" in told
    right = shape(
        opened(deck(build_register({"Activiteiten": [HEAD, one]}), Selection())).slides[-1], "Herkomst"
    ).text_frame.text
    assert "Telt niet mee" not in right


def test_two_decks_at_once_do_not_mix(sample, register):
    asked = [(sample, NOW), (register, Selection(regio=("AM19",)))]
    seen = [[], []]

    def make(number):
        tell = lambda done, total, label: seen[number].append((done, total))  # noqa: E731
        content = deck(*asked[number], meeting=MEETINGS["3o-overleg"], progress=tell)
        return re.sub(r"gemaakt op .*|\d\d:\d\d", "", words(opened(content)))

    alone = [make(0), make(1)]
    with ThreadPoolExecutor(2) as pool:
        together = list(pool.map(make, (0, 1)))
    assert together == alone
    assert alone[0] != alone[1]
    assert [sorted(each) for each in seen] == [sorted(2 * [(n, 8) for n in range(9)])] * 2


# ── LibreOffice ──────────────────────────────────────────────────────────────────────────────────────────────


def test_libreoffice_shows_every_page_and_a_letter_on_one(whole, tmp_path, sample):
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice (soffice) is not installed")
    (tmp_path / "deck.pptx").write_bytes(whole)
    (tmp_path / "brief.pptx").write_bytes(letter(sample, NOW, place="AM20"))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(tmp_path / "deck.pptx"), str(tmp_path / "brief.pptx")], check=True, timeout=PATIENCE)
    if not (tmp_path / "deck.pdf").exists():
        pytest.skip("LibreOffice here cannot open slides (libreoffice-impress is not installed)")
    pages = {
        name: len(re.findall(rb"/Type\s*/Page\b", (tmp_path / f"{name}.pdf").read_bytes()))
        for name in ("deck", "brief")
    }
    assert pages == {"deck": 20, "brief": 1}
