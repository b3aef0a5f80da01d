"""The charts of partners: their kinds by place, and what both sides add. Their kinds in all stand in ``charts``."""

from __future__ import annotations

from lrn import texts
from lrn import vocabulary as v
from lrn.charts.alt import both_ways as told_both_ways
from lrn.charts.alt import pairs
from lrn.charts.both_ways import both_ways
from lrn.charts.markup import wrapped
from lrn.charts.matrix import matrix
from lrn.measures.partners import added_value, kinds
from lrn.measures.rows.evidence import Evidence
from lrn.views.chart import Chart
from lrn.views.native import Crossed

KIND_MATRIX = Chart(
    key="soort_matrix",
    title="Soorten partners per regio",
    measure=kinds.kind_by_place,
    unit="partners",
    draw=matrix,
    tell=pairs("naam", "plaats_naam", nothing="geen partners"),
    defined=("dekking_soort_daar", "plaats"),
    table={"naam": "Soort partner"},
    evidence={"aantal": lambda row: Evidence.of("partners", soort=row["soort"], **{row["level"]: row["plaats"]})},
    cross=("naam", "plaats_naam"),
    fixed={
        "row": "soort",
        "column": "plaats",
        "row_labels": {code: wrapped(name, 18) for code, name in kinds.LABELS.items()},
        "column_labels": v.PLAATS_KORT,
        "row_height": 32,
        "unit": "partners",
    },
    native=Crossed(),
)

ADDED_VALUE = Chart(
    key="meerwaarde",
    title="Meerwaarde over en weer",
    measure=added_value.added_value,
    in_workbook=True,
    draw=both_ways,
    tell=told_both_ways,
    defined=("meerwaarde",),
    table={"kant_naam": "Kant", "naam": "Meerwaarde", "aantal": "Activiteiten", "aandeel": "Aandeel"},
    evidence={"aantal": lambda row: Evidence.of(**{row["kant"]: row["waarde"]})},
    fixed={"labels": {side: texts.capital(part.told) for side, part in added_value.SIDES.items()}},
)
