"""Ingrediënten, part by part: each figure is its evidence, and empty and few are said in words."""

from __future__ import annotations

import re
from datetime import date

import pytest

from lrn import texts
from lrn import vocabulary as v
from lrn.measures import combinations, specialisation, support
from lrn.measures.places import Area
from lrn.measures.rows.evidence import Evidence, amount, rows
from lrn.register.load import SAMPLE, load
from lrn.selection import Selection, apply
from lrn.ui.parts import choices
from lrn.views import area_charts, charts
from tests.drawn import charts_on, figure_on
from tests.pages.conftest import words

DAY = date(2026, 11, 23)
NOW = {"peildatum": DAY.isoformat()}
PARTS = choices.INGREDIENT_PARTS


@pytest.fixture(scope="module")
def sample():
    return load(SAMPLE, today=DAY)


def plain(at) -> str:
    return words(at).replace("\\", "").replace("**", "")


def buttons(at, label):
    return [button for button in at.button if button.label == label]


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize(
    "query", [{}, {"kies_ingredient": "6. Leren", "kies_plaats": "Midden-Holland"}], ids=["", "leren"]
)
def test_every_part_opens_from_a_link(open_page, part, query):
    at = open_page("ingredienten", **NOW, kijk=PARTS[part], **query)
    assert "peildatum 23 november 2026" in words(at)
    assert len(at.header) >= 1
    assert at.selectbox(key="kies_ingredient").value == (6 if query else None)


@pytest.mark.parametrize("part", PARTS)
def test_every_part_of_one_activity_says_what_there_is(open_page, make_register, part):
    rows = [["ID", "Naam", "Gemeente"], ["A1", "Een", "Leiden"]]
    at = open_page(
        "ingredienten", make_register({"Activiteiten": rows}), kijk=PARTS[part], kies_plaats="Holland Rijnland"
    )
    assert plain(at)


# ── Accent ───────────────────────────────────────────────────────────────────────────────────────────────────


def accent_page(open_page, **query):
    return open_page("ingredienten", **NOW, kijk=PARTS["accent"], **query)


@pytest.mark.parametrize("place", [*v.REGIOS, v.WOERDEN])
def test_an_accent_shows_the_figures_of_the_measure_and_each_is_its_evidence(open_page, sample, place):
    at = accent_page(open_page, kies_plaats=v.PLAATS_NAMEN[place])
    frame = specialisation.accents(sample, Selection(peildatum=DAY), plaats=place)
    dots = figure_on(at, "accent")["data"][1]
    assert dots["customdata"] == list(frame["nr"])
    assert dots["x"] == pytest.approx(list(frame["verschil"] * 100))
    for row in frame.to_dict("records"):
        for column, counts in area_charts.accent_of(Area("plaats", place), Selection()).evidence.items():
            assert amount(sample, Selection(peildatum=DAY), counts(row)) == row[column]
    top = specialisation.strongest_accents(frame, 1).to_dict("records")[0]
    more = "vaker" if top["verschil"] > 0 else "minder vaak"
    assert f"‘{top['kort']}’ wordt hier {more} genoemd dan in het hele netwerk: bij {top['aantal']} van de" in plain(at)


def test_an_accent_has_its_figures_as_a_table(open_page, sample):
    at = accent_page(open_page, kies_plaats="Midden-Holland")
    at.session_state["accent_tabel"] = True
    at.run()
    table = next(t.value for t in at.dataframe if t.proto.alt.startswith("Cijfers: Accent van Midden-Holland"))
    frame = specialisation.accents(sample, Selection(peildatum=DAY), plaats="AM20")
    assert list(table["Verschil (procentpunten)"]) == [texts.points(share) for share in frame["verschil"]]
    assert list(table["Hele netwerk"]) == list(frame["aantal_netwerk"])


