"""What a source says of municipalities: its GeoJSON read tolerantly, whoever named the fields."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson

from lrn.boundaries.errors import SourceError

# Fields by what they hold, the surest first, written as :func:`_plain` gives them. statcode and statnaam are CBS's
# (gebiedsindelingen), gemeentecode and gemeentenaam too (wijken en buurten), identificatie and naam are Kadaster's.
CODE = ("statcode", "gemeentecode", "gmcode", "identificatie", "code")
NAME = ("statnaam", "gemeentenaam", "gmnaam", "naam")
REGION = ("amcode", "arbeidsmarktregiocode")
YEAR = ("jaarcode", "jaar", "jrstatcode")
LARGEST = 256_000_000  # bytes of a file; the precise boundaries of the whole country are some tens of megabytes

WGS84 = 4326
_CRS = re.compile(r"(?:EPSG.*?|CRS)(\d+)$", re.IGNORECASE)
_WEB_PAGE = re.compile(rb"\s*<(!doctype\s+)?html", re.IGNORECASE)


@dataclass(frozen=True)
class Municipality:
    """One feature: ``regio`` is "" and ``jaar`` None when the source does not say; ``shape`` is a GeoJSON geometry."""

    code: str
    naam: str
    regio: str
    jaar: int | None
    shape: Any

    @property
    def is_area(self) -> bool:
        """Whether ``shape`` says that it is one; whether it holds is seen when it is read."""
        return isinstance(self.shape, dict) and self.shape.get("type") in ("Polygon", "MultiPolygon")


@dataclass(frozen=True)
class BoundarySource:
    """All municipalities of a source, and the EPSG number it says their coordinates are in (None: it does not)."""

    municipalities: tuple[Municipality, ...]
    epsg: int | None


def read_file(path: Path) -> list[dict[str, Any]]:
    """The feature collection in a file, as the only page. Raises :class:`SourceError`."""
    try:
        if path.stat().st_size > LARGEST:
            raise SourceError(f"“{path}” is te groot voor een bestand met gemeentegrenzen.")
        content = path.read_bytes()
    except OSError as problem:
        raise SourceError(f"“{path}” kan niet worden gelezen: controleer naam en pad.") from problem
    return [parse(content, f"“{path}”")]


def parse(content: bytes, name: str) -> dict[str, Any]:
    """*content* as a GeoJSON feature collection. Raises :class:`SourceError` with *name* in it when it is not."""
    try:
        found = orjson.loads(content.removeprefix(b"\xef\xbb\xbf"))
    except orjson.JSONDecodeError as problem:
        said = "een webpagina en geen GeoJSON" if _WEB_PAGE.match(content) else "geen GeoJSON, of niet helemaal"
        raise SourceError(f"Wat {name} geeft, is {said}: klopt het adres of het bestand?") from problem
    if not isinstance(found, dict) or not isinstance(found.get("features"), list):
        raise SourceError(f"Wat {name} geeft, is geen verzameling vlakken (FeatureCollection).")
    return found


def source(pages: Iterable[dict[str, Any]], name: str) -> BoundarySource:
    """The municipalities on all *pages*. Raises :class:`SourceError` with *name* when there are none, or no codes."""
    pages = list(pages)
    found = tuple(_municipality(feature) for page in pages for feature in page["features"] if isinstance(feature, dict))
    if not any(municipality.code for municipality in found):
        raise SourceError(f"Wat {name} geeft, zijn geen gemeenten: geen enkel vlak heeft een statcode of gemeentecode.")
    systems = {_epsg(page.get("crs")) for page in pages}
    if len(systems) > 1:
        raise SourceError(f"De bladzijden van {name} staan niet in hetzelfde coördinatenstelsel.")
    return BoundarySource(found, systems.pop())


def _municipality(feature: dict[str, Any]) -> Municipality:
    properties = feature.get("properties")
    fields = {_plain(field): value for field, value in properties.items()} if isinstance(properties, dict) else {}
    year = _first(fields, YEAR)[:4]
    return Municipality(
        code=_code(_first(fields, CODE)),
        naam=_first(fields, NAME),
        regio=_first(fields, REGION).upper(),
        jaar=int(year) if year.isdecimal() and len(year) == 4 else None,
        shape=feature.get("geometry"),
    )


def _plain(field: str) -> str:
    return re.sub(r"[^0-9a-z]", "", field.casefold())


def _first(fields: dict[str, Any], names: tuple[str, ...]) -> str:
    """The first of *names* that is filled in, as text."""
    for name in names:
        value = fields.get(name)
        if isinstance(value, str | int) and str(value).strip():
            return " ".join(str(value).split())
    return ""


def _code(text: str) -> str:
    """GM0546, also when the source writes gm0546, 0546 or 546."""
    return f"GM{text.zfill(4)}" if text.isdecimal() else text.upper()


def _epsg(crs: Any) -> int | None:
    """The number of a ``crs`` member: of "EPSG:28992", "urn:ogc:def:crs:EPSG::28992", "…/EPSG/0/28992" or "…CRS84".

    0 for one that is there but names nothing known.
    """
    if crs is None:
        return None
    properties = crs.get("properties") if isinstance(crs, dict) else None
    named = _CRS.search(str(properties.get("name"))) if isinstance(properties, dict) else None
    number = int(named[1]) if named else 0
    return WGS84 if number == 84 else number  # CRS84 is WGS 84 with the longitude first, as GeoJSON always has it
