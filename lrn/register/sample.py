"""Writes the sample register: an invented workbook that shows what the dashboard can do, untidiness included.

What it says is in ``lrn.register.sample_texts``; here that is joined into rows. One seed always gives the same bytes.
"""

from __future__ import annotations

import random
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from lrn import geo
from lrn import vocabulary as v
from lrn.register import columns as c
from lrn.register import sample_texts as t
from lrn.register.check import place_of

Row = dict[str, Any]  # by field of the contract; a field that starts with "_" is not written

SAMPLE_DAY = date(2026, 11, 23)  # the day on which the sample was "filled in"
DATE_FORMAT = "dd-mm-yyyy"
EXTRA_COLUMN = "Kostenplaats"  # on purpose not in the contract

COLLEGES = {
    "ZW": ("Zorg en Welzijn", ("Verpleging", "Maatschappelijke zorg", "Sociaal werk")),
    "TI": ("Techniek en ICT", ("Installatie en energie", "Ict", "Werktuigbouw en voertuigen")),
    "EO": ("Economie en Ondernemen", ("Retail", "Logistiek", "Zakelijke dienstverlening")),
    "BG": ("Bouw en Groen", ("Bouw en infra", "Groen en water")),
    "HT": ("Horeca en Toerisme", ("Horeca", "Toerisme en hospitality")),
    "OV": ("Opvoeding, Sport en Veiligheid", ("Kinderopvang en onderwijs", "Sport en bewegen", "Veiligheid")),
    "ET": ("Entree en Taal", ("Entree", "Taal en inburgering")),
}
# How a form usually goes: place, who take part (0-4), ways of working together, what the school and partners add.
LOS, VAAK = "informeel en eenmalig", "informeel en terugkerend"
TIJD, LANG = "formeel en tijdelijk", "formeel en langdurig"
Gewoonte = tuple[str, int, tuple[str, ...], tuple[str, ...], tuple[str, ...]]
OPLEIDEN = ("opleiden nieuwe medewerkers", "leven lang ontwikkelen", "inzetbaarheid studenten", "verbinder in de regio")
OVERHEID = "verbinder overheid en ondernemers"
GEWOONTEN: dict[str, Gewoonte] = {
    "civ": (
        "school",
        4,
        (LANG,),
        ("CIV als versneller", *OPLEIDEN),
        ("expertise", "innovatie", "onderwijsvernieuwing"),
    ),
    "pps": ("", 4, (LANG,), (*OPLEIDEN, OVERHEID), ("inbreng in onderwijs", "(toekomstige) docenten", "expertise")),
    "livinglab": ("In de wijk", 3, (TIJD, LANG), ("onderwijsomgeving", "kennis delen"), ("casussen", "innovatie")),
    "satellietlab": ("Proeflocatie", 2, (TIJD,), ("onderwijsomgeving", "hybride leren"), ("expertise", "casussen")),
    "bedrijfslab": (
        "Bij het bedrijf",
        2,
        (TIJD, LANG),
        ("onderwijsomgeving", *OPLEIDEN),
        ("hybride leeromgeving", "expertise"),
    ),
    "hackathon": (
        "school",
        3,
        (LOS,),
        ("kennis delen", "verbinder in de regio"),
        ("casussen", "innovatie", "blik naar buiten"),
    ),
    "wijkleercentrum": (
        "Buurthuis",
        2,
        (VAAK, LANG),
        ("leven lang ontwikkelen", OVERHEID),
        ("contact met nieuwe studenten",),
    ),
    "kennisdelingslunch": ("school", 2, (VAAK,), ("kennis delen",), ("blik naar buiten", "expertise")),
    "practoraat": (
        "school",
        3,
        (LANG,),
        ("toegepast onderzoek", "kennis delen"),
        ("onderwijsvernieuwing", "expertise"),
    ),
    "docentstage": (
        "Bij de partner",
        1,
        (TIJD,),
        ("docentstages", "kennis delen"),
        ("expertise", "inbreng in onderwijs"),
    ),
    "onderwijs op locatie": (
        "Bij de partner",
        2,
        (VAAK, TIJD),
        ("hybride leren", *OPLEIDEN),
        ("casussen", "expertise"),
    ),
    "hybride leeromgeving": ("Bij de partner", 2, (LANG,), ("hybride leren", *OPLEIDEN), ("hybride leeromgeving",)),
    "anders": ("", 2, (VAAK, TIJD), ("arbeidsbemiddeling", *OPLEIDEN), ("leven lang leren van studenten", "casussen")),
}
INGREDIENT_KANS = {1: 0.5, 2: 0.86, 3: 0.3, 4: 0.48, 5: 0.26, 6: 0.8, 7: 0.4, 8: 0.14, 9: 0.77, 10: 0.52, 11: 0.38}
KANS_8_NETWERKTHEMA = 0.72
SCHOLEN = {  # latitude, longitude of "our" building: a place in the middle of town, no real address
    "GM0546": (52.1585, 4.4905),
    "GM0484": (52.1275, 4.6570),
    "GM1916": (52.0800, 4.3900),
    "GM0637": (52.0570, 4.4930),
    "GM0513": (52.0120, 4.7080),
    v.WOERDEN: (52.0860, 4.8830),
}
BRENGT_IN = {  # by the first word of the kind of partner
    "overheid": ("brengt partijen bij elkaar", "subsidie voor de eerste twee jaar", "kennis van de wijk"),
    "non-profit": ("praktijkopleiders en stageplekken", "casussen uit de dagelijkse praktijk", "ruimte om te oefenen"),
    "maatschappelijke": ("bereikt mensen die de school niet bereikt", "kent de buurt", "ruimte en vrijwilligers"),
    "vrijwilligersorganisatie": ("vrijwilligers en hun netwerk", "ervaring van bewoners"),
    "bedrijf": ("vakmensen als gastdocent", "materiaal en machines", "opdrachten van echte klanten", "leerwerkplekken"),
    "branchevereniging": ("contact met leden", "zicht op de vraag naar vakmensen", "landelijke kennis van het vak"),
    "onderwijs:": ("docenten en lesmateriaal", "doorlopende leerroute", "onderzoek door studenten"),
    "studenten": ("blik van studenten",),
    "leven-lang-ontwikkelaars": ("ervaring van oud-studenten",),
    "ander": ("verbinding met andere zorgpartners",),
}
FREQUENTIES = ("maandelijks", "elk kwartaal", "twee keer per jaar", "jaarlijks", "als er aanleiding is", None)

