"""Every form that a selection can be taken along in: the ending of its name, who opens it, and what makes it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from lrn import texts
from lrn.export.outside import graphs, tables
from lrn.export.outside.asked import LAYERS, Asked
from lrn.export.selected import selection_workbook

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True)
class Format:
    """One form. ``holds`` are the tables that it can hold, when a file holds one: the first unless another is asked."""

    ending: str
    opened_by: str
    make: Callable[[Asked], bytes]
    mime: str = "application/octet-stream"
    holds: tuple[str, ...] = ()

    @property
    def called(self) -> str:
        """Who opens it and how it ends, to choose from."""
        return f"{self.opened_by} ({self.ending})"


def _workbook(asked: Asked) -> bytes:
    return selection_workbook(asked.register, asked.selection, made=asked.made, link=asked.link, kept=asked.kept)


def _geopackage(asked: Asked) -> bytes:
    from lrn.export.outside import layers  # geopandas, and GDAL with it

    return layers.geopackage(asked)


def _geojson(asked: Asked) -> bytes:
    from lrn.export.outside import layers

    return layers.geojson(asked)


WORKBOOK = Format(".xlsx", "Excel", _workbook, XLSX)
FORMATS = (
    WORKBOOK,
    Format(".kumu.xlsx", "Kumu", graphs.kumu, XLSX),
    Format(".graphml", "Gephi of yEd", graphs.graphml, "application/graphml+xml"),
    Format(".gexf", "Gephi", graphs.gexf, "application/gexf+xml"),
    Format(".gpkg", "QGIS of ArcGIS, alle lagen", _geopackage, "application/geopackage+sqlite3"),
    Format(".geojson", "QGIS of ArcGIS, één laag", _geojson, "application/geo+json", holds=LAYERS),
    Format(".parquet", "Power BI, Python of R", tables.parquet, "application/vnd.apache.parquet", holds=tables.TABLES),
)
"""In the order in which they are named."""


def of_name(name: str) -> Format | None:
    """The form that the name of a file asks for by its ending; of two that fit the longest. None for another."""
    fitting = [form for form in FORMATS if name.lower().endswith(form.ending) and len(name) > len(form.ending)]
    return max(fitting, key=lambda form: len(form.ending), default=None)


def holding(form: Format, table: str) -> str:
    """The table that a file of *form* holds where *table* was asked for ("" when none was).

    Raises ``ValueError`` with a Dutch sentence when *form* does not hold that one.
    """
    if not table or table in form.holds:
        return table or next(iter(form.holds), "")
    if not form.holds:
        able = texts.choice(each.ending for each in FORMATS if each.holds)
        raise ValueError(f"In een {form.ending} staat alles: --tabel hoort bij {able}.")
    raise ValueError(f"“{texts.cut(table)}” is geen tabel voor een {form.ending}: kies {texts.choice(form.holds)}.")
