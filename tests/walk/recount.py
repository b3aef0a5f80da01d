"""Counts a register anew, with nothing of ``lrn``: openpyxl, the definitions of the design and a few lines of its own.

What is asked is an address: the parameters of the filters, and ``bewijs`` for what a figure narrows those by. Both
are read here by their own rules, so that a figure on screen and its recount share no more than their words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl

Query = dict[str, list[str]]

# fmt: off
# Statistics Netherlands (CBS), 2025: the municipalities of each labour-market region, by their code.
PLACES = {
    "AM19": "Holland Rijnland", "AM34": "Zuid-Holland Centraal", "AM20": "Midden-Holland", "GM0632": "Woerden (Midden-Utrecht)",
    "AM21": "Haaglanden", "elders": "Elders", "zonder": "Zonder plaats",
}
REGIONS = {
    "AM19": {"GM0484": "Alphen aan den Rijn", "GM0534": "Hillegom", "GM1884": "Kaag en Braassem", "GM0537": "Katwijk", "GM0546": "Leiden", "GM0547": "Leiderdorp", "GM0553": "Lisse", "GM0569": "Nieuwkoop", "GM0575": "Noordwijk", "GM0579": "Oegstgeest", "GM1525": "Teylingen", "GM0638": "Zoeterwoude"},
    "AM34": {"GM1621": "Lansingerland", "GM1916": "Leidschendam-Voorburg", "GM1926": "Pijnacker-Nootdorp", "GM0626": "Voorschoten", "GM0629": "Wassenaar", "GM0637": "Zoetermeer"},
    "AM20": {"GM1901": "Bodegraven-Reeuwijk", "GM0513": "Gouda", "GM1931": "Krimpenerwaard", "GM0627": "Waddinxveen"},
    "GM0632": {"GM0632": "Woerden"},
    "AM21": {"GM0518": "'s-Gravenhage", "GM0503": "Delft", "GM0603": "Rijswijk", "GM1783": "Westland", "GM1842": "Midden-Delfland"},
    "elders": {"GM1892": "Zuidplas"},
}
ALSO = {  # what the two registers of the tests type for a municipality, a region or a form
    "den haag": "GM0518", "leidschendam": "GM1916", "voorburg": "GM1916", "bodegraven": "GM1901", "pijnacker": "GM1926",
    "alphen": "GM0484", "alphen aan de rijn": "GM0484", "boskoop": "GM0484", "utrecht": "elders:Utrecht", "rotterdam": "elders:Rotterdam",
}
ALSO_REGION = {"zhc": "AM34", "woerden": "GM0632"}
FORMS = {
    "civ": "CIV", "pps": "Publiek-private samenwerking", "livinglab": "Livinglab", "satellietlab": "Satellietlab", "bedrijfslab": "Bedrijfslab",
    "hackathon": "Hackathon", "wijkleercentrum": "Wijkleercentrum", "kennisdelingslunch": "Kennisdelingslunch", "onderwijs op locatie": "Onderwijs op locatie",
    "practoraat": "Practoraat", "hybride leeromgeving": "Hybride leeromgeving", "docentstage": "Docentstage", "anders": "Anders",
}
THEMES = ("onderwijs", "klimaat", "mobiliteit", "wonen", "zorg", "welzijn", "recreatie", "anders")
NETWORK = "arbeidsmarkttransities"
INGREDIENTS = ("Uitdagingen", "Deelnemers", "Niveaus", "Arbeidsmarktregio’s", "Knooppunten en lijnen", "Leren", "Toegevoegde waarde", "Arbeidsmarkt", "Samen aan de slag", "Opleidingspartner", "Partners")
KINDS = ("overheid", "non-profit", "maatschappelijke organisatie", "vrijwilligersorganisatie", "bedrijf", "branchevereniging", "onderwijs: vo", "onderwijs: mbo", "onderwijs: hbo", "onderwijs: wo", "studenten", "leven-lang-ontwikkelaars", "ander netwerk")
LINE_FORMS = {"regio-overleg": "Regio-overleg tussen locaties", "bovenregionaal bestuurlijk overleg": "Bovenregionaal bestuurlijk overleg", "bestuurlijk overleg met gemeenten": "Bestuurlijk overleg met gemeenten", "3o-overleg": "3O-overleg", "kennisdeling": "Kennisdeling", "anders": "Anders"}
STATUSES = ("verkenning", "voorbereiding", "actief", "afgerond", "gestopt")
FOR_THE_LABOUR_MARKET = {"opleiden nieuwe medewerkers", "leven lang ontwikkelen", "arbeidsbemiddeling", "inzetbaarheid studenten"}
# fmt: on
OURS = ("AM19", "AM34", "AM20", "GM0632")
MUNICIPALITIES = {code: name for names in REGIONS.values() for code, name in names.items()}
PLACE_OF = {code: place for place, names in REGIONS.items() for code in names}
UNKNOWN = "onbekend"


@dataclass(frozen=True)
class Activity:
    """One row of Activiteiten that counts, as it was typed: what is not understood is ``onbekend``."""

    id: str
    row: int
    name: str
    place: str
    municipality: str
    college: str
    form: str
    status: str
    start: date | None
    end: date | None
    ingredients: frozenset[int]
    themes: frozenset[str]
    network: bool
    told: dict[str, Any]

    def ran(self, day: date) -> bool:
        """Whether its dates hold *day*."""
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)

    def active(self, day: date, checked: date) -> bool:
        """*Actief op de peildatum*; of a day gone by afgerond and gestopt are believed from the Einde on."""
        if self.status in ("afgerond", "gestopt"):
            return day < checked and self.end is not None and self.ran(day)
        return self.status != "verkenning" and self.ran(day)


@dataclass(frozen=True)
class Partner:
    id: str
    row: int
    kind: str
    municipality: str
    strategic: bool
    name: str


@dataclass(frozen=True)
class Line:
    """One row of Verbindingslijnen; an end is (kind, code): an activity, a gemeente, a regio or ``onbekend``."""

    id: str
    row: int
    ends: tuple[tuple[str, str], tuple[str, str]]
    form: str
    since: date | None


@dataclass
class Recount:
    """A register counted on the day *checked*."""

    path: Path
    checked: date
    activities: dict[str, Activity] = field(default_factory=dict)
    partners: dict[str, Partner] = field(default_factory=dict)
    lines: list[Line] = field(default_factory=list)
    takes_part: list[tuple[str, str, str]] = field(default_factory=list)  # activity, partner, meerwaarde
    roles: set[tuple[str, str, str]] = field(default_factory=set)  # activity, partner, role
    typed: dict[str, int] = field(default_factory=dict)  # rows with anything in them, by sheet
    numbers: dict[str, list[int]] = field(default_factory=dict)  # and which those are
    _found: dict[str, list[Activity]] = field(default_factory=dict)  # by query: many sentences ask the same

    def __post_init__(self) -> None:
        book = openpyxl.load_workbook(self.path, data_only=True, read_only=True)
        for number, row in self._rows(book, "Activiteiten"):
            self._activity(number, row)
        for number, row in self._rows(book, "Partners"):
            self._partner(number, row)
        for _, row in self._rows(book, "Deelnames"):
            self.takes_part.append((text(row["Activiteit"]), text(row["Partner"]), text(row["Meerwaarde"])))
            self.roles.add((text(row["Activiteit"]), text(row["Partner"]), text(row["Rol"]).lower()))
        for number, row in self._rows(book, "Verbindingslijnen"):
            ends = (self._end(row["Van"]), self._end(row["Naar"]))
            form = coded(row["Vorm"], LINE_FORMS)
            self.lines.append(Line(text(row["ID"]), number, ends, form, day(row["Sinds"])))
        book.close()

    # ── Reading ──────────────────────────────────────────────────────────────────────────────────────────────

    def left_out(self, sheet: str) -> list[int]:
        """The rows of Activiteiten or Partners that have something in them, and do not count."""
        counted = {row.row for row in (self.activities if sheet == "Activiteiten" else self.partners).values()}
        return [number for number in self.numbers[sheet] if number not in counted]

    def _rows(self, book: Any, sheet: str) -> Iterable[tuple[int, dict[str, Any]]]:
        head, *rows = book[sheet].iter_rows(values_only=True)
        found = [(n, dict(zip(head, row, strict=True))) for n, row in enumerate(rows, start=2) if any(row)]
        self.typed[sheet] = len(found)
        self.numbers[sheet] = [number for number, _ in found]
        return found

    def _activity(self, number: int, row: dict[str, Any]) -> None:
        identity, name = text(row["ID"]), text(row["Naam"])
        if not identity or not name or identity in self.activities:
            return
        municipality, region = municipality_code(row["Gemeente"]), text(row.get("Arbeidsmarktregio"))
        start, end = day(row["Start"]), day(row["Einde"])
        self.activities[identity] = Activity(
            id=identity,
            row=number,
            name=name,
            place=region_code(region) if region else place_of(municipality),
            municipality=municipality,
            college=text(row["College"]),
            form=coded(row["Verschijningsvorm"], FORMS),
            status=one_of(row["Status"], STATUSES),
            start=start,
            end=None if start and end and end < start else end,
            ingredients=frozenset(int(n) for n in parts(row["Ingrediënten"]) if n.isdecimal() and 1 <= int(n) <= 11),
            themes=frozenset(one_of(t, (*THEMES, NETWORK)) for t in parts(row["Thema's"])) - {NETWORK},
            network=text(row["Netwerkthema"]).lower() == "ja",
            told=row,
        )

    def _partner(self, number: int, row: dict[str, Any]) -> None:
        identity = text(row["ID"])
        if identity and text(row["Naam"]) and identity not in self.partners:
            strategic = text(row["Strategische relatie"]).lower() == "ja"
            kind = one_of(row["Soort"], KINDS).removeprefix("onderwijs: ")
            self.partners[identity] = Partner(
                identity, number, kind, municipality_code(row["Gemeente"]), strategic, text(row["Naam"])
            )

    def _end(self, cell: Any) -> tuple[str, str]:
        said = text(cell)
        if said in self.activities:
            return "activiteit", said
        code = municipality_code(said)
        if code not in ("", UNKNOWN):
            return "gemeente", code
        region = region_code(re.sub(r"(?i)^regio ", "", said))
        return ("regio", region) if region != "zonder" else (UNKNOWN, UNKNOWN)

    # ── Counting ─────────────────────────────────────────────────────────────────────────────────────────────

    def selected(self, query: Query) -> list[Activity]:
        """The activities that the filters of *query* leave."""
        asked = repr(query)
        if asked not in self._found:
            self._found[asked] = [a for a in self.activities.values() if self._chosen(a, query)]
        return list(self._found[asked])

    def _chosen(self, a: Activity, query: Query) -> bool:
        peildatum = day_of(query)
        given = {
            "regio": a.place,
            "gemeente": a.municipality,
            "college": a.college,
            "vorm": a.form,
            "status": a.status,
        }
        return (
            (peildatum is None or a.active(peildatum, self.checked))
            and all(given[name] in codes(name, query) for name in given if query.get(name))
            and ("thema" not in query or bool(a.themes & codes("thema", query)))
            and ("ingredient" not in query or bool(a.ingredients & codes("ingredient", query)))
            and ("netwerkthema" not in query or a.network == (query["netwerkthema"] == ["ja"]))
        )

    def partners_of(self, activities: Iterable[Activity]) -> set[str]:
        """The IDs of the partners that take part in *activities*."""
        ids = {a.id for a in activities}
        return {partner for activity, partner, _ in self.takes_part if activity in ids and partner in self.partners}

    def lines_of(self, activities: Iterable[Activity], query: Query) -> list[Line]:
        """The lines that exist on the peildatum and touch *activities*, or a place that alone is chosen in *query*."""
        ids, peildatum = {a.id for a in activities}, day_of(query)
        only_places = not set(query) & {"college", "thema", "netwerkthema", "ingredient", "vorm", "status"}
        regions, municipalities = codes("regio", query), codes("gemeente", query)

        def touches(kind: str, code: str) -> bool:
            if kind == "activiteit":
                return code in ids
            if not only_places:
                return False
            if kind == "gemeente":
                return (not municipalities or code in municipalities) and (not regions or place_of(code) in regions)
            if kind == "regio":
                return not municipalities and (not regions or code in regions)
            return not municipalities and not regions

        return [
            line
            for line in self.lines
            if any(touches(*end) for end in line.ends)
            and (peildatum is None or line.since is None or line.since <= peildatum)
        ]

    def place_of_end(self, end: tuple[str, str], level: str) -> str:
        """Where the end of a line is: its place, or with *level* gemeente its municipality."""
        kind, code = end
        if kind == "activiteit":
            there = self.activities[code]
            return there.place if level == "plaats" else there.municipality
        if level == "plaats":
            return place_of(code) if kind == "gemeente" else code if kind == "regio" else "zonder"
        return code if kind == "gemeente" else ""


# ── Words ────────────────────────────────────────────────────────────────────────────────────────────────────


def text(cell: Any) -> str:
    """What is typed in a cell; a date as it is, a number without a fraction as its figures."""
    return "" if cell is None else str(cell).strip()


def parts(cell: Any) -> list[str]:
    return [part.strip() for part in re.split(r"[;\n]", text(cell)) if part.strip()]


def one_of(cell: Any, known: Iterable[str]) -> str:
    """*cell* in lower case as it is known, ``onbekend`` when it is not, "" when nothing is typed."""
    said = text(cell).lower()
    return said if said in known or not said else UNKNOWN


def day(cell: Any) -> date | None:
    """A cell with a date, or a text with the day before the month; None for anything else."""
    if isinstance(cell, datetime):
        return cell.date()
    found = re.fullmatch(r"(\d{1,2})-(\d{1,2})-(\d{4})", text(cell))
    return date(*map(int, reversed(found.groups()))) if found else None


def coded(cell: Any, labels: dict[str, str]) -> str:
    """The code in *labels* of what is typed, by code or by label; ``onbekend`` or "" as for :func:`one_of`."""
    said = text(cell).lower()
    known = {label.lower(): code for code, label in labels.items()} | {code: code for code in labels}
    return known.get(said, UNKNOWN if said else "")


def municipality_code(cell: Any) -> str:
    """The code of a municipality, ``onbekend`` when it is none, "" when nothing is typed."""
    said = re.sub(r"^(gemeente|gem\.) ", "", text(cell).lower())
    known = {name.lower(): code for code, name in MUNICIPALITIES.items()} | ALSO
    return known.get(said, UNKNOWN if said else "")


def place_of(municipality: str) -> str:
    return "elders" if municipality.startswith("elders:") else PLACE_OF.get(municipality, "zonder")


def region_code(said: str) -> str:
    known = {name.lower(): code for code, name in PLACES.items()} | ALSO_REGION
    return known.get(said.lower(), "zonder")


def day_of(query: Query) -> date | None:
    """The peildatum of an address; None with *alles*."""
    return None if query.get("alles") == ["true"] else date.fromisoformat(query["peildatum"][0])


def codes(name: str, query: Query) -> set[Any]:
    """The values of one filter of an address, as they are counted here."""
    return {_CODES.get(name, lambda said: said)(said) for said in query.get(name, [])}


_CODES = {
    "regio": lambda said: region_code(said),
    "gemeente": lambda said: municipality_code(said),
    "vorm": lambda said: coded(said, FORMS),
    "status": lambda said: said.lower(),
    "thema": lambda said: said.lower(),
    "ingredient": lambda said: int(said.split(".")[0]),
}