# The awkward, on purpose: activity by name, field, what stands there. None empties a cell.
SLORDIG: tuple[tuple[str, str, Any], ...] = (
    ("Zelf op reis", "id", None),
    ("Livinglab Buurtbatterij", "id", "A-020"),
    ("Kennisdelingslunch Praktijkleren", "naam", None),
    ("Bedrijfslab Koeltechniek", "start", "voorjaar 2025"),
    ("Satellietlab Helder water", "einde", date(2025, 10, 31)),
    ("Podcast Vakwerk", "themas", "Anders; digitalisering"),
    ("Bedrijfslab Verpakkingstechniek", "ingredienten", "2;6;9;12"),
    ("Kas en keten", "vorm", "Ketenproject"),
    ("Alumni voor de klas", "netwerkthema", "deels"),
    ("Techniekcoalitie", "themas", "Onderwijs; arbeidsmarkttransities"),
    ("Hospice als leerplek", "regio", "Holland Rijnland"),
    ("Hybride leeromgeving Hotel en congres", "gemeente", "LEIDEN "),
)
NIET_GETELD = {name for name, field, _ in SLORDIG if field in ("id", "naam")}
ZONDER_NIVEAU = ("Practoraat Leren met AI", "Elektrisch sleutelen", "Taal op de werkvloer")
LANG_NIET_BIJGEWERKT = 12


def write_sample(path: Path, *, seed: int = 2026) -> None:
    """Write the sample register to *path*; the same *seed* gives the same bytes."""
    rng = random.Random(seed)
    activities = _activities(rng)
    partners = _partners()
    participations = _participations(rng, activities, partners)
    lines = _lines(rng, activities)
    by_name = {row["naam"]: row for row in activities}
    for name, field, value in SLORDIG:
        by_name[name][field] = value
    for row in rng.sample(activities, 9):
        row[EXTRA_COLUMN] = f"{rng.randint(31, 58)}{rng.choice('024')}0"
    _write(path, dict(zip((s.name for s in c.SHEETS), (activities, partners, participations, lines), strict=True)))


# ── Rows ─────────────────────────────────────────────────────────────────────────────────────────────────────


