"""The kinds of partners on ten rows: how many take part, where, and what is not there yet; counted by hand."""

from datetime import date

import pytest

from lrn import vocabulary as v
from lrn.measures.partners import not_there_yet
from lrn.measures.partners.kinds import by_kind, kind_by_place, mix
from lrn.measures.partners.taking_part import KeyFigures, key_figures, taking_part
from lrn.measures.places import Area
from lrn.measures.rows.evidence import Evidence, amount
from lrn.selection import Selection, apply

DAY = date(2026, 10, 1)
NOW = Selection(peildatum=DAY)
# P1 (overheid) takes part in K01 (Leiden) and K02 (Zoetermeer), P2 (branchevereniging, strategic) in K01 and in K04
# (Haaglanden). K08, with P3, is over; P4 takes part in nothing.


def test_by_kind(register):
    frame = by_kind(apply(NOW, register)).set_index("soort")
    assert list(frame.index) == list(v.PARTNERSOORTEN.codes)
    assert frame["aantal"][frame["aantal"] > 0].to_dict() == {"overheid": 1, "branchevereniging": 1}
    assert set(frame["totaal"]) == {2}
    assert frame["aandeel"]["overheid"] == 0.5


def test_a_partner_counts_once_in_each_place(register):
    frame = kind_by_place(apply(NOW, register))
    there = frame[frame["aantal"] > 0]
    assert set(zip(there["soort"], there["plaats"], there["aantal"], there["totaal"], strict=True)) == {
        ("overheid", "AM19", 1, 2),
        ("branchevereniging", "AM19", 1, 2),
        ("overheid", "AM34", 1, 1),
        ("branchevereniging", "AM21", 1, 1),
    }
    assert len(frame) == len(v.PARTNERSOORTEN.codes) * len(v.PLAATSEN)


def test_by_municipality_only_what_was_chosen(register):
    areas = (Area("gemeente", "GM0637"),)
    frame = kind_by_place(apply(NOW, register), areas=areas)
    assert set(frame["plaats_naam"]) == {"Zoetermeer"}
    assert frame.loc[frame["aantal"] > 0, ["soort", "level", "aantal"]].to_numpy().tolist() == [
        ["overheid", "gemeente", 1]
    ]


def test_what_is_not_filled_in_or_understood_is_last(build_register):
    rows = [["ID", "Naam", "Soort"], ["P1", "Een", ""], ["P2", "Twee", "Tovenaars"]]
    register = build_register(
        {
            "Activiteiten": [["ID", "Naam", "Gemeente"], ["A1", "Lab", "Leiden"]],
            "Partners": rows,
            "Deelnames": [["Activiteit", "Partner"], ["A1", "P1"], ["A1", "P2"], ["A1", "P2"]],
        }
    )
    assert by_kind(register)["naam"].tolist()[-2:] == ["Onbekend", "Niet ingevuld"]
    frame = kind_by_place(register)
    here = frame[(frame["plaats"] == "AM19") & (frame["aantal"] > 0)]
    assert here[["naam", "aantal", "totaal"]].to_numpy().tolist() == [["Onbekend", 1, 2], ["Niet ingevuld", 1, 2]]
    assert key_figures(register) == KeyFigures(2, 0, 0, 0, 0)


def test_what_is_not_there_yet_is_asked_of_the_whole_register(register):
    midden_holland = Area("plaats", "AM20")
    assert "bedrijf" not in not_there_yet.absent(register, area=midden_holland)  # P3, though K08 is over
    told, figures = not_there_yet.told(register, area=midden_holland)
    assert told.startswith("Nog niet geregistreerd: overheid, non-profit, ")
    assert "onderwijs (vo)" in told
    assert [(figure.evidence.phrases()[-1], figure.amount) for figure in figures] == [
        ("overheid", 2),
        ("branchevereniging", 1),
    ]
    for figure in figures:
        assert amount(register, NOW, figure.evidence) == figure.amount


