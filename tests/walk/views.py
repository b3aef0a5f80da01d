"""The views of the product by a name, with what stands in their address beside the filters: each part of each page.

A name begins with the page. A new view is added here, and is walked, counted and followed with the others.
"""

from __future__ import annotations

from lrn.views.meetings import SCENES
from tests.walk.recount import PLACES
from tests.walk.what_if import IMAGINED

PAGES: dict[str, dict[str, str | list[str]]] = {
    "overzicht": {},
    "kaart": {},
    "kaart van Leiden": {"gebied": "Leiden"},
    "kaart van Haaglanden": {"niveau": "Regio", "gebied": "Haaglanden"},
    "kaart per regio": {"niveau": "Regio", "gebied": "Midden-Holland"},
    "kaart met punten en lijnen": {"punten": "true", "lijnen": "true", "kies_lijn": "Leiden – Gouda"},
    "kaart van twee gebieden": {"gebied": "Leiden", "naast": "Gouda", "kenmerk": "Zorg", "lijnen": "true"},
    "ingredienten": {"kies_ingredient": "6. Leren", "kies_plaats": "Holland Rijnland"},
    "ingredienten, accent": {"kijk": "Accenten", "kies_plaats": "Midden-Holland"},
    "ingredienten, accent per plaats": {"kijk": "Accenten"},
    "ingredienten, gerechten": {"kijk": "Gerechten"},
    "ingredienten, een gerecht": {"kijk": "Gerechten", "kies_ingredient": "6. Leren", "grootte": "Drie"},
    "ingredienten, aan te vullen": {"kijk": "Genoemd én onderbouwd"},
    "ingredienten, genoemd en te zien": {"kijk": "Genoemd én onderbouwd", "kies_ingredient": "6. Leren"},
    "ingredienten, verloop": {"kijk": "Verloop", "kies_ingredient": "6. Leren"},
    "themas": {"kies_thema": "Zorg"},
    "themas, een college": {"kies_college": "Zorg en Welzijn", "kies_plaats": "Holland Rijnland"},
    "partners": {},
    "partners, een soort": {"kies_soort": "Bedrijf", "kies_plaats": "Holland Rijnland"},
    "partners, wie": {"partners_kijk": "Wie doet mee"},
    "partners, gezocht": {"partners_kijk": "Wie doet mee", "zoek_partner": "zorg"},
    "partners, meerwaarde": {"partners_kijk": "Meerwaarde over en weer", "kies_meerwaarde": "Partners: casussen"},
    "partners, strategisch": {"partners_kijk": "Strategische relaties"},
    "partners, dubbel": {"partners_kijk": "Mogelijk dubbel"},
    "netwerk": {"partners": "true"},
    "netwerk, een knooppunt": {"knooppunt": "Wijkleercentrum De Open Keuken (activiteit A-001)", "kleur": "Niveau"},
    "netwerk, op de kaart": {"weergave": "Op de kaart"},
    "netwerk, van hier naar daar": {
        "kijk": "Van hier naar daar",
        "pad_van": "Holland Rijnland (regio)",
        "pad_naar": "Gouda (gemeente)",
    },
    "netwerk, wie verbindt": {"kijk": "Wie verbindt"},
    "netwerk, tussen regio's": {"kijk": "Tussen regio's"},
    "netwerk, groei": {"kijk": "Groei"},
    "netwerk, groei eerder": {"kijk": "Groei", "groei_tot": "2025 K3"},
    "netwerk, ontbrekende lijnen": {
        "kijk": "Ontbrekende lijnen",
        "mee": ["A-005~A-071", "A-001~A-002"],
        "niet_nu": "A-008~A-012",
        "volgorde": "Wat het meest deelt",
        "meer_lijnen": "true",
    },
    "netwerk, lessen": {"kijk": "Lessen", "les_bij": "Wijkleercentrum De Open Keuken (activiteit A-001)"},
    "netwerk, sateprikker": {"kijk": "Sateprikker", "prikker": "Alleen operationeel"},
    "netwerk, deelname": {"kijk": "Sateprikker", "kies_deelname": "Actief", "kies_plaats": "Midden-Holland"},
    "netwerk, wat als": {
        "kijk": "Wat als",
        "wat_als": IMAGINED,
        "wat_als_cijfer": "Activiteiten zonder lijn of gedeelde partner",
    },
    "register": {"bewijs": ["thema:zorg", "plaats:AM19"]},
    "register, een partner": {"partner": "P-001"},
    "gegevens": {},
    "gegevens, bevindingen": {"onderdeel": "Bevindingen"},
    "gegevens, te actualiseren": {"onderdeel": "Te actualiseren"},
    "gegevens, door de tijd": {"onderdeel": "Door de tijd"},
    "presentatie": {},
    **{
        f"presentatie, {key}": {"tonen": "true", "beelden": scene.name}
        for key, scene in SCENES.items()
        if key != "plaatsen"
    },
    **{
        f"presentatie, {PLACES[code]}": {"tonen": "true", "beelden": SCENES["plaatsen"].name, "beeld": PLACES[code]}
        for code in ("AM19", "GM0632", "AM21")
    },
}
FOLLOWED = (
    "overzicht",
    "kaart van Leiden",
    "kaart van Haaglanden",
    "kaart per regio",
    "kaart met punten en lijnen",
    "kaart van twee gebieden",
    *(name for name in PAGES if name.startswith("ingredienten")),
    "themas",
    "partners",
    "partners, een soort",
    "partners, wie",
    "partners, meerwaarde",
    "partners, strategisch",
    *(name for name in PAGES if name.startswith("netwerk")),
    "register",
    "register, een partner",
    "gegevens",
    "gegevens, te actualiseren",
    "gegevens, door de tijd",
    "presentatie, kerncijfers",
    f"presentatie, {PLACES['AM19']}",
    "presentatie, netwerk",
    "presentatie, ontbrekende_lijnen",
)
"""The views that together draw every kind of figure: each is followed to its rows, in a large register too."""
