"""Workbooks as others keep their lists of activities, in shapes that the contract does not know. All invented.

Each function gives the tabs of one workbook: by name rows of cells. ``made`` writes these as .xlsx.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date

import openpyxl

Cell = str | int | float | date | None
Tabs = dict[str, list[list[Cell]]]


def made(tabs: Tabs) -> bytes:
    """An .xlsx with *tabs*."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in tabs.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def a_row_a_partner() -> Tabs:
    """Nine activities over seventeen rows, one for each partner; an activity without partners has one row."""
    rows: list[list[Cell]] = [["Projectnaam", "Plaats", "Partner", "Rol partner", "Stand van zaken", "Start", "Thema"]]
    listed: list[tuple[str, str, str, date | None, str, list[tuple[str, str]]]] = [
        (
            "Zorglab De Rijn",
            "Leiden",
            "loopt",
            date(2025, 9, 1),
            "zorg",
            [
                ("Gemeente Leiden", "initiatiefnemer"),
                ("Zorggroep Riet", "deelnemer"),
                ("ROC Plassen", "deelnemer"),
            ],
        ),
        (
            "Bouwhal Kade",
            "Gouda",
            "loopt",
            date(2026, 2, 1),
            "wonen",
            [("Bouwbedrijf Kade", "initiatiefnemer"), ("Gemeente Gouda", "deelnemer")],
        ),
        ("Fietsroute West", "Zoetermeer", "idee", None, "mobiliteit", [("Gemeente Zoetermeer", "deelnemer")]),
        (
            "Groene daken",
            "Woerden",
            "afgerond",
            date(2024, 1, 15),
            "klimaat",
            [
                ("Hoveniersbedrijf Blad", "deelnemer"),
                ("Gemeente Woerden", "deelnemer"),
            ],
        ),
        ("Taalcafé", "Alphen aan den Rijn", "loopt", None, "onderwijs", []),
        (
            "Leerlijn installatie",
            "Leiden",
            "in voorbereiding",
            date(2027, 2, 1),
            "klimaat",
            [
                ("Installatiebedrijf Vonk", "initiatiefnemer"),
                ("Gemeente Leiden", "deelnemer"),
            ],
        ),
        (
            "Sportdorp",
            "Bodegraven",
            "loopt",
            date(2026, 5, 1),
            "welzijn",
            [
                ("Sportvereniging Bries", "deelnemer"),
                ("Gemeente Bodegraven-Reeuwijk", "deelnemer"),
                ("Zorggroep Riet", "deelnemer"),
            ],
        ),
        ("Oogstfeest", "Katwijk", "gestopt", date(2025, 3, 1), "recreatie", [("Kwekerij Duin", "deelnemer")]),
        (
            "Wijkatelier",
            "Leiderdorp",
            "loopt",
            date(2026, 9, 1),
            "welzijn",
            [
                ("Woningstichting Linde", "deelnemer"),
                ("ROC Plassen", "deelnemer"),
            ],
        ),
    ]
    for name, place, status, start, theme, partners in listed:
        for partner, role in partners or [(None, None)]:
            rows.append([name, place, partner, role, status, start, theme])
    return {"Projecten en partners": rows}


def months_as_columns() -> Tabs:
    """Eight activities, and a column for each month of a school year with an x where the activity runs."""
    months = ["sep 2026", "okt 2026", "nov 2026", "dec 2026", "jan 2027", "feb 2027", "mrt 2027"]
    listed = [
        ("Zorglab De Rijn", "Leiden", "xxx----", "zorg"),  # until the end of November
        ("Bouwhal Kade", "Gouda", "xxxxxxx", "wonen"),
        ("Fietsroute West", "Zoetermeer", "---xxx-", "mobiliteit"),  # from December
        ("Groene daken", "Woerden", "xx-----", "klimaat"),  # until the end of October
        ("Taalcafé", "Alphen aan den Rijn", "x-x-x-x", "onderwijs"),
        ("Leerlijn installatie", "Leiden", "-------", "klimaat"),  # no month: always
        ("Sportdorp", "Bodegraven", "--x----", "welzijn"),  # November only
        ("Oogstfeest", "Rotterdam", "x------", "recreatie"),
    ]
    rows: list[list[Cell]] = [["Nr", "Activiteit", "Gemeente", *months, "Thema"]]
    for number, (name, place, runs, theme) in enumerate(listed, 1):
        rows.append([number, name, place, *("x" if sign == "x" else None for sign in runs), theme])
    return {"Jaarplanning": rows}


