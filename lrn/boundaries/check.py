"""Whether municipalities fit the vocabulary, and fit each other: codes, names, regions, neighbours."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import geopandas as gpd
import shapely

from lrn import texts
from lrn import vocabulary as v
from lrn.boundaries.errors import BoundaryError
from lrn.boundaries.geojson import Municipality
from lrn.terms import plain

# From this many municipalities on a source is the whole country (342 in 2026), and ours are cut from it. A shorter
# list is taken to be meant for the network, and a municipality too many in it is a mistake.
COUNTRY = 300
SLIT = 10.0  # metres: neighbours that are nearer than this without touching leave a slit by mistake
TOLD = 6  # problems in one sentence


def of_year(found: Sequence[Municipality], jaar: int | None) -> tuple[list[Municipality], int | None]:
    """The municipalities of *jaar*, or of the latest year, and which year that is; OGC API holds many years at once.

    Those that do not say their year are of any. Raises :class:`BoundaryError` when all are of other years.
    """
    years = {m.jaar for m in found if m.jaar is not None}
    if not years:
        return list(found), jaar
    wanted = max(years) if jaar is None else jaar
    if wanted not in years:
        raise BoundaryError(f"ze zijn van {texts.listing(map(str, sorted(years)))} en niet van {wanted}")
    return [m for m in found if m.jaar in (None, wanted)], wanted


def ours(found: Sequence[Municipality]) -> dict[str, Municipality]:
    """The network's municipalities by code, in the order of their codes.

    Raises :class:`BoundaryError` unless *found* has exactly these, each once, with its name and its region (where the
    source gives one); of the whole country the others are left out.
    """
    listed = [m for m in found if m.code in v.GEMEENTE] if is_country(found) else found
    by_code = {m.code: m for m in listed}
    times = Counter(m.code for m in listed)
    problems = [f"{g.naam} ({g.code}) ontbreekt" for g in v.GEMEENTEN if g.code not in by_code]
    for code, municipality in by_code.items():
        if times[code] > 1:
            problems.append(f"{_named(municipality)} staat er {times[code]} keer in")
        elif code not in v.GEMEENTE:
            problems.append(f"{_named(municipality)} hoort er niet bij")
        else:
            problems += _differences(municipality)
    if problems:
        raise BoundaryError(_together(problems))
    return {code: by_code[code] for code in sorted(v.GEMEENTE)}


def _named(municipality: Municipality) -> str:
    return f"{municipality.naam or 'een vlak zonder naam'} ({municipality.code or 'zonder code'})"


def _differences(found: Municipality) -> list[str]:
    expected = v.GEMEENTE[found.code]
    problems = []
    if plain(found.naam.removesuffix("(gemeente)")) not in map(plain, (expected.naam, *expected.aliases)):
        problems.append(f"{found.code} heet er {found.naam or 'niets'} en niet {expected.naam}")
    if found.regio and found.regio != expected.regio:
        problems.append(f"{expected.naam} ligt er in {found.regio} en niet in {expected.regio}")
    return problems


def is_country(found: Sequence[Municipality]) -> bool:
    """Whether these are (nearly) all municipalities of the Netherlands."""
    return len({m.code for m in found if m.code.startswith("GM")}) >= COUNTRY


def elsewhere(found: Sequence[Municipality]) -> str:
    """A Dutch sentence when the list of municipalities elsewhere does not have the names of the whole country; else "".

    "" as well when *found* is not the whole country.
    """
    if not is_country(found):
        return ""
    names = {_bare(m.naam): m.naam for m in found if m.code not in v.GEMEENTE}
    known = {_bare(name): name for name in v.municipalities_elsewhere()}
    parts = []
    if missing := sorted(names[key] for key in names.keys() - known.keys()):
        parts.append(f"{_together(missing)} {'ontbreekt' if len(missing) == 1 else 'ontbreken'}")
    if strange := sorted(known[key] for key in known.keys() - names.keys()):
        parts.append(f"{_together(strange)} {'bestaat' if len(strange) == 1 else 'bestaan'} niet meer")
    return f"Let op: data/gemeenten_elders.csv loopt achter, want {' en '.join(parts)}." if parts else ""


def _bare(name: str) -> str:
    """A name without the province that tells it from another place: Beek (L.)."""
    return plain(name.partition("(")[0])


def coverage(shapes: gpd.GeoSeries) -> None:
    """Raise :class:`BoundaryError` unless *shapes* (by code, EPSG:28992) are whole, touch and never overlap."""
    if crossing := [code for code, valid in shapes.is_valid.items() if not valid]:
        raise BoundaryError(f"de grens van {_names(crossing)} kruist zichzelf")
    edges = shapely.coverage_invalid_edges(shapes.to_numpy(), gap_width=SLIT)
    if wrong := [code for code, edge in zip(shapes.index, edges, strict=True) if not edge.is_empty]:
        raise BoundaryError(f"de grenzen overlappen of laten een spleet open bij {_names(wrong)}")
    together = shapely.coverage_union_all(shapes.to_numpy())
    if any(len(part.interiors) for part in shapely.get_parts(together)):
        raise BoundaryError("tussen de gemeenten zit een gat")


def _names(codes: Sequence[str]) -> str:
    return _together([v.GEMEENTE[code].naam for code in codes])


def _together(said: Sequence[str]) -> str:
    """What is said as one enumeration; after the first few only how many more there are."""
    more = [f"nog {len(said) - TOLD} meer"] if len(said) > TOLD else []
    return texts.listing([*said[:TOLD], *more])
