import pytest

from lrn.measures.rows.condition import names
from lrn.measures.rows.evidence import read


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("plaats:AM19", "Holland Rijnland"),
        ("gemeente:zonder", "zonder gemeente"),
        ("college:", "zonder college"),
        ("thema:onbekend", "thema onbekend"),
        ("netwerkthema:nee", "buiten het netwerkthema"),
        ("vorm:", "verschijningsvorm niet ingevuld"),
        ("niet_genoemd:3", "ingrediënt 3. Niveaus niet genoemd"),
        ("te_zien:1", "ingrediënt 1. Uitdagingen onderbouwd"),
        ("niet_te_zien:11", "ingrediënt 11. Partners nog niet onderbouwd"),
        ("begonnen:2026-10-01", "Start op of na 1 oktober 2026"),
        ("eindigt:2026-12-31", "eindigt uiterlijk op 31 december 2026"),
        ("zonder_einde:ja", "afgerond of gestopt, zonder Einde"),
        ("activiteit:K01", "activiteit K01"),
        ("partner:P1", "met partner P1"),
        ("bijgewerkt:onbekend", "zonder datum bij Bijgewerkt"),
        ("actualiseren:1", "langer dan 1 dag niet bijgewerkt, of voorbij, nog zonder opbrengst"),
        ("actualiseren:9999", "langer dan 9.999 dagen niet bijgewerkt, of voorbij, nog zonder opbrengst"),
        ("gemeente_in:AM20", "gemeente in Midden-Holland"),
        ("plek:buiten", "coördinaten buiten de eigen gemeente"),
        ("niveau:tactisch", "niveau tactisch"),
        ("niveau:onbekend", "niveau onbekend"),
        ("betrokkene:cvb", "betrokkene cvb"),
        ("deelname:bewust", "deelname bewust"),
        ("los:lijnen", "zonder lijn naar een andere activiteit"),
        ("los:partners", "zonder lijn of gedeelde partner"),
        ("paar:K01|K02", "K01 en K02"),
        ("prikker:", "niveau niet ingevuld"),
        ("prikker:tactisch", "alleen tactisch"),
        ("prikker:strategisch+operationeel", "strategisch en operationeel"),
        ("deel:K01", "verbonden met K01"),
        ("deel_via_partners:K01", "verbonden met K01, ook via partners"),
        ("valt_los_zonder:partner:P1", "alleen verbonden via P1"),
        ("tussen:activiteiten", "tussen twee activiteiten"),
        ("tussen:regios", "tussen activiteiten in verschillende regio's"),
        ("gevestigd:AM21", "gevestigd in Haaglanden"),
        ("strategisch:ja", "strategische relatie"),
        ("doet_mee_in:GM0632", "doet mee in Woerden (Midden-Utrecht)"),
        ("doet_mee_in_gemeente:GM0513", "doet mee in Gouda"),
        ("past_bij:arbeidsmarkttransities", "bedrijf of branchevereniging"),
        ("soort:overheid", "overheid"),
        ("soort:onbekend", "onbekend"),
        ("soort:", "niet ingevuld"),
        ("lijnvorm:kennisdeling", "Kennisdeling"),
        ("lijnvorm:onbekend", "onbekend"),
        ("lijnvorm:", "niet ingevuld"),
        ("tussen_plaatsen:AM19|AM20", "tussen Holland Rijnland en Midden-Holland"),
        ("tussen_gemeenten:GM0513|GM0513", "binnen Gouda"),
        ("ligging_plaatsen:binnen", "binnen één gebied"),
        ("raakt_plaats:AM19", "van of naar Holland Rijnland"),
        ("raakt_gemeente:GM0513", "van of naar Gouda"),
        ("dag:2026-06-30", "op 30 juni 2026"),
        ("erbij:2026-06-30", "erbij sinds 30 juni 2026"),
        ("voorbij:2026-06-30", "voorbij sinds 30 juni 2026"),
        ("afgelopen:2026-06-30", "afgelopen sinds 30 juni 2026"),
        ("basis:register", "in het hele register"),
        ("basis:netwerk", "ongeacht regio of gemeente"),
        ("basis:peildatum", "zonder andere filters"),
        ("basis:altijd", "ongeacht peildatum"),
        ("ongeacht:college", "ongeacht college"),
    ],
)
def test_each_condition_is_known_in_a_link_and_said_in_words(asked, told):
    found, unknown = read([asked])
    assert (found.phrases(), unknown) == ([told], [])


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("activiteit:A", "activiteit Alfalab (A)"),
        ("partner:A", "met partner Zorgpunt, [e-mailadres] (A)"),
        ("paar:C|D|A", "Cee|lab (C|D) en Alfalab (A)"),
        ("paar:A|weg", "Alfalab (A) en weg"),
        ("deel:A", "verbonden met Alfalab (A)"),
        ("deel_via_partners:A", "verbonden met Alfalab (A), ook via partners"),
        ("lijn_met:C|D", "met een lijn naar Cee|lab (C|D)"),
        ("valt_los_zonder:partner:A", "alleen verbonden via Zorgpunt, [e-mailadres] (A)"),
        ("eind:activiteit:A", "van of naar Alfalab (A)"),
        ("eind:gemeente:GM0513", "van of naar Gouda"),
        ("partner:weg", "met partner weg"),
    ],
)
def test_an_activity_and_a_partner_are_called_by_their_names_where_these_are_known(build_register, asked, told):
    register = build_register(
        {
            "Activiteiten": [["ID", "Naam"], ["A", "Alfalab"], ["C|D", "Cee|lab"]],
            "Partners": [["ID", "Naam"], ["A", "Zorgpunt, post@example.nl"]],
        }
    )
    assert read([asked])[0].phrases(names(register)) == [told]


@pytest.mark.parametrize(
    "asked",
    [
        *("regio:AM19", "plaats:AM99", "gemeente:GM9999", "netwerkthema:misschien", "status:slapend"),
        *("niet_genoemd:0", "te_zien:12", "niet_te_zien:", "begonnen:1-10-2026", "eindigt:", "zonder_einde:nee"),
        *("activiteit:", "partner:", "bijgewerkt:ja", "actualiseren:0", "actualiseren:10000", "actualiseren:-1"),
        *("niveau:hoog", "betrokkene:", "deelname:passief", "los:", "los:ja", "tussen:plaatsen"),
        *(
            "prikker:operationeel+tactisch",
            "prikker:tactisch+",
            "paar:K01",
            "paar:K01|",
            "deel:",
            "deel_via_partners:",
            "valt_los_zonder:P1",
            "valt_los_zonder:partner:",
            "valt_los_zonder:gemeente:GM0513",
        ),
        *("gemeente_in:Gouda", "plek:hier", "gevestigd:", "strategisch:nee", "doet_mee_in:GM0513"),
        *("doet_mee_in_gemeente:AM19", "past_bij:anders", "soort:club", "lijnvorm:draad"),
        *("tussen_plaatsen:AM19", "tussen_plaatsen:AM19|GM0513", "tussen_plaatsen:AM19|AM20|AM34"),
        *("ligging_plaatsen:", "raakt_plaats:GM0513", "raakt_gemeente:", "basis:", "voorbij:gisteren"),
    ],
)
def test_what_a_condition_cannot_be_is_not_taken(asked):
    assert read([asked])[1] == [asked]
