"""Wat als: a link opens what is imagined, it is added and taken away, and it stays on this part of this page."""

from __future__ import annotations

from datetime import UTC, date, datetime
from urllib.parse import parse_qs

import pytest

from lrn import clock
from lrn.measures.network import whatif_link
from lrn.measures.network.figures import netwerk
from lrn.measures.network.whatif import NewActivity, NewLine, Without, imagine
from lrn.measures.rows.evidence import PARAMETER, amount, read
from lrn.register.load import SAMPLE, load
from lrn.selection import Selection, apply
from lrn.ui.netwerk import imagined
from lrn.ui.netwerk.choices import PARTS
from tests.pages.conftest import words

DAY = date(2026, 11, 23)
NOW = Selection(peildatum=DAY)
BAKERY = NewActivity(1, "Bakkerij", "GM0513", ("zorg",), (1, 6))
CHANGES = (Without("P-002"), BAKERY, NewLine("bedacht-1", "A-001"))
LINK = list(map(whatif_link.write, CHANGES))
AT = {"kijk": "Wat als", "peildatum": str(DAY)}


@pytest.fixture(autouse=True)
def _the_day_is_now(monkeypatch) -> None:
    monkeypatch.setattr(clock, "_utc", lambda: datetime(DAY.year, DAY.month, DAY.day, 12, tzinfo=UTC))


@pytest.fixture(scope="module")
def sample():
    return load(SAMPLE, today=DAY)


def shown(at) -> str:
    return words(at).replace("\\", "").replace(":color[]", "")


def table(at, name):
    (found,) = [frame.value for frame in at.dataframe if frame.proto.alt.startswith(f"{name}: ")]
    return found.set_index("Cijfer")


def asked(at) -> list[str]:
    found = at.query_params["wat_als"]
    return [found] if isinstance(found, str) else found


def button(at, label):
    return next(each for each in at.button if each.label == label)


def test_a_link_opens_both_sides_with_what_is_imagined(open_page, sample):
    at = open_page("netwerk", **AT, wat_als=LINK)
    before, after = (netwerk(apply(NOW, register)) for register in (sample, imagine(sample, CHANGES)))
    sides = table(at, "Netwerk")
    assert list(sides.loc["Activiteiten"]) == [90, 91, "+1"]
    for name, of in {
        "Lijnen tussen activiteiten": lambda found: found["lijnen_tussen_activiteiten"],
        "Activiteiten zonder lijn of gedeelde partner": lambda found: found["via_partners"]["losse_activiteiten"],
    }.items():
        assert list(sides.loc[name, ["Vandaag", "Dan"]]) == [of(before), of(after)]
    covered = table(at, "Dekking")
    assert covered.loc["Zorg in Midden-Holland", "Verschil"] == "+1"
    assert "De grootste verandering" in shown(at)
    assert "Nieuwe activiteit: Bakkerij in Gouda, over zorg, met Uitdagingen en Leren" in shown(at)
    assert not at.warning
    assert "valt buiten uw selectie" not in shown(at)


def test_on_another_day_than_today_it_is_not_called_today(open_page):
    at = open_page("netwerk", **AT | {"peildatum": "2025-03-01"}, wat_als=LINK)
    assert list(table(at, "Netwerk").columns) == ["Peildatum", "Dan", "Verschil"]
    assert "andaag" not in shown(at)


def test_what_a_link_says_that_nobody_knows_is_said_and_left_out(open_page):
    at = open_page("netwerk", **AT, wat_als=["zonder:P-002", "zonder:P-999", "onzin"])
    (warning,) = at.warning
    assert warning.value.replace("\\", "").replace(":color[]", "") == (
        "‘zonder:P-999’ en ‘onzin’ uit de link kennen we niet; dat telt hier niet mee."
    )
    assert list(table(at, "Netwerk").loc["Partners die meedoen"])[2] == "−1"


def test_nothing_imagined_is_an_invitation(open_page):
    at = open_page("netwerk", **AT)
    assert [info.proto.title for info in at.info] == ["Nog niets bedacht"]
    assert not at.dataframe


def test_a_figure_opens_its_rows_of_today_and_of_then(open_page, sample):
    at = open_page("netwerk", **AT, wat_als=LINK, wat_als_cijfer="Zorg in Midden-Holland")
    (link,) = [each for each in at.get("page_link") if each.proto.label.startswith("Vandaag: bekijk")]
    counted, unknown = read(parse_qs(link.proto.query_string)[PARAMETER])
    today, then, _ = table(at, "Dekking").loc["Zorg in Midden-Holland"]
    assert not unknown
    assert amount(sample, NOW, counted) == today
    assert "wat_als" not in parse_qs(link.proto.query_string)
    rows = at.dataframe[-1].value
    assert (len(rows), then) == (today + 1, today + 1)
    assert list(rows.iloc[0])[:2] == ["Bakkerij (bedacht)", "erbij"]
    assert rows.iloc[0]["Rij in de werkmap"] == "bedacht"


