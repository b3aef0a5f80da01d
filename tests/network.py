"""A whole network of any size: invented, seeded, with everything that a real register has, gaps and mistakes too."""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import Any

from lrn import vocabulary as v
from lrn.register import columns as c

Rows = list[list[Any]]

COLLEGES = ("Zorg en Welzijn", "Techniek en ICT", "Bouw en Groen", "Economie & Ondernemen", "")
ELSEWHERE = ("Utrecht", "Rotterdam", "Zuidplas", "Atlantis", "")
TODAY = date(2026, 11, 23)


def network(amount: int, seed: int = 2026) -> dict[str, Rows]:
    """The sheets of a register with *amount* activities, a fifth of it in partners and a tenth in lines."""
    rng = random.Random(seed)
    activities = [_activity(rng, number) for number in range(1, amount + 1)]
    partners = [_partner(rng, number) for number in range(1, amount // 5 + 2)]
    ids = [str(row[0]) for row in activities]
    taking_part = {(rng.choice(ids), str(rng.choice(partners)[0])) for _ in range(amount * 2)}
    lines = [_line(rng, number, ids) for number in range(1, amount // 10 + 2)]
    return {
        sheet.name: [[column.header for column in sheet.columns], *rows]
        for sheet, rows in (
            (c.ACTIVITEITEN, activities),
            (c.PARTNERS, partners),
            (c.DEELNAMES, [[a, p, _term(rng, v.ROLLEN), ""] for a, p in sorted(taking_part)]),
            (c.VERBINDINGSLIJNEN, lines),
        )
    }


def _activity(rng: random.Random, number: int) -> list[Any]:
    start = TODAY - timedelta(days=rng.randrange(-200, 1500)) if rng.random() < 0.9 else ""
    end = start + timedelta(days=rng.randrange(30, 1500)) if start and rng.random() < 0.5 else ""
    municipality = rng.choice([g.naam for g in v.GEMEENTEN] * 2 + list(ELSEWHERE))
    region = "" if municipality else rng.choice([*(v.PLAATS_NAMEN[code] for code in v.REGIOS), ""])
    given: dict[str, Any] = {
        "id": f"A-{number:05}",
        "naam": f"Activiteit {number} van het netwerk",
        "omschrijving": f"Verzonnen omschrijving van nummer {number}." if rng.random() < 0.7 else "",
        "gemeente": municipality,
        "regio": region,
        "breedtegraad": "",
        "lengtegraad": "",
        "college": rng.choice(COLLEGES),
        "start": start,
        "einde": end,
        "ingredienten": "; ".join(map(str, sorted(rng.sample(list(v.INGREDIENT), rng.randint(0, 6))))),
        "netwerkthema": rng.choice(("ja", "nee", "")),
        "opbrengst": "Verzonnen les." if rng.random() < 0.4 else "",
        "contactpersoon": "projectleider",
        "email": "naam@voorbeeld.example",
        "bijgewerkt": TODAY - timedelta(days=rng.randrange(0, 700)),
        "locatie": f"Zaal {rng.randrange(40)}",
        "team": f"Team {rng.randrange(12)}",
    }
    return [given[column.field] if column.field in given else _any(rng, column) for column in c.ACTIVITEITEN.columns]


def _partner(rng: random.Random, number: int) -> list[Any]:
    municipality = rng.choice([g.naam for g in v.GEMEENTEN] + list(ELSEWHERE))
    kind, scale = _term(rng, v.PARTNERSOORTEN), _term(rng, v.SCHALEN)
    return [f"P-{number:04}", f"Verzonnen partner {number}", kind, municipality, scale, rng.choice(("ja", "nee", ""))]


def _line(rng: random.Random, number: int, ids: list[str]) -> list[Any]:
    places = [rng.choice(v.GEMEENTEN).naam, v.PLAATS_NAMEN[rng.choice(v.REGIOS)]]
    start = rng.choice([rng.choice(ids), *places])
    end = rng.choice([i for i in (rng.choice(ids), rng.choice(ids), places[0]) if i != start] or ["Leiden"])
    since = TODAY - timedelta(days=rng.randrange(-100, 900)) if rng.random() < 0.8 else ""
    return [f"L-{number:04}", start, end, _term(rng, v.LIJNVORMEN), "", since, ""]


def _any(rng: random.Random, column: c.Column) -> str:
    """One or more terms of a limited column, sometimes none, and now and then one that nobody knows."""
    assert column.vocabulary, column
    chance = rng.random()
    if chance < 0.15:
        return ""
    if chance < 0.17:
        return "onzin"
    if column.kind is c.Kind.TERM:
        return _term(rng, column.vocabulary)
    terms = column.vocabulary.terms
    return "; ".join(term.label for term in rng.sample(terms, rng.randint(1, min(3, len(terms)))))


def _term(rng: random.Random, vocabulary: Any) -> str:
    return rng.choice(vocabulary.terms).label
