"""Writes the sample register: an invented workbook that shows what the dashboard can do, untidiness included.

What it tells is in ``lrn.register.writing.sample_texts``; here that becomes rows and sheets. One
seed, always the same bytes.
"""

from __future__ import annotations

import random
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from itertools import pairwise, zip_longest
from pathlib import Path
from typing import Any

import xlsxwriter

from lrn import geo
from lrn import vocabulary as v
from lrn.register import columns as c
from lrn.register.checking.activities import place_of
from lrn.register.writing import sample_texts as t
from lrn.register.writing.guide import BLADEN, CELLEN, FOUTJES, GECONTROLEERD, UITLEG, write_guide
from lrn.register.writing.validation import write_lists
from lrn.terms import Vocabulary

Row = dict[str, Any]  # by field of the contract; a field that starts with "_" is not written

SAMPLE_DAY = date(2026, 11, 23)  # the day on which the sample was "filled in"
EXTRA_COLUMN = "Kostenplaats"  # on purpose not in the contract
STALE = 12  # activities that were not updated for over a year

INGREDIENT_KANS = {1: 0.5, 2: 0.86, 3: 0.23, 4: 0.48, 5: 0.1, 6: 0.8, 7: 0.4, 8: 0.14, 9: 0.77, 10: 0.52, 11: 0.38}
KANS_8_NETWERKTHEMA = 0.72
SCHOLEN = {  # latitude, longitude of "our" building: somewhere in town, no real address
    "GM0546": (52.1585, 4.4905),
    "GM0484": (52.1275, 4.6570),
    "GM1916": (52.0850, 4.3980),
    "GM0637": (52.0570, 4.4930),
    "GM0513": (52.0120, 4.7080),
    v.WOERDEN: (52.0860, 4.8830),
}

# The awkward, on purpose: activity by name, field, what stands there.
SLORDIG: tuple[tuple[str, str, Any], ...] = (
    ("Zelf op reis", "id", None),
    ("Livinglab Buurtbatterij", "id", "A-020"),
    ("Kennisdelingslunch Praktijkleren", "naam", None),
    ("Bedrijfslab Koeltechniek", "start", "voorjaar 2025"),
    ("Satellietlab Helder water", "einde", date(2025, 10, 30)),
    ("Podcast Vakwerk", "themas", "Anders; digitalisering"),
    ("Bedrijfslab Verpakkingstechniek", "ingredienten", "2;6;9;12"),
    ("Kas en keten", "vorm", "Ketenproject"),
    ("Alumni voor de klas", "netwerkthema", "deels"),
    ("Techniekcoalitie", "themas", "Onderwijs; arbeidsmarkttransities"),
    ("Hospice als leerplek", "regio", "Holland Rijnland"),
    ("Hybride leeromgeving Hotel en congres", "gemeente", "LEIDEN "),
)
NIET_GETELD = {name for name, field, _ in SLORDIG if field in ("id", "naam")}
ZONDER_STUDENTEN = ("docentstage", "kennisdelingslunch", "practoraat")
ZONDER_NIVEAU = ("Practoraat Leren met AI", "Elektrisch sleutelen", "Taal op de werkvloer")


def write_sample(path: Path, *, seed: int = 2026) -> None:
    """Write the sample register to *path*; the same *seed* gives the same bytes."""
    rng = random.Random(seed)
    activities = _activities(rng)
    partners = _partners()
    sheets = (activities, partners, _participations(rng, activities, partners), _lines(rng, activities))
    by_name = {row["naam"]: row for row in activities}
    for name, field, value in SLORDIG:
        by_name[name][field] = value
    for row in rng.sample(activities, 9):
        row[EXTRA_COLUMN] = str(rng.randint(310, 589) * 10)
    _write(path, dict(zip(c.SHEETS, sheets, strict=True)))


