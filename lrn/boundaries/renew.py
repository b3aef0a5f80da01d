"""The whole way: from a source to the files of ``data/geo/``, or to one sentence and files that stay as they were."""

from __future__ import annotations

import json
import os
import shutil
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from lrn.boundaries import check, fetch, geojson, shapes
from lrn.boundaries.errors import SourceError
from lrn.geo import AROUND_FILE, MUNICIPALITIES_FILE, PLACES_FILE


@dataclass(frozen=True)
class Renewed:
    """What was written, of which year, and a Dutch warning ("" when there is none)."""

    paths: tuple[Path, ...]
    jaar: int
    warning: str


def renew(
    bron: str,
    *,
    folder: Path,
    jaar: int | None = None,
    patience: fetch.Patience | None = None,
    report: fetch.Report = lambda received, expected: None,
) -> Renewed:
    """Build the boundary files in *folder* from *bron*: an address, a GeoJSON file, or "" for PDOK.

    *jaar* is the year that the boundaries must be of; without it that of PDOK is ``fetch.YEAR``, and of another
    source the latest it has. Raises :class:`SourceError` when the source cannot be had, or does not say its year (or a
    file cannot be written), and :class:`BoundaryError` when it does not fit the network's municipalities; the files
    are then as they were.
    """
    if not bron:
        jaar = jaar or fetch.YEAR
        bron = fetch.pdok_url(jaar)
    if "://" in bron:
        name, pages = fetch.host_of(bron), fetch.fetch(bron, patience or fetch.Patience(), report)
    else:
        name, pages = f"“{bron}”", geojson.read_file(Path(bron))
    source = geojson.source(pages, name)
    found, year = check.of_year(source.municipalities, jaar)
    ours = check.ours(found)
    others = {m.code: m for m in found if m.code.startswith("GM") and m.code not in ours and m.is_area}
    every = shapes.in_grid([*ours.values(), *others.values()], source.epsg, name)
    source_shapes = every[list(ours)]
    check.coverage(source_shapes)
    if year is None:
        raise SourceError(f"{name} zegt niet van welk jaar de grenzen zijn: zet het erbij, bijvoorbeeld --jaar 2024.")
    drawn, around = shapes.simplified(source_shapes, shapes.near(source_shapes, every[list(others)]))
    contents = {
        folder / MUNICIPALITIES_FILE.name: _text(shapes.features(drawn, source_shapes), year),
        folder / PLACES_FILE.name: _text(shapes.features(shapes.together(drawn), source_shapes), year),
        folder / AROUND_FILE.name: _text(shapes.features(around), year),
    }
    write_together(contents)
    alone = "" if len(around) else "Let op: de bron heeft geen passende buurgemeenten; de kaart tekent die nu niet."
    return Renewed(tuple(contents), year, " ".join(filter(None, (check.elsewhere(found), alone))))


def _text(features: list[dict[str, Any]], jaar: int) -> str:
    return json.dumps({"type": "FeatureCollection", "jaar": jaar, "features": features}, separators=(",", ":")) + "\n"


def write_together(contents: dict[Path, str]) -> None:
    """Write all *contents*, or leave every file as it was and raise :class:`SourceError`.

    Everything is written beside its file first, so that only names change in the end; when one of these changes
    fails, those before it are turned back.
    """
    folder = next(iter(contents)).parent
    done: dict[Path, Path] = {}  # what was renewed, and what stood there
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(suffix=".tmp", dir=folder) as beside:
            for path, text in contents.items():
                new, old = Path(beside, path.name), Path(beside, f"{path.name}.old")
                new.write_text(text, encoding="utf-8")
                new.chmod(0o644)  # the app may run as someone else
                if path.exists():
                    shutil.copymode(path, new)
                    shutil.copy2(path, old)
            try:
                for path in contents:
                    os.replace(Path(beside, path.name), path)
                    done[path] = Path(beside, f"{path.name}.old")
            except OSError:
                for path, old in done.items():
                    os.replace(old, path) if old.exists() else path.unlink()
                raise
    except OSError as problem:
        raise SourceError(f"In “{folder}” kan niet worden geschreven: alles is gebleven zoals het was.") from problem
