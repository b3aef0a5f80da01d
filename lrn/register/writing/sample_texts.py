"""The invented content of the sample register: everything in it is made up. Data only, for ``lrn.register.writing.sample``.

A block of text is a table: a row is a line, " | " separates its cells.
"""

# The name of a college, and the themes that its teams work on.
COLLEGES: dict[str, tuple[str, dict[str, str]]] = {
    "ZW": ("Zorg en Welzijn", {"zorg": "Verpleging", "welzijn": "Sociaal werk"}),
    "TI": ("Techniek en ICT", {"klimaat": "Installatie en energie", "anders": "Ict", "mobiliteit": "Voertuigen"}),
    "EO": ("Economie en Ondernemen", {"mobiliteit": "Logistiek", "klimaat": "Retail", "anders": "Zakelijk"}),
    "BG": ("Bouw en Groen", {"wonen": "Bouw en infra", "klimaat": "Groen en water"}),
    "HT": ("Horeca en Toerisme", {"recreatie": "Toerisme en hospitality", "welzijn": "Horeca"}),
    "OV": ("Opvoeding, Sport en Veiligheid", {"onderwijs": "Kinderopvang en onderwijs"}),
    "ET": ("Entree en Taal", {"onderwijs": "Taal en inburgering", "welzijn": "Entree"}),
}

