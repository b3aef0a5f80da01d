"""The words of the network: codes, labels, order and aliases. No other file spells these.

An alias is the same word in another spelling, inflection or abbreviation; other words are asked about
(``lrn.register.values.synonyms``, where that line is drawn).

Sources: the vision paper "Lerend Regionaal Netwerk" of mboRijnland (ingredients, themes, forms, added value) and
Statistics Netherlands (CBS, classification 2025) for municipalities (GM) and labour-market regions (AM).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from lrn import gazetteer
from lrn.terms import Term, Vocabulary

ONBEKEND = "onbekend"  # a value that was given but not understood
ELDERS = "elders"  # a place that is known but not ours
ZONDER = "zonder"  # no place given, or one that was not understood


def _terms(*labels: str) -> list[Term]:
    """Terms whose label is its own code."""
    return [Term(label, label) for label in labels]


# ── Ingredients ──────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True)
class Ingredient:
    """One of the eleven ingredients: ``nr`` 1–11, full and short name, the question it answers, its meaning."""

    nr: int
    naam: str
    kort: str
    vraag: str
    betekenis: str

    @property
    def label(self) -> str:
        """Number and short name, as it stands on an axis: "3. Niveaus"."""
        return f"{self.nr}. {self.kort}"


VRAGEN = ("WAAROM", "WIE", "WAAR", "HOE", "WAT")

# fmt: off
# An ingredient takes two lines.
INGREDIENTEN: tuple[Ingredient, ...] = (
    Ingredient(1, "Maatschappelijke, onderwijskundige en economische uitdagingen", "Uitdagingen", "WAAROM",
        "De activiteit pakt een vraagstuk uit de regio op dat geen van de partners alleen kan oplossen."),
    Ingredient(2, "Deelnemers in het netwerk", "Deelnemers", "WIE",
        "Partners van verschillende soort doen mee: overheid, bedrijven, maatschappelijke organisaties, scholen."),
    Ingredient(3, "Verschillende niveaus", "Niveaus", "WIE",
        "Strategisch, tactisch en operationeel niveau zijn met elkaar verbonden, in de school en bij de partners."),
    Ingredient(4, "Arbeidsmarktregio's", "Arbeidsmarktregio’s", "WAAR",
        "De activiteit heeft een plek: een gemeente in een van de arbeidsmarktregio's waar we werken."),
    Ingredient(5, "Knooppunten en verbindingslijnen", "Knooppunten en lijnen", "HOE",
        "Wat op de ene plek wordt geleerd, reist langs verbindingslijnen naar andere plekken."),
    Ingredient(6, "Leren", "Leren", "HOE",
        "Deelnemers leren met en van elkaar, van een losse ontmoeting tot een langdurige samenwerking."),
    Ingredient(7, "Toegevoegde waarde", "Toegevoegde waarde", "HOE",
        "Iedere partner brengt iets in en haalt er iets uit; die waarde telt, niet de rangorde."),
    Ingredient(8, "Arbeidsmarkt", "Arbeidsmarkt", "WAT",
        "De activiteit speelt in op veranderingen in de vraag naar vakmensen."),
    Ingredient(9, "Samen aan de slag", "Samen aan de slag", "WAT",
        "Er wordt iets concreets gedaan, samen met partners; het blijft niet bij praten."),
    Ingredient(10, "Dé opleidingspartner in de regio", "Opleidingspartner", "WAT",
        "mboRijnland voegt waarde toe als opleider, kennisdeler en verbinder in de regio."),
    Ingredient(11, "De partners", "Partners", "WAT",
        "mboRijnland benut wat partners te bieden hebben: expertise, casussen, innovatie, een blik naar buiten."),
)
# fmt: on
INGREDIENT: dict[int, Ingredient] = {i.nr: i for i in INGREDIENTEN}

# Matched by name; a leading number is read by lrn.register.values.ingredients, which knows what to do when the two
# disagree.
INGREDIENT_NAMEN = Vocabulary(
    "ingrediënt",
    [
        Term(str(i.nr), i.naam, (i.kort, *extra))
        for i, extra in zip(
            INGREDIENTEN,
            (
                ("Uitdagingen", "Kansen en uitdagingen"),
                ("Deelnemers",),
                ("Niveaus", "Verticale sateprikker"),
                ("Arbeidsmarktregio", "Regio's"),
                ("Knooppunten en verbindinglijnen", "Knooppunten", "Verbindingslijnen"),
                ("Met en van elkaar leren",),
                ("Meerwaarde",),
                ("Arbeidsmarkttransities",),
                ("Aan de slag",),
                ("Opleidingspartner", "De opleidingspartner"),
                ("Partners",),
            ),
            strict=True,
        )
    ],
)

# ── Themes ───────────────────────────────────────────────────────────────────────────────────────────────────

NETWERKTHEMA = Term("arbeidsmarkttransities", "Arbeidsmarkttransities", ("netwerkthema", "arbeidsmarkttransitie"))
THEMAS = Vocabulary(
    "thema",
    [
        Term("onderwijs", "Onderwijs"),
        Term("klimaat", "Klimaat", ("duurzaamheid", "energietransitie")),
        Term("mobiliteit", "Mobiliteit"),
        Term("wonen", "Wonen"),
        Term("zorg", "Zorg"),
        Term("welzijn", "Welzijn"),
        Term("recreatie", "Recreatie"),
        Term("anders", "Anders"),
    ],
)

# ── Places (CBS 2025) ────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True)
class Gemeente:
    """A municipality that the maps know: CBS code, name, the CBS code of its labour-market region.

    One whose region is none of :data:`PLAATS` is drawn to recognise the map, and counts as "Elders".
    """

    code: str
    naam: str
    regio: str
    aliases: tuple[str, ...] = ()
    provincie: str = "Zuid-Holland"


@dataclass(frozen=True)
class Plaats:
    """A place that activities are counted under: a region of CBS, or a key municipality outside the regions.

    Its code, its name, ``kort`` as it stands above a column and ``op_kaart`` as it fits in its area of the map. Where
    the network does not work (``eigen``) is context: counted apart, grey and named on the map.
    """

    code: str
    naam: str
    aliases: tuple[str, ...] = ()
    kort: str = ""
    op_kaart: str = ""
    eigen: bool = True


HOLLAND_RIJNLAND, ZUID_HOLLAND_CENTRAAL, MIDDEN_HOLLAND = "AM19", "AM34", "AM20"
HAAGLANDEN, MIDDEN_UTRECHT, RIJNMOND = "AM21", "AM13", "AM22"
WOERDEN = "GM0632"

# fmt: off
GEMEENTEN: tuple[Gemeente, ...] = (
    Gemeente("GM0484", "Alphen aan den Rijn", HOLLAND_RIJNLAND,
        ("Alphen aan de Rijn", "Alphen a/d Rijn", "Alphen ad Rijn", "Alphen a.d. Rijn", "Alphen")),
    Gemeente("GM0534", "Hillegom", HOLLAND_RIJNLAND),
    Gemeente("GM1884", "Kaag en Braassem", HOLLAND_RIJNLAND),
    Gemeente("GM0537", "Katwijk", HOLLAND_RIJNLAND),
    Gemeente("GM0546", "Leiden", HOLLAND_RIJNLAND),
    Gemeente("GM0547", "Leiderdorp", HOLLAND_RIJNLAND),
    Gemeente("GM0553", "Lisse", HOLLAND_RIJNLAND),
    Gemeente("GM0569", "Nieuwkoop", HOLLAND_RIJNLAND),
    Gemeente("GM0575", "Noordwijk", HOLLAND_RIJNLAND),
    Gemeente("GM0579", "Oegstgeest", HOLLAND_RIJNLAND),
    Gemeente("GM1525", "Teylingen", HOLLAND_RIJNLAND),
    Gemeente("GM0638", "Zoeterwoude", HOLLAND_RIJNLAND),
    Gemeente("GM1621", "Lansingerland", ZUID_HOLLAND_CENTRAAL),
    Gemeente("GM1916", "Leidschendam-Voorburg", ZUID_HOLLAND_CENTRAAL, ("Leidschendam", "Voorburg")),
    Gemeente("GM1926", "Pijnacker-Nootdorp", ZUID_HOLLAND_CENTRAAL, ("Pijnacker", "Nootdorp")),
    Gemeente("GM0626", "Voorschoten", ZUID_HOLLAND_CENTRAAL),
    Gemeente("GM0629", "Wassenaar", ZUID_HOLLAND_CENTRAAL),
    Gemeente("GM0637", "Zoetermeer", ZUID_HOLLAND_CENTRAAL),
    Gemeente("GM1901", "Bodegraven-Reeuwijk", MIDDEN_HOLLAND, ("Bodegraven", "Reeuwijk")),
    Gemeente("GM0513", "Gouda", MIDDEN_HOLLAND),
    Gemeente("GM1931", "Krimpenerwaard", MIDDEN_HOLLAND),
    Gemeente("GM0627", "Waddinxveen", MIDDEN_HOLLAND),
    Gemeente(WOERDEN, "Woerden", MIDDEN_UTRECHT, ("Woerden (Midden-Utrecht)",), provincie="Utrecht"),
    Gemeente("GM0518", "'s-Gravenhage", HAAGLANDEN, ("Den Haag", "The Hague", "Gravenhage", "DenHaag")),
    Gemeente("GM0503", "Delft", HAAGLANDEN),
    Gemeente("GM1842", "Midden-Delfland", HAAGLANDEN),
    Gemeente("GM0603", "Rijswijk", HAAGLANDEN, ("Rijswijk (ZH.)",)),
    Gemeente("GM1783", "Westland", HAAGLANDEN),
    Gemeente("GM1892", "Zuidplas", RIJNMOND),
)
GEMEENTE: dict[str, Gemeente] = {g.code: g for g in GEMEENTEN}
SLEUTELGEMEENTEN = ("GM0546", "GM0484", "GM1916", "GM0637", "GM0513", WOERDEN)

# In a fixed order, everywhere: the network's own first, then what is context.
PLAATS: dict[str, Plaats] = {
    place.code: place
    for place in (
        Plaats(HOLLAND_RIJNLAND, "Holland Rijnland", ("Rijnland",)),
        Plaats(ZUID_HOLLAND_CENTRAAL, "Zuid-Holland Centraal", ("ZHC", "Zuid Holland-Centraal"),
            op_kaart="Zuid-Holland<br>Centraal"),
        Plaats(MIDDEN_HOLLAND, "Midden-Holland"),
        Plaats(WOERDEN, "Woerden (Midden-Utrecht)", ("Woerden",), kort="Woerden"),
        Plaats(HAAGLANDEN, "Haaglanden", eigen=False),
    )
}
# fmt: on
KIESBARE_PLAATSEN = tuple(PLAATS)
EIGEN_PLAATSEN = tuple(code for code, place in PLAATS.items() if place.eigen)
CONTEXT_PLAATSEN = tuple(code for code in PLAATS if code not in EIGEN_PLAATSEN)
REGIOS = tuple(code for code in EIGEN_PLAATSEN if code not in GEMEENTE)
# The names of what has boundaries, by what the areas of a map are.
NAMEN = {
    kind: {a.code: a.naam for a in areas} for kind, areas in (("plaats", PLAATS.values()), ("gemeente", GEMEENTEN))
}
PLAATS_NAMEN: dict[str, str] = NAMEN["plaats"] | {ELDERS: "Elders", ZONDER: "Zonder plaats"}
PLAATSEN = tuple(PLAATS_NAMEN)
# Names as they stand above a column, and as they fit in their area of the map.
PLAATS_KORT = PLAATS_NAMEN | {code: place.kort for code, place in PLAATS.items() if place.kort}
PLAATS_OP_KAART = PLAATS_KORT | {code: place.op_kaart for code, place in PLAATS.items() if place.op_kaart}


def counted_municipality(code: object) -> str:
    """What an activity with that municipality is counted under: its GM code, ``elders``, or ``zonder``."""
    return str(code) if code in GEMEENTE else ELDERS if str(code).startswith(ELDERS) else ZONDER


def place_of_municipality(code: object) -> str:
    """The place that a municipality's code falls under: its region, itself, ``elders``, or ``zonder`` when unknown."""
    counted = counted_municipality(code)
    known = GEMEENTE.get(counted)
    return next((place for place in (known.code, known.regio) if place in PLAATS), ELDERS) if known else counted


