"""Other words that people use for what the contract calls something else: a suggestion, and never sure.

The line between what is simply understood and what is asked:

- *Understood* is the same word in another spelling, inflection or abbreviation ("C.I.V.", "docentenstage", "lunch"):
  these are the aliases of ``lrn.vocabulary``, and the spaces and signs that ``lrn.terms`` drops. So is "bezig" for a
  status: what is not understood there counts as active already, so that no figure hangs on it.
- *Asked* is another word, which somebody may have meant otherwise ("klaar" for afgerond, "gestaakt" for gestopt), or
  which says more than the term does ("klimaat en energie"): this table, by vocabulary and code. The words are Dutch and
  English, as they come from people and from programs that they kept their list in.
"""

from __future__ import annotations

from functools import cache

from lrn import vocabulary as v
from lrn.register.values.remark import EMPTY
from lrn.terms import Vocabulary, plain

LONGEST = 60  # characters; no entry is longer

_WORDS: dict[Vocabulary, dict[str, str]] = {
    v.STATUSSEN: {
        "verkenning": (
            "idee, ideefase, concept, oriëntatie, oriënterend, oriëntatiefase, initiatief, initiatieffase, onderzoek, "
            "in onderzoek, wens, brainstorm, idea, exploring, exploration, proposed, draft"
        ),
        "voorbereiding": (
            "gepland, ingepland, planning, in planning, in ontwikkeling, ontwikkeling, in opbouw, opbouw, opstart, "
            "in opstart, opstartfase, nog niet gestart, niet gestart, binnenkort, start binnenkort, in de maak, to do, "
            "todo, planned, not started, upcoming, preparing, preparation, in preparation"
        ),
        "actief": (
            "in uitvoering, uitvoering, uitvoeringsfase, gaande, gestart, in gang, draait, operationeel, doorlopend, "
            "continu, permanent, structureel, in behandeling, in progress, ongoing, active, running, live, started"
        ),
        "afgerond": (
            "klaar, gereed, af, voltooid, afgelopen, beëindigd, geëindigd, gesloten, voorbij, uitgevoerd, geweest, "
            "opgeleverd, done, completed, complete, finished, closed, ended"
        ),
        # "on hold" is not among them: what waits has not stopped, and the contract has no word for it.
        "gestopt": (
            "gestaakt, geannuleerd, vervallen, stopgezet, ingetrokken, opgeheven, stilgelegd, gaat niet door, "
            "niet doorgegaan, stopped, cancelled, canceled, inactive"
        ),
    },
    v.THEMAS: {
        "onderwijs": "educatie, opleiding, opleidingen, scholing, school, scholen, education, learning",
        "klimaat": (
            "klimaat en energie, energie, energie en klimaat, milieu, natuur, groen, duurzaam, klimaatadaptatie, "
            "circulair, circulaire economie, biodiversiteit, climate, energy, sustainability, environment"
        ),
        "mobiliteit": "verkeer, vervoer, verkeer en vervoer, openbaar vervoer, infrastructuur, mobility, transport",
        "wonen": "woningbouw, huisvesting, woningmarkt, wonen en bouwen, bouwen en wonen, housing",
        "zorg": "gezondheid, gezondheidszorg, zorg en gezondheid, health, healthcare, health care, care",
        "welzijn": "sociaal domein, sociaal, inclusie, leefbaarheid, sociale cohesie, wellbeing, welfare",
        "recreatie": "sport, sport en bewegen, toerisme, vrije tijd, cultuur, recreation, leisure, tourism",
        "anders": "overig, overige, divers, diversen, other",
    },
    v.VORMEN: {
        "civ": "innovatief vakmanschap, centre for innovative craftsmanship",
        "pps": "ppp, public private partnership, publiek privaat, publiek private partnership",
        "livinglab": "lab, fieldlab, field lab, proeftuin, innovatielab",
        "bedrijfslab": "company lab",
        "wijkleercentrum": "buurtleercentrum, leercentrum, wijkcentrum, community learning centre, community centre",
        "kennisdelingslunch": "lunchbijeenkomst, lunchlezing, knowledge lunch",
        "onderwijs op locatie": "les op locatie, lessen op locatie, leren op locatie",
        "hybride leeromgeving": "hybride leren, hybride onderwijs, hybrid learning environment",
        "docentstage": "stage docent, stage docenten, teacher internship",
        "anders": (
            "overig, overige, divers, diversen, overleg, excursie, gastles, workshop, bijeenkomst, netwerkbijeenkomst, "
            "evenement, conferentie, symposium, cursus, training, other, event, meeting"
        ),
    },
    v.LIJNVORMEN: {
        "kennisdeling": "kennis delen, kennisuitwisseling, uitwisseling, knowledge sharing",
        "anders": "overig, overige, other",
    },
    v.NIVEAUS: {
        "strategisch": "bestuurlijk, bestuur, strategie, strategic",
        "tactisch": "beleid, beleidsmatig, management, tactical",
        "operationeel": "uitvoering, uitvoerend, werkvloer, operational",
    },
    v.BETROKKENEN: {
        "studenten": "leerlingen, leerling, students",
        "docenten": "leraren, leerkrachten, onderwijsgevenden, teachers",
        "teamleiders": "teammanagers, team leaders",
        "directies": "directeur, collegedirecteur, collegedirecteuren, directors",
        "cvb": "bestuur, executive board",
    },
    v.ROLLEN: {
        "initiatiefnemer": "trekker, trekkende partij, penvoerder, initiator, organisator, kartrekker, lead, organiser",
        "deelnemer": "deelnemend, deelnemende partij, meedoen, doet mee, partner, lid, participant, member",
    },
    v.SCHALEN: {
        "lokaal": "gemeentelijk, stedelijk, plaatselijk, local",
        "regionaal": "regio, regional",
        "bovenregionaal": "interregionaal, supraregional",
        "landelijk": "nationaal, heel nederland, national",
    },
    v.PARTNERSOORTEN: {
        "overheid": "gemeente, gemeenten, provincie, ministerie, waterschap, rijk, overheidsinstelling, government",
        "non-profit": "ziekenhuis, zorginstelling, zorgorganisatie, zorg, woningcorporatie, museum, bibliotheek, ngo",
        "maatschappelijke organisatie": "welzijnsorganisatie, maatschappelijk, civil society",
        "vrijwilligersorganisatie": "vrijwilligers, volunteers",
        "bedrijf": "werkgever, ondernemer, mkb, bouwbedrijf, commercieel, company, business, employer",
        "branchevereniging": (
            "branche, ondernemersvereniging, werkgeversvereniging, werkgeversorganisatie, trade association"
        ),
        "vo": "middelbare school, vmbo, havo, vwo, secondary school, secondary education",
        "mbo": "roc, mbo school, mbo instelling, vocational education, vocational school",
        "hbo": "hbo instelling, university of applied sciences, higher education",
        "wo": "university",
        "ander netwerk": "samenwerkingsverband, network",
    },
}

