"""Dutch copy that is used more than once, and the sentences in which figures are put. Leaf module."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, overload

from babel.dates import format_date, format_datetime
from babel.lists import format_list
from babel.numbers import format_decimal

if TYPE_CHECKING:  # the child that checks a workbook does without
    import pandas as pd

APP = "Lerend Regionaal Netwerk"
ONBEKEND = "Onbekend"
NOT_FILLED_IN = "niet ingevuld"
NOT_CHOSEN = "niet gekozen"
ROW_IN_WORKBOOK = "Rij in de werkmap"
WITHOUT_COLLEGE = "Zonder college"
SAMPLE_BADGE = "Voorbeelddata"
SAMPLE_HELP = "Alle activiteiten, partners en verbindingslijnen in dit register zijn verzonnen."
NOTHING_SELECTED = "Geen activiteiten in deze selectie"
NOTHING_SELECTED_HELP = "Kies een ruimere selectie in de zijbalk, of wis de filters."
STATUS_NEEDS_ALL = (
    "Met een peildatum tellen alleen activiteiten die dan actief zijn; zet ‘Alles, ongeacht datum’ aan voor de rest."
)
NOTHING_COUNTS = "Geen enkele activiteit kan worden geteld"
ALL_LEFT_OUT = (
    "Geen enkele rij op het werkblad Activiteiten telt mee ({rijen}): er ontbreekt een ID of naam, of een ID staat er twee "
    "keer. Waar, ziet u achter de link hierboven."
)
NOTHING_TO_DRAW = "Dit kenmerk is bij deze activiteiten nergens ingevuld."
OUTSIDE_THE_CHOICE = "{plaats} valt buiten wat in de zijbalk is gekozen, en telt hier daarom niet mee."
PARTLY_CHOSEN = "Van {plaats} is alleen {gemeenten} gekozen; de regio als geheel telt hier niet mee."
NOTHING_HERE = "In deze selectie is hier niets te vinden."
NO_OPPORTUNITIES = "In {plaatsen} is rond elk thema al iets geregistreerd, welke dag ook. Waar wilt u verder?"
ALSO_BEYOND = " (ook buiten deze selectie)"
WITHIN_THIS_SELECTION = (
    "Geteld binnen deze selectie. Wat deze activiteiten verbindt met activiteiten daarbuiten, telt hier niet mee."
)
NOT_ASKED_OF_CONTEXT = (
    "{plaatsen} staat er als context bij. Wat er nog niet is, vragen we alleen van de drie regio's en Woerden."
)
NOT_ASKED = "Deze selectie telt niets in de drie regio's of Woerden; alleen daar vragen we wat er nog niet is."
OPPORTUNITIES_OF = (
    "Bovenaan staan de kansen met de meeste aanknopingspunten dichtbij. Gevraagd aan het hele register, op welke dag "
    "dan ook, en niet alleen aan deze selectie."
)
NOTHING_STANDS_OUT = (
    "In deze selectie springt niets in het oog: geen grote verschillen, en weinig dat begint of eindigt."
)
NOTHING_REGISTERED = "Het register heeft nog geen activiteiten"
NOTHING_REGISTERED_HELP = (
    "Vul op het werkblad Activiteiten de eerste rij in, sla de werkmap op en laad deze pagina opnieuw."
)
NO_REGISTER = "Er is geen register om te laten zien"
MATCHING_NEEDS_WORKBOOK = "Koppelen kan met een werkmap van Excel of ODS, en niet met een map csv-bestanden."
PREVIEW_IS_GONE = (
    "Uw proefweergave is er niet meer: het dashboard is opnieuw gestart, of u was lang weg. Upload de werkmap opnieuw."
)
NO_SUCH_PAGE = "Deze pagina is er niet"
ACCESSIBILITY = "Toegankelijkheid"
PAGE_FAILED_TITLE = "Deze pagina kan nu niet worden getoond"
PAGE_FAILED = (
    "Er ging iets mis in het dashboard; aan het register is niets veranderd. Laad de pagina opnieuw of wis de filters. "
    "Blijft het misgaan, geef dan de link door aan wie het dashboard beheert."
)
STAGE_HELP = (
    "Toetsen op het scherm, ook van een afstandsbediening: {toetsen}. Vegen kan ook. Start met Enter of met Shift+F5 "
    "(op veel afstandsbedieningen: de startknop lang indrukken); F5 alleen herlaadt de pagina. Met ‘Sprekersscherm’ "
    "opent u op uw tweede scherm uw notities, de klok en de keuzelijst; beide schermen lopen gelijk op. Klik onderweg "
    "gerust in een grafiek: de rijen erachter verschijnen eronder. De link in de adresbalk opent hetzelfde beeld, "
    "zonder gekozen peildatum altijd met de cijfers van vandaag; met ‘Deel of neem mee’ legt u de datum vast. F11 "
    "maakt het scherm helemaal vol."
)
CLICK_TO_SEE = "Klik op een staaf of een vakje, of kies hierboven {wat}, om de activiteiten te zien."
STREETS = "Straten: BRT-achtergrondkaart van PDOK (Kadaster), CC BY 4.0"
SOURCE_STREETS = f"{STREETS}. Ziet u geen straten, dan is PDOK nu niet bereikbaar; de kaart werkt gewoon door."
LINK_OF_A_PREVIEW = "Wie de link opent, ziet het register van iedereen en niet uw proefweergave."
YEAR_EARLIER = "een jaar eerder"
PLANNED = "volgens de planning"
STILL_TO_COME = (
    "De peildatum moet nog komen: geteld is wat dan volgens de planning actief is, met Start, Einde en status zoals ze nu "
    "in het register staan."
)
TAKE_ALONG = (
    "In de werkmap staan de rijen en alle cijfers. Contactgegevens gaan nooit mee. Een grafiek als afbeelding of csv staat achter "
    "‘Cijfers’. Afdrukken of opslaan als pdf kan met Ctrl+P."
)

# Below this many activities a share says little, and is not drawn (style: few activities are said to be few). Only
# is_few compares with it.
FEW, FEW_SAID = 5, "vijf"
FEWER = f"minder dan {FEW} activiteiten"
# From this many on a sentence says a share as a percentage; of fewer it counts them: 3 van de 7.
SHARES_FROM = 10
# From this many on a share has one decimal.
MANY = 100

COUNTED = {
    "activiteiten": ("activiteit", "activiteiten"),
    "partners": ("partner", "partners"),
    "verbindingslijnen": ("verbindingslijn", "verbindingslijnen"),
    "ingredienten": ("ingrediënt", "verschillende ingrediënten"),
    "themas": ("thema", "verschillende thema's"),
    "colleges": ("college", "verschillende colleges"),
    "groepen": ("groep", "groepen"),
    "groepen_via_partners": ("groep", "groepen"),
    "soorten": ("soort partner", "verschillende soorten partners"),
}

SEVERITIES = {
    "fout": ("fout", "fouten"),
    "waarschuwing": ("waarschuwing", "waarschuwingen"),
    "opmerking": ("opmerking", "opmerkingen"),
}
CONSEQUENCES = {
    "fout": "de rij telt niet mee",
    "waarschuwing": "de rij telt, de waarde is ‘Onbekend’ of telt als leeg",
    "opmerking": "alles telt, het kan beter",
}

HIGHLIGHTS = "Wat valt op"
ASKED = "Wat we u vragen:"
NO_CHECKLIST = "De elf ingrediënten zijn geen checklist: elke activiteit is een eigen gerecht."
CLAIMED_AND_SUPPORTED = {
    "beide": "genoemd én onderbouwd",
    "alleen_genoemd": "alleen genoemd",
    "alleen_te_zien": "alleen onderbouwd",
}

UNREADABLE = {
    "niet-gevonden": "Het register “{naam}” is niet gevonden: controleer naam en pad (voor de pagina: LRN_REGISTER), en of de map bereikbaar is.",
    "leeg": "Het bestand “{naam}” is leeg: sla het register in Excel opnieuw op en kies dat bestand.",
    "lege-map": "In de map “{naam}” staan geen csv-bestanden: zet er minstens Activiteiten.csv in, of kies een Excel-werkmap.",
    "geen-werkmap": "Het bestand “{naam}” is geen Excel- of ODS-werkmap: open het in Excel en sla het op als .xlsx.",
    "wachtwoord": "De werkmap “{naam}” is met een wachtwoord beveiligd: sla een kopie zonder wachtwoord op en kies die.",
    "beschadigd": "De werkmap “{naam}” kan niet worden gelezen: open die in Excel, sla die opnieuw op als .xlsx en probeer het nog eens.",
    "te-groot": "De werkmap “{naam}” is te groot voor een register: verwijder werkbladen en rijen die er niet bij horen.",
    "te-zwaar": "Het bestand “{naam}” is {groot} MB en een werkmap mag hier hooguit {grens} MB zijn: sla een kopie op met alleen het register.",
    "te-veel-rijen": "De werkmap “{naam}” heeft op “{waar}” meer dan {rijen} rijen: verwijder de rijen die er niet bij horen.",
    "te-veel-bladen": "De werkmap “{naam}” heeft te veel werkbladen voor een register: verwijder de bladen die er niet bij horen.",
    "twee-bladen": "De werkmap “{naam}” heeft twee werkbladen met de naam “{waar}”: geef een van de twee een andere naam.",
    "te-ver": "In de werkmap “{naam}” staat iets heel ver weg, in {waar}: maak die cel leeg en sla de werkmap opnieuw op.",
    "onmogelijke-tijd": "In de werkmap “{naam}” staat een tijdsduur die niet kan bestaan, op {waar}: verbeter die cel en sla de werkmap opnieuw op.",
    "te-veel-bevindingen": "In “{naam}” valt op meer dan {bevindingen} plaatsen iets op te merken, het vaakst op {waar}: verbeter dat eerst, of kies een kopie met alleen het register.",
    "ingepakt": "Het bestand “{naam}” is een zip met andere bestanden erin: pak het uit en kies de werkmap zelf.",
    "aanhalingsteken": "In de map “{naam}” wordt een aanhalingsteken niet gesloten, in {waar}: sluit het daar, of sla het werkblad opnieuw op als csv.",
    "csv-beschadigd": "In de map “{naam}” is het csv-bestand {waar} beschadigd: sla het werkblad opnieuw op als csv.",
    "csv-niet-te-openen": "In de map “{naam}” kan {waar} nu niet worden geopend: sluit het in Excel of vraag toegang, en probeer het nog eens.",
    "stand-beschadigd": "De werkmap “{naam}” kan niet worden gelezen als bewaarde stand: het bestand is beschadigd, kies een andere stand.",
    "te-lang": "Het lezen van “{naam}” duurde langer dan {seconden} seconden en is gestopt: probeer het zo nog eens; helpt dat niet, sla dan een kopie op met alleen het register.",
    "wordt-bewaard": "Het register “{naam}” wordt op dit moment steeds opnieuw opgeslagen: probeer het over een halve minuut nog eens.",
    "afgebroken": "Het lezen van “{naam}” is door de computer afgebroken, waarschijnlijk door gebrek aan geheugen: probeer het zo nog eens.",
    "bezet": "Er wordt al een werkmap gelezen: probeer “{naam}” over een halve minuut nog eens.",
    "niet-te-openen": "Het bestand “{naam}” kan nu niet worden geopend: sluit het in Excel of vraag toegang, en probeer het nog eens.",
}

_QUARTER = (
    "Actief op de laatste dag van het kwartaal (van het laatste kwartaal: op de peildatum). K1 is januari tot en met "
    "maart, K4 oktober tot en met december."
)
_THEMES_COUNT = "Een activiteit met drie thema's telt bij elk daarvan één keer, en in elk totaal één keer."
_INGREDIENTS_COUNT = (
    "Een activiteit die drie ingrediënten noemt, telt bij elk daarvan één keer, en in elk totaal één keer."
)
_NOT_THERE_YET = "Thema's waarbij het hele register, ongeacht datum, in die regio of gemeente geen activiteit heeft."

DEFINITIONS = {
    "actief": (
        "Actief op de peildatum: de Start is leeg of uiterlijk op de peildatum, het Einde is leeg of niet vóór de "
        "peildatum, en de status is niet verkenning, afgerond of gestopt. Op een eerdere dag dan vandaag telt ook wat "
        "sindsdien is afgerond of gestopt, tot en met het Einde; zonder Einde telt het op geen enkele dag. Een latere dag "
        "is geteld volgens de planning."
    ),
    "alles": "Alle getelde activiteiten, ongeacht datum en status.",
    "partners": "Organisaties die volgens het werkblad Deelnames meedoen aan minstens één van deze activiteiten.",
    "lijnen": (
        "Verbindingslijnen die een van deze activiteiten raken; met een peildatum alleen die dan al bestaan. Zonder filter "
        "op inhoud (zoals college of thema) tellen ook de lijnen van en naar de regio's en gemeenten in beeld mee."
    ),
    "netwerkthema": (
        "Activiteiten met ‘ja’ bij Netwerkthema. Het netwerkthema arbeidsmarkttransities is niet exclusief: "
        "activiteiten op andere thema's zijn even welkom."
    ),
    "ingredienten": "Verschillende ingrediënten (van de elf) die bij deze activiteiten zijn genoemd; geen checklist.",
    "themas": "Verschillende maatschappelijke thema's die bij deze activiteiten zijn genoemd.",
    "colleges": "Verschillende colleges die bij deze activiteiten staan.",
    "groepen": (
        "Groepen van twee of meer activiteiten die met elkaar samenhangen: van de ene komt u langs verbindingslijnen "
        "bij elke andere. Hieronder staan de activiteiten in die groepen."
    ),
    "groepen_via_partners": (
        "Groepen van twee of meer activiteiten die met elkaar samenhangen, langs verbindingslijnen of doordat dezelfde "
        "partner meedoet. Hieronder staan de activiteiten in die groepen."
    ),
    "los_lijnen": "Tussen deze activiteiten en een andere activiteit van de selectie loopt geen verbindingslijn.",
    "los_partners": (
        "Tussen deze activiteiten en een andere activiteit van de selectie loopt geen verbindingslijn, en er is geen "
        "partner die aan beide meedoet."
    ),
    "valt_los_zonder": (
        "Deze activiteiten hangen alleen hierdoor met een andere activiteit van de selectie samen: zonder is er geen "
        "verbindingslijn en geen gedeelde partner meer."
    ),
    "ontbrekende_lijnen": (
        "Twee activiteiten in verschillende regio's die een thema, een ingrediënt of een soort partner delen, en die nu "
        "nog niet in hooguit twee stappen met elkaar verbonden zijn: langs verbindingslijnen, of doordat dezelfde partner "
        "meedoet. Een vraag, geen opdracht. In een 3O-overleg spreken onderwijs, ondernemers en overheid elkaar."
    ),
    "paar": "De twee activiteiten met deze ID's.",
    "prikker": "Een activiteit telt bij precies de niveaus die in de kolom Niveaus staan. Geen score: elk niveau is welkom.",
    "deel": "Van deze activiteit komt u langs verbindingslijnen bij elke andere in de lijst.",
    "deel_via_partners": (
        "Van deze activiteit komt u langs verbindingslijnen, of doordat dezelfde partner meedoet, bij elke andere in de "
        "lijst."
    ),
    "tussen_activiteiten": (
        "Verbindingslijnen die bij de ene activiteit van de selectie beginnen en bij een andere eindigen. Lijnen van of "
        "naar een gemeente of regio tellen hier niet mee."
    ),
    "lijn_met": "Activiteiten van de selectie waar vanaf deze activiteit een verbindingslijn naartoe loopt, of andersom.",
    "deelname": (
        "Hoe mboRijnland meedoet, zoals het in de kolom Deelname staat. Een activiteit kan bij elk van de drie tellen. "
        "Een uitnodiging, geen score."
    ),
    "eind": (
        "Verbindingslijnen die hier beginnen of eindigen en waarvan het andere eind ook een activiteit van de selectie, een "
        "gemeente of een regio is."
    ),
    "netwerk_beeld": (
        "Elke activiteit van de selectie is een knooppunt; ook een gemeente of regio waar een verbindingslijn begint of "
        "eindigt. Lijnen naar een activiteit buiten de selectie staan er niet bij. Waar een knooppunt staat, hangt van de "
        "regio af en van wat ermee verbonden is: dat blijft gelijk, wat u ook kiest. Hoe groter, hoe meer verbindingen. "
        "Een CIV is een Centrum voor Innovatief Vakmanschap."
    ),
    "tussen_regios": (
        "Verbindingslijnen tussen twee activiteiten van de selectie die niet in dezelfde regio zijn. Woerden, Elders en "
        "‘Zonder plaats’ tellen elk als een eigen regio."
    ),
    "lijnen_raken": (
        "Een verbindingslijn telt bij elke regio of gemeente waar die begint of eindigt. Begint of eindigt de lijn bij een "
        "activiteit, dan is dat de regio of gemeente van die activiteit."
    ),
    "alleen_hier": (
        "Een verschijningsvorm, thema of ingrediënt dat bij geen activiteit ergens anders staat, of een soort partner die "
        f"nergens anders meedoet. Alleen gezegd als er elders minstens {FEW_SAID} activiteiten zijn om mee te vergelijken."
    ),
    "plek": (
        "Met coördinaten in het register staat een activiteit op die plek. Zonder staat die ergens in de gemeente, "
        "of als alleen de regio bekend is ergens in de regio: altijd op hetzelfde punt, maar dat punt is willekeurig. "
        "Coördinaten buiten de eigen gemeente worden niet gebruikt."
    ),
    "dekking": (
        "Aantal geselecteerde activiteiten met dit kenmerk. Het aandeel is van alle geselecteerde activiteiten, en per "
        "regio of gemeente van de activiteiten daar. Een activiteit met drie thema's telt bij elk daarvan één keer, en "
        "in elk totaal één keer; zo ook met drie ingrediënten."
    ),
    "dekking_thema": f"Aantal geselecteerde activiteiten bij dit thema, en hun aandeel in het totaal. {_THEMES_COUNT}",
    "dekking_thema_daar": (
        "Aantal geselecteerde activiteiten bij dit thema, en hun aandeel in de activiteiten van die regio of gemeente. "
        f"{_THEMES_COUNT}"
    ),
    "dekking_thema_college": (
        "Aantal geselecteerde activiteiten bij dit thema, en hun aandeel in de activiteiten van dat college. "
        f"{_THEMES_COUNT}"
    ),
    "dekking_ingredient": (
        f"Aantal geselecteerde activiteiten die dit ingrediënt noemen, en hun aandeel in het totaal. {_INGREDIENTS_COUNT}"
    ),
    "dekking_ingredient_daar": (
        "Aantal geselecteerde activiteiten die dit ingrediënt noemen, en hun aandeel in de activiteiten van die regio "
        f"of gemeente. {_INGREDIENTS_COUNT}"
    ),
    "niet_genoemd": "Bij deze activiteiten staat het ingrediënt niet in de kolom Ingrediënten.",
    "gemeente": (
        "Een activiteit telt bij de gemeente die in het register staat. Activiteiten zonder gemeente, of met een "
        "gemeente elders, staan apart."
    ),
    "gemeente_in": "Activiteiten met een gemeente in dat gebied, ook als in het register een andere regio staat.",
    "begonnen": "De Start in het register is op die dag of later.",
    "eindigt": "Het Einde in het register is op die dag of eerder.",
    "activiteit": "De ene activiteit met dit ID.",
    "doet_mee": "Activiteiten waarbij deze partner op het werkblad Deelnames staat.",
    "meerwaarde": (
        "Wat er staat in de kolommen Meerwaarde mboRijnland en Meerwaarde partners, bij de ingrediënten ‘Opleidingspartner’ "
        "en ‘Partners’. Een activiteit die drie waarden noemt, telt bij elk daarvan één keer."
    ),
    "dekking_soort": (
        "Aantal partners van deze soort, en hun aandeel in alle partners die meedoen. Een partner telt één keer, bij de "
        "soort die op het werkblad Partners staat."
    ),
    "dekking_soort_daar": (
        "Aantal partners van deze soort die meedoen aan een activiteit daar, en hun aandeel in alle partners die daar "
        "meedoen. Een partner die in twee regio's meedoet, telt in beide één keer."
    ),
    "soort_nog_niet": (
        "Soorten waarvan in het hele register, ongeacht datum, geen partner meedoet aan een activiteit in die regio of "
        "gemeente. Achter ‘Cijfers’ staat hoeveel partners van die soort er in het hele register zijn."
    ),
    "dubbel": (
        "Namen worden vergeleken zonder hoofdletters, leestekens en rechtsvorm (zoals bv of stichting). Een paar staat hier als "
        "de namen gelijk zijn, op spaties, volgorde of plaatsnaam na; als ze één of twee letters schelen; of als de ene "
        "naam in de andere staat. Partners in twee gemeenten staan er alleen bij als ze precies hetzelfde heten. Het "
        "blijft een vraag: alleen u weet of het om dezelfde organisatie gaat."
    ),
    "zonder_bijgewerkt": "Bij deze activiteiten is de kolom Bijgewerkt leeg of niet herkend.",
    "dag": (
        "Geteld op de dag die hier staat, niet op de peildatum van de selectie: de Start is leeg of uiterlijk op die "
        "dag, het Einde is leeg of niet ervoor, en de status is niet verkenning. Wat nu afgerond of gestopt is, telt "
        "mee tot en met het Einde; zonder Einde telt het op geen enkele dag."
    ),
    "erbij": "Telt op de peildatum mee, en op de dag die hier staat nog niet.",
    "voorbij": "Telde op de dag die hier staat mee, en op de peildatum niet meer.",
    "zonder_einde": (
        "De status is afgerond of gestopt, en er staat geen Einde: niet bekend is tot wanneer dit liep, dus het telt op "
        "geen enkele dag."
    ),
    "afgelopen": (
        "Met een Einde op of na die dag en vóór de peildatum, welke status er ook staat, behalve verkenning: dat is nog "
        "niet begonnen."
    ),
    "basis_register": "Alle rijen van het werkblad die meetellen, los van filters, peildatum en status.",
    "basis_netwerk": "De filters op regio en gemeente tellen hier niet mee; de peildatum en de andere filters wel.",
    "ongeacht_college": "Het filter op college telt hier niet mee; de peildatum en de andere filters wel.",
    "basis_peildatum": "Geteld op de peildatum, los van de andere filters.",
    "basis_altijd": "Geteld met dezelfde filters, ongeacht peildatum: ook wat nog niet is begonnen of al voorbij is.",
    "gevestigd": "Partners met een gemeente in dat gebied op het werkblad Partners.",
    "strategisch": "Partners met ‘ja’ bij Strategische relatie.",
    "doet_mee_in": "Partners die volgens Deelnames meedoen aan minstens één activiteit daar.",
    "past_bij": "Partners van een soort die bij het thema past.",
    "soorten": "Verschillende soorten van deze partners, zoals die op het werkblad Partners staan.",
    "partnerrol": "Partners die volgens Deelnames bij minstens één van deze activiteiten die rol hebben.",
    "in_regios": "Partners die meedoen aan activiteiten in minstens twee van de drie regio's en Woerden.",
    "strategische_partner": "Activiteiten waaraan volgens Deelnames een partner met een strategische relatie meedoet.",
    "soort": "Een partner telt bij de soort die op het werkblad Partners staat.",
    "lijnvorm": "Een verbindingslijn telt bij de vorm die op het werkblad Verbindingslijnen staat.",
    "wat_valt_op": (
        "Afgelezen uit de cijfers van deze selectie, met vaste regels: het verschil met een jaar eerder (of met wat u "
        "bij ‘Vergelijk met’ kiest); wat in de drie "
        "maanden voor de peildatum begon of eindigde, of in de drie erna eindigt; wat ergens voor het eerst is; het "
        "grootste accent van een regio of Woerden; en wat ergens nog niet is. Over elke regio staat er hooguit één zin: "
        "die over de meeste activiteiten (een accent weegt wat er meer zijn dan gemiddeld). Een of twee activiteiten vallen "
        "alleen op als ze minstens een tiende van de selectie zijn, en een percentage staat er pas vanaf tien activiteiten. Klik op "
        "een kop om de activiteiten erachter te zien."
    ),
    "nog_niet": _NOT_THERE_YET,
    "kansen": (
        f"{_NOT_THERE_YET} Wat in de buurt is, wordt op de peildatum in het hele netwerk geteld: een buurregio (of Woerden) waar het thema leeft, partners die daar en hier "
        "meedoen, verbindingslijnen daarheen, en partners van een soort die bij het thema past. Hoe meer daarvan er zijn, "
        "hoe hoger. Een vraag, geen opdracht."
    ),
    "plaats": (
        "Een activiteit telt bij de arbeidsmarktregio die in het register staat, en anders bij de regio "
        "waarin de gemeente volgens CBS ligt. Woerden staat apart, als een eigen regio. Zuidplas en andere regio's zijn ‘Elders’."
    ),
    "actualiseren": (
        "Langer dan de gekozen tijd niet bijgewerkt, of voorbij (afgerond, gestopt of het Einde is verstreken) zonder "
        "dat er een opbrengst bij staat. Een uitnodiging om even te kijken, geen oordeel."
    ),
    "veranderingen": (
        "Activiteiten worden herkend aan hun ID. Nieuw: telt mee in de huidige stand, en in de eerdere nog niet. "
        "Voorbij: telde mee in de eerdere stand, en in de huidige niet meer. Verplaatst: andere gemeente of regio. Gewijzigd: een andere waarde in een andere kolom. Verbonden en "
        "losgeraakt: partners of verbindingslijnen erbij of weg. Contactgegevens worden niet vergeleken."
    ),
    "effect": (
        "Per maat: het aantal in de eerdere en in de huidige stand, wat erbij kwam en wat eraf ging. "
        "Het verschil is erbij min eraf."
    ),
    "kwartaal": _QUARTER,
    "verloop": f"{_QUARTER} Het lichte deel van een staaf is daarvan op de peildatum voorbij.",
    "accent": (
        "Het aandeel van de activiteiten in een regio of gemeente dat het ingrediënt noemt, min het aandeel bij alle "
        "activiteiten samen, in procentpunten. Beide met dezelfde peildatum en dezelfde filters, behalve die op regio en gemeente. "
        f"Bij minder dan {FEW_SAID} activiteiten is er geen accent."
    ),
    "gerechten": (
        "Een gerecht is een combinatie die minstens drie activiteiten noemen (in een groot register: minstens 5%), en "
        "waarin elk ingrediënt naast de andere vaker wordt genoemd dan gemiddeld: minstens één activiteit meer. Een "
        "combinatie die opgaat in een grotere bij precies dezelfde activiteiten staat er niet apart bij. Wat het zou "
        "zijn als ze los van elkaar werden gekozen, volgt uit het aandeel van elk ingrediënt. Geen score: elk gerecht "
        "is er een."
    ),
    "te_zien": (
        "Genoemd: het ingrediënt staat bij Ingrediënten. Onderbouwd: ook een andere kolom of een ander werkblad laat het "
        "zien; kies een ingrediënt om te lezen welke. Wat niet is herkend, telt als niet ingevuld. Een uitnodiging om "
        "een rij aan te vullen, geen oordeel."
    ),
    "te_zien_1": "Onderbouwd: er staat een thema (of ‘ja’ bij Netwerkthema) en een omschrijving.",
    "te_zien_2": "Onderbouwd: volgens Deelnames doen partners van minstens twee verschillende soorten mee.",
    "te_zien_3": "Onderbouwd: er staan minstens twee niveaus, en wie er vanuit mboRijnland betrokken zijn.",
    "te_zien_4": "Onderbouwd: de gemeente of de arbeidsmarktregio is bekend.",
    "te_zien_5": "Onderbouwd: een verbindingslijn begint of eindigt bij de activiteit.",
    "te_zien_6": "Onderbouwd: er staat een samenwerkingsvorm of een opbrengst.",
    "te_zien_7": "Onderbouwd: er staat meerwaarde bij een deelname van een partner, of zowel van mboRijnland als van de partners.",
    "te_zien_8": (
        "Onderbouwd: Netwerkthema is ‘ja’, of mboRijnland voegt iets toe voor de arbeidsmarkt: nieuwe medewerkers opleiden, "
        "leven lang ontwikkelen, arbeidsbemiddeling of inzetbaarheid van studenten."
    ),
    "te_zien_9": (
        "Onderbouwd: er staat een opbrengst, of een vorm waarin iets wordt gedaan (geen publiek-private samenwerking, "
        "kennisdelingslunch of ‘anders’) met status actief of afgerond."
    ),
    "te_zien_10": "Onderbouwd: er staat wat mboRijnland toevoegt, bij Meerwaarde mboRijnland.",
    "te_zien_11": "Onderbouwd: er staat wat de partners toevoegen, bij Meerwaarde partners.",
}

LABELS = {
    **dict.fromkeys(("actief", "alles"), "Activiteiten:"),
    "plaats": "Regio:",
    "gemeente": "Gemeente:",
    "partners": "Partners:",
    "lijnen": "Verbindingslijnen:",
    "netwerkthema": "Netwerkthema:",
    "ingredienten": "Ingrediënten:",
    "dekking": "Per thema of ingrediënt:",
    "verloop": "Verloop:",
}
"""What stands before a definition where several are listed."""


@overload
def is_few(amount: int) -> bool: ...
@overload
def is_few(amount: pd.Series) -> pd.Series: ...
def is_few(amount: int | pd.Series) -> bool | pd.Series:
    """Whether so many activities are too few to show a share of, or to say what stands out; for a column row by row."""
    return amount < FEW


@lru_cache(maxsize=4096)  # a page says the same numbers at every run, and babel reads its pattern each time
def number(value: float, decimals: int = 0) -> str:
    """A number as the Dutch write it: 1.234 or 12,5; halves are rounded up, as people do."""
    exact = Decimal(str(value)).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    return format_decimal(exact, format=f"#,##0.{'0' * decimals}" if decimals else "#,##0", locale="nl")


def percentage(share: float | None, of: int) -> str:
    """A share (0–1) of *of* activities: no decimals below a hundred, "–" when there are none."""
    if share is None or share != share or of == 0:
        return "–"
    return f"{number(share * 100, share_decimals(of))}%"


def share_decimals(of: int) -> int:
    """How many decimals a percentage of *of* activities has."""
    return 1 if of >= MANY else 0


def share_unless_few(share: float | None, of: int, form: str = "{}") -> str:
    """:func:`percentage` as it stands in *form*; "" of few activities, and of what is no part of them."""
    return "" if is_few(of) or share is None or share != share else form.format(percentage(share, of))


def share(amount: int, of: int, what: str = "") -> str:
    """A part within a sentence: 50% van de activiteiten (14 van de 28), and 3 van de 7 activiteiten when they are few."""
    counted_out = f"{number(amount)} van de {number(of)}"
    if of < SHARES_FROM:
        return f"{counted_out} {what}".rstrip()
    return f"{percentage(amount / of, of)}{f' van de {what}' if what else ''} ({counted_out})"


def difference(amount: int) -> str:
    """A difference with its sign: +3, −2; 0 without one."""
    sign = "+" if amount > 0 else "−" if amount < 0 else ""
    return f"{sign}{number(abs(amount))}"


def points(share: float) -> str:
    """A difference between two shares (0–1) in whole percentage points, with its sign: +12, −3; 0 without one."""
    rounded = int(Decimal(str(round(share * 100, 9))).quantize(Decimal(1), ROUND_HALF_UP))
    return difference(rounded)


@lru_cache(maxsize=4096)
def long_date(day: date) -> str:
    """1 oktober 2026."""
    return format_date(day, "d MMMM y", locale="nl")


@lru_cache(maxsize=4096)
def moment(when: datetime) -> str:
    """1 oktober 2026 om 14:05."""
    return format_datetime(when, "d MMMM y 'om' HH:mm", locale="nl")


def quarter(day: date) -> str:
    """2026 K4."""
    return f"{day.year} K{(day.month + 2) // 3}"


def listing(words: Iterable[str]) -> str:
    """Words as a Dutch enumeration: a, b en c."""
    return format_list(list(words), locale="nl")


def some(words: Sequence[str], *, most: int = 5, length: int = 60) -> str:
    """Words that anybody may have typed as an enumeration: at most *most* of them, each cut at *length* characters."""
    shown = [cut(word, length) for word in words[:most]]
    rest = len(words) - len(shown)
    return listing([*shown, *([f"nog {number(rest)}"] if rest else [])])


def quoted(words: Sequence[str]) -> str:
    """:func:`some` words, each in quotes: ‘Marsland’ en ‘7’."""
    return some([f"‘{cut(word)}’" for word in words], length=62)


def capital(text: str) -> str:
    """*text* with a capital at its start, and the rest as it is."""
    return text[:1].upper() + text[1:]


def cut(text: str, length: int = 60) -> str:
    """*text* as far as *length* characters go, with … for the rest."""
    return text if len(text) <= length else f"{text[: length - 1]}…"


def choice(words: Iterable[str]) -> str:
    """Words as a Dutch choice: a, b of c."""
    return format_list(list(words), style="or", locale="nl")


def count(amount: int, one: str, many: str) -> str:
    """1 activiteit, 1.234 activiteiten."""
    return f"{number(amount)} {one if amount == 1 else many}"


def activities(amount: int) -> str:
    """1 activiteit, 12 activiteiten."""
    return count(amount, "activiteit", "activiteiten")


def based_on_few(amount: int) -> str:
    """What to add, between brackets, to what rests on few activities; "" where there are enough."""
    return f" (op basis van {activities(amount)})" if is_few(amount) else ""


def counted_or_few(amount: int, unit: str = "activiteiten") -> str:
    """How many of a *unit* figures are of; of a few that shares are not given: 3 activiteiten, te weinig voor …"""
    return f"{counted(unit, amount)}{', te weinig voor percentages' if amount and is_few(amount) else ''}"


def counted(unit: str, amount: int) -> str:
    """What is counted and how much: 1 activiteit, 12 partners; *unit* as in ``lrn.measures.rows.evidence``."""
    return count(amount, *COUNTED[unit])


def part_of(amount: int, whole: int, unit: str) -> str:
    """How many of all there are, as Markdown: **15** van de 68 partners, **alle 11** ingrediënten.

    *unit* is as in :func:`counted`.
    """
    if not whole:
        return f"**{number(0)}** {COUNTED[unit][1]}"
    one, many = (word.removeprefix("verschillende ") for word in COUNTED[unit])
    if amount == whole > 2:
        return f"**alle {number(whole)}** {many}"
    if whole == 1:
        only = f"{_article(unit)} enige" if amount else f"tegenover {number(whole)}"
        return f"**{number(amount)}** {one if amount == 1 else many}, {only}"
    return f"**{number(amount)}** van de {count(whole, one, many)}"


def of_those(amount: int, whole: int) -> str:
    """How many of *whole* things that were just named, where *amount* is at least one: 3 daarvan, alle 40, beide."""
    if amount < whole:
        return f"{number(amount)} daarvan"
    return {1: "die", 2: "beide"}.get(whole, f"alle {number(whole)}")


def the(unit: str, amount: int) -> str:
    """What is counted, as something that is known: de ene activiteit, de 12 partners; *unit* as in :func:`counted`."""
    if amount == 1:
        return f"{_article(unit)} ene {COUNTED[unit][0]}"
    return f"de {counted(unit, amount)}"


def _article(unit: str) -> str:
    return "het" if unit in ("ingredienten", "themas", "colleges") else "de"


_CHANGED = {
    "toen": ("In de tussentijd", ("kwam", "kwamen"), ("was", "waren"), "veranderde er niets"),
    "nu": ("Sindsdien", ("kwam", "kwamen"), ("is", "zijn"), "veranderde er niets"),
    "dan": ("In de tussentijd", ("komt", "komen"), ("is", "zijn"), "verandert er niets"),
}
"""What came and went by a day that is gone, that it is, or that is still to come."""


def tense(day: date, today: date) -> str:
    """How is spoken of *day*: toen, nu or dan."""
    return "toen" if day < today else "dan" if day > today else "nu"


_RUNNING = {
    "toen": ("liep er toen {}", "liepen er toen {}", "had er toen {}"),
    "nu": ("loopt er {}", "lopen er {}", "heeft er {}"),
    "dan": (
        f"loopt er dan {PLANNED} {{}}",
        f"lopen er dan {PLANNED} {{}}",
        f"heeft er dan {PLANNED} {{}}",
    ),
    "": ("staat er {} in het register", "staan er {} in het register", "heeft er {} in het register"),
}
"""That one or more activities run, and that a place has them: on a day that is gone, that it is, to come, or any day."""


def running(amount: int, day: date | None, today: date) -> str:
    """That so many run on *day*, behind the words for where: lopen er 6, liepen er toen 6, staat er 1 in het register."""
    one, many, _ = _RUNNING[tense(day, today) if day else ""]
    return (one if amount == 1 else many).format(number(amount))


def having(amount: int, day: date | None, today: date) -> str:
    """That a place has so many on *day*, behind its name: heeft er 6, had er toen 6, heeft er 6 in het register."""
    return _RUNNING[tense(day, today) if day else ""][2].format(number(amount))


def is_or_are(amount: int) -> str:
    """Is or zijn, of *amount*."""
    return "is" if amount == 1 else "zijn"


def are(amount: int, day: date, today: date, *, planned: bool = True) -> str:
    """To be, of *amount* on *day*: waren, is, and where it is said that it is *planned* zijn volgens de planning."""
    one, many = ("was", "waren") if day < today else ("is", "zijn")
    return f"{one if amount == 1 else many}{f' {PLANNED}' if planned and day > today else ''}"


def came_and_went(came: int, went: int, day: date, today: date) -> str:
    """What came and what went by *day*, without a full stop: Sindsdien kwamen er 3 bij en is er 1 voorbij."""
    since, comes, goes, nothing = _CHANGED[tense(day, today)]
    parts = []
    if came:
        parts.append(f"{comes[came != 1]} er {number(came)} bij")
    if went:
        parts.append(f"{goes[went != 1]} er {number(went)} voorbij")
    return f"{since} {' en '.join(parts) or nothing}"


def balance(came: int, went: int) -> str:
    """What came and what went, in a few words: 25 activiteiten erbij, 7 voorbij."""
    return f"{activities(came) if came else 'niets'} erbij, {number(went) if went else 'niets'} voorbij"


def undated_sentence(amount: int) -> str:
    """Says how many activities count on none of the days that are compared, as nobody knows until when they ran."""
    verb, count = ("is", "telt") if amount == 1 else ("zijn", "tellen")
    return f"{activities(amount)} {verb} afgerond of gestopt zonder Einde en {count} daarom op geen enkele dag mee."


def source_of_map(year: int | None) -> str:
    """Where the boundaries come from, as their licence asks; *year* is None when it is not known."""
    return f"Grenzen: CBS/Kadaster{f' {year}' if year else ''}, CC BY 4.0"


def referring(amount: int, identity: str) -> str:
    """Says how many rows of other sheets refer to a row that is left out, and so count without it."""
    verb = "verwijst" if amount == 1 else "verwijzen"
    counts = "telt" if amount == 1 else "tellen"
    return (
        f"Naar {identity} {verb} {count(amount, 'andere rij', 'andere rijen')}; die {counts} nu zonder {identity} mee"
    )


def missing_sheet(name: str, required: str, present: list[str]) -> str:
    """One sentence for a workbook without the sheet it must have."""
    found = f" (wel: {listing(present[:5])})" if present else ""
    return f"In “{name}” ontbreekt het werkblad {required}{found}: geef het blad met de activiteiten die naam."


def missing_columns(name: str, sheet: str, missing: list[str], found: list[str]) -> str:
    """Says which headings a sheet must have and lacks, what to do, and which headings were *found* there."""
    columns, them = ("kolom", "die kop") if len(missing) == 1 else ("kolommen", "die koppen")
    advice = f"Zet {them} boven de kolommen."
    if missing == ["ID"]:
        advice = "Voeg een kolom ID toe, met voor elke rij een eigen kenmerk, zoals A-001."
    elif missing == ["Naam"]:
        advice = "Zet die kop boven de kolom met de namen."
    there = f" Gevonden koppen: {listing(found)}." if found else ""
    return (
        f"Op het werkblad {sheet} van “{name}” vinden we geen {columns} met de kop {listing(missing)}. {advice}{there}"
    )


def all_in_one_column(name: str, sheet: str, separator: str) -> str:
    """One sentence for a sheet whose columns all stand in column A."""
    return f"Op het werkblad {sheet} van “{name}” staan alle kolommen in kolom A: {split_column(separator)}."


SEPARATORS = {";": "de puntkomma", ",": "de komma", "\t": "de tab", "|": "| (bij Overige)"}
"""What may stand between columns, and what Excel calls it where it splits one column into several."""


def split_column(separator: str) -> str:
    """How Excel sets apart what stands in column A."""
    return f"selecteer die en kies in Excel Gegevens > Tekst naar kolommen, met {SEPARATORS[separator]} als scheidingsteken"