OMGEVING = tuple(code for code in GEMEENTE if place_of_municipality(code) == ELDERS)
"""The municipalities that are only drawn to recognise the map."""


def is_context(code: str) -> bool:
    """Whether a place or a municipality is drawn grey: the network does not work there."""
    return (place_of_municipality(code) if code in GEMEENTE else code) not in EIGEN_PLAATSEN


@cache
def municipalities_elsewhere() -> tuple[str, ...]:
    """Names of the Dutch municipalities (2025) that are not in ``GEMEENTEN``; an activity there counts as "Elders"."""
    return tuple(row["naam"] for row in _elsewhere())


def _elsewhere() -> list[dict[str, str]]:
    return [row for row in gazetteer.elsewhere() if row["code"] not in GEMEENTE]


@cache
def municipality_vocabulary() -> gazetteer.Municipalities:
    """Every municipality that can be typed. Ours have their GM code; one elsewhere has code ``"elders:<name>"``."""
    ours = [Term(g.code, g.naam, g.aliases) for g in GEMEENTEN]
    theirs = {row["code"]: f"{ELDERS}:{row['naam']}" for row in _elsewhere()}
    elsewhere = [Term(f"{ELDERS}:{naam}", naam) for naam in municipalities_elsewhere()]
    now = {g.code: g.code for g in GEMEENTEN} | theirs
    codes = now | {was: now[code] for was, code in gazetteer.former_codes().items()}
    provinces = {g.code: g.provincie for g in GEMEENTEN}
    provinces |= {theirs[row["code"]]: row["provincie"] for row in _elsewhere()}
    places = [(name, now[code]) for name, code in gazetteer.places()]
    return gazetteer.Municipalities(ours + elsewhere, codes=codes, places=places, provinces=provinces)