def english() -> Tabs:
    """Eight activities with English headings and values."""
    return {
        "Projects": [
            ["No.", "Project name", "Municipality", "Type", "Status", "Start date", "End date", "Theme", "Partners"],
            [1, "Care lab", "Leiden", "living lab", "ongoing", date(2025, 9, 1), None, "health care", "City of Leiden"],
            [2, "Cycle route", "Zoetermeer", "hackathon", "planned", date(2027, 1, 10), None, "mobility", None],
            [
                3,
                "Green roofs",
                "Gouda",
                "public-private partnership",
                "completed",
                None,
                date(2025, 7, 1),
                "climate",
                None,
            ],
            [4, "Language café", "The Hague", "community learning centre", "ongoing", None, None, "education", None],
            [
                5,
                "Building hall",
                "Alphen aan den Rijn",
                "living lab",
                "ongoing",
                date(2026, 2, 1),
                None,
                "housing",
                "ROC",
            ],
            [6, "Sports village", "Bodegraven", "other", "idea", None, None, "welfare; recreation", None],
            [7, "Harvest feast", "Katwijk", "other", "cancelled", date(2025, 3, 1), None, "recreation", None],
            [
                8,
                "Neighbourhood studio",
                None,
                "living lab",
                "ongoing",
                date(2026, 9, 1),
                date(2026, 11, 29),
                "welfare",
                None,
            ],
        ],
        "Organisations": [
            ["Name", "Type", "City"],
            ["City of Leiden", "government", "Leiden"],
            ["ROC", "vocational education", "Gouda"],
            ["Carpenters United", "company", "Delft"],
        ],
    }


def microsoft_list() -> Tabs:
    """Eight items of a list, as it is exported to Excel: choices with ;# between them, and columns of its own."""
    kind, path = "Item", "sites/lrn/Lists/Activiteiten"
    return {
        "query": [
            [
                "Title",
                "Gemeente",
                "Voortgang",
                "Thema's",
                "Begindatum",
                "Einddatum",
                "Eigenaar",
                "Created",
                "Item Type",
                "Path",
            ],
            [
                "Zorglab De Rijn",
                "Leiden",
                "Loopt",
                ";#zorg;#welzijn;#",
                "2025-09-01T00:00:00Z",
                "",
                "coördinator zorg",
                "2025-08-01T09:12:00Z",
                kind,
                path,
            ],
            [
                "Bouwhal Kade",
                "Gouda",
                "Loopt",
                "wonen;#klimaat",
                "2026-02-01T00:00:00Z",
                "2026-11-30T00:00:00Z",
                "coördinator bouw",
                "2025-08-02T09:12:00Z",
                kind,
                path,
            ],
            [
                "Fietsroute West",
                "Zoetermeer",
                "Idee",
                "mobiliteit",
                "",
                "",
                "coördinator bouw",
                "2025-08-03T09:12:00Z",
                kind,
                path,
            ],
            [
                "Groene daken",
                "Woerden",
                "Afgerond",
                "klimaat;#wonen;#onderwijs",
                "2024-01-15T00:00:00Z",
                "2025-07-01T00:00:00Z",
                "",
                "2025-08-04T09:12:00Z",
                kind,
                path,
            ],
            [
                "Taalcafé",
                "Alphen aan den Rijn",
                "Loopt",
                "onderwijs",
                "",
                "",
                "coördinator zorg",
                "2025-08-05T09:12:00Z",
                kind,
                path,
            ],
            [
                "Leerlijn installatie",
                "Leiden",
                "Gepland",
                "klimaat",
                "2027-02-01T00:00:00Z",
                "",
                "",
                "2025-08-06T09:12:00Z",
                kind,
                path,
            ],
            [
                "Sportdorp",
                "Zuidplas",
                "Loopt",
                ";#welzijn;#",
                "2026-05-01T00:00:00Z",
                "",
                "",
                "2025-08-07T09:12:00Z",
                kind,
                path,
            ],
            ["Oogstfeest", "", "Gestopt", "", "2025-03-01T00:00:00Z", "", "", "2025-08-08T09:12:00Z", kind, path],
        ]
    }


