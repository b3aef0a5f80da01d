"""The command that renews the boundaries of the municipalities."""

from __future__ import annotations

from typing import Annotated

import typer

from lrn import texts
from lrn.cli.ending import FOUTEN, UNREADABLE, USAGE, stop


def grenzen(
    bron: Annotated[
        str, typer.Option(metavar="ADRES|BESTAND", help="GeoJSON met gemeenten van CBS/Kadaster. Zonder: PDOK.")
    ] = "",
    jaar: Annotated[
        int | None, typer.Option(metavar="JJJJ", help="Jaar van de grenzen. Zonder: het laatste dat er is.")
    ] = None,
    wachttijd: Annotated[
        float, typer.Option(metavar="SECONDEN", help="Hoe lang het ophalen in het geheel mag duren.")
    ] = 180.0,
) -> None:
    """Haal de gemeentegrenzen op en bouw data/geo/ opnieuw. Uitkomst 0: gelukt, 1: ze passen niet, 2: onbereikbaar."""
    from lrn import geo
    from lrn.boundaries.errors import BoundaryError, SourceError
    from lrn.boundaries.fetch import MEGABYTE, Patience
    from lrn.boundaries.renew import renew
    from lrn.cli.progress import bar

    if jaar is not None and not 1995 <= jaar <= 2100:
        stop(f"{jaar} is geen jaar waarvan CBS grenzen heeft: schrijf bijvoorbeeld --jaar 2026.", USAGE)
    if not 0 < wachttijd <= 3600:
        stop("De wachttijd is meer dan 0 en hoogstens 3600 seconden.", USAGE)
    patience = Patience(whole=wachttijd)
    try:
        with bar("Grenzen ophalen") as told:
            done = renew(
                bron,
                jaar=jaar,
                folder=geo.FOLDER,
                patience=patience,
                report=lambda got, total: told(got, total, f"{texts.number(got / MEGABYTE, 1)} MB"),
            )
    except BoundaryError as problem:
        stop(f"De grenzen passen niet bij de gemeenten van het netwerk: {problem}.", FOUTEN)
    except SourceError as problem:
        stop(str(problem), UNREADABLE)
    if done.warning:
        typer.echo(done.warning, err=True)
    names = texts.listing(path.name for path in done.paths)
    typer.echo(f"Geschreven: {names}{f', grenzen van {done.jaar}' if done.jaar else ''}. Start het dashboard opnieuw.")