def test_the_only_region_in_the_sidebar_is_the_place(open_page):
    at = accent_page(open_page, regio="Midden-Holland")
    assert "Accent van Midden-Holland" in plain(at)
    at = accent_page(open_page, regio=["Midden-Holland", "Holland Rijnland"])
    assert "Accent per regio" in plain(at)


def test_a_place_with_few_activities_is_silent_and_says_why(open_page, sample):
    there = rows(sample, Selection(peildatum=DAY), Evidence.of(plaats="AM21"))
    assert 0 < len(there) < texts.FEW
    at = accent_page(open_page, kies_plaats="Haaglanden")
    assert at.info[0].proto.title == "Te weinig voor een accent"
    assert f"In Haaglanden tellen {len(there)} activiteiten mee" in at.info[0].value
    assert not charts_on(at)
    assert sorted(at.dataframe[0].value["naam"]) == sorted(there["naam"])


def test_a_place_that_has_everything_has_nothing_to_lie_beside(open_page, make_register):
    rows = [["ID", "Naam", "Gemeente"], *([f"A{n}", "x", "Leiden"] for n in range(6))]
    at = open_page(
        "ingredienten", make_register({"Activiteiten": rows}), kijk=PARTS["accent"], kies_plaats="Holland Rijnland"
    )
    assert at.info[0].proto.title == "Geen accent te zien"


def test_without_a_place_each_tells_its_accent_and_can_be_chosen(open_page, sample):
    at = accent_page(open_page)
    frame = specialisation.accents(sample, Selection(peildatum=DAY), plaats=v.WOERDEN)
    low = frame.iloc[frame["verschil"].argmin()]
    assert f"Minder vaak: {low['kort']} ({low['aantal']} van {low['totaal']}, in het hele netwerk" in plain(at)
    assert "te weinig om van een accent te spreken" in plain(at)  # Haaglanden
    buttons(at, "Woerden (Midden-Utrecht)")[0].click().run()
    assert "Accent van Woerden (Midden-Utrecht)" in plain(at)


def test_an_ingredient_of_a_place_shows_its_activities_whatever_the_filters_on_place(open_page, sample):
    at = accent_page(open_page, regio="Holland Rijnland", kies_plaats="Midden-Holland", kies_ingredient="6. Leren")
    there = rows(sample, Selection(peildatum=DAY), Evidence.of(plaats="AM20", ingredient=6))
    assert list(at.dataframe[-1].value["naam"]) == list(there["naam"])
    everywhere = amount(sample, Selection(peildatum=DAY), Evidence.of(ingredient=6))
    assert f"Bekijk de {everywhere} activiteiten in het hele netwerk" in [x.proto.label for x in at.get("page_link")]


# ── Gerechten ────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("size", choices.COMBINATION_SIZES)
def test_dishes_are_readable_rows_that_open_their_activities(open_page, sample, size):
    at = open_page("ingredienten", **NOW, kijk=PARTS["gerechten"], grootte=choices.COMBINATION_SIZES[size])
    found = combinations.combinations(apply(Selection(peildatum=DAY), sample)).set_index("nrs")
    radio = at.radio(key="gerecht")
    captions = list(radio.proto.captions)
    assert 1 <= len(radio.options) <= 6
    known = {combinations.label(nrs): nrs for nrs in found.index}
    for label, caption in zip(radio.options, captions, strict=True):
        dish = found.loc[[known[label]]].iloc[0]
        more = dish["aantal"] - int(dish["verwacht"] + 0.5)
        assert caption.startswith(f"{dish['aantal']} activiteiten, {more} meer dan toeval zou geven. ")
        assert dish["voorbeelden"][0].split()[0] in caption.replace("\\", "")
    first = known[radio.options[0]]
    radio.set_value(first).run()
    table = at.dataframe[-1].value
    assert len(table) == found.loc[[first], "aantal"].iloc[0]
    named = sample.ingredienten.groupby("activiteit")["nr"].agg(set)
    ids = sample.activiteiten.set_index("naam").loc[table["naam"], "id"]
    assert all(set(first) <= named[identity] for identity in ids)