# Labour-market regions of our municipalities outside our places.
_BESIDE = (Term(MIDDEN_UTRECHT, "Midden-Utrecht"), Term(RIJNMOND, "Rijnmond", ("Groot-Rijnmond",)))
# Labour-market regions that are not ours (CBS 2025); an activity there counts as "Elders".
# fmt: off
_OTHER_REGIONS = (
    "Groningen", "Friesland", "Drenthe", "Zwolle", "Flevoland", "Twente", "Stedendriehoek en Noordwest Veluwe",
    "FoodValley", "Midden-Gelderland", "Rijk van Nijmegen", "Achterhoek", "Rivierenland", "Amersfoort",
    "Gooi en Vechtstreek", "Zaanstreek/Waterland", "Noord-Holland Noord", "Groot Amsterdam",
    "Zuid-Kennemerland en IJmond", "Drechtsteden", "Gorinchem", "Zeeland", "West-Brabant", "Midden-Brabant",
    "Noordoost-Brabant", "Helmond-De Peel", "Zuidoost-Brabant", "Noord-Limburg", "Midden-Limburg", "Zuid-Limburg",
)
# fmt: on
# Of the others no source was at hand and none is guessed: with these codes we know that it is elsewhere, not its name.
_REGION_CODES = {"Groningen": ("AM01",)}
REGIO_NAMEN = gazetteer.Regions(
    "arbeidsmarktregio",
    [
        *(Term(place.code, place.naam, place.aliases) for place in PLAATS.values()),
        *(term for term in _BESIDE if term.code not in PLAATS),
        Term(ELDERS, "Elders", ("Landelijk", "Buiten de regio")),
        *(
            Term(f"{ELDERS}:{naam}", naam, _REGION_CODES.get(naam, ()))
            for naam in _OTHER_REGIONS
            if naam not in PLAATS_NAMEN.values()
        ),
    ],
)