# What only says that there is no one municipality.
_NO_ONE_PLACE = (
    "hele regio, de hele regio, regio breed, regiobreed, regionaal, bovenregionaal, landelijk, heel nederland, overal, "
    "online, digitaal, op afstand, divers, diverse, diverse gemeenten, meerdere, meerdere locaties, "
    "meerdere gemeenten, verschillende, verschillende gemeenten, alle, alle gemeenten, wisselend, various, multiple, "
    "remote"
)
# What only says that there is no last day, or none that is known.
_NO_END = (
    "doorlopend, loopt door, lopend, heden, tot heden, nu, geen einddatum, geen einde, open einde, onbepaald, "
    "onbepaalde tijd, voor onbepaalde tijd, continu, permanent, structureel, blijvend, ongoing, present, open ended, "
    "onbekend, nog onbekend, niet bekend, unknown, tbd, to be determined"
)


def _split(words: str) -> list[str]:
    return [plain(word) for word in words.split(",")]


_PLACELESS, _ENDLESS = frozenset(_split(_NO_ONE_PLACE)), frozenset(_split(_NO_END))


@cache
def _codes(vocabulary: Vocabulary) -> dict[str, str]:
    return {word: code for code, words in _WORDS.get(vocabulary, {}).items() for word in _split(words)}


def synonym(text: str, vocabulary: Vocabulary) -> str:
    """The label of the term that *text* is another word for, or ""."""
    code = _codes(vocabulary).get(plain(text)) if len(text) <= LONGEST else None
    return vocabulary.label(code) if code else ""


def no_one_place(text: str) -> str:
    """``EMPTY`` when *text* says that there is no one municipality ("regio breed", "online"), else ""."""
    return EMPTY if len(text) <= LONGEST and plain(text) in _PLACELESS else ""


def no_end(text: str) -> str:
    """``EMPTY`` when *text* says that there is no last day, or none that is known ("doorlopend"), else ""."""
    return EMPTY if len(text) <= LONGEST and plain(text) in _ENDLESS else ""
