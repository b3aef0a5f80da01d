"""What people call the sheets and columns of the contract in lists of their own, in Dutch and in English.

Not the aliases of ``lrn.register.columns``: these are read without a word, what stands here is shown before it counts.
All is written as :func:`lrn.terms.plain` writes it, without the words that say no more than that the list is one of
activities ("Titel activiteit", "Korte omschrijving van het project", "projectstatus": see :func:`bare`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from rapidfuzz import fuzz

from lrn.register import columns as c
from lrn.register.matching.model import PARTNER_NAMES
from lrn.register.values.headers import LONGEST
from lrn.terms import Likely, plain

_OF_ITSELF = {"id", "naam"}  # what "Event nummer" says: which record it is, and nothing about it
_SLIP = 85  # percent; a heading that is less like a word is another one: "Eigen" is no "Eigenaar"
STRONG, ALIKE, WEAK = 1.0, 0.7, 0.5
"""How much a heading says: it is a word for the column; but for a slip of the pen; or it may mean something else."""

# By field: words for it, and after the bar words that may mean something else too.
_COLUMNS: dict[str, dict[str, str]] = {
    c.ACTIVITEITEN.name: {
        "id": "nr, no, volgnummer, volgnr, id nummer, idnr, id nr, kenmerk, key, sleutel, record id, item id,"
        " uniek nummer, rijnummer, referentie, reference, identificatie, activiteitnummer, actnr, projectcode,"
        " identifier | ref, rij, regel, dossiernummer, zaaknummer, number",
        "naam": "title, name, label, benaming, roepnaam, event, evenement, titel en link, task name, item name |"
        " onderwerp, wat, what, subject, element, task, taak, samenwerking, lab, programma, pilot, thema titel",
        "omschrijving": "description, samenvatting, summary, inhoud, wat houdt het in, waar gaat het over, korte"
        " toelichting, uitleg, doel en inhoud, omschrijving en doel, abstract, about | doel, doelstelling,"
        " aanleiding, wat doen we, goal, details, body, tekst, content",
        "vorm": "soort, type, categorie, category, vorm van, soort vorm, type knooppunt, soort knooppunt,"
        " knooppunttype, kind, werkvorm, activiteitsvorm | format, rubriek, cluster, groep, item type",
        "gemeente": "stad, city, town, municipality, woonplaats, standplaats, vestigingsplaats, plaatsnaam,"
        " gemeente naam, gemeentenaam, stad dorp, plaats gemeente, gemeente plaats, waar, dorp, kern, place |"
        " location, locatie, where, vestiging, adres, gebied, werkgebied",
        "regio": "region, arbeidsmarkt regio, amr, subregio, regionaam, arbeidsmarktgebied, labour market region"
        " | gebied, werkgebied, area, district, rayon",
        "locatie": "location, venue, adres, address, gebouw, plek, accommodatie, zaal, vindplaats, site | waar,"
        " where, vestiging",
        "breedtegraad": "gps lat, breedte, latitude wgs84 | y, noord",
        "lengtegraad": "lng, long, gps lon, lengte | x, oost",
        "college": "afdeling, department, faculteit, faculty, schoolonderdeel, onderwijseenheid, eenheid, mbo"
        " college, onderwijscluster, uitvoerend college | domein, school, instituut, unit, division",
        "team": "onderwijsteam, opleidingsteam, teams, opleiding, opleidingen | vakgroep, groep, afdeling, unit",
        "status": "stand van zaken, fase, stage, stadium, voortgang, progress, state, phase, projectfase, hoe"
        " staat het ervoor, stavaza, svz, actief, lopend, task status, approval status | stand, afgerond, actueel,"
        " planning, resultaat status",
        "start": "start date, van, vanaf, begint, aanvang, aanvangsdatum, startmoment, begin datum, start datum,"
        " sinds, since, from, ingangsdatum, looptijd van, datum start, datum begin, datum van, begindag, begin op,"
        " started, startjaar, start year, scheduled start | datum, date, wanneer, when, jaar, periode, planning,"
        " looptijd",
        "einde": "end date, tot, tot en met, t m, deadline, due date, due, eind datum, einde datum, datum einde,"
        " datum eind, datum tot, looptijd tot, eindigt, afronding, afgerond op, einddag, end, finish, completion"
        " date, to, until, vervaldatum, opleverdatum, eindjaar, end year, gereed | oplevering, datum, gepland",
        "ingredienten": "ingredients, lrn ingredienten, herkende ingredienten, welke ingredienten, ingredient"
        " nummers | bouwstenen, elementen, kenmerken, componenten",
        "netwerkthema": "netwerk thema, arbeidsmarkttransities, arbeidsmarkttransitie, lrn thema, kernthema,"
        " draagt bij aan netwerkthema, op netwerkthema, network theme | netwerk, hoofdthema, arbeidsmarkt,"
        " transitie",
        "themas": "theme, themes, thematiek, maatschappelijk thema, maatschappelijke themas, tag, tags,"
        " trefwoord, trefwoorden, maatschappelijke opgave, opgave, topic, topics, maatschappelijk vraagstuk |"
        " label, labels, categorie, category, keywords, onderwerp, onderwerpen, sector, domein, programmalijn,"
        " speerpunt, focus",
        "niveaus": "level, levels, netwerkniveau, niveau netwerk, bestuurlijk niveau | laag, schaal, schaalniveau",
        "betrokkenen": "wie doen mee, betrokken, betrokken groepen, doelgroep intern, deelnemers mborijnland |"
        " doelgroep, doelgroepen, deelnemers, participants, wie, target group, audience",
        "samenwerkingsvorm": "vorm van samenwerking, soort samenwerking, type samenwerking, vorm samenwerking |"
        " samenwerking, verband",
        "rol": "rol school, onze rol, rol mbo rijnland, rol mbor, rol van mborijnland, role, our role |"
        " trekkersrol, positie",
        "deelname": "wijze van deelname, manier van meedoen, intensiteit | betrokkenheid, participation",
        "meerwaarde_mborijnland": "toegevoegde waarde mborijnland, meerwaarde school, bijdrage mborijnland, wat"
        " voegen wij toe | meerwaarde, toegevoegde waarde, bijdrage",
        "meerwaarde_partners": "toegevoegde waarde partners, meerwaarde partner, bijdrage partners, wat voegen"
        " partners toe | meerwaarde, toegevoegde waarde",
        "opbrengst": "resultaat, resultaten, result, results, outcome, outcomes, lessen, lessons learned,"
        " leerpunten, wat heeft het opgeleverd, geleerd | effect, impact, conclusie, evaluatie, output",
        "contactpersoon": "wie trekt het, trekker, trekkers, owner, eigenaar, verantwoordelijke, assigned to,"
        " assignee, aanspreekpunt, projectleider, kartrekker, contact persoon, naam contactpersoon,"
        " contactpersonen, coordinator, contact person, responsible, toegewezen aan, initiatiefnemer, organisator,"
        " lead, contact name, begeleider, penvoerder, wie is verantwoordelijk, proceseigenaar, projecteigenaar |"
        " wie, who, docent, naam trekker, regie, manager",
        "email": "mailadres, mail, e mail adres, email adres, emailadres, email address, e mail address, mail"
        " contactpersoon, email contactpersoon, e mail contactpersoon, contact email, e mailadressen |"
        " contactgegevens, bereikbaar via",
        "bijgewerkt": "last modified, modified, last updated, updated, gewijzigd, gewijzigd op, laatst gewijzigd,"
        " wijzigingsdatum, laatste update, update, bijgewerkt op, datum bijgewerkt, laatste wijziging,"
        " mutatiedatum, actueel op, peildatum, last update, updated at, modified date, laatst aangepast, aangepast"
        " op, nagekeken | actueel, datum, gezien, check",
        PARTNER_NAMES: "partner, partners, naam bedrijf, bedrijfsnaam, naam organisatie, organisatienaam, naam"
        " instelling, samenwerkingspartner, samenwerkingspartners, organisaties, organisations, organizations,"
        " betrokken partijen, betrokken organisaties, partijen, partnerorganisatie, partnerorganisaties, externe"
        " partners, partner organisations, partner names, met wie, samen met, samenwerking met, bedrijven,"
        " betrokken partners, deelnemende organisaties, deelnemende partijen, netwerkpartners, naam partner,"
        " partnernaam, partner name, ketenpartners, consortium, stakeholders, betrokken bedrijven, organisatie,"
        " organisation, organization | deelnemers, bedrijf, instelling, instellingen, actoren, leden, company,"
        " opdrachtgever, participants",
    },
    c.PARTNERS.name: {
        "id": "nr, no, nummer, code, volgnummer, partnernummer, partner id, kenmerk, organisatie id,"
        " relatienummer, record id, key, klantnummer, kvk nummer, kvk, id nummer | referentie, ref, number",
        "naam": "name, organisation, organization, naam organisatie, organisatienaam, bedrijf, bedrijfsnaam,"
        " instelling, naam partner, partnernaam, company, company name, partner name, account name, naam bedrijf,"
        " relatie, label, organisaties, partners, title, titel, naam instelling, account | wie, partij, element,"
        " contact",
        "soort": "type, categorie, category, soort organisatie, type organisatie, soort partner, organisatietype,"
        " kind, partnertype, type partner, sector, organisation type | branche, groep, rubriek, tags, bedrijfstak",
        "gemeente": "stad, city, town, municipality, vestigingsplaats, woonplaats, plaatsnaam, standplaats, place"
        " | location, locatie, vestiging, adres, regio, waar",
        "schaal": "scale, reikwijdte, bereik, schaalniveau, niveau, level | werkgebied, gebied",
        "strategisch": "strategisch, strategische partner, strategic, strategic relation, koepel, strategisch"
        " partner | belangrijk, kernpartner, accounthouder",
    },
    c.DEELNAMES.name: {
        "activiteit": "project, activity, activiteiten, activiteit nr, activiteitnummer, project id, activity id,"
        " naam activiteit, initiatief, projectnaam, activiteitnaam, id activiteit, projectnummer, knooppunt, nr"
        " activiteit | titel, title, name, label",
        "partner": "partners, organisatie, organisation, organization, partner nr, partnernummer, naam partner,"
        " partnernaam, bedrijf, instelling, company, id partner, partij, organisaties, nr partner | deelnemer,"
        " naam, relatie, wie, contact",
        "rol": "role, rol partner, rol van partner, functie, type | soort",
        "meerwaarde": "toegevoegde waarde, bijdrage, inbreng, added value, wat brengt de partner in, contribution"
        " | toelichting, opmerking, omschrijving, description",
    },
    c.VERBINDINGSLIJNEN.name: {
        "id": "nr, no, nummer, code, volgnummer, lijnnummer, key, kenmerk, id nummer | ref, number",
        "van": "from, source, bron, start, begin, beginpunt, vertrekpunt, van activiteit, van plaats, from id,"
        " knooppunt a, van knooppunt, uit | a, activiteit, knooppunt 1, activiteit 1",
        "naar": "to, target, doel, eind, eindpunt, einde, bestemming, naar activiteit, naar plaats, to id,"
        " knooppunt b, tot, naar knooppunt, destination, met | b, knooppunt 2, activiteit 2",
        "vorm": "type, soort, soort verbinding, type verbinding, kind, soort lijn, connection type, categorie,"
        " category, relatie | label, tags",
        "frequentie": "hoe vaak, frequency, ritme, how often | interval, aantal keer, wanneer",
        "sinds": "since, startdatum, begindatum, vanaf, start date, sinds wanneer, ingangsdatum, begonnen |"
        " datum, date, jaar",
        "omschrijving": "description, toelichting, beschrijving, opmerking, wat reist er, inhoud, uitleg | label,"
        " details, doel",
    },
}

_SHEETS = {
    c.ACTIVITEITEN.name: "activities, activiteit, activity, projecten, project, projects, projectenlijst,"
    " projectenoverzicht, activiteitenlijst, activiteitenoverzicht, overzicht activiteiten, overzicht projecten,"
    " lijst activiteiten, initiatieven, initiatief, initiatives, knooppunten, elements, elementen, register,"
    " activiteitenregister, kalender, evenementen, events, agenda, labs, lijst, overzicht, data, query, export,"
    " planning, jaarplan, actielijst, tracker, items, nodes",
    c.PARTNERS.name: "partner, partnerlijst, organisaties, organisatie, organisations, organizations,"
    " partnerorganisaties, samenwerkingspartners, relaties, bedrijven, instellingen, stakeholders,"
    " netwerkpartners, accounts, companies, partijen, overzicht partners, lijst partners, actoren",
    c.DEELNAMES.name: "deelname, deelnemers, participations, participaties, participation, activiteit partner,"
    " koppeltabel, activiteit partners, partners per activiteit, deelnemende partners, wie doet mee,"
    " betrokkenheid, rollen",
    c.VERBINDINGSLIJNEN.name: "verbindingslijn, verbindingen, verbinding, connections, connection, lijnen, links,"
    " edges, lines, netwerklijnen, relaties tussen activiteiten, verbindinglijnen, kennislijnen, overleggen",
}

_SHEET_WORDS = {  # words that tell a sheet whatever stands beside them: "tbl_Activiteiten", "Lijst met partners"
    **dict.fromkeys(("activiteiten", "activities", "projecten", "projects", "initiatieven"), c.ACTIVITEITEN.name),
    **dict.fromkeys(("partners", "organisaties", "organisations", "organizations"), c.PARTNERS.name),
    **dict.fromkeys(("deelnames", "participations"), c.DEELNAMES.name),
    **dict.fromkeys(("verbindingslijnen", "verbindingen", "connections"), c.VERBINDINGSLIJNEN.name),
}

# Sheets that hold words about the list and no list: their names, or parts of them.
_ABOUT = re.compile(
    r"^(?:lijsten|uitleg|legenda?|toelichting|instructies?|handleiding|leeswijzer|keuzelijst(?:en)?|validatie|waarden"
    r"|readme|lees ?mij|info(?:rmatie)?|voorblad|inhoud(?:sopgave)?|colofon|versie(?:beheer|s)?|changelog|help"
    r"|instructions|cover|notes?|begrippen(?:lijst)?|definities|lookups?|options|dropdowns?|draaitabel.*|grafiek.*"
    r"|wijzigingen|.* terzijde"
    r"|chart.*|pivot.*|dashboard.*|koppeling)(?: \d+)?$"
)

# Columns that lists have of their own: money, remarks, what a program adds. Nothing is guessed from what stands there.
_OWN = re.compile(
    r"^terzijde |^ook genoemd$|^(?:start|completion|last modified) time$|^begintijd$|^tijd van voltooi\w+$"
    r"|\b(?:opmerking(?:en)?|notities?|notes?|remarks?|comments?|commentaar|bijzonderheden|to ?do"
    r"|actie(?:punt(?:en)?|s)?"
    r"|budget|begroting|kosten|bedrag|subsidie|euro|eur|uren|fte|financiering|cost|amount|prijs|tarief|omzet"
    r"|prioriteit|priority|aangemaakt(?: door| op)?|created(?: by| at| on)?|gemaakt(?: door| op)?"
    r"|(?:modified|gewijzigd|bijgewerkt) (?:by|door)"
    r"|attachments?|bijlagen?|path|pad|item ?type"
    r"|link|url|website|www|bestand|compliance asset id|versie|version|rang|kleur"
    r"|color|size|image|direction|richting|telefoon(?:nummer)?|tel|mobiel|06(?: nr| nummer)?|phone|gsm|postcode|zip"
    r"|aantal.*|leeftijd|geboorte.*|bsn|controle|check|akkoord|volgende stap|next step|percentage|complete|late)\b"
)
# What a list of activities says of the partners in it: "Rol partner" is not the role of the school.
_OF_PARTNER = re.compile(
    r"(?:(?:rol|role|soort|type|sector|plaats|vestigingsplaats|gemeente|stad|city|adres|address|status|functie|contact\w*"
    r"|aanspreekpunt|e ?mail\w*|mail\w*)(?: (?:van|of))?(?: (?:de|het|the))?"
    r" (?:partners?|organisaties?|organi[sz]ations?|bedrij(?:f|ven)|instelling(?:en)?|compan(?:y|ies))"
    r"|(?:partner|organisatie|bedrijfs?|organi[sz]ation|company) ?(?:rol|role|soort|type|sector|plaats|gemeente|stad"
    r"|city|adres|address|status|contact|e ?mail))"
)
_CONTACT = re.compile(
    r"\b(?:telefoon\w*|tel|mobiel\w*|06|phone|gsm|e ?mail\w*|mail\w*|contact\w*|adres\w*|bsn|geboorte\w*)\b"
)

_OBJECT = r"(?:project(?:en)?|activiteit(?:en)?|initiatie(?:f|ven)|activity|activities|initiative|knooppunt(?:en)?|lrn)"
_SAYS_NOTHING = re.compile(
    rf"^(?:{_OBJECT}|de|het|een|van|the|of|a|korte?|short|brief|huidige?|current|onze?|ons|per|voor|\d{{4}})$"
)
_COMPOUND = re.compile(
    r"^(?:project(?:en)?|activiteiten|activiteits(?=naam|titel|type|vorm|code|num|nr|doel|omschr|datum)|activiteit"
    r"|initiatief|activity)(?=[a-z]{2})"
)
_ASKING = re.compile(  # words of a question, as a form asks it: "Wat is de naam van uw activiteit?"
    r"\b(?:wat|is|zijn|was|wordt|uw|jullie|jouw|je|welke?|hoe|heet|heeft|hebben|deze|dit|die|in|welk|vul|graag|evt|eventueel"
    r"|geef|noem|doet|doen|mee|werkt?|samen|er|bij|speelt|spelen|what|which|your|please)\b"
)
_BRACKETS = re.compile(r"\([^)]*\)")
_INTERNAL = re.compile(r"\bintern(?:e|al)?\b")
_NUMBERED = re.compile(r" ?\d{1,2}$")
_NUMBER_SIGNS = ("#", "№", "nº", "n°")
_OF_PARTS = 3  # words of a heading that are looked up in front and behind


@cache
def bare(heading: str) -> str:
    """*heading* as it is looked up: without brackets, and without words and parts that only say "of the activity"."""
    if heading.strip().casefold().rstrip(".") in _NUMBER_SIGNS:
        return "nr"
    text = plain(_BRACKETS.sub("", heading)) or plain(heading)
    words = [_COMPOUND.sub("", word) for word in text.split()]
    kept = [word for word in words if not _SAYS_NOTHING.match(word)]
    return " ".join(kept)


def meanings(sheet: c.Sheet, heading: str) -> Mapping[str, float]:
    """What *heading* can mean on *sheet*: by field (or ``PARTNER_NAMES``) how much it says so."""
    found = _meant(sheet.name, heading) if len(heading) <= LONGEST else {}
    if PARTNER_NAMES in found and _INTERNAL.search(plain(heading)):  # "Partners (intern)" are of the school itself
        return {field: level for field, level in found.items() if field != PARTNER_NAMES}
    return found


def words_for(sheet: c.Sheet, heading: str) -> bool:
    """Whether *heading* is known as words for a column of *sheet*, to the letter."""
    known = _known(sheet.name)
    whole, text = plain(_BRACKETS.sub("", heading)) or plain(heading), bare(heading)
    return whole in known or text in known or (not text and re.search(_OBJECT, whole) is not None)


@cache
def _meant(sheet: str, heading: str) -> dict[str, float]:
    known = _known(sheet)
    whole, text = plain(_BRACKETS.sub("", heading)) or plain(heading), bare(heading)
    if is_own(heading) or (sheet == c.ACTIVITEITEN.name and is_of_partner(heading)):
        return {}
    if found := known.get(whole) or known.get(text):
        return found
    if PARTNER_NAMES in (found := known.get(_NUMBERED.sub("", text), {})):  # "Partner 1"
        return {PARTNER_NAMES: found[PARTNER_NAMES]}
    if not text:  # "Projecten", "Project of activiteit"
        field = {c.ACTIVITEITEN.name: "naam", c.DEELNAMES.name: "activiteit"}.get(sheet)
        return {field: STRONG} if field and re.search(_OBJECT, whole) else {}
    for said in (whole, text):
        likely, sure = _likely(sheet).find(said)
        if sure or (likely and fuzz.ratio(said, likely) >= _SLIP):
            return {field: (STRONG if sure else ALIKE) * level for field, level in known[likely].items()}
    asked = " ".join(_ASKING.sub(" ", text).split())
    if asked != text and asked in known:
        return {field: ALIKE * level for field, level in known[asked].items()}
    return _in_parts(known, asked) | _in_parts(known, text)


def _in_parts(known: Mapping[str, dict[str, float]], text: str) -> dict[str, float]:
    """What the first and last words of *text* mean: "Status per 1 november", "uitvoerende gemeente".

    What names another column beside a word for an ID is that column: "Key ingredient", "Status code".
    """
    words = text.split()
    found: dict[str, float] = {}
    for amount in range(min(_OF_PARTS, len(words) - 1), 0, -1):
        for part in (" ".join(words[:amount]), " ".join(words[-amount:])):
            for field, level in known.get(part, {}).items():
                if level == STRONG and len(part) > 2:
                    found[field] = WEAK
    if not found.keys() <= _OF_ITSELF:
        found.pop("id", None)
    return found


@cache
def _known(sheet: str) -> dict[str, dict[str, float]]:
    """By a word for a column, in the form that is looked up: the fields that it can mean, and how much it says so."""
    known: dict[str, dict[str, float]] = {}
    for column in next(s for s in c.SHEETS if s.name == sheet).columns:
        for name in (column.header, *column.aliases):
            known.setdefault(plain(name), {})[column.field] = STRONG
    for field, listed in _COLUMNS[sheet].items():
        strong, _, weak = listed.partition("|")
        for level, names in ((STRONG, strong), (WEAK, weak)):
            for name in filter(None, map(str.strip, names.split(","))):
                fields = known.setdefault(name, {})
                fields[field] = max(level, fields.get(field, 0))
    return known


@cache
def _likely(sheet: str) -> Likely:
    return Likely({name: name for name in _known(sheet)})


def is_own(heading: str) -> bool:
    """Whether *heading* says that the column is something that the contract has no place for, such as a budget."""
    return len(heading) <= LONGEST and _OWN.search(plain(_BRACKETS.sub("", heading))) is not None


def names_activity(heading: str) -> bool:
    """Whether *heading* says that the column holds what the activities are called: "Projectnaam"."""
    found = meanings(c.ACTIVITEITEN, heading)
    about = re.search(_OBJECT, plain(heading)) is not None
    return about and found.get("naam", 0.0) >= ALIKE


def is_about_other(sheet: c.Sheet, heading: str) -> bool:
    """Whether *heading* is of several words that name a column of *sheet*, and not its ID: "Key ingredient"."""
    found = meanings(sheet, heading)
    return " " in plain(heading) and "id" not in found and not found.keys() <= _OF_ITSELF


def is_of_partner(heading: str) -> bool:
    """Whether *heading*, in a list of activities, says something of their partners and nothing of the activities."""
    return len(heading) <= LONGEST and _OF_PARTNER.fullmatch(plain(_BRACKETS.sub("", heading))) is not None


def is_contact(heading: str) -> bool:
    """Whether *heading* says that the column holds how a person can be reached."""
    return len(heading) > LONGEST or _CONTACT.search(plain(heading)) is not None


@cache
def sheet_meant(tab: str) -> str:
    """The name of the contract's sheet that a sheet called *tab* says to be, "" when it does not say."""
    text = plain(tab)
    without_year = " ".join(word for word in text.split() if not word.isdigit() and word != "lrn")
    for name in (text, without_year):
        for sheet, listed in _SHEETS.items():
            if name in (plain(sheet), *map(str.strip, listed.split(","))):
                return sheet
    likely, _ = _likely_sheet().find(without_year)
    said = {_SHEET_WORDS[word] for word in text.split() if word in _SHEET_WORDS}
    return likely or (said.pop() if len(said) == 1 else "")


@cache
def _likely_sheet() -> Likely:
    names = {name.strip(): sheet for sheet, listed in _SHEETS.items() for name in listed.split(",")}
    return Likely(names | {plain(sheet): sheet for sheet in _SHEETS})


def is_about(tab: str) -> bool:
    """Whether a sheet called *tab* holds words about the list, and no list."""
    return _ABOUT.match(plain(tab)) is not None