def _activities(rng: random.Random) -> list[Row]:
    """All activities in order of their start, with IDs."""
    rows: list[Row] = []
    for line in t.ACTIVITEITEN.strip().splitlines():
        if line.startswith("  >"):
            rows[-1]["opbrengst"] = line.strip("> ")
        elif line.startswith("  "):
            rows[-1]["omschrijving"] = line.strip()
        else:
            facts = [part.strip() for part in line.split("|")]
            rows.append(_activity(rng, dict(zip(t.ACTIVITEIT_VELDEN, [*facts, "actief"], strict=False))))
    rows.sort(key=lambda row: row["start"])
    for number, row in enumerate(rows, start=1):
        row["id"] = f"A-{number:03}"
    old = [row for row in rows if row["start"] < date(2025, 6, 1)]
    ended = [row for row in old if row["einde"] and row["einde"] < date(2025, 9, 1)]
    stale = rng.sample(ended, 5) + rng.sample([row for row in old if not row["einde"]], LANG_NIET_BIJGEWERKT - 5)
    for row in rows:
        latest = date(2025, 11, 10) if row in stale else SAMPLE_DAY
        updated = latest - timedelta(days=int(rng.triangular(0, 330 if latest == SAMPLE_DAY else 120, 40)))
        begun = [day + timedelta(days=9) for day in (row["start"], row["einde"]) if day and day <= SAMPLE_DAY]
        row["bijgewerkt"] = min(max([updated, *begun]) if row not in stale else updated, latest)
    return rows


def _activity(rng: random.Random, facts: dict[str, str]) -> Row:
    """One activity: the facts of its line, and what goes with its form."""
    spot, weight, together, school_adds, partners_add = GEWOONTEN[facts["vorm"]]
    typed = facts["plaats"]
    gemeente = v.municipality_vocabulary().find(typed) if typed and not typed.startswith("@") else None
    regio = v.REGIO_NAMEN.find(typed.strip("@")) if typed.startswith("@") else None
    college, teams = COLLEGES[facts["college"]]
    themes = facts["themas"].split(", ")
    start, end = _period(rng, facts["periode"])
    early = facts["status"] == "verkenning"
    chances = INGREDIENT_KANS | ({8: KANS_8_NETWERKTHEMA} if facts["netwerk"] == "+" else {})
    numbers = [nr for nr, chance in chances.items() if rng.random() < chance * (0.5 if early else 1.0)] or [1]
    if facts["naam"] in ZONDER_NIVEAU:
        numbers = sorted({*numbers, 3})
    levels = ("strategisch", "tactisch", "operationeel")[
        max(0, 3 - weight if 3 in numbers else 2 - rng.randint(0, 1)) :
    ]
    who = list(v.BETROKKENEN.codes[: max(2, rng.randint(weight, weight + 1))])
    role = rng.choice(("coördinator", "praktijkdocent", "projectleider", "teamleider", "docent"))
    row: Row = {
        "naam": facts["naam"],
        "_facts": {facts["college"], *themes},
        "_plaats": place_of(gemeente, regio),
        "_code": gemeente,
        "_gewicht": 1 if early else weight,
        "vorm": v.VORMEN.label(facts["vorm"]),
        "gemeente": None if typed.startswith("@") else typed or None,
        "regio": typed.strip("@") if typed.startswith("@") else None,
        "college": college if rng.random() < 0.95 else None,
        "team": rng.choice(teams) if rng.random() < 0.5 else None,
        "status": None if facts["status"] == "leeg" else v.STATUSSEN.label(facts["status"]),
        "start": start,
        "einde": end,
        "ingredienten": ";".join(map(str, numbers)),
        "netwerkthema": "ja" if facts["netwerk"] == "+" else "nee",
        "themas": _join(v.THEMAS.label(theme) for theme in themes),
        "niveaus": None
        if facts["naam"] in ZONDER_NIVEAU or (3 not in numbers and rng.random() < 0.3)
        else _join(levels),
        "betrokkenen": _join(v.BETROKKENEN.label(code) for code in who),
        "samenwerkingsvorm": rng.choice(together) if rng.random() < 0.9 else None,
        "rol": rng.choices(v.ROLLEN.codes, (7, 3))[0],
        "deelname": rng.choices((*v.DEELNAME.codes, _join(v.DEELNAME.codes), None), (4, 8, 5, 2, 2))[0],
        "meerwaarde_mborijnland": _join(v.MEERWAARDE_MBO.label(x) for x in _some(rng, school_adds)),
        "meerwaarde_partners": _join(v.MEERWAARDE_PARTNERS.label(x) for x in _some(rng, partners_add)),
        "contactpersoon": role if rng.random() < 0.8 else None,
    }
    if row["contactpersoon"]:
        row["email"] = f"{role.replace('ö', 'o')}.{facts['college'].lower()}@voorbeeld.example"
    if gemeente in v.GEMEENTE:
        row |= _spot(rng, str(gemeente), spot)
    return row