def _activities(rng: random.Random) -> list[Row]:
    """All activities in order of their start, with IDs."""
    habits = {habit[0]: habit[1:] for habit in _table(t.GEWOONTEN)}
    headings, *lines = _table(t.ACTIVITEITEN)
    entries = [dict(zip_longest(headings, cells, fillvalue="")) for cells in lines]
    rows = [_activity(rng, facts, habits[facts["vorm"]]) for facts in entries]
    rows.sort(key=lambda row: row["start"])
    year_ago = SAMPLE_DAY.replace(year=SAMPLE_DAY.year - 1)
    old = [row["naam"] for row in rows if (row["einde"] or row["start"]) < year_ago - timedelta(days=130)]
    stale = rng.sample(old, STALE)
    for number, row in enumerate(rows, start=1):
        row["id"] = f"A-{number:03}"
        latest = year_ago - timedelta(days=2) if row["naam"] in stale else SAMPLE_DAY
        past = [day + timedelta(days=9) for day in (row["start"], row["einde"]) if day and day <= latest]
        row["bijgewerkt"] = min(max([latest - timedelta(days=int(rng.triangular(0, 330, 20))), *past]), latest)
    return rows


def _activity(rng: random.Random, facts: dict[str, str], habit: list[str]) -> Row:
    """One activity: the facts of its line, and what usually goes with its form."""
    name, typed, early = facts["naam"], facts["plaats"], facts["status"] == "verkenning"
    spot, weight = ("", 1) if early else (habit[0], int(habit[1]))
    together, school_adds, partners_add = (cell.split("; ") for cell in habit[2:])
    region, municipality = (typed[1:], None) if typed.startswith("@") else (None, typed or None)
    code = v.municipality_vocabulary().find(typed) if municipality else None
    college, teams = t.COLLEGES[facts["college"]]
    themes = facts["themas"].split(", ")
    travels = {5: 0.55} if name in t.PAREN or name in t.LIJNEN else {}
    chances = INGREDIENT_KANS | travels | ({8: KANS_8_NETWERKTHEMA} if facts["netwerk"] == "+" else {})
    numbers = {nr for nr, chance in chances.items() if rng.random() < chance * (0.5 if early else 1)} or {1}
    numbers |= {3} if name in ZONDER_NIVEAU else set()
    depth = max(2, min(3, weight)) if 3 in numbers or weight > 3 else rng.choice((0, 1, 1, 2))
    start, end = _period(rng, facts["periode"])
    with_students = 0.1 if facts["vorm"] in ZONDER_STUDENTEN else 0.95
    odds = (with_students, 0.9, 0.15 * weight, 0.08 * weight, 0.04 * weight)
    who = [code for code, chance in zip(v.BETROKKENEN.codes, odds, strict=True) if rng.random() < chance]
    role = rng.choice(("coördinator", "praktijkdocent", "projectleider", "teamleider", "docent", None))
    row: Row = {
        "_joins": {facts["college"], *themes},
        "_place": place_of(code, v.REGIO_NAMEN.find(region) if region else None),
        "_code": code,
        "_weight": weight,
        "_host": facts["partner"],
        "naam": name,
        "omschrijving": facts["omschrijving"],
        "opbrengst": facts["opbrengst"],
        "vorm": v.VORMEN.label(facts["vorm"]),
        "gemeente": municipality,
        "regio": region,
        "locatie": spot if spot != "school" else None,
        "college": college if rng.random() < 0.95 else None,
        "team": teams.get(themes[0]) if rng.random() < 0.75 else None,
        "status": None if facts["status"] == "leeg" else v.STATUSSEN.label(facts["status"] or "actief"),
        "start": start,
        "einde": end,
        "ingredienten": ";".join(map(str, sorted(numbers))),
        "netwerkthema": "ja" if facts["netwerk"] == "+" else "nee",
        "themas": _labels(v.THEMAS, themes),
        "niveaus": _labels(v.NIVEAUS, v.NIVEAUS.codes[3 - depth :]) if name not in ZONDER_NIVEAU else None,
        "betrokkenen": _labels(v.BETROKKENEN, who),
        "samenwerkingsvorm": rng.choice([*together * 6, None]),
        "rol": rng.choice(("initiatiefnemer", "initiatiefnemer", "deelnemer")),
        "deelname": rng.choice(("bewust", "actief", "actief", "intensief", "bewust; actief; intensief", None)),
        "meerwaarde_mborijnland": _labels(v.MEERWAARDE_MBO, rng.sample(school_adds, rng.randint(1, len(school_adds)))),
        "meerwaarde_partners": _labels(v.MEERWAARDE_PARTNERS, partners_add[: rng.randint(0, 2)]),
        "contactpersoon": role,
        "email": f"{role.replace('ö', 'o')}.{facts['college'].lower()}@voorbeeld.example" if role else None,
    }
    at_school = spot == "school" and code in SCHOLEN
    if code and at_school:
        row["locatie"] = f"Schoollocatie {v.GEMEENTE[code].naam}"
    if code in v.GEMEENTE and rng.random() < 0.34:
        longitude, latitude = geo.label_points()[code]
        latitude, longitude = SCHOLEN.get(code, (latitude, longitude))
        off = 0 if at_school else 0.006  # degrees: a few streets away
        row["breedtegraad"] = round(latitude + rng.uniform(-off, off), 4)
        row["lengtegraad"] = round(longitude + rng.uniform(-off, off), 4)
    return row