def test_it_is_asked_of_the_networks_own_places_in_view(register):
    def asked(selection):
        return [area.code for area in not_there_yet.asked(apply(selection, register), selection)]

    assert asked(NOW) == ["AM19", "AM34", "AM20", "GM0632"]
    assert asked(Selection(peildatum=DAY, regio=("AM21",))) == []
    assert asked(Selection(peildatum=DAY, gemeente=("GM0546", "GM0513"))) == ["GM0546"]  # K08 in Gouda is over


def test_where_every_kind_takes_part_nothing_is_missed(build_register):
    partners = [[f"P{n}", f"Partner {n}", code] for n, code in enumerate(v.PARTNERSOORTEN.codes)]
    register = build_register(
        {
            "Activiteiten": [["ID", "Naam", "Gemeente"], ["A1", "Lab", "Leiden"]],
            "Partners": [["ID", "Naam", "Soort"], *partners],
            "Deelnames": [["Activiteit", "Partner"], *(["A1", row[0]] for row in partners)],
        }
    )
    told, figures = not_there_yet.told(register, area=Area("plaats", "AM19"))
    assert told.startswith("Van elke soort doet hier al een partner mee")
    assert figures == []


def test_how_partners_take_part(register):
    frame = taking_part(apply(NOW, register))
    assert frame["activiteiten"].to_dict() == {"P1": 2, "P2": 2}
    assert frame["regios"].to_dict() == {"P1": 2, "P2": 1}  # Haaglanden is context
    assert frame["rol"].to_dict() == {"P1": "initiatiefnemer", "P2": "initiatiefnemer"}
    assert frame["sinds"].dt.date.to_dict() == {"P1": date(2024, 2, 1), "P2": date(2024, 2, 1)}


def test_the_key_figures_are_the_rows_behind_them(register):
    found = key_figures(apply(NOW, register))
    assert found == KeyFigures(partners=2, soorten=2, initiatiefnemers=2, in_regios=1, strategisch=1)
    behind = [
        Evidence("partners"),
        Evidence("soorten"),
        Evidence.of("partners", partnerrol="initiatiefnemer"),
        Evidence.of("partners", in_regios="meer"),
        Evidence.of("partners", strategisch="ja"),
    ]
    assert [amount(register, NOW, each) for each in behind] == list(found)


@pytest.mark.parametrize("rol", ["", "toeschouwer"])
def test_a_role_that_is_not_given_or_not_understood_is_none(build_register, rol):
    register = build_register(
        {
            "Activiteiten": [["ID", "Naam"], ["A1", "Lab"]],
            "Partners": [["ID", "Naam"], ["P1", "Een"]],
            "Deelnames": [["Activiteit", "Partner", "Rol"], ["A1", "P1", rol]],
        }
    )
    assert taking_part(register)["rol"].tolist() == [""]
    assert taking_part(register)["sinds"].isna().all()


def test_the_mix_is_told_beside_the_whole_network(build_register):
    rows = [[name, name, town] for name, town in (("A", "Leiden"), ("B", "Gouda"))]
    partners = [["P1", "Een", "bedrijf"], ["P2", "Twee", "bedrijf"], ["P3", "Drie", "hbo"], ["P4", "Vier", "overheid"]]
    taking_part = [["A", "P1"], ["A", "P2"], ["A", "P3"], ["B", "P1"], ["B", "P4"]]
    register = build_register(
        {
            "Activiteiten": [["ID", "Naam", "Gemeente"], *rows],
            "Partners": [["ID", "Naam", "Soort"], *partners],
            "Deelnames": [["Activiteit", "Partner"], *taking_part],
        }
    )
    leiden, gouda = (apply(Selection(regio=(code,)), register) for code in ("AM19", "AM20"))
    assert mix(register) == ["De grootste soort is hier bedrijf: 2 van de 4 partners."]
    assert mix(leiden, register) == [
        "De grootste soort is hier bedrijf: 2 van de 3 partners; in het hele netwerk 2 van de 4.",
        "Doet elders in het netwerk wel mee, en hier nog niet: overheid.",
    ]
    assert mix(gouda, register) == [
        "De grootste soorten zijn hier overheid en bedrijf, elk 1 van de 2 partners.",
        "Doet elders in het netwerk wel mee, en hier nog niet: onderwijs (hbo).",
    ]
    assert mix(apply(Selection(regio=("AM34",)), register), register) == []