def test_what_is_no_longer_counted_is_named(open_page, sample):
    name = sample.partners.set_index("id")["naam"]["P-002"]
    at = open_page("netwerk", **AT, wat_als="zonder:P-002", wat_als_cijfer="Partners die meedoen")
    assert f"Hier niet meer bij: {name}." in shown(at)


def test_each_kind_is_added_with_a_few_fields_and_stands_in_the_address(open_page):
    at = open_page("netwerk", **AT)
    at.selectbox(key="wat_als_partner").set_value("P-002")
    button(at, "Neem weg").click().run()
    assert asked(at) == ["zonder:P-002"]
    assert at.selectbox(key="wat_als_partner").value is None
    at.segmented_control(key="bedenk").set_value("activiteit").run()
    at.text_input(key="wat_als_naam").set_value("  Bakkerij ")
    at.selectbox(key="wat_als_gemeente").set_value("GM0513")
    at.multiselect(key="wat_als_themas").set_value(["zorg"])
    at.multiselect(key="wat_als_ingredienten").set_value([1, 6])
    button(at, "Voeg toe").click().run()
    at.segmented_control(key="bedenk").set_value("lijn").run()
    at.selectbox(key="wat_als_van").set_value("bedacht-1")
    at.selectbox(key="wat_als_naar").set_value("A-001")
    button(at, "Voeg toe").click().run()
    assert asked(at) == LINK
    at.segmented_control(key="bedenk").set_value("partner").run()
    at.text_input(key="wat_als_naam").set_value("Nieuwkomer")
    at.selectbox(key="wat_als_partnersoort").set_value("bedrijf")
    at.multiselect(key="wat_als_activiteiten").set_value(["bedacht-1", "A-002"])
    button(at, "Voeg toe").click().run()
    at.segmented_control(key="bedenk").set_value("meedoen").run()
    at.selectbox(key="wat_als_partner").set_value("bedacht-2")
    at.multiselect(key="wat_als_activiteiten").set_value(["A-003"])
    button(at, "Voeg toe").click().run()
    assert asked(at)[3:] == ["partner:2:bedrijf:bedacht-1.A-002:Nieuwkomer", "meedoen:bedacht-2:A-003"]
    assert not at.exception
    assert not at.warning


@pytest.mark.parametrize("kind", imagined.KINDS)
def test_what_is_not_filled_in_is_asked_for(open_page, kind):
    at = open_page("netwerk", **AT, bedenk=imagined.KINDS[kind])
    button(at, "Neem weg" if kind == "zonder" else "Voeg toe").click().run()
    assert any("Kies eerst" in c.value or "Geef de" in c.value for c in at.caption)
    assert "wat_als" not in at.query_params


def test_what_is_taken_back_takes_along_what_was_built_on_it(open_page):
    at = open_page("netwerk", **AT, wat_als=LINK)
    at.button(key=f"wat_als weg {LINK[1]}").click().run()
    assert asked(at) == LINK[:1]
    assert not at.warning
    button(at, "Wis").click().run()
    assert "wat_als" not in at.query_params
    assert at.info


def test_it_waits_for_the_way_back_and_is_nowhere_else(open_page):
    at = open_page("netwerk", **AT, wat_als=LINK)
    at.switch_page("pages/register.py")
    for name in ("kijk", "wat_als"):  # as the browser does
        del at.query_params[name]
    at.run()
    assert "Bakkerij" not in shown(at)
    at.switch_page("pages/netwerk.py").run()
    at.segmented_control(key="kijk").set_value("wat_als").run()
    assert asked(at) == LINK
    assert list(table(at, "Netwerk").loc["Activiteiten"]) == [90, 91, "+1"]


@pytest.mark.parametrize("part", [part for part in PARTS if part != "wat_als"])
def test_no_other_part_counts_what_is_imagined(open_page, part):
    plain, with_it = (open_page("netwerk", **AT | {"kijk": PARTS[part]}, **more) for more in ({}, {"wat_als": LINK}))
    assert shown(plain) == shown(with_it)
    assert [table.value.to_csv() for table in plain.dataframe] == [table.value.to_csv() for table in with_it.dataframe]


def test_what_is_imagined_outside_the_selection_is_said(open_page):
    at = open_page("netwerk", **AT, regio="Holland Rijnland", wat_als=LINK[1])
    assert "valt buiten uw selectie en telt niet mee" in shown(at)
    assert "In deze selectie veranderen deze cijfers niet." in shown(at)
    assert "blijven per regio zoals ze zijn" in shown(at)


def test_a_name_is_shown_as_it_was_typed(open_page):
    name = "*Vet* [link](https://voorbeeld.example) :material/home:"
    at = open_page("netwerk", **AT, wat_als=whatif_link.write(NewActivity(1, name, "GM0513")))
    assert f"Nieuwe activiteit: {name} in Gouda" in shown(at)
    assert not any(f": {name} in" in markdown.value for markdown in at.markdown)