# periode: start, start/end or one day (=), to the month or the day. netwerk: + ja, - nee. No status: actief.
# A place that starts with @ is a region. Rows may be longer than the line length, so that a row is a line.
ACTIVITEITEN = """
naam | vorm | plaats | college | themas | periode | netwerk | status | omschrijving | opbrengst | partner
Livinglab Zorg op afstand | livinglab | Leiden | ZW | zorg | 2023-09 | + | | Studenten verpleging proberen met thuiszorgteams en cliënten uit wat beeldzorg en sensoren toevoegen. | Cliënten zijn sneller gewend dan gedacht; het lastigste is de uitleg aan mantelzorgers. | Zorggroep De Waterlelie
Practoraat Zorgtechnologie in de praktijk | practoraat | Leiden | ZW | zorg, onderwijs | 2022-11/2027-10 | + | | Docent-onderzoekers gaan na wat een zorgmedewerker moet kunnen om nieuwe hulpmiddelen goed te gebruiken. | | Zorggroep De Waterlelie
CIV Laboratoriumtechniek | civ | Leiden | TI | zorg, onderwijs | 2022-09 | + | | Laboratoria en opleiding ontwikkelen samen keuzedelen voor analisten en delen kostbare meetapparatuur. | | Laboratorium Helder Glaswerk
Hackathon Gezond oud worden in de wijk | hackathon | gem. Leiden | ZW | zorg, welzijn | 2025-04-10= | - | afgerond | Vijf studententeams bedachten met ouderen uit de buurt hoe je langer prettig zelfstandig kunt wonen. | Twee ideeën gaan door. Volgende keer kiezen de bewoners zelf de vraag.
Wijkleercentrum Het Blauwe Hek | wijkleercentrum | Leiden | ET | welzijn, onderwijs | 2023-01 | - | | Buurtbewoners oefenen taal en digitale vaardigheden; studenten sociaal werk houden er spreekuur.
Hybride leeromgeving Hotel en congres | hybride leeromgeving | Leiden | HT | recreatie | 2024-09 | + | | Studenten runnen onder begeleiding van vakmensen een eigen verdieping in een hotel. | | Hotel De Slaperige Vos
Rondleiden in het museum | onderwijs op locatie | Leiden | HT | recreatie | 2024-10/2026-07 | - | afgerond | Studenten toerisme maakten rondleidingen voor groepen die zelden in een museum komen. | Drie rondleidingen staan nu vast in het programma; vier studenten hielden er een bijbaan aan over. | Museum De Verdwenen Schaats
Docentstage Ziekenhuislogistiek | docentstage | Leiden | ZW | zorg | 2025-11/2026-02 | + | afgerond | Twee docenten werkten een dag per week mee op de logistieke afdeling van een ziekenhuis. | De lessen over voorraadbeheer zijn herschreven met voorbeelden van de werkvloer. | Ziekenhuis De Rode Ooievaar
Fietswerkplaats voor de buurt | onderwijs op locatie | Leiden | TI | mobiliteit, welzijn | 2023-05 | - | | Op woensdagmiddag repareren studenten fietstechniek de fietsen van buurtbewoners met een kleine beurs. | | Repareerclub De Schroef
Energiecoaches in de straat | livinglab | Leiden | BG | wonen, klimaat | 2024-11 | + | | Studenten meten tocht en verbruik in huurwoningen en geven de huurders advies dat weinig geld kost. | In veertig woningen is gemeten. Bewoners laten eerder een student binnen dan een adviesbureau. | Corporatie De Groene Voordeur
Groene schoolpleinen | satellietlab | Leiden | BG | klimaat, onderwijs | 2025-03/2026-06 | - | afgerond | Met drie basisscholen ontwierpen en beplantten studenten pleinen die regenwater vasthouden. | Drie pleinen zijn klaar. Voor het onderhoud bleek een afspraak met de gemeente nodig.
Nieuwe beroepen in het ziekenhuis | anders | Leiden | ZW | zorg | 2027-01 | + | verkenning | Ziekenhuis en school bekijken welke functies er bijkomen en of daar een gezamenlijk leertraject bij past. | | Ziekenhuis De Rode Ooievaar
Hackathon Bereikbare binnenstad | hackathon | Leiden | EO | mobiliteit | 2027-03-18= | - | voorbereiding | Studenten, winkeliers en vervoerders gaan een dag lang op zoek naar slimmere bevoorrading van de winkelstraten. | | Gemeente Leiden
Werkplek voor iedereen | hybride leeromgeving | Leiden | ET | welzijn | 2025-09/2027-07 | + | | In een kringloopbedrijf leren entreestudenten samen met mensen die lang niet gewerkt hebben. | | Kringloop Derde Ronde
Vakmensen voor de warmtetransitie | pps | Alphen aan den Rijn | TI | klimaat, wonen | 2024-01/2027-12 | + | | Installateurs, gemeente en school leiden samen monteurs op voor warmtepompen en warmtenetten. | | Installatiebedrijf De Koperen Knie
Bedrijfslab Slim magazijn | bedrijfslab | Alphen aan den Rijn | EO | mobiliteit | 2023-11 | + | | In een echt magazijn oefenen logistiekstudenten met voorraadrobots en routeplanning. | | Magazijn De Gele Pallet
Satellietlab Boomkwekerij | satellietlab | Alphen aan de Rijn | BG | klimaat | 2024-04 | + | | Op een kwekerij volgen studenten hoe jonge bomen zich houden in droge zomers en natte winters. | | Kwekerij De Kale Tak
Wijkleercentrum De Rode Deur | wijkleercentrum | Alphen aan den Rijn | ET | welzijn, onderwijs | 2024-02 | - | | Wie het Nederlands nog leert, kan hier aan de keukentafel oefenen met een student als taalmaatje.
Docentstage Installatietechniek | docentstage | Alphen aan den Rijn | TI | klimaat | 2025-09/2026-06 | + | afgerond | Vier docenten gingen mee met monteurs om te zien wat een huis zonder gas van het vak vraagt. | Het keuzedeel warmtepompen heeft nu een praktijktoets die samen met de installateurs is gemaakt. | Installatiebedrijf De Koperen Knie
Lessen in het wijkcentrum | onderwijs op locatie | Alphen aan den Rijn | ZW | zorg | 2022-09/2025-07 | + | afgerond | Eerstejaars zorg kregen 's ochtends les in een wijkcentrum en liepen 's middags mee in de wijkverpleging. | De opzet is overgenomen door twee andere teams. De huur van de ruimte bleef een zorg.
Hackathon Leven met water | hackathon | Alphen aan den Rijn | BG | klimaat | 2024-06-13= | - | afgerond | Studenten van vier opleidingen bedachten met bewoners oplossingen voor straten die bij elke bui blank staan. | Eén straat krijgt een proef met geveltuinen. Een halve dag voorbereiding met bewoners bleek te kort. | Waterschap De Droge Laars
Elektrisch sleutelen | hybride leeromgeving | Alphen aan den Rijn | TI | mobiliteit, klimaat | 2023-08 | + | | Studenten leren in garages veilig werken aan elektrische auto's; de theorie volgt meteen in de werkplaats. | | Garage De Stille Motor
Buurtrestaurant De Lange Tafel | hybride leeromgeving | Alphen aan den Rijn | HT | welzijn | 2026-12 | - | voorbereiding | Straks koken studenten twee avonden per week voor de buurt; vrijwilligers verzorgen de bediening. | | Buurtsoep
Livinglab Houten huizen | livinglab | Alphen aan den Rijn | BG | wonen | 2026-02/2027-12 | + | | Bouwbedrijf en opleiding zoeken uit hoe je met houten elementen snel en netjes woningen bouwt. | | Houtbouw Spant en Specht
Techniekbus | anders | Alphen aan den Rijn | TI | onderwijs | 2027-02 | + | verkenning | Bedrijven en school denken na over een bus die langs basisscholen rijdt met proefjes en gereedschap.
Livinglab Levendige winkelstraat | livinglab | Leidschendam-Voorburg | EO | anders | 2025-03 | - | | Winkeliers leggen hun vragen voor aan studenten retail, die plannen maken en ze in de straat uitproberen. | | Winkelkring De Volle Etalage
Met de wijkboa op pad | onderwijs op locatie | Leidschendam | OV | welzijn | 2023-09 | - | | Studenten handhaving lopen met boa's mee en spreken bewoners over wat zij in hun straat belangrijk vinden. | | Gemeente Leidschendam-Voorburg
Wijkleercentrum De Gele Lantaarn | wijkleercentrum | Voorburg | ET | welzijn | 2023-10 | - | | Een huiskamer waar buurtgenoten elkaar helpen met brieven, formulieren en het Nederlands.
Practoraat Samen opvoeden | practoraat | Leidschendam-Voorburg | OV | onderwijs, welzijn | 2024-09/2028-08 | - | | Docenten, kinderopvang en ouders zoeken uit hoe opvang, school en thuis beter op elkaar aansluiten. | | Kinderopvang Springsok
Docentstage Kinderopvang | docentstage | Leidschendam-Voorburg | OV | onderwijs | 2026-01/2026-12 | + | | Drie docenten staan om de week een dag op de groep en nemen casussen mee terug naar de klas. | | Kinderopvang Springsok
Leerafdeling ouderenzorg | hybride leeromgeving | Leidschendam-Voorburg | ZW | zorg | 2023-02 | + | | Op één afdeling van een woonzorgcentrum doen studenten van drie leerjaren samen de zorg. | Ouderejaars leren veel van het begeleiden van eerstejaars; dat komt nu ook in het lesprogramma. | Woonzorg Het Avondpad
Kennisdelingslunch Meertalige klas | kennisdelingslunch | Voorburg | ET | onderwijs | 2024-10/2025-06 | - | afgerond | Leraren uit vo en mbo wisselden uit hoe zij omgaan met klassen waarin veel talen worden gesproken. | Er ligt een map met werkvormen. De groep wil verder, maar dan met een vaste middag.
Satellietlab Frisse klaslokalen | satellietlab | Leidschendam-Voorburg | TI | klimaat, onderwijs | 2025-10/2027-06 | - | | Studenten meten de lucht in lokalen van basisscholen en stellen de ventilatie opnieuw af.
Hackathon Winkelen zonder verspilling | hackathon | Leidschendam-Voorburg | EO | klimaat | 2026-04-16= | - | afgerond | Zes teams bedachten met ondernemers hoe er minder verpakking en eten in de container verdwijnt. | Drie winkels proberen een gezamenlijke restjesdoos uit; de opdracht komt terug in de lessen. | Winkelkring De Volle Etalage
Sportief na school | onderwijs op locatie | Voorburg | OV | welzijn | 2026-09 | - | | Studenten sport en bewegen organiseren na schooltijd sportmiddagen voor kinderen uit de wijk. | | Sportclub Buitenspel
Zij-instroom in de kinderopvang | anders | Leidschendam-Voorburg | OV | onderwijs | 2026-09/2028-01 | + | | Werkenden uit andere sectoren maken in een verkort traject de overstap naar de kinderopvang. | | Kinderopvang Springsok
Opfriscursus voor herintreders | anders | Leidschendam-Voorburg | ZW | zorg | 2024-02/2025-01 | + | gestopt | Een korte cursus voor mensen die terug willen naar de zorg. Er waren te weinig aanmeldingen. | De behoefte lag eerder bij begeleiding op de werkplek dan bij een cursus op school.
CIV Cyberveilig vakmanschap | civ | Zoetermeer | TI | anders | 2022-10 | + | | Ict-bedrijven en opleiding maken samen lessen, oefenomgevingen en stageplekken rond digitale veiligheid. | | Cyberbureau De Wakkere Uil
Digitaal weerbaar mkb | pps | Zoetermeer | TI | anders | 2025-01/2028-12 | + | | Studenten lichten onder begeleiding kleine bedrijven door en helpen de grootste risico's weg te nemen. | | Cyberbureau De Wakkere Uil
Bedrijfslab Meldkamer | bedrijfslab | Zoetermeer | TI | anders | 2025-09 | + | | In de meldkamer van een cyberbureau leren studenten meldingen te beoordelen en storingen op te lossen. | | Cyberbureau De Wakkere Uil
Livinglab Huiskamer van morgen | livinglab | Zoetermeer | ZW | zorg, wonen | 2023-03 | + | | In een ingerichte proefwoning testen bewoners, studenten en zorgverleners slimme hulpmiddelen. | | Wijkzorg Zilverdraadje
Wijkleercentrum De Open Keuken | wijkleercentrum | Zoetermeer | ET | welzijn | 2022-03 | - | | Rond koken en eten leren buurtbewoners de taal. Wie wil, stroomt door naar een opleiding.
Hackathon Slim door de stad | hackathon | Zoetermeer | TI | mobiliteit, klimaat | 2023-11-23= | - | afgerond | Studenten ict en mobiliteit maakten in een dag proefmodellen voor deelvervoer in de wijk. | Het beste model is op een inwonersavond getoond; de gegevens van de gemeente kwamen te laat. | Gemeente Zoetermeer
Zonnedaken met de buurt | hybride leeromgeving | Zoetermeer | BG | wonen, klimaat | 2025-05 | + | | Studenten leggen met een energiecoöperatie zonnepanelen op daken van bewoners die samen inkopen. | | Energieclub Zon op Zaterdag
Docentstage Cloud en data | docentstage | Zoetermeer | TI | anders, onderwijs | 2026-02/2027-01 | + | | Ict-docenten draaien mee in een softwarebedrijf en vernieuwen daarna hun lessen over de cloud. | | Softwarehuis Nul of Eén
Kennisdelingslunch AI op de werkvloer | kennisdelingslunch | Zoetermeer | EO | onderwijs | 2026-01 | + | | Iedere maand laat een bedrijf of docent zien waar AI in het dagelijks werk helpt, en waar niet.
Rolstoelbus op stroom | onderwijs op locatie | Zoetermeer | TI | mobiliteit, zorg | 2025-05/2027-05 | + | | Aankomende chauffeurs en monteurs leren bij een vervoerder rijden met en werken aan elektrische bussen. | | Transport Vlotweg
Techniekdagen voor de brugklas | anders | Zoetermeer | TI | onderwijs | 2023-02 | + | | Twee keer per jaar bouwen brugklassers een dag lang in de werkplaats, geholpen door mbo-studenten. | | Scholengroep De Papieren Vlieger
Satellietlab Voeding en bewegen | satellietlab | Zoetermeer | OV | welzijn, zorg | 2025-11 | - | | Studenten sport en voeding begeleiden inwoners die van hun huisarts het advies kregen meer te bewegen.
Renoveren met bewoners thuis | bedrijfslab | Zoetemeer | BG | wonen | 2025-08/2027-07 | + | | Bouwstudenten leren flatwoningen op te knappen terwijl de bewoners er gewoon blijven. | | Aannemer Het Rechte Lood
Gezinnen aan zet | livinglab | Zoetermeer | OV | welzijn | 2026-09/2028-07 | - | | Gezinnen, jeugdwerkers en studenten proberen nieuwe vormen van opvoedsteun in de wijk uit.
Practoraat Leren met AI | practoraat | Zoetermeer | EO | onderwijs | 2025-09/2029-08 | + | | Docenten onderzoeken in hun eigen lessen wat AI doet met het leren van een vak.
Startersspreekuur | anders | Zoetermeer | EO | anders | 2023-04/2024-12 | - | gestopt | Studenten met een eigen bedrijf konden er terecht met vragen. De begeleidende ondernemer stopte ermee.
Samen opleiden voor het stroomnet | pps | Gouda | TI | klimaat | 2023-06 | + | | Netbedrijf, aannemers en school leiden samen monteurs op voor de uitbreiding van het elektriciteitsnet. | De eerste twee groepen zijn aan het werk. De praktijkdagen bij het bedrijf zijn het meest geliefd. | Netbedrijf Onder Spanning
CIV Bouwen op slappe bodem | civ | Gouda | BG | wonen, klimaat | 2024-03 | + | | Rond bodemdaling ontwikkelen bouwbedrijven, overheden en school nieuwe werkwijzen en lessen. | | Bouwbedrijf Baksteen en Bries
Livinglab Onder de vloer | livinglab | Gouda | BG | wonen | 2025-01 | + | | Met huiseigenaren onderzoeken studenten funderingen en leggen zij in gewone taal uit wat er nodig is. | | Veenbureau Zachte Grond
Wijkleercentrum De Stroopketel | wijkleercentrum | Gouda | ET | welzijn, onderwijs | 2023-04 | - | | Inwoners leren lezen, rekenen en omgaan met de computer, in hetzelfde pand als het buurthuis. | | Taalclub Komma
Taal op de werkvloer | onderwijs op locatie | Gouda | ET | onderwijs | 2025-02 | + | | Taaldocenten geven les in de kantine van bedrijven, met woorden die je dezelfde dag nog nodig hebt. | | Taalclub Komma
Leren in het verpleeghuis | hybride leeromgeving | Gouda | ZW | zorg | 2022-09 | + | | Les, stage en begeleiding vinden plaats onder één dak; bewoners vertellen zelf wat goede zorg is. | | Zeven Reigers
Hackathon Circulair bouwen | hackathon | Gouda | BG | wonen, klimaat | 2025-11-13= | - | afgerond | Studenten en aannemers ontwierpen in een etmaal een schuur van sloophout en gebruikte bakstenen. | De schuur staat er. Bedrijven willen het ontwerp gebruiken als opdracht voor nieuwe leerlingen. | Bouwbedrijf Baksteen en Bries
Docentstage Wijkverpleging | docentstage | Gouda | ZW | zorg | 2026-03/2026-07 | + | afgerond | Drie docenten liepen mee in de wijk en zagen hoeveel er thuis inmiddels digitaal gaat. | De lessen over rapporteren gaan voortaan met een tablet, zoals in de wijk. | Netwerk Zorg om de Hoek
Kennisdelingslunch Jeugd en gezin | kennisdelingslunch | Gouda | OV | welzijn | 2025-01/2026-12 | - | | Jongerenwerkers, leraren en studenten sociaal werk praten elkaar bij over wat jongeren bezighoudt. | | Jeugdwerk De Klapstoel
Bedrijfslab Verspaning | bedrijfslab | Gouda | TI | onderwijs | 2024-01 | + | | Een metaalbedrijf stelt twee machines beschikbaar; studenten maken er onderdelen voor echte klanten. | | Metaalwerk Spaan en Krul
Satellietlab Ambachtelijk eten | satellietlab | Gouda | HT | anders | 2024-10/2026-06 | - | afgerond | Bakkers, kaasmakers en studenten ontwikkelden producten met grondstoffen uit de streek. | Vier producten zijn op de markt verkocht; het lab krijgt mogelijk een vervolg in een bedrijf.
Loopbaanloket voor werkenden | anders | Gouda | EO | anders | 2026-02 | + | | Werkenden krijgen er een gesprek over hun vaardigheden en zien welke scholing daarop aansluit. | | Werkgeversloket Rijn en Plas
Maatjes tegen eenzaamheid | onderwijs op locatie | Gouda | ZW | welzijn | 2023-10 | - | | Studenten bezoeken een schooljaar lang wekelijks een oudere en bespreken op school wat zij tegenkomen. | | Zeven Reigers
Hackathon Zorg zonder papier | hackathon | Gouda | ZW | zorg | 2026-10-08= | + | afgerond | Studenten zorg en ict bedachten samen hoe een overdracht sneller en met minder formulieren kan. | Eén afdeling probeert het winnende idee tot de zomer uit. Zorg en ict spraken elkaar hier voor het eerst. | Zeven Reigers
Restauratiewerkplaats | hybride leeromgeving | Gouda | BG | wonen, onderwijs | 2027-01 | + | verkenning | Bouwbedrijven en school verkennen een werkplaats waar je oude panden leert herstellen. | | Bouwbedrijf Baksteen en Bries
Circulair bouwen in het veen | pps | Woerden | BG | wonen, klimaat | 2027-01 | + | voorbereiding | Bouwers, gemeente en school bereiden een opleiding voor rond licht en herbruikbaar bouwen. | | Gemeente Woerden
Leren op het boerenerf | onderwijs op locatie | Woerden | BG | klimaat | 2024-04 | - | | Op een melkveebedrijf onderzoeken studenten hoe boeren, natuur en een hoger waterpeil samengaan. | | Veenbureau Zachte Grond
Bedrijfslab Koeltechniek | bedrijfslab | Woerden | TI | klimaat | 2025-02/2027-02 | + | | Studenten leren bij een koeltechnisch bedrijf werken met natuurlijke koudemiddelen. | | Koeltechniek Rijpvorst
Kennisdelingslunch Transport zonder uitstoot | kennisdelingslunch | Woerden | EO | mobiliteit | 2025-09 | + | | Vervoerders en docenten logistiek wisselen ervaringen uit met elektrisch rijden en slim plannen. | | Transport Vlotweg
Thuiszorgteam in opleiding | hybride leeromgeving | gemeente Woerden | ZW | zorg | 2023-09 | + | | Een team van studenten draait, met een ervaren verpleegkundige, een eigen route in de thuiszorg. | | Thuiszorg Polderlampje
Docentstage Houtbouw | docentstage | Woerden | BG | wonen, klimaat | 2026-09/2027-03 | + | | Twee bouwdocenten werken mee in de fabriek en op de bouwplaats van een houtbouwer. | | Houtbouw Spant en Specht
Hackathon Jongeren aan tafel | hackathon | Woerden | OV | welzijn | 2024-11-21= | - | afgerond | Jongeren en studenten sociaal werk maakten plannen voor een plek waar je zonder afspraak terechtkunt. | De jongerenplek is er, twee middagen per week. Studenten draaien er hun stage. | Jongerenhuis Zonder Bel
Livinglab Winkel en webshop | livinglab | Woerden | EO | anders | 2026-03/2027-06 | - | | Studenten helpen winkels in het centrum om hun toonbank en webshop op elkaar te laten aansluiten.
Satellietlab Bollenteelt | satellietlab | Hillegom | BG | klimaat | 2026-03 | + | | Telers en studenten proberen teeltmethoden uit waarvoor minder bestrijdingsmiddelen nodig zijn.
Bedrijfslab Scheepsreparatie | bedrijfslab | Katwijk | TI | onderwijs | 2024-02 | + | | Op een werf lassen en repareren studenten aan schepen, met een vakman die er al jaren werkt. | | Jachtwerf De Droge Kiel
Strandpaviljoen als leerbedrijf | hybride leeromgeving | Katwijk | HT | recreatie | 2023-04 | - | | Van april tot en met september runnen studenten horeca een eigen dagdeel in een strandpaviljoen. | | Strandpaviljoen De Scheve Parasol
Revalidatie als leslokaal | onderwijs op locatie | Leiderdorp | ZW | zorg | 2025-11 | + | | Studenten krijgen les tussen de behandelingen door; revalidanten en therapeuten denken mee over opdrachten. | | Revalidatie Tree voor Tree
Klussen voor senioren | onderwijs op locatie | Leiderdorp | BG | wonen, welzijn | 2026-03 | - | leeg | Studenten maken woningen van ouderen veiliger: een beugel bij het bad, goed licht op de trap.
Seizoensgastheren in de Bollenstreek | onderwijs op locatie | Lisse | HT | recreatie | 2025-03 | + | | Toerismestudenten ontvangen in het voorjaar bezoekers en onderzoeken hoe de drukte beter te spreiden is.
Livinglab Natte natuur | livinglab | Nieuwkoop | BG | klimaat, recreatie | 2024-05/2027-05 | - | | Met natuurbeheerders zoeken studenten een balans tussen natuur, boeren en waterrecreatie. | | Waterschap De Droge Laars
Hotelschool aan zee | hybride leeromgeving | Noordwijk | HT | recreatie | 2022-04 | + | | In een strandhotel wisselen lesdagen en werkdagen elkaar af; gasten beoordelen de opdrachten. | | Strandhotel De Dwarse Duin
Hackathon Toerisme buiten het seizoen | hackathon | Noordwijk | HT | recreatie | 2025-10-09= | - | afgerond | Studenten en ondernemers bedachten arrangementen voor de stille maanden aan de kust. | Twee arrangementen zijn te boeken. Voortaan zitten we al in het voorjaar met de ondernemers aan tafel. | Horecakring Duin en Bol
Kennisdelingslunch Studiekeuze | kennisdelingslunch | Oegstgeest | OV | onderwijs | 2024-03/2025-07 | - | afgerond | Mentoren uit vo en mbo bespraken hoe je leerlingen helpt bij een goede studiekeuze. | Er is een vaste overdracht afgesproken, met de leerling zelf aan tafel.
Zorgzaam dorp | onderwijs op locatie | Teylingen | ZW | welzijn, zorg | 2026-02 | - | | Studenten en dorpsbewoners zetten samen een steunpunt op voor vragen over hulp in en om het huis.
Varen op stroom | bedrijfslab | Kaag en Braassem | TI | recreatie, klimaat, mobiliteit | 2025-05/2026-12 | + | | Op een jachtwerf bouwen studenten dieselsloepen om tot elektrische boten. | | Jachtwerf De Droge Kiel
Techniek in de kas | hybride leeromgeving | Lansingerland | TI | klimaat | 2023-09 | + | | Bij een kwekerij leren aankomende monteurs klimaatsystemen, teeltrobots en pompen te onderhouden. | | Kassen van Glas en Gras
Slim en schoon versvervoer | pps | Lansingerland | EO | mobiliteit | 2027-02/2029-12 | + | voorbereiding | Transporteurs en school werken aan een opleiding voor planners en chauffeurs in het versvervoer. | | Transport Vlotweg
Livinglab Kas zonder gas | livinglab | Pijnacker | BG | klimaat | 2025-01/2027-12 | + | | Kwekers en studenten testen in een proefkas hoe je groenten teelt met aardwarmte en restwarmte. | | Kassen van Glas en Gras
Hospice als leerplek | onderwijs op locatie | Voorschoten | ZW | zorg | 2026-01 | - | | Studenten verpleging leren van vrijwilligers en naasten hoe je er bent voor iemand in de laatste fase.
Bedrijfslab Verpakkingstechniek | bedrijfslab | Bodegraven | TI | onderwijs | 2024-06/2026-12 | + | | Aan een echte verpakkingslijn leren operators in opleiding storingen op te sporen en te verhelpen. | | Verpakkers Dubbele Bodem
Satellietlab Helder water | satellietlab | Bodegraven-Reeuwijk | BG | klimaat | 2026-04/2027-10 | - | | Studenten bemonsteren plassen en sloten en bespreken de uitkomsten met bewoners en waterbeheerders. | | Waterschap De Droge Laars
Dorpszorg | onderwijs op locatie | Krimpenerwaard | ZW | zorg | 2023-05 | - | | Studenten leren in kleine kernen hoe zorg, huisarts en buren elkaar aanvullen. | | Netwerk Zorg om de Hoek
Bedrijfslab Interieurbouw | bedrijfslab | Waddinxveen | BG | wonen | 2024-08 | - | | In een meubelmakerij maken studenten kasten en keukens uit gebruikt hout, van tekening tot montage. | | Meubelmakerij De Vierde Poot
Docentstage Woningonderhoud | docentstage | Waddinxveen | BG | wonen | 2025-03/2025-06 | + | afgerond | Een docent werkte mee in de onderhoudsploeg van een corporatie. | Gesprekken met huurders zijn nu een vast onderdeel van de praktijkles. | Corporatie Dak en Dorpel
Zij-instroom in de zorg | pps | @Holland Rijnland | ZW | zorg | 2023-01 | + | | Zorgwerkgevers en school leiden overstappers op met één intake, één contract en één vaste begeleider. | | Zorggroep De Waterlelie
Docentennetwerk Burgerschap | anders | @Holland Rijnland | OV | onderwijs | 2024-01 | - | | Docenten van vier scholen bezoeken elkaars lessen en ontwikkelen samen opdrachten in de wijk.
Regionaal loopbaanplein | anders | @Zuid-Holland Centraal | EO | onderwijs | 2026-04 | + | | Werkgevers, gemeenten en scholen ontvangen samen werkenden en werkzoekenden die zich willen omscholen. | | Werkgeversloket Rijn en Plas
Practoraat Vitaal aan het werk | practoraat | @ZHC | ZW | welzijn, zorg | 2026-03 | + | | Onderzoekende docenten volgen startende zorgmedewerkers: wat maakt dat zij met plezier in het vak blijven? | | Wijkzorg Zilverdraadje
Techniekcoalitie | anders | @Midden-Holland | TI | onderwijs, klimaat | 2022-05 | + | | Bedrijven, vmbo en mbo stemmen hun aanbod af en delen werkplaatsen, machines en gastdocenten. | | Techniekkring Moer
Kennisdelingslunch Leren naast je baan | kennisdelingslunch | @Midden-Holland | EO | anders | 2026-05 | + | | Opleiders en personeelsadviseurs wisselen uit wat helpt om collega's aan het leren te krijgen. | | MKB-kring Groene Hart (voorbeeld)
Alumni voor de klas | anders | | EO | onderwijs | 2023-09 | - | | Oud-studenten vertellen over hun eerste jaren in het vak en geven opdrachten uit hun werk. | | Alumnikring Vakmensen
Online leergang Duurzaam ondernemen | anders | | EO | klimaat | 2025-09/2025-12 | + | afgerond | Ondernemers en studenten volgden samen zes avonden online en maakten een plan voor het eigen bedrijf. | Elf ondernemers rondden de leergang af. Samen aan een plan werken lukte beter dan alleen luisteren. | MKB-kring Groene Hart (voorbeeld)
Practoraat Gelijke kansen | practoraat | | OV | onderwijs | 2026-10 | - | verkenning | Een groep docenten onderzoekt of er genoeg vragen en partners zijn voor een practoraat over kansen.
Podcast Vakwerk | anders | | EO | anders | 2025-10 | - | leeg
Ronde tafel Werk van morgen | anders | Den Haag | EO | onderwijs | 2024-10 | + | | Twee keer per jaar bespreken landelijke werkgevers, vakbonden en de school welke beroepen veranderen. | | Vakbond De Volle Kantine
Docentstage Beleid en praktijk | docentstage | 's-Gravenhage | OV | onderwijs | 2025-09/2026-01 | - | afgerond | Een docent werkte mee bij een landelijke koepel en bracht verhalen uit de klas naar de beleidstafel. | De koepel komt voortaan ieder jaar in gesprek met een groep studenten. | Bond van Brede Ruggen
Satellietlab Waterstof | satellietlab | Delft | TI | klimaat | 2025-03/2027-02 | + | | Studenten van mbo en hbo bouwen samen een kleine waterstofinstallatie en leren er veilig mee te werken. | | Hogeschool Wijd Uitzicht (voorbeeld)
Kas en keten | onderwijs op locatie | Westland | BG | klimaat | 2024-05/2025-07 | - | gestopt | Studenten volgden een product van kas tot winkel. Het deelnemende bedrijf is verhuisd.
Bedrijfslab Spooronderhoud | bedrijfslab | Utrecht | TI | mobiliteit | 2025-11 | + | | Op een oefenspoor leren studenten wissels en beveiliging te onderhouden, ook 's nachts. | | Vakschool Het Gloeiende Aambeeld
Livinglab Dorp in aanbouw | livinglab | Zuidplas | BG | wonen | 2027-03 | - | verkenning | Toekomstige bewoners en studenten willen meedenken over groen en ontmoeten in een nieuwe wijk.
Kennisdelingslunch Personeel vinden en houden | kennisdelingslunch | Alphen aan de Rijn | EO | anders | 2026-02 | + | | Ondernemers en docenten bespreken bij een broodje hoe je mensen werft, opleidt en behoudt. | | MKB-kring Groene Hart (voorbeeld)
Kennisdelingslunch Data in de zorg | kennisdelingslunch | Leiden | ZW | zorg | 2025-10 | - | | Elke zes weken bespreken docenten en zorgprofessionals aan tafel één voorbeeld van werken met data. | | Ziekenhuis De Rode Ooievaar
Leren op de zorgboerderij | onderwijs op locatie | Kaag en Braassem | ZW | zorg, welzijn | 2026-04 | - | | Studenten voeren met de deelnemers de dieren en leren hoe je een dag op de boerderij begeleidt.
Techniek op het dorpsplein | anders | Krimpenerwaard | TI | onderwijs | 2025-10 | - | leeg | Lokale bedrijven en studenten laten kinderen en ouders op zaterdag zien wat je met techniek kunt maken.
Bedrijfslab Cleanroom | bedrijfslab | Leiden | TI | zorg | 2026-02 | + | | Studenten werken een halfjaar mee in de cleanroom van een laboratorium en leren werken volgens protocol. | | Laboratorium Helder Glaswerk
Hackathon Veilig online | hackathon | Zoetermeer | TI | anders, welzijn | 2026-05-21= | - | afgerond | Studenten ict en sociaal werk bedachten hoe ouderen zich beter kunnen wapenen tegen oplichting via internet. | Een bibliotheek gebruikt het winnende spel op een inloopochtend. Studenten leerden hun vak in gewone taal uit te leggen.
Moestuin bij het woonzorgcentrum | onderwijs op locatie | Wassenaar | BG | klimaat, welzijn | 2026-05 | - | | Studenten groen onderhouden samen met bewoners en buren een moestuin en leren wat een tuin met mensen doet. | | Woonzorg Het Avondpad
Docentstage Online verkoop | docentstage | Leidschendam-Voorburg | EO | anders | 2026-10/2027-04 | + | | Twee docenten retail werken mee in een winkel die de helft van zijn omzet online haalt. | | Winkelkring De Volle Etalage
Livinglab Stroom op het bedrijventerrein | livinglab | Alphen aan den Rijn | TI | klimaat | 2026-06 | + | | Bedrijven op één terrein stemmen met hulp van studenten af wie wanneer stroom gebruikt of opslaat. | | Netbedrijf Onder Spanning
Zij-instroom in de bouw | anders | @Midden-Holland | BG | wonen | 2026-03 | + | | Mensen uit andere beroepen leren in een jaar timmeren of installeren, vier dagen per week bij een bedrijf. | | Bouwbedrijf Baksteen en Bries
Zelf op reis | anders | Zoetermeer | ZW | welzijn, zorg | 2026-06 | - | leeg | Studenten helpen jongeren met autisme om zelfstandig met bus en tram te leren reizen.
Livinglab Buurtbatterij | livinglab | Zoetermeer | TI | klimaat, wonen | 2026-04 | + | | Bewoners, een energiecoöperatie en studenten delen stroom uit een batterij in de wijk.
Kennisdelingslunch Praktijkleren | kennisdelingslunch | Gouda | OV | onderwijs | 2026-02 | - | | Praktijkopleiders en docenten vergelijken hoe zij studenten op de werkplek beoordelen.
"""