def _period(rng: random.Random, text: str) -> tuple[date, date | None]:
    """Start and end; a month becomes a working day in it, "=" means that it lasts a day."""
    days = []
    for part in text.strip("=").split("/"):
        year, month, *day = map(int, part.split("-"))
        days.append(date(year, month, day[0] if day else rng.randint(3, 26)))
        while days[-1].weekday() > 4:
            days[-1] += timedelta(days=1)
    return days[0], days[-1] if text.endswith("=") or len(days) > 1 else None


def _spot(rng: random.Random, gemeente: str, spot: str) -> Row:
    """Where in the municipality: a kind of place for most, coordinates for about a third."""
    at_school = spot == "school" and gemeente in SCHOLEN
    row: Row = {"locatie": f"Schoollocatie {v.GEMEENTE[gemeente].naam}" if at_school else spot.replace("school", "")}
    if rng.random() < 0.38:
        longitude, latitude = geo.label_points()[gemeente]
        latitude, longitude = SCHOLEN.get(gemeente, (latitude, longitude))
        off = 0.0 if at_school else 0.009
        row["breedtegraad"] = round(latitude + rng.uniform(-off, off), 4)
        row["lengtegraad"] = round(longitude + rng.uniform(-off, off), 4)
    return row


def _partners() -> list[Row]:
    rows: list[Row] = []
    for line in t.PARTNERS.strip().splitlines():
        kind, scale, joins, names = (part.strip() for part in line.split("|"))
        for naam, gemeente in (entry.strip().split(" @ ") for entry in names.split(";")):
            row = {"id": f"P-{len(rows) + 1:03}", "naam": naam, "soort": kind, "gemeente": gemeente, "schaal": scale}
            code = v.municipality_vocabulary().find(gemeente)
            strategic = "ja" if scale == "landelijk" else "nee"
            rows.append(row | {"strategisch": strategic, "_joins": set(joins.split()), "_code": code})
    return rows


def _participations(rng: random.Random, activities: list[Row], partners: list[Row]) -> list[Row]:
    """Who takes part where: the partner's field must fit, and near is likelier than far."""
    rows: list[Row] = []
    for activity in (a for a in activities if a["naam"] not in NIET_GETELD):
        weights = [_attraction(activity, partner) for partner in partners]
        for turn in range(max(0, activity["_gewicht"] + rng.choice((-1, 0, 0, 1, 1)))):
            if not any(weights):
                break
            index = rng.choices(range(len(partners)), weights)[0]
            weights[index] = 0
            partner = partners[index]
            leads = turn == 0 and activity["rol"] == "deelnemer"
            adds = rng.choice(BRENGT_IN[partner["soort"].split()[0]]) if rng.random() < 0.65 else None
            rol = "initiatiefnemer" if leads else "deelnemer"
            rows.append({"activiteit": activity["id"], "partner": partner["id"], "rol": rol, "meerwaarde": adds})
    rows[40]["activiteit"] = rows[40]["activiteit"].replace("A-", "A-9")
    return rows


def _attraction(activity: Row, partner: Row) -> float:
    """How likely the partner takes part; 0 when its field is another one."""
    near = partner["_code"] == activity["_code"]
    joins = partner["_joins"]
    if "*" in joins:
        return 8.0 if near else 0.0
    wanted = ({code for code in joins if code in COLLEGES}, {code for code in joins if code not in COLLEGES})
    if not all(group & activity["_facts"] for group in wanted if group):
        return 0.0
    if partner["schaal"] == "landelijk":
        return 6.0 if activity["_plaats"] == v.HAAGLANDEN else 0.25
    same_place = place_of(partner["_code"], None) == activity["_plaats"]
    return 9.0 if near else 3.0 if same_place else 0.1 if partner["schaal"] == "lokaal" else 0.8


def _lines(rng: random.Random, activities: list[Row]) -> list[Row]:
    """The lines that are written out, and lines between activities that have a form or theme in common."""
    fields = [column.field for column in c.VERBINDINGSLIJNEN.columns]
    by_name = {row["naam"]: row for row in activities}
    rows = []
    for number, line in enumerate(t.LIJNEN.strip().splitlines(), start=1):
        parts = [part.strip() for part in line.split("|")]
        ends = [by_name[part]["id"] if part in by_name else part for part in parts[:2]]
        sinds = _period(rng, parts[4])[0]
        rows.append(dict(zip(fields, (f"L-{number:03}", *ends, *parts[2:4], sinds, parts[5]), strict=True)))
    return rows