# ── Who, how and in which form ───────────────────────────────────────────────────────────────────────────────

VORMEN = Vocabulary(
    "verschijningsvorm",
    [
        Term("civ", "CIV", ("Centrum voor Innovatief Vakmanschap", "CIV (Centrum voor Innovatief Vakmanschap)")),
        Term("pps", "Publiek-private samenwerking", ("PPS",)),
        Term("livinglab", "Livinglab", ("living labs", "livinglabs")),
        Term("satellietlab", "Satellietlab", ("satellietlabs",)),
        Term("bedrijfslab", "Bedrijfslab", ("bedrijfslabs",)),
        Term("hackathon", "Hackathon", ("hackaton", "hackathons")),
        Term("wijkleercentrum", "Wijkleercentrum", ("wijkleercentra",)),
        Term("kennisdelingslunch", "Kennisdelingslunch", ("lunch", "kennislunch")),
        Term("onderwijs op locatie", "Onderwijs op locatie"),
        Term("practoraat", "Practoraat", ("practoraten",)),
        Term("hybride leeromgeving", "Hybride leeromgeving"),
        Term("docentstage", "Docentstage", ("docentenstage", "docentenstages", "docentstages")),
        Term("anders", "Anders"),
    ],
)
LIJNVORMEN = Vocabulary(
    "vorm van een verbindingslijn",
    [
        Term("regio-overleg", "Regio-overleg tussen locaties", ("regio overleg",)),
        Term("bovenregionaal bestuurlijk overleg", "Bovenregionaal bestuurlijk overleg"),
        Term("bestuurlijk overleg met gemeenten", "Bestuurlijk overleg met gemeenten", ("bestuurlijk overleg",)),
        Term("3o-overleg", "3O-overleg", ("3O overleg", "3-O overleg")),
        Term("kennisdeling", "Kennisdeling"),
        Term("anders", "Anders"),
    ],
)
SAMENWERKINGSVORMEN = Vocabulary(
    "samenwerkingsvorm",
    _terms("informeel en eenmalig", "informeel en terugkerend", "formeel en tijdelijk", "formeel en langdurig"),
)
STATUSSEN = Vocabulary(
    "status",
    [
        Term("verkenning", "Verkenning", ("in verkenning", "verkennend")),
        Term("voorbereiding", "Voorbereiding", ("in voorbereiding", "voorbereidend")),
        Term("actief", "Actief", ("actieve", "lopend", "lopende", "loopt", "bezig")),
        Term("afgerond", "Afgerond", ("afgeronde", "afgesloten")),
        Term("gestopt", "Gestopt", ("gestopte", "inactief", "niet actief")),
    ],
)
# What is being explored has not begun, and what is one of the others is over (see ``lrn.selection.active_on``).
VERKENNING = "verkenning"
VOORBIJE_STATUSSEN = ("afgerond", "gestopt")