# soort | schaal (l, r, b, n: landelijk) | what it joins in (colleges, themes, * all in its municipality) | naam @ gemeente; …
PARTNERS = """
overheid | l | * | Gemeente Leiden @ Leiden; Gemeente Zoetermeer @ Zoetermeer; Gemeente Gouda @ Gouda
overheid | l | * | Gemeente Alphen aan den Rijn @ Alphen aan den Rijn; Gemeente Woerden @ Woerden
overheid | l | * | Gemeente Leidschendam-Voorburg @ Leidschendam-Voorburg; Gemeente Katwijk @ Katwijk
overheid | r | BG klimaat | Waterschap De Droge Laars @ Alphen aan den Rijn; Veenbureau Zachte Grond @ Gouda
overheid | r | EO ET OV onderwijs anders | Werkgeversloket Rijn en Plas @ Zoetermeer
overheid | n | onderwijs | Ministerie van Vakmanschap @ 's-Gravenhage; Adviesraad Werk en Leren @ Den Haag
overheid | n | klimaat anders | Provincie Duin en Plassen @ Den Haag; Commissie Vakmensen van Morgen @ Den Haag
maatschappelijke organisatie | n | EO OV onderwijs | Vakbond De Volle Kantine @ Den Haag
branchevereniging | n | zorg | Zorgkoepel Samen Wakker @ Den Haag; Bond van Brede Ruggen @ 's-Gravenhage
branchevereniging | r | EO TI anders mobiliteit | MKB-kring Groene Hart (voorbeeld) @ Bodegraven-Reeuwijk
branchevereniging | r | BG TI klimaat wonen | Bouwkring Het Vierde Lood @ Gouda; Techniekkring Moer @ Zoetermeer
branchevereniging | l | EO HT anders recreatie klimaat welzijn | Winkelkring De Volle Etalage @ Voorburg; Horecakring Duin en Bol @ Noordwijk
non-profit | r | ZW | Zorggroep De Waterlelie @ Leiden; Ziekenhuis De Rode Ooievaar @ gem. Leiden
non-profit | l | ZW | Wijkzorg Zilverdraadje @ Zoetermeer; Woonzorg Het Avondpad @ Leidschendam-Voorburg
non-profit | l | ZW | Thuiszorg Polderlampje @ Woerden; Revalidatie Tree voor Tree @ Leiderdorp; Zeven Reigers @ Gouda
non-profit | r | BG wonen | Corporatie De Groene Voordeur @ Leiden; Corporatie Dak en Dorpel @ Gouda
non-profit | l | OV ET onderwijs welzijn | Kinderopvang Springsok @ Leidschendam; Bibliotheek Ezelsoor @ Zoetermeer
maatschappelijke organisatie | l | OV ET welzijn | Jeugdwerk De Klapstoel @ Gouda; Kringloop Derde Ronde @ Leiden
maatschappelijke organisatie | l | OV welzijn | Jongerenhuis Zonder Bel @ Woerden; Sportclub Buitenspel @ Voorburg
maatschappelijke organisatie | l | BG TI klimaat | Energieclub Zon op Zaterdag @ Zoetermeer
vrijwilligersorganisatie | l | ET TI welzijn | Taalclub Komma @ Gouda; Repareerclub De Schroef @ Leiden; Buurtsoep @ Alphen
bedrijf | l | TI klimaat | Installatiebedrijf De Koperen Knie @ Alphen aan de Rijn; Zacht Gezoem Warmte @ Gouda
bedrijf | r | BG klimaat wonen | Bouwbedrijf Baksteen en Bries @ Gouda; Aannemer Het Rechte Lood @ Zoetermeer
bedrijf | l | BG wonen | Houtbouw Spant en Specht @ Woerden; Meubelmakerij De Vierde Poot @ Waddinxveen
bedrijf | r | EO TI mobiliteit | Magazijn De Gele Pallet @ Alphen aan den Rijn; Transport Vlotweg @ Lansingerland
bedrijf | l | TI mobiliteit | Garage De Stille Motor @ Leiden; Jachtwerf De Droge Kiel @ Kaag en Braassem
bedrijf | r | TI anders | Cyberbureau De Wakkere Uil @ Zoetermeer; Softwarehuis Nul of Eén @ Zoetermeer
bedrijf | r | TI zorg | Laboratorium Helder Glaswerk @ Leiden; Meetbureau Tiende Millimeter @ Delft
bedrijf | l | HT recreatie | Museum De Verdwenen Schaats @ LEIDEN; Strandhotel De Dwarse Duin @ Noordwijk
bedrijf | l | HT recreatie | Hotel De Slaperige Vos @ Leiden; Strandpaviljoen De Scheve Parasol @ Katwijk
bedrijf | r | TI onderwijs klimaat | Metaalwerk Spaan en Krul @ Gouda; Koeltechniek Rijpvorst @ Woerden
bedrijf | l | BG klimaat | Kwekerij De Kale Tak @ Alphen aan den Rijn; Kassen van Glas en Gras @ Pijnacker
bedrijf | r | TI klimaat anders | Netbedrijf Onder Spanning @ Gouda; Verpakkers Dubbele Bodem @ Bodegraven
vo | l | onderwijs | Scholengroep De Papieren Vlieger @ Zoetermeer; Vmbo De Houten Werkbank @ Leiden
mbo | b | TI klimaat mobiliteit | Vakschool Het Gloeiende Aambeeld @ Utrecht
hbo | b | onderwijs klimaat zorg | Hogeschool Wijd Uitzicht (voorbeeld) @ Delft
wo | b | zorg klimaat | Universiteit De Oude Sterrenkijker (voorbeeld) @ Leiden
studenten | l | welzijn onderwijs | Studentenpanel Stem uit de Klas @ Leiden
alumni | r | EO OV TI onderwijs anders | Alumnikring Vakmensen @ Zoetermeer
netwerk | r | ZW | Netwerk Zorg om de Hoek @ Gouda
"""