def _partners() -> list[Row]:
    """All partners with IDs; the national ones are strategic relations."""
    scales = dict(zip("lrbn", v.SCHALEN.codes, strict=True))  # n for national: landelijk and lokaal share an initial
    found: list[tuple[list[str], Row]] = []
    for kind, scale, joins, names in _table(t.PARTNERS):
        fixed: Row = {"soort": v.PARTNERSOORTEN.label(v.PARTNERSOORTEN.find(kind) or kind), "schaal": scales[scale]}
        fixed |= {"strategisch": "ja" if scale == "n" else "nee", "_scale": scale, "_joins": set(joins.split())}
        fixed["_adds"] = t.BRENGT_IN.get("n" if scale == "n" else kind) or t.BRENGT_IN[scale]
        found += [(entry.split(" @ "), fixed) for entry in names.split("; ")]
    return [{"id": f"P-{n:03}", "naam": a, "gemeente": b, **fixed} for n, ((a, b), fixed) in enumerate(found, start=1)]


def _participations(rng: random.Random, activities: list[Row], partners: list[Row]) -> list[Row]:
    """Who takes part where: the partner's field must fit, and near is likelier than far."""
    fields = [column.field for column in c.DEELNAMES.columns]
    rows: list[Row] = []
    for activity in (row for row in activities if row["naam"] not in NIET_GETELD):
        host = activity["_host"]  # whom the description is about: so heavy that it is drawn first
        weights = [1e12 if partner["naam"] == host else _attraction(activity, partner) for partner in partners]
        for turn in range(max(bool(host), activity["_weight"] + rng.choice((-1, -1, 0, 0, 1)))):
            if not any(weights):
                break
            index = rng.choices(range(len(partners)), weights)[0]
            weights[index] = 0
            leads = turn == 0 and activity["rol"] == "deelnemer"
            adds = rng.choice((*partners[index]["_adds"], None))
            cells = (activity["id"], partners[index]["id"], v.ROLLEN.codes[0 if leads else 1], adds)
            rows.append(dict(zip(fields, cells, strict=True)))
    rows[40]["activiteit"] = rows[40]["activiteit"].replace("A-", "A-0")  # awkward: an ID that no activity has
    return rows


def _attraction(activity: Row, partner: Row) -> float:
    """How likely the partner takes part; 0 when its field is another one."""
    code = v.municipality_vocabulary().find(partner["gemeente"])
    near = code == activity["_code"]
    joins = partner["_joins"]
    if "*" in joins:
        return 8 if near else 0
    colleges = joins & t.COLLEGES.keys()
    if any(wanted and not wanted & activity["_joins"] for wanted in (colleges, joins - colleges)):
        return 0
    if partner["_scale"] == "n":
        return 6 if activity["_place"] == v.HAAGLANDEN else 0.25
    if partner["_scale"] == "b":
        return 0.5
    if near or place_of(code, None) == activity["_place"]:
        return 9 if near else 3
    return 0.1 if partner["_scale"] == "l" else 0.4