NIVEAUS = Vocabulary(
    "niveau",
    [
        Term("strategisch", "strategisch", ("strategische",)),
        Term("tactisch", "tactisch", ("tactische",)),
        Term("operationeel", "operationeel", ("operationele",)),
    ],
)
BETROKKENEN = Vocabulary(
    "betrokkenen",
    [
        Term("studenten", "studenten", ("student",)),
        Term("docenten", "docenten", ("docent",)),
        Term("teamleiders", "teamleiders", ("teamleider",)),
        Term("directies", "directies", ("directie", "directeuren")),
        Term("cvb", "CvB", ("College van Bestuur",)),
    ],
)
ROLLEN = Vocabulary("rol", _terms("initiatiefnemer", "deelnemer"))
DEELNAME = Vocabulary("deelname", _terms("bewust", "actief", "intensief"))
SCHALEN = Vocabulary("schaal", _terms("lokaal", "regionaal", "bovenregionaal", "landelijk"))
PARTNERSOORTEN = Vocabulary(
    "soort partner",
    [
        *_terms("overheid", "non-profit", "maatschappelijke organisatie", "vrijwilligersorganisatie"),
        Term("bedrijf", "bedrijf", ("bedrijven", "onderneming")),
        Term("branchevereniging", "branchevereniging", ("brancheorganisatie",)),
        Term("vo", "onderwijs: vo", ("voortgezet onderwijs", "onderwijs (vo)")),
        Term("mbo", "onderwijs: mbo", ("middelbaar beroepsonderwijs", "onderwijs (mbo)")),
        Term("hbo", "onderwijs: hbo", ("hogeschool", "onderwijs (hbo)")),
        Term("wo", "onderwijs: wo", ("universiteit", "onderwijs (wo)")),
        Term("studenten", "studenten"),
        Term("leven-lang-ontwikkelaars", "leven-lang-ontwikkelaars", ("alumni", "professionals")),
        Term("ander netwerk", "ander netwerk", ("netwerk",)),
    ],
)


def kind_in_sentence(code: str) -> str:
    """A kind of partner as it stands in a sentence: of the list "onderwijs: hbo", there "onderwijs (hbo)"."""
    whole, _, part = PARTNERSOORTEN.label(code).partition(": ")
    return f"{whole} ({part})" if part else whole


