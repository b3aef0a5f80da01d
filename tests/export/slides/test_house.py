"""The house style of others is used as far as it goes; what cannot be used is said in one sentence."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.oxml import parse_xml

from lrn import style
from lrn.export.slides import HouseStyle, HouseStyleError, deck, from_environment, house_version, letter
from lrn.export.slides.colours import contrast
from lrn.export.slides.fit import width
from lrn.selection import Selection
from lrn.views.meetings import MEETINGS
from tests.export.slides.opened import about, colour, everything, opened, page, shape, titles
from tests.export.slides.styles import ODD, as_libreoffice_saves, odd_style

ALL = Selection()


def without_layouts(path, keep, target):
    """The file with only the layouts for which *keep* holds."""
    made = Presentation(str(path))
    for slide in list(made.slides._sldIdLst):
        made.part.drop_rel(slide.rId)
        made.slides._sldIdLst.remove(slide)
    for layout in list(made.slide_layouts):
        if not keep({place.placeholder_format.type for place in layout.placeholders}):
            made.slide_layouts.remove(layout)
    made.save(str(target))
    return target


@pytest.fixture(scope="module")
def made(register, others_style):
    return opened(deck(register, ALL, template=HouseStyle.read(others_style), meeting=MEETINGS["regio-overleg"]))


def test_its_master_and_layouts_are_used_and_its_slides_are_not(made, others_style):
    theirs = Presentation(str(others_style))
    assert made.slide_width == theirs.slide_width
    assert [layout.name for layout in made.slide_layouts] == [layout.name for layout in theirs.slide_layouts]
    assert "Een oude dia" not in titles(made)
    used = [slide.slide_layout.name for slide in made.slides]
    assert used[0] == "Title Slide"
    assert set(used[1:]) == {"Title Only", "Title and Content"}


def test_its_colours_are_used(made, register):
    assert HouseStyle.ours().colour(style.SEQUENCE[0]) == style.SEQUENCE[0]
    areas = [found for found in everything(page(made, "Activiteiten per gemeente").shapes) if found.shape_type == 5]
    ours = {colour(found) for found in areas if about(found)[0] in ("Leiden", "Zoetermeer", "Gouda")}
    assert ours
    assert not ours & set(style.SEQUENCE)
    chart = shape(page(made, "Holland Rijnland in beeld"), "Grafiek activiteiten per ingrediënt").chart
    assert chart._chartSpace.xpath("c:chart//c:ser/c:spPr//a:schemeClr/@val") == ["accent1"]


def test_what_stands_on_every_page_goes_where_the_house_style_has_it(made):
    for slide in made.slides:
        kinds = {place.placeholder_format.type for place in slide.placeholders}
        assert {PP_PLACEHOLDER.DATE, PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER} <= kinds


@pytest.mark.parametrize("accent", ["#000000", "#FFFFFF", "#7A1F5C", "#F2C400", "#00FF00", "#808080"])
def test_ink_can_be_read_on_every_class_of_every_accent(accent, tmp_path, others_style):
    text = Path(others_style).read_bytes()
    with zipfile.ZipFile(io.BytesIO(text)) as archive, zipfile.ZipFile(tmp_path / "h.pptx", "w") as made:
        for name in archive.namelist():
            made.writestr(name, archive.read(name).replace(b"7A1F5C", accent.lstrip("#").encode()))
    house = HouseStyle.read(tmp_path / "h.pptx")
    assert house.accent == accent
    found = [house.colour(ours) for ours in style.SEQUENCE]
    assert all(contrast(tint, style.INK) >= 4.5 for tint in found)
    assert contrast(house.on_accent(), accent) >= 4  # on a middle grey neither white nor ink has more
    assert len(set(found)) == 5
    assert house.colour(style.ZERO) == style.ZERO


def test_contrast_is_that_of_wcag():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_a_potx_serves_as_well(tmp_path, others_style, register):
    path = tmp_path / "huisstijl.potx"
    with zipfile.ZipFile(others_style) as archive, zipfile.ZipFile(path, "w") as made:
        for name in archive.namelist():
            content = archive.read(name)
            if name == "[Content_Types].xml":
                content = content.replace(b"presentation.main+xml", b"template.main+xml")
            made.writestr(name, content)
    made = opened(deck(register, ALL, template=HouseStyle.read(path), meeting=MEETINGS["3o-overleg"]))
    assert made.slides[0].slide_layout.name == "Title Slide"


def test_sections_and_shows_of_old_slides_are_gone(tmp_path, others_style, register):
    theirs = Presentation(str(others_style))
    ns = 'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
    theirs.part._element.append(
        parse_xml(f'<p:extLst {ns}><p:ext uri="{{521415D9-36F7-43E2-AB2F-B90AF26B5E84}}"/></p:extLst>')
    )
    theirs.save(str(tmp_path / "h.pptx"))
    made = opened(deck(register, ALL, template=HouseStyle.read(tmp_path / "h.pptx"), meeting=MEETINGS["3o-overleg"]))
    assert not made.part._element.xpath("./p:extLst")


@pytest.mark.parametrize(
    "keep",
    [
        lambda kinds: PP_PLACEHOLDER.SUBTITLE in kinds or PP_PLACEHOLDER.TITLE in kinds,
        lambda kinds: PP_PLACEHOLDER.SUBTITLE in kinds or kinds >= {PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.OBJECT},
        lambda kinds: PP_PLACEHOLDER.SUBTITLE in kinds or PP_PLACEHOLDER.PICTURE in kinds,
    ],
    ids=["alles", "alleen met inhoud", "alleen met een afbeelding"],
)
def test_few_layouts_are_enough(tmp_path, others_style, register, keep):
    path = without_layouts(others_style, keep, tmp_path / "h.pptx")
    made = opened(deck(register, ALL, template=HouseStyle.read(path)))
    assert len([title for title in titles(made) if not title.endswith("(vervolg)")]) == 20
    for slide in made.slides:
        for place in slide.placeholders:
            assert place.has_chart or place.has_table or place.text_frame.text


def test_the_letter_takes_its_colours_and_fonts_and_stays_an_a4(register, others_style):
    made = opened(letter(register, ALL, place="AM19", template=HouseStyle.read(others_style)))
    assert (made.slide_width, made.slide_height) == (7_560_000, 10_692_000)
    house = HouseStyle.read(others_style).letter()
    assert house.accent == "#7A1F5C"
    assert house.theme.minor == "Calibri"


def test_letters_of_unknown_width_get_more_room(tmp_path, others_style):
    assert HouseStyle.ours().stretch == 1
    assert HouseStyle.read(others_style).stretch == 1  # Calibri
    with zipfile.ZipFile(others_style) as archive, zipfile.ZipFile(tmp_path / "h.pptx", "w") as made:
        for name in archive.namelist():
            made.writestr(name, archive.read(name).replace(b"Calibri", b"Verdana"))
    assert HouseStyle.read(tmp_path / "h.pptx").stretch > 1.1


# ── What is odd and can be used ──────────────────────────────────────────────────────────────────────────────


def crossed(slide: Any) -> list[str]:
    """What stands in the title of a slide, by its name."""
    title = slide.shapes.title
    return [
        about(other)[0]
        for other in slide.shapes
        if other.shape_id != title.shape_id
        and other.left < title.left + title.width
        and title.left < other.left + other.width
        and other.top < title.top + title.height
        and title.top < other.top + other.height
    ]


@pytest.fixture(scope="module", params=[*ODD, "LibreOffice", "titel in het midden, LibreOffice"])
def odd(request, tmp_path_factory, others_style, register):
    """A deck in a house style that is odd."""
    path = tmp_path_factory.mktemp("vreemd") / "stijl.pptx"
    name, _, saved_by = request.param.rpartition(", ")
    if saved_by in ODD:
        odd_style(saved_by, path)
    else:
        source = odd_style(name, path.with_name("bron.pptx")) if name else others_style
        as_libreoffice_saves(source, path)
    return deck(register, ALL, template=HouseStyle.read(path))


def test_nothing_stands_in_a_title_or_off_the_page(odd):
    made = opened(odd)
    assert len(made.slides) >= 17
    for slide in made.slides:
        assert crossed(slide) == [], slide.shapes.title.text_frame.text
        for found in slide.shapes:
            assert found.left >= 0 <= found.top
            assert found.left + found.width <= made.slide_width
            assert found.top + found.height <= made.slide_height


def test_every_place_is_filled_with_what_it_is_for(odd):
    for slide in opened(odd).slides:
        first = [place for place in slide.placeholders if place.placeholder_format.type in (1, 3)]
        assert len(first) == 1
        for place in slide.placeholders:
            assert place.has_chart or place.has_table or place.text_frame.text


def test_a_deck_says_once_who_made_it(odd):
    with zipfile.ZipFile(io.BytesIO(odd)) as archive:
        names = archive.namelist()
        assert len(names) == len(set(names))
        assert archive.read("_rels/.rels").count(b"core-properties") == 1
    assert opened(odd).core_properties.language == "nl-NL"


def test_what_does_not_fit_goes_on_on_a_next_slide(tmp_path, register):
    ours = opened(deck(register, ALL))
    made = opened(deck(register, ALL, template=HouseStyle.read(odd_style("hoge titel", tmp_path / "h.pptx"))))
    told = [slide for slide in made.slides if slide.shapes.title.text_frame.text.startswith("Geteld: ")]
    (title, goes_on) = (slide.shapes.title.text_frame.text for slide in told)
    assert goes_on == f"{title} (vervolg)"
    said = [
        paragraph.text
        for slide in told
        for found in slide.shapes
        if found.has_text_frame
        for paragraph in found.text_frame.paragraphs
    ]
    definitions = shape(page(ours, "Zo is geteld"), "Definities").text_frame.paragraphs
    assert len(definitions) > 5
    assert {paragraph.text for paragraph in definitions} <= set(said)
    assert not any(text.endswith("…") for text in said)
    assert told[1].notes_slide.notes_text_frame.text.splitlines()[1] == "Vervolg van de vorige dia."


def test_a_narrow_title_breaks_no_word(tmp_path, register):
    house = HouseStyle.read(odd_style("titel links", tmp_path / "h.pptx"))
    made = opened(deck(register, ALL, template=house))
    for slide in made.slides:
        title = slide.shapes.title
        (run,) = title.text_frame.paragraphs[0].runs
        size = run.font.size.pt if run.font.size else 44
        words = title.text_frame.text.split()
        assert max(width(word, size, bold=True) for word in words) <= title.width / 12700 - 2 * 7.2 or size == 14


# ── What cannot be used ──────────────────────────────────────────────────────────────────────────────────────


def zipped(path, **parts):
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (lambda path: None, "is niet gevonden"),
        (lambda path: path.write_bytes(b""), "kan niet worden geopend"),
        (lambda path: path.write_bytes(b"geen zip"), "kan niet worden geopend"),
        (lambda path: path.mkdir(), "kan niet worden geopend"),
        (lambda path: zipped(path, **{"hallo.txt": "wereld"}), "kan niet worden geopend"),
        (lambda path: zipped(path, **{"[Content_Types].xml": "<Types"}), "kan niet worden geopend"),
    ],
)
def test_a_file_that_does_not_open_gives_one_sentence_and_its_cause_is_logged(
    tmp_path, make, sentence, monkeypatch, caplog
):
    path = tmp_path / "huisstijl.pptx"
    caplog.set_level("INFO", "lrn")
    make(path)
    with pytest.raises(HouseStyleError, match=sentence):
        HouseStyle.read(path)
    monkeypatch.setenv("LRN_SJABLOON", str(path))
    style_, problem = from_environment()
    assert style_ is None
    assert problem.startswith("Het sjabloon “huisstijl.pptx”")
    assert problem.endswith("De dia's krijgen ons eigen ontwerp.")
    assert str(tmp_path) not in problem
    assert [bool(record.exc_info) for record in caplog.records] == ([True, True] if path.exists() else [])


@pytest.mark.parametrize(
    ("keep", "missing"),
    [
        (lambda kinds: PP_PLACEHOLDER.SUBTITLE not in kinds, "een titel en een ondertitel"),
        (lambda kinds: PP_PLACEHOLDER.TITLE not in kinds, "een titel boven de dia"),
    ],
)
def test_a_file_without_a_layout_with_a_title_gives_one_sentence(tmp_path, others_style, keep, missing):
    path = without_layouts(others_style, keep, tmp_path / "h.pptx")
    with pytest.raises(HouseStyleError, match=missing):
        HouseStyle.read(path)


def test_the_environment_names_the_house_style(monkeypatch, others_style):
    monkeypatch.delenv("LRN_SJABLOON", raising=False)
    assert from_environment() == (None, "")
    before = house_version()
    monkeypatch.setenv("LRN_SJABLOON", f'"{others_style}"')
    found, problem = from_environment()
    assert problem == ""
    assert found is not None
    assert not found.own
    assert house_version() != before
