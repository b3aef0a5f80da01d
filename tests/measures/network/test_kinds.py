from datetime import date

from lrn.measures.network.kinds import lines_by_form, partners_by_kind
from lrn.measures.rows.evidence import Evidence, amount
from lrn.selection import Selection, apply

NOW = Selection(peildatum=date(2026, 10, 1))


def counted(frame, column):
    return {row[column]: row["aantal"] for row in frame.to_dict("records") if row["aantal"]}


def test_partners_by_kind(register):
    frame = partners_by_kind(apply(NOW, register))
    assert counted(frame, "soort") == {"overheid": 1, "branchevereniging": 1}
    assert len(frame) == 13
    assert list(frame["naam"][:2]) == ["Overheid", "Non-profit"]


def test_lines_by_form(register):
    frame = lines_by_form(apply(NOW, register))
    assert counted(frame, "vorm") == {"regio-overleg": 1, "bestuurlijk overleg met gemeenten": 1, "kennisdeling": 2}
    assert list(frame["naam"])[-1] == "Anders"


def test_what_is_unknown_or_not_filled_in_comes_last(build_register):
    register = build_register(
        {
            "Activiteiten": [["ID", "Naam"], ["K1", "Lab"]],
            "Partners": [["ID", "Naam", "Soort"], ["P1", "a", "toverschool"], ["P2", "b", ""], ["P3", "c", "bedrijf"]],
            "Deelnames": [["Activiteit", "Partner"], ["K1", "P1"], ["K1", "P2"], ["K1", "P3"]],
        }
    )
    frame = partners_by_kind(register)
    assert list(frame["naam"][-2:]) == ["Onbekend", "Niet ingevuld"]
    assert counted(frame, "soort") == {"bedrijf": 1, "onbekend": 1, "": 1}
    for soort, aantal in zip(frame["soort"], frame["aantal"], strict=True):
        assert amount(register, Selection(), Evidence.of("partners", soort=soort)) == aantal


def test_every_figure_can_be_followed(register):
    selected = apply(NOW, register)
    for soort, aantal in zip(*(partners_by_kind(selected)[name] for name in ("soort", "aantal")), strict=True):
        assert amount(register, NOW, Evidence.of("partners", soort=soort)) == aantal
    for vorm, aantal in zip(*(lines_by_form(selected)[name] for name in ("vorm", "aantal")), strict=True):
        assert amount(register, NOW, Evidence.of("verbindingslijnen", lijnvorm=vorm)) == aantal