# Kinds of partner of which the kind alone says that a theme is theirs. A bedrijf, an overheid or a non-profit may be
# about any of them (a museum and a hospital are the same kind), and a name is no ground to guess on: so most themes
# have none. The netwerkthema is the demand for professionals, which employers and their associations have.
PASSENDE_SOORTEN: dict[str, tuple[str, ...]] = {
    NETWERKTHEMA.code: ("bedrijf", "branchevereniging"),
    "onderwijs": ("vo", "mbo", "hbo", "wo"),
    "welzijn": ("maatschappelijke organisatie", "vrijwilligersorganisatie"),
}
MEERWAARDE_MBO = Vocabulary(
    "meerwaarde mboRijnland",
    [
        *_terms("opleiden nieuwe medewerkers", "leven lang ontwikkelen", "kennis delen"),
        Term("onderwijsomgeving", "onderwijsomgeving (labs)", ("onderwijsomgeving", "labs")),
        *_terms("CIV als versneller"),
        Term("toegepast onderzoek", "toegepast onderzoek (practoraten)", ("toegepast onderzoek", "practoraten")),
        *_terms("arbeidsbemiddeling", "docentstages", "hybride leren", "verbinder overheid en ondernemers"),
        *_terms("inzetbaarheid studenten", "verbinder in de regio", "anders"),
    ],
)
MEERWAARDE_PARTNERS = Vocabulary(
    "meerwaarde partners",
    [
        *_terms("leven lang leren van studenten", "contact met nieuwe studenten", "hybride leeromgeving", "expertise"),
        *_terms("innovatie", "onderwijsvernieuwing", "inbreng in onderwijs", "casussen", "(toekomstige) docenten"),
        *_terms("blik naar buiten", "anders"),
    ],
)

# What shows an ingredient (see lrn.measures.support): aims on the labour market, and forms in which something
# is done (an agreement, a lunch to share knowledge and "anders" do not say so by themselves).
MEERWAARDE_ARBEIDSMARKT = (
    "opleiden nieuwe medewerkers",
    "leven lang ontwikkelen",
    "arbeidsbemiddeling",
    "inzetbaarheid studenten",
)
VORMEN_VAN_DOEN = tuple(code for code in VORMEN.codes if code not in ("pps", "kennisdelingslunch", "anders"))
STATUSSEN_VAN_DOEN = ("actief", "afgerond")

# ── Functions of contact persons ─────────────────────────────────────────────────────────────────────────────

# All that is ever shown of a contact person: the function, when one of these words stands in the cell. No word here
# is also a common surname.
CONTACTROLLEN = Vocabulary(
    "functie van een contactpersoon",
    [
        Term(code, code, aliases)
        for code, aliases in (
            ("coördinator", ("coördinatrice", "programmacoördinator", "projectcoördinator", "stagecoördinator")),
            ("projectleider", ("projectleidster", "project leider", "projectmanager")),
            ("programmamanager", ("programma manager", "programmaleider", "programmaleidster")),
            ("teamleider", ("teamleidster", "team leider", "teammanager")),
            ("opleidingsmanager", ("onderwijsmanager", "manager onderwijs")),
            ("manager", ("labmanager", "locatiemanager")),
            ("directeur", ("directrice", "collegedirecteur")),
            ("bestuurder", ("bestuurslid", "lid college van bestuur", "voorzitter college van bestuur")),
            ("bestuurssecretaris", ("secretaris",)),
            ("docent", ("docente", "docenten", "leraar", "lerares")),
            ("praktijkdocent", ("praktijkdocente", "praktijkdocenten", "praktijk docent")),
            ("docent-onderzoeker", ("docentonderzoeker",)),
            ("instructeur", ("instructrice", "praktijkinstructeur")),
            ("praktijkopleider", ("praktijkopleidster",)),
            ("practor", ()),
            ("lector", ()),
            ("onderzoeker", ("onderzoekster",)),
            ("beleidsadviseur", ("beleids adviseur",)),
            ("beleidsmedewerker", ()),
            ("communicatieadviseur", ("communicatie adviseur",)),
            ("adviseur", ("onderwijsadviseur",)),
            ("relatiebeheerder", ("relatie beheerder", "relatiemanager", "accountmanager")),
            ("onderwijskundige", ("onderwijskundig adviseur",)),
            ("onderwijsontwikkelaar", ("curriculumontwikkelaar",)),
            ("stagebegeleider", ("bpv-begeleider",)),
            ("loopbaanbegeleider", ("loopbaancoach", "studieloopbaanbegeleider")),
            ("procesbegeleider", ()),
            ("kwartiermaker", ()),
            ("medewerker", ("projectmedewerker", "stafmedewerker", "communicatiemedewerker")),
        )
    ],
)