# Form | kind of spot | usual number of partners | ways of working together | what the school adds | what partners add
GEWOONTEN = """
civ | school | 5 | formeel en langdurig | CIV als versneller; opleiden nieuwe medewerkers | expertise; innovatie
pps | | 5 | formeel en langdurig | opleiden nieuwe medewerkers; verbinder overheid en ondernemers | inbreng in onderwijs
livinglab | Op locatie | 3 | formeel en tijdelijk; formeel en langdurig | labs; kennis delen | casussen; innovatie
satellietlab | Proeflocatie | 2 | formeel en tijdelijk | labs; toegepast onderzoek | expertise; casussen; innovatie
bedrijfslab | Bij het bedrijf | 2 | formeel en langdurig | labs; inzetbaarheid studenten | hybride leeromgeving; expertise
hackathon | school | 3 | informeel en eenmalig | kennis delen; verbinder in de regio | casussen; blik naar buiten
wijkleercentrum | Buurthuis | 3 | informeel en terugkerend | leven lang ontwikkelen | contact met nieuwe studenten; casussen
kennisdelingslunch | school | 2 | informeel en terugkerend | kennis delen; verbinder in de regio | blik naar buiten; expertise
practoraat | school | 3 | formeel en langdurig | toegepast onderzoek; kennis delen | onderwijsvernieuwing; expertise
docentstage | Bij de partner | 1 | formeel en tijdelijk | docentstages | expertise; inbreng in onderwijs; blik naar buiten
onderwijs op locatie | Bij de partner | 2 | formeel en tijdelijk; informeel en terugkerend | hybride leren | casussen; expertise
hybride leeromgeving | Bij de partner | 2 | formeel en langdurig | hybride leren; inzetbaarheid studenten | hybride leeromgeving
anders | | 2 | informeel en terugkerend | arbeidsbemiddeling; verbinder in de regio | (toekomstige) docenten; leven lang leren van studenten
"""
BRENGT_IN = {  # by the kind of partner, else by the initial of its scale
    "overheid": ("brengt partijen bij elkaar", "subsidie voor de start", "kennis van de regio"),
    "branchevereniging": ("contact met leden", "zicht op de vraag naar vakmensen", "gastlessen uit het vak"),
    "netwerk": ("contact met andere organisaties",),
    "vo": ("contact met nieuwe studenten", "docenten en lesmateriaal"),
    "studenten": ("de blik van studenten",),
    "alumni": ("ervaring uit de eerste werkjaren",),
    "l": ("ruimte om te oefenen", "stageplekken", "opdrachten uit de praktijk", "begeleiding op de werkplek"),
    "r": ("vakmensen als gastdocent", "materiaal en apparatuur", "stageplekken", "contact met andere organisaties"),
    "b": ("onderzoek door studenten", "docenten en lesmateriaal", "doorlopende leerroute"),
    "n": ("landelijk overzicht", "zicht op de vraag naar vakmensen"),
}
# Van | Naar | Vorm | Frequentie | Sinds | Omschrijving
LIJNEN = """
Holland Rijnland | Zuid-Holland Centraal | regio-overleg | elk kwartaal | 2023-03 | Locaties delen hun plannen.
Holland Rijnland | Midden-Holland | regio-overleg | elk kwartaal | 2023-03 | Wisselt per keer van locatie.
Zuid-Holland Centraal | Midden-Holland | regio-overleg | twee keer per jaar | 2024-02 |
Midden-Holland | Woerden | kennisdeling | twee keer per jaar | 2024-09 | Slappe bodem stopt niet bij de regiogrens.
Holland Rijnland | Haaglanden | bovenregionaal bestuurlijk overleg | jaarlijks | 2023-11 | Met landelijke relaties.
Zuid-Holland Centraal | Haaglanden | bovenregionaal bestuurlijk overleg | jaarlijks | 2023-11 |
Leiden | Alphen aan de Rijn | bestuurlijk overleg | twee keer per jaar | 2022-10 | Over zorg, techniek en stageplekken.
Gouda | Woerden | 3o-overleg | twee keer per jaar | 2024-05 | Over bouw, energie en goederenvervoer.
Zoetermeer | Voorburg | bestuurlijk overleg | twee keer per jaar | 2023-06 | Over de aansluiting van vo op mbo.
Leiden | Katwijk | 3o-overleg | jaarlijks | 2025-02 | Over werk in de kustplaatsen.
Zoetermeer | Lansingerland | 3o-overleg | elk kwartaal | 2025-04 | Over personeel voor kassen en logistiek.
Gouda | Waddinxveen | 3o-overleg | jaarlijks | 2024-11 |
Gouda | Boskoop | kennisdeling | als er aanleiding is | 2025-10 | Telers en bouwers over water en bodem.
Techniekcoalitie | Holland Rijnland | kennisdeling | jaarlijks | 2024-03 | Daar bestaat belangstelling voor de aanpak.
Zij-instroom in de zorg | Gouda | kennisdeling | elk kwartaal | 2024-06 | Werkgevers daar kijken mee.
Zij-instroom in de zorg | Zoetermeer | 3o-overleg | twee keer per jaar | 2025-01 |
CIV Bouwen op slappe bodem | Woerden | 3o-overleg | elk kwartaal | 2024-10 | Voorbereiding van een gezamenlijke opleiding.
CIV Bouwen op slappe bodem | Krimpenerwaard | bestuurlijk overleg | twee keer per jaar | 2024-06 |
CIV Cyberveilig vakmanschap | Leiden | kennisdeling | twee keer per jaar | 2024-01 | Gastlessen op een andere locatie.
Samen opleiden voor het stroomnet | Alphen aan den Rijn | 3o-overleg | elk kwartaal | 2024-02 |
Practoraat Zorgtechnologie in de praktijk | Zoetermeer | kennisdeling | elk kwartaal | 2023-09 | Ook daar doen teams aan het onderzoek mee.
Wijkleercentrum De Rode Deur | Gouda | kennisdeling | twee keer per jaar | 2024-09 | Uitwisseling van vrijwilligers.
Ronde tafel Werk van morgen | Zuid-Holland Centraal | bovenregionaal bestuurlijk overleg | jaarlijks | 2024-11 |
"""
# Lines between activities; what they share is drawn from LIJN_ZINNEN.
PAREN = """
Livinglab Zorg op afstand | Livinglab Huiskamer van morgen | Practoraat Zorgtechnologie in de praktijk
Practoraat Zorgtechnologie in de praktijk | Thuiszorgteam in opleiding | Leren in het verpleeghuis
Practoraat Vitaal aan het werk | Leren in het verpleeghuis | Leerafdeling ouderenzorg | Revalidatie als leslokaal
Zij-instroom in de kinderopvang | Zij-instroom in de zorg | Zij-instroom in de bouw
Docentstage Ziekenhuislogistiek | Bedrijfslab Slim magazijn | Kennisdelingslunch Transport zonder uitstoot
Wijkleercentrum Het Blauwe Hek | Wijkleercentrum De Stroopketel | Taal op de werkvloer
Wijkleercentrum De Rode Deur | Wijkleercentrum De Open Keuken | Wijkleercentrum De Gele Lantaarn
Docentstage Installatietechniek | Vakmensen voor de warmtetransitie | Samen opleiden voor het stroomnet
Samen opleiden voor het stroomnet | Techniekcoalitie | Bedrijfslab Koeltechniek
Zonnedaken met de buurt | Energiecoaches in de straat | Livinglab Onder de vloer | CIV Bouwen op slappe bodem
Hackathon Circulair bouwen | Circulair bouwen in het veen | CIV Bouwen op slappe bodem
Bedrijfslab Interieurbouw | Livinglab Houten huizen | Docentstage Houtbouw
Satellietlab Helder water | Livinglab Natte natuur | Leren op het boerenerf
Livinglab Kas zonder gas | Techniek in de kas
Bedrijfslab Meldkamer | CIV Cyberveilig vakmanschap | Digitaal weerbaar mkb
Elektrisch sleutelen | Rolstoelbus op stroom
Strandpaviljoen als leerbedrijf | Hotelschool aan zee
Regionaal loopbaanplein | Loopbaanloket voor werkenden
Practoraat Leren met AI | Kennisdelingslunch AI op de werkvloer
Livinglab Levendige winkelstraat | Livinglab Winkel en webshop
Bedrijfslab Verspaning | Bedrijfslab Scheepsreparatie
"""
# One of these says what a line shares; as often as not nothing is said.
LIJN_ZINNEN = """
Docenten bezoeken elkaars werkplek. | Lesmateriaal wordt gedeeld. | Studenten presenteren hun werk bij elkaar. | Begeleiders bespreken wat wel en niet werkte. | Een docent werkt op beide plekken. | Er is een gezamenlijke opdracht voor tweedejaars. | De opzet is hier overgenomen. | Ervaringen met begeleiding worden uitgewisseld. | | | | | |
"""
FREQUENTIES = ("maandelijks", "elk kwartaal", "twee keer per jaar", "jaarlijks", "als er aanleiding is", None)
TITEL = "Voorbeeldregister Lerend Regionaal Netwerk (verzonnen gegevens)"
VOORBEELD = """
Dit is een voorbeeld: alles in dit bestand is verzonnen.
Activiteiten, partners en contactgegevens bestaan niet. Namen van gemeenten en regio's zijn echt, de gegevens erbij niet.
Een paar rijen zijn met opzet slordig ingevuld, zodat te zien is wat het dashboard daarover meldt.
Beginnen met een eigen register? Verwijder dit werkblad en de rijen op de andere bladen, en laat de koppen staan.
Zolang dit werkblad er is, zegt het dashboard op het scherm dat het om voorbeelddata gaat.
"""