def _lines(rng: random.Random, activities: list[Row]) -> list[Row]:
    """The lines that are written out, and the pairs of activities."""
    fields = [column.field for column in c.VERBINDINGSLIJNEN.columns][1:]
    ids = {row["naam"]: row["id"] for row in activities}
    rows = []
    for van, naar, vorm, how_often, since, about in _table(t.LIJNEN):
        label = v.LIJNVORMEN.label(v.LIJNVORMEN.find(vorm) or vorm)
        cells = (ids.get(van, van), ids.get(naar, naar), label, how_often, _period(rng, since)[0], about)
        rows.append(dict(zip(fields, cells, strict=True)))
    (sentences,) = _table(t.LIJN_ZINNEN)
    starts = {row["id"]: row["start"] for row in activities}
    for names in _table(t.PAREN):
        for one, other in pairwise(ids[name] for name in names):
            since = max(starts[one], starts[other]) + timedelta(days=rng.randint(20, 120))
            since = min(since, SAMPLE_DAY - timedelta(days=rng.randint(5, 60)))
            label = v.LIJNVORMEN.label(rng.choices(v.LIJNVORMEN.codes, (2, 0, 0, 1, 12, 1))[0])
            known = (rng.choice(t.FREQUENTIES), since, rng.choice(sentences))
            rows.append(dict(zip(fields, (one, other, label, *known), strict=True)))
    return [{"id": f"L-{number:03}"} | row for number, row in enumerate(rows, start=1)]


def _period(rng: random.Random, text: str) -> tuple[date, date | None]:
    """Start and end; a month becomes a working day in it, "=" means that it lasts a day."""
    days = []
    for part in text.strip("=").split("/"):
        year, month, *day = map(int, part.split("-"))
        days.append(date(year, month, day[0] if day else rng.randint(3, 26)))
        while days[-1].weekday() > 4:
            days[-1] += timedelta(days=1)
    return days[0], days[-1] if text.endswith("=") or len(days) > 1 else None


def _labels(vocabulary: Vocabulary, words: Iterable[str]) -> str:
    """The labels of *words* as one cell."""
    return "; ".join(vocabulary.label(vocabulary.find(word) or word) for word in words)


def _table(text: str) -> list[list[str]]:
    """The rows of a block of text, split into cells."""
    return [[cell.strip() for cell in line.split("|")] for line in text.strip().splitlines()]


# ── The workbook ─────────────────────────────────────────────────────────────────────────────────────────────


def _write(path: Path, sheets: dict[c.Sheet, list[Row]]) -> None:
    """All sheets, with a fixed moment of creation: else no two files would be the same."""
    with xlsxwriter.Workbook(str(path), {"default_date_format": "dd-mm-yyyy"}) as book:
        book.set_properties({"title": t.TITEL, "created": datetime.fromordinal(SAMPLE_DAY.toordinal())})
        bold = book.add_format({"bold": True})
        intro = book.add_worksheet(c.VOORBEELD_BLAD)  # first, so that it is what opens
        intro.set_column(0, 0, 120)
        for number, (line,) in enumerate(_table(t.VOORBEELD)):
            intro.write_string(number, 0, line, bold if number == 0 else None)
        for sheet, rows in sheets.items():
            _write_sheet(book.add_worksheet(sheet.name), sheet, rows, bold)
        write_lists(book)
        write_guide(book.add_worksheet(UITLEG), book, t.TITEL, (BLADEN, CELLEN, FOUTJES, *GECONTROLEERD))


def _write_sheet(target: Any, sheet: c.Sheet, rows: list[Row], bold: Any) -> None:
    """One sheet of data: headings in the contract's order that stay in view, and a filter."""
    headings = {column.field: column.header for column in sheet.columns}
    headings |= {EXTRA_COLUMN: EXTRA_COLUMN} if any(EXTRA_COLUMN in row for row in rows) else {}
    for position, (field, header) in enumerate(headings.items()):
        target.write_string(0, position, header, bold)
        widest = max(len(str(row.get(field) or "")) for row in rows)
        target.set_column(position, position, min(60, max(len(header), widest) + 3))
        for number, row in enumerate(rows, start=1):
            target.write(number, position, row.get(field) or None)
    target.freeze_panes(1, 2 if sheet.columns[0].field == "id" else 0)
    target.autofilter(0, 0, len(rows), len(headings) - 1)