def kumu() -> Tabs:
    """Seven activities and five lines as a map of a network keeps them."""
    return {
        "Elements": [
            ["Label", "Type", "Tags", "Description", "Gemeente", "Status"],
            ["Zorglab De Rijn", "Livinglab", "zorg|welzijn", "Samen leren in de wijk", "Leiden", "actief"],
            [
                "Bouwhal Kade",
                "Publiek-private samenwerking",
                "wonen|klimaat",
                "Bouwen met reststromen",
                "Gouda",
                "actief",
            ],
            ["Fietsroute West", "Hackathon", "mobiliteit", "Veilig naar school", "Zoetermeer", "verkenning"],
            ["Groene daken", "Livinglab", "klimaat|wonen", "Planten op daken", "Woerden", "afgerond"],
            ["Taalcafé", "Wijkleercentrum", "onderwijs|welzijn", "Taal aan tafel", "Alphen aan den Rijn", "actief"],
            ["Leerlijn installatie", "CIV", "klimaat", "Warmtepompen", "Leiden", "actief"],
            ["Sportdorp", "Anders", "welzijn|recreatie", "Bewegen in het dorp", "Bodegraven", "actief"],
        ],
        "Connections": [
            ["From", "To", "Direction", "Type", "Label"],
            ["Zorglab De Rijn", "Sportdorp", "mutual", "kennisdeling", ""],
            ["Bouwhal Kade", "Groene daken", "directed", "kennisdeling", ""],
            ["Groene daken", "Leerlijn installatie", "directed", "kennisdeling", "daken en warmte"],
            ["Taalcafé", "Gouda", "directed", "3O-overleg", ""],
            ["Fietsroute West", "Bouwhal Kade", "undirected", "kennisdeling", ""],
        ],
    }


def records_in_columns() -> Tabs:
    """Six activities next to each other, what is said about them from above to below."""
    return {
        "Overzicht": [
            ["Titel", "Zorglab De Rijn", "Bouwhal Kade", "Fietsroute West", "Groene daken", "Taalcafé", "Sportdorp"],
            ["Plaats", "Leiden", "Gouda", "Zoetermeer", "Woerden", "Alphen a/d Rijn", None],
            ["Stand van zaken", "loopt", "loopt", "idee", "afgerond", "loopt", "loopt"],
            ["Startdatum", date(2025, 9, 1), date(2026, 2, 1), None, date(2024, 1, 15), None, date(2026, 12, 1)],
            ["Thema", "zorg", "wonen; klimaat", "mobiliteit", "klimaat", "onderwijs", None],
            ["Partners", "Gemeente Leiden; Zorggroep Riet", "Bouwbedrijf Kade", None, "Gemeente Leiden", None, None],
            ["Contactpersoon", "coördinator zorg", "coördinator bouw", None, None, None, None],
        ]
    }