def test_dishes_can_be_asked_for_with_an_ingredient(open_page):
    at = open_page("ingredienten", **NOW, kijk=PARTS["gerechten"], kies_ingredient="3. Niveaus")
    assert all("Niveaus" in label for label in at.radio(key="gerecht").options)


def test_a_link_opens_a_dish(open_page):
    dish = open_page("ingredienten", **NOW, kijk=PARTS["gerechten"]).radio(key="gerecht").options[2]
    at = open_page("ingredienten", **NOW, kijk=PARTS["gerechten"], gerecht=dish)
    assert f"{dish}: " in plain(at)


def test_all_dishes_stand_in_a_table_one_click_away(open_page, sample):
    at = open_page("ingredienten", **NOW, kijk=PARTS["gerechten"])
    at.session_state["gerechten_tabel"] = True
    at.run()
    found = combinations.combinations(apply(Selection(peildatum=DAY), sample))
    table = next(t.value for t in at.dataframe if t.proto.alt.startswith("Cijfers: "))
    assert list(table["Activiteiten"]) == list(found.loc[found["nrs"].map(len) == 2, "aantal"])


def test_no_dish_is_said_in_words(open_page, make_register):
    rows = [["ID", "Naam", "Ingrediënten"], ["A1", "Een", "1;2"], ["A2", "Twee", "3;4"]]
    path = make_register({"Activiteiten": rows})
    assert "te weinig voor een gerecht" in plain(open_page("ingredienten", path, kijk=PARTS["gerechten"]))
    make_register({"Activiteiten": [*rows, ["A3", "Drie", "5"], ["A4", "Vier", ""]]}, path)
    assert "Elke activiteit is hier een eigen gerecht" in plain(
        open_page("ingredienten", path, kijk=PARTS["gerechten"])
    )


def test_names_of_activities_below_a_dish_are_never_markup(open_page, make_register):
    rows = [["ID", "Naam", "Ingrediënten"]]
    rows += [[f"A{n}", "![x](https://voorbeeld.example/x.png)", "1;2" if n < 4 else ""] for n in range(9)]
    at = open_page("ingredienten", make_register({"Activiteiten": rows}), kijk=PARTS["gerechten"])
    assert "![x](" not in at.radio(key="gerecht").proto.captions[0]


# ── Genoemd én onderbouwd ───────────────────────────────────────────────────────────────────────────────────────


def test_named_and_shown_are_the_figures_of_the_measure_and_each_is_its_evidence(open_page, sample):
    at = open_page("ingredienten", **NOW, kijk=PARTS["te_zien"])
    frame = support.per_ingredient(apply(Selection(peildatum=DAY), sample))
    for bar in figure_on(at, "genoemd_te_zien")["data"]:
        for (nr, part), length in zip(bar["customdata"], bar["x"], strict=True):
            assert length == frame.set_index("nr").loc[nr, part]
            counted = charts.part_evidence(part, {"nr": nr})
            assert length == amount(sample, Selection(peildatum=DAY), counted)


@pytest.mark.parametrize("part", texts.CLAIMED_AND_SUPPORTED)
def test_each_part_lists_its_activities_with_what_can_be_completed(open_page, sample, part):
    told = texts.CLAIMED_AND_SUPPORTED[part]
    at = open_page(
        "ingredienten", **NOW, kijk=PARTS["te_zien"], kies_ingredient="1. Uitdagingen", staat=told.capitalize()
    )
    for nr in v.INGREDIENT:
        at.selectbox(key="kies_ingredient").select(nr).run()
        found = rows(sample, Selection(peildatum=DAY), charts.part_evidence(part, {"nr": nr}))
        assert f"{v.INGREDIENT[nr].kort}, {told}: {texts.activities(len(found))}" in plain(at)
        assert texts.DEFINITIONS[f"te_zien_{nr}"] in words(at)
        if found.empty:
            assert texts.NOTHING_HERE in words(at)
            continue
        table = at.dataframe[-1].value
        assert list(table["naam"]) == list(found["naam"])
        assert ("aan_te_vullen" in table) == (part != "beide")
        assert part == "beide" or all(table["aan_te_vullen"].str.len() > 0)


