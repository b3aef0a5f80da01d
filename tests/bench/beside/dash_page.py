"""A minimal Dash page: a map, a bar chart and a table of the sample, and one choice that changes all three.

``python -m tests.bench.beside.dash_page PORT`` serves it on 127.0.0.1; it fetches nothing from outside.
"""

from __future__ import annotations

import logging
import sys
from datetime import date
from typing import Any

import plotly.graph_objects as go
from dash import Dash, Input, Output, dash_table, dcc, html

from lrn import geo
from lrn import vocabulary as v
from lrn.charts.maps import CONFIG
from lrn.measures.places import per_municipality
from lrn.measures.themes import all_themes
from lrn.register.load import SAMPLE, load
from lrn.selection import Selection, apply

EVERYTHING = "Alle regio's"
REGIONS = {v.PLAATS_NAMEN[code]: code for code in v.REGIOS}
COLUMNS = ["id", "naam", "gemeente", "status"]
REGISTER = load(SAMPLE)
TODAY = date.today()


def shown(region: str) -> tuple[str, go.Figure, go.Figure, list[dict[str, Any]]]:
    """A sentence, the map, the bar chart and the rows of the table for a *region*, by its name."""
    chosen = () if region == EVERYTHING else (REGIONS[region],)
    selected = apply(Selection(peildatum=TODAY, regio=chosen), REGISTER)
    towns, themes = per_municipality(selected), all_themes(selected)
    areas = go.Choropleth(
        geojson=geo.municipalities(), locations=towns["code"], z=towns["aantal"], text=towns["naam"], showscale=False
    )
    lon, lat = geo.bounds()
    ground = {"visible": False, "projection_type": "mercator", "lonaxis_range": lon, "lataxis_range": lat}
    bars = go.Bar(x=themes["aantal"], y=themes["naam"], orientation="h")
    return (
        f"{region}: {len(selected.activiteiten)} activiteiten",
        go.Figure(areas, {"geo": ground, "margin": {"l": 0, "r": 0, "t": 0, "b": 0}}),
        go.Figure(bars, {"margin": {"t": 0}}),
        selected.activiteiten[COLUMNS].astype(str).to_dict("records"),
    )


def page() -> Dash:
    """The page, to be served."""
    app = Dash("dash_page", title="Dash", include_assets_files=False)
    app.layout = html.Div(
        [
            html.H1("Dash"),
            dcc.Dropdown(id="regio", options=[EVERYTHING, *REGIONS], value=EVERYTHING, clearable=False),
            html.Main(
                [
                    html.P(id="said"),
                    dcc.Graph(id="map", config=CONFIG),
                    dcc.Graph(id="bars"),
                    dash_table.DataTable(id="table", columns=[{"name": name, "id": name} for name in COLUMNS]),
                ]
            ),
        ]
    )
    app.callback(
        Output("said", "children"),
        Output("map", "figure"),
        Output("bars", "figure"),
        Output("table", "data"),
        Input("regio", "value"),
    )(shown)
    return app


if __name__ == "__main__":
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    page().run(host="127.0.0.1", port=int(sys.argv[1]), debug=False)