def own_words() -> Tabs:
    """Sixty rows as a colleague types them: own headings, own words, two rows without ID, one without name."""
    headings = ["Nr.", "Titel activiteit", "Plaats", "Soort activiteit", "College / team", "Startdatum", "Einddatum"]
    headings += ["Stand van zaken", "Thema", "Netwerk thema?", "Ingredienten", "Korte omschrijving", "Partner(s)"]
    headings += ["Wie trekt het", "Mailadres", "Laatst bijgewerkt", "Opmerkingen", "Budget 2026"]
    rows: list[list[Cell]] = [[*headings]]
    for n in range(60):
        of = {heading: typed[n % len(typed)] for heading, typed in _TYPED.items()}
        number: Cell = None if n in (14, 35) else f"A{n + 1:02d}" if n % 7 == 0 else str(n + 1)
        of["Nr."] = number
        of["Titel activiteit"] = None if n == 17 else f"{_NAMES[n % 6]} {n // 6 + 1}"
        rows.append([of.get(heading) for heading in headings])
        if n == 19:
            rows.append([])
        if n == 39:
            rows.append(["--- afgerond / archief ---"])
    rows += [[], ["=COUNTA(A2:A63)", "Totaal"]]
    partners: list[list[Cell]] = [
        ["Organisatie", "soort", "Plaats", "Contact", "06-nr"],
        ["Gemeente Leiden", "gemeente", "Leiden", "coördinator", "-"],
        ["De Vaart", "ziekenhuis", "Leiden", None, None],
        ["Bouwbedrijf Kade", "bouwbedrijf", "Den Haag", None, None],
        ["Gemeente Leiden", "overheid", "Leiden", None, None],
    ]
    lines: list[list[Cell]] = [
        ["van", "naar", "soort", "hoe vaak"],
        ["Leiden", "Gouda", "kennisdeling", "maandelijks"],
        ["2", "5", "overleg", "2x per jaar"],
        ["Bouwlab 1", "Woerden", "3O", "1x per kwartaal"],
    ]
    return {"Activiteiten": rows, "partners": partners, "Verbindingen": lines}


_NAMES = ["Bouwlab", "Zorglab", "Kennislunch", "Taalcafé", "Hackathon", "Leerroute"]
_TYPED: dict[str, list[Cell]] = {
    "Plaats": [
        "Leiden",
        "leiden ",
        "Gem. Leiden",
        "Alphen a/d Rijn",
        "Gouda / Waddinxveen",
        "regio breed",
        "online",
        "?",
    ],
    "Soort activiteit": ["CIV", "C.I.V.", "PPS", "living lab", "hackaton", "lunch", "excursie", None],
    "College / team": ["Techniek & ICT", "Techniek en ICT", "techniek", "Zorg en Welzijn", "zorg/welzijn", None],
    "Startdatum": ["1-9-2024", "sept 2024", "2025", date(2025, 3, 1), "n.t.b.", None, "31-02-2025", date(2027, 1, 10)],
    "Einddatum": [None, None, "doorlopend", "31-7-2026", "juli 2027", date(2026, 12, 31), "onbekend"],
    "Stand van zaken": [
        "loopt",
        "actief",
        "lopend",
        "afgerond",
        "klaar",
        "gestopt",
        "in voorbereiding",
        "idee",
        "on hold",
        "?",
        None,
        "bezig",
    ],
    "Thema": ["zorg", "Zorg, welzijn", "klimaat en energie", "mobiliteit / klimaat", "Techniek", None, "alle"],
    "Netwerk thema?": ["ja", "Ja", "nee", "x", "deels", None],
    "Ingredienten": ["1,2,6", "1;5;9", "1 t/m 4", "alle", "Leren", "1/2/3", "12", None],
    "Korte omschrijving": ["Samen met partners in de wijk.", None],
    "Partner(s)": ["Gemeente Leiden", "gemeente leiden, De Vaart", "De Vaart", None, "n.v.t.", "diverse bedrijven"],
    "Wie trekt het": ["coördinator bouw", "coördinator zorg", None],
    "Mailadres": ["bouw@voorbeeld.example", None],
    "Laatst bijgewerkt": [date(2026, 9, 1), "okt 2025", "vorige week", None],
    "Opmerkingen": ["nog checken!", None, None, None],
    "Budget 2026": [5000, "€ 12.500", None],
}


WORKBOOKS: dict[str, Callable[[], Tabs]] = {
    function.__name__: function
    for function in (a_row_a_partner, months_as_columns, english, microsoft_list, kumu, records_in_columns, own_words)
}