def test_the_invitation_leads_to_the_rows_to_complete(open_page, sample):
    at = open_page("ingredienten", **NOW, kijk=PARTS["te_zien"])
    frame = support.per_ingredient(apply(Selection(peildatum=DAY), sample)).set_index("nr")
    both, only = frame.loc[2, ["beide", "alleen_genoemd"]]
    assert f"Bij {both + only} activiteiten is ‘Deelnemers’ genoemd; bij {both} daarvan laat het register" in plain(at)
    assert f"Vult u de andere {only} aan?" in plain(at)
    buttons(at, f"Toon de {only} activiteiten")[0].click().run()
    assert f"Deelnemers, alleen genoemd: {only} activiteiten" in plain(at)
    assert len(at.dataframe[-1].value) == only


def test_a_register_that_shows_nothing_says_so(open_page, make_register):
    path = make_register({"Activiteiten": [["ID", "Naam"], ["A1", "Een"]]})
    at = open_page("ingredienten", path, kijk=PARTS["te_zien"])
    assert "In deze selectie is nog geen ingrediënt genoemd." in plain(at)
    at.selectbox(key="kies_ingredient").select(3).run()
    assert "‘Niveaus’ is in deze selectie bij geen enkele activiteit genoemd." in plain(at)
    assert "Nergens laat het register verschillende niveaus en betrokkenen zien" in plain(at)


# ── Verloop ──────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_course_of_an_ingredient_and_the_activities_of_a_quarter(open_page, sample):
    query = {"kijk": PARTS["verloop"], "kies_ingredient": "6. Leren"}
    at = open_page("ingredienten", **NOW, **query)
    assert "Verloop: Leren" in plain(at)
    bars = {bar["customdata"][0][1]: bar for bar in figure_on(at, "verloop")["data"]}
    for part, label in choices.ACTIVE_OR_ENDED.items():
        quarters = [quarter for quarter, _ in bars[part]["customdata"]]
        at = open_page("ingredienten", **NOW, **query, kwartaal=quarters[4], toen=label)
        over = bars["voorbij"]["y"][4]
        expected = over if part == "voorbij" else bars["aantal"]["y"][4] + over  # the bar and its lighter top
        assert expected > 0
        assert f"Leren, {quarters[4]}, {label.lower()}: {texts.activities(expected)}" in plain(at)
        assert len(at.dataframe[-1].value) == expected


def test_the_course_of_all_activities_needs_no_ingredient(open_page):
    at = open_page("ingredienten", **NOW, kijk=PARTS["verloop"], kwartaal="2026 K3")
    found = re.search(r"Alle activiteiten, 2026 K3, actief: (\d+) activiteiten", plain(at))
    assert int(found.group(1)) == len(at.dataframe[-1].value)


@pytest.mark.parametrize(
    ("asked", "heading"),
    [
        ({"kijk": "Genoemd en te zien"}, "Genoemd én onderbouwd"),
        (
            {"kijk": "Genoemd en te zien", "kies_ingredient": "6. Leren", "staat": "Alleen te zien"},
            "Leren, alleen onderbouwd",
        ),
        ({"kijk": "Accent van een plaats"}, "Accent per regio"),
        ({"kijk": "Verloop", "kwartaal": "2026 K3", "toen": "Toen actief"}, "Alle activiteiten, 2026 K3, actief"),
    ],
)
def test_a_link_with_the_words_of_before_opens_the_same(open_page, asked, heading):
    at = open_page("ingredienten", peildatum=DAY, **asked)
    assert any(each.value.startswith(heading) for each in at.header)
