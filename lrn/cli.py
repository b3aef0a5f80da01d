"""Command line: ``python -m lrn …``. Dutch for people, JSON for programs, with exit codes that can be relied on."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from lrn import meetings, texts
from lrn import vocabulary as v
from lrn.meetings import Meeting
from lrn.register.load import keep, load, mark
from lrn.register.model import Register, Unreadable, Weight
from lrn.register.reading import short

if TYPE_CHECKING:  # pandas comes with it, and is imported while the register is read (see ``__main__``)
    from lrn.export.slides import HouseStyle
    from lrn.selection import Selection

OK, FOUTEN, UNREADABLE, USAGE = 0, 1, 2, 64  # 64 as in sysexits.h: the command itself was not right
STOPPED = 130  # as a shell has it

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="Het register van het Lerend Regionaal Netwerk: controleren en tellen, zonder scherm.",
)

RegisterArgument = Annotated[
    Path, typer.Argument(metavar="REGISTER", help="Excel- of ODS-werkmap, of een map met csv-bestanden.")
]
PeildatumOption = Annotated[
    str, typer.Option(metavar="JJJJ-MM-DD", help="Dag waarop geteld wordt, of ‘alles’. Zonder: vandaag.")
]
RegioOption = Annotated[
    list[str] | None, typer.Option(help="Naam of code van een regio of Woerden; mag vaker worden gegeven.")
]
LinkOption = Annotated[
    str, typer.Option(help="Adres van het dashboard of van deze weergave (knop Deel); de uitvoer verwijst er dan naar.")
]
NewSlidesArgument = Annotated[Path, typer.Argument(metavar="UIT.pptx")]
NewWorkbookArgument = Annotated[Path, typer.Argument(metavar="UIT.xlsx")]
JsonOption = Annotated[bool, typer.Option("--json", help="Schrijf JSON in plaats van tekst.")]


@app.command()
def controle(register: RegisterArgument, as_json: JsonOption = False) -> None:
    """Toon de bevindingen. Uitkomst 0: geen fouten, 1: fouten, 2: onleesbaar."""
    checked = _load(register)
    if as_json:
        typer.echo(_json({"register": checked.source.name, "rijen": _rows(checked), "bevindingen": _findings(checked)}))
    else:
        for finding in checked.findings:
            sign = "." if finding.sure else "?"
            meant = f" Bedoeld: {finding.suggestion}{sign}" if finding.suggestion else ""
            shown = f" [{short(finding.value)}]" if finding.value else ""
            typer.echo(f"{finding.weight.value:12} {finding.cell}{shown}: {finding.message}.{meant}")
        for rows in checked.rows:
            typer.echo(
                f"{rows.sheet}: {texts.count(rows.counted, 'rij telt', 'rijen tellen')} mee, {rows.left_out} niet."
            )
    raise typer.Exit(FOUTEN if checked.findings_of(Weight.FOUT) else OK)


@app.command()
def cijfers(
    register: RegisterArgument,
    peildatum: PeildatumOption = "",
    regio: RegioOption = None,
    as_json: JsonOption = False,
) -> None:
    """Toon dezelfde cijfers als de pagina's."""
    from lrn.measures.figures import figures

    selection = _selection(peildatum, regio)
    found = figures(_load(register), selection)
    typer.echo(_json(found) if as_json else _as_text(found, selection))


@app.command()
def presentatie(
    register: RegisterArgument,
    uit: NewSlidesArgument,
    vergadering: Annotated[
        str, typer.Option(help="netwerk, cvb, regio-overleg, college, 3o-overleg of bovenregionaal. Zonder: netwerk.")
    ] = "",
    regio: RegioOption = None,
    peildatum: PeildatumOption = "",
    link: LinkOption = "",
) -> None:
    """Maak dia's voor een vergadering (PowerPoint); LRN_SJABLOON wijst een huisstijl aan (.pptx of .potx)."""
    from lrn.export import slides
    from lrn.selection import Selection

    meeting = _meeting(vergadering)
    selection = Selection(peildatum=_day_of_slides(peildatum), regio=_places(regio or []))
    _check_new(uit, ".pptx", "deze presentatie")
    found = _load(register)
    template = _house_style()
    with _progress() as told:
        content = slides.deck(found, selection, meeting=meeting, link=link, template=template, progress=told)
    _write_new(uit, lambda path: path.write_bytes(content), ".pptx", "deze presentatie")
    typer.echo(f"De presentatie staat in {uit}: {meeting.name}, {' · '.join(selection.describe())}.")


@app.command()
def brief(
    register: RegisterArgument,
    uit: NewSlidesArgument,
    plaats: Annotated[str, typer.Option(help="Naam of code van een regio, Woerden of een andere sleutelgemeente.")],
    peildatum: PeildatumOption = "",
    link: LinkOption = "",
) -> None:
    """Maak ‘Regio in beeld’: één A4 over een plaats, om aan een gemeente te sturen (PowerPoint, staand)."""
    from lrn.export import slides
    from lrn.selection import Selection

    place = _letter_place(plaats)
    selection = Selection(peildatum=_day_of_slides(peildatum))
    _check_new(uit, ".pptx", "deze brief")
    content = slides.letter(_load(register), selection, place=place, link=link, template=_house_style())
    _write_new(uit, lambda path: path.write_bytes(content), ".pptx", "deze brief")
    typer.echo(f"De brief over {slides.letter_name(place)} staat in {uit}.")


@app.command()
def uitvoer(
    register: RegisterArgument,
    uit: NewWorkbookArgument,
    peildatum: PeildatumOption = "",
    regio: RegioOption = None,
    link: LinkOption = "",
) -> None:
    """Maak een Excel-werkmap van een selectie: rijen, cijfers en het blad ‘Selectie’, zonder contactgegevens."""
    from lrn.export.selected import selection_workbook

    selection = _selection(peildatum, regio)
    read = _load(register)
    _write_new(uit, lambda path: path.write_bytes(selection_workbook(read, selection, made=datetime.now(), link=link)))
    typer.echo(f"De uitvoer staat in {uit}: {' · '.join(selection.describe())}.")


@app.command()
def voorbeeld(uit: NewWorkbookArgument) -> None:
    """Maak het voorbeeldregister: verzonnen gegevens, elke keer dezelfde."""
    from lrn.register.sample import write_sample

    _write_new(uit, write_sample)
    typer.echo(f"Het voorbeeldregister staat in {uit}.")


@app.command()
def sjabloon(uit: NewWorkbookArgument) -> None:
    """Maak een lege werkmap om zelf in te vullen, met uitleg en keuzelijsten."""
    from lrn.register.template import write_template

    _write_new(uit, write_template)
    typer.echo(f"Het sjabloon staat in {uit}; het eerste blad vertelt hoe u begint.")


@app.command()
def markeer(register: RegisterArgument, uit: NewWorkbookArgument) -> None:
    """Geef de werkmap terug met een kleur en notitie op elke cel met een bevinding, en het blad ‘Te verbeteren’."""
    checked = _load(register)
    try:
        marked = mark(register.name, register.read_bytes(), today=checked.checked_on)
    except (Unreadable, OSError) as problem:
        _stop(str(problem) if isinstance(problem, Unreadable) else f"“{register}” kan niet worden gelezen.", UNREADABLE)
    ending = ".xlsm" if register.suffix.lower() == ".xlsm" else ".xlsx"  # Excel opens macros under their own name only
    _write_new(uit, lambda path: path.write_bytes(marked), ending)
    found = texts.count(len(checked.bevindingen), "bevinding", "bevindingen")
    typer.echo(f"De gemerkte werkmap staat in {uit}, met {found}.")


@app.command()
def bewaar(
    register: RegisterArgument,
    folder: Annotated[Path, typer.Argument(metavar="MAP", help="Map met standen; de pagina zoekt in LRN_SNAPSHOTS.")],
) -> None:
    """Bewaar de stand van het register als gedateerd Parquet-bestand, zonder contactgegevens."""
    try:
        kept = keep(register, folder)
    except Unreadable as problem:
        _stop(str(problem), UNREADABLE)
    except OSError:
        _stop(f"In “{folder}” kan niet worden geschreven: is het een map, en is zij bereikbaar?", UNREADABLE)
    typer.echo(f"De stand is bewaard in {kept}.")


@app.command()
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
    """Haal de gemeentegrenzen op en bouw data/geo/ opnieuw. Uitkomst 0: gelukt, 1: zij passen niet, 2: onbereikbaar."""
    from lrn import geo
    from lrn.boundaries.errors import BoundaryError, SourceError
    from lrn.boundaries.fetch import Patience
    from lrn.boundaries.progress import bar
    from lrn.boundaries.renew import renew

    if jaar is not None and not 1995 <= jaar <= 2100:
        _stop(f"{jaar} is geen jaar waarvan CBS grenzen heeft: schrijf bijvoorbeeld --jaar 2026.", USAGE)
    if not 0 < wachttijd <= 3600:
        _stop("De wachttijd is meer dan 0 en hoogstens 3600 seconden.", USAGE)
    try:
        with bar() as report:
            done = renew(bron, jaar=jaar, folder=geo.FOLDER, patience=Patience(whole=wachttijd), report=report)
    except BoundaryError as problem:
        _stop(f"De grenzen passen niet bij de gemeenten van het netwerk: {problem}.", FOUTEN)
    except SourceError as problem:
        _stop(str(problem), UNREADABLE)
    if done.warning:
        typer.echo(done.warning, err=True)
    names = texts.listing(path.name for path in done.paths)
    typer.echo(f"Geschreven: {names}{f', grenzen van {done.jaar}' if done.jaar else ''}. Start het dashboard opnieuw.")


# typer carries its own copy of click and gives no public name to this one.
UsageError: type[Exception] = typer.BadParameter.__mro__[1]


def run() -> NoReturn:
    """Run the command line. A command that is not right gives a Dutch sentence and exit code 64."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")  # a pipe on Windows is not, and cells hold any character
    try:
        code = app(sys.argv[1:] or ["--help"], prog_name="python -m lrn", standalone_mode=False)
    except UsageError as problem:
        typer.echo(f"Zo kan de opdracht niet ({problem}); zie python -m lrn --help.", err=True)
        code = USAGE
    except typer.Abort:  # Ctrl+C
        code = STOPPED
    sys.exit(code)


def _load(path: Path) -> Register:
    try:
        return load(path)
    except Unreadable as problem:
        _stop(str(problem), UNREADABLE)


def _check_new(path: Path, ending: str, what: str) -> None:
    """Stop with one sentence unless *path* is a name for *what* that is still free."""
    if path.suffix.lower() != ending:
        _stop(f"“{path}” is geen naam voor {what}: laat de naam eindigen op {ending}.", USAGE)
    if path.exists():
        _stop(f"“{path}” bestaat al en blijft zoals het is: kies een andere naam.", USAGE)


def _write_new(
    path: Path, write: Callable[[Path], object], ending: str = ".xlsx", what: str = "deze Excel-werkmap"
) -> None:
    """Have *write* make *what* at *path*, where there is none yet; else stop with one sentence."""
    from xlsxwriter.exceptions import FileCreateError

    _check_new(path, ending, what)
    try:
        write(path)
    except (OSError, FileCreateError):
        _stop(f"“{path}” kan niet worden geschreven: bestaat de map, en is het bestand gesloten?", UNREADABLE)


def _house_style() -> HouseStyle | None:
    """The house style that LRN_SJABLOON names; says so when it cannot be used, and goes on without."""
    from lrn.export.slides import from_environment

    template, problem = from_environment()
    if problem:
        typer.echo(problem, err=True)
    return template


@contextmanager
def _progress() -> Iterator[Callable[[int, int, str], None]]:
    """A progress bar on stderr that goes when it is done; silent when stderr is not a terminal."""
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn

    console = Console(stderr=True)
    columns = (TextColumn("Dia's maken"), BarColumn(), TextColumn("{task.fields[told]}"))
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task("", total=None, told="")
        yield lambda done, total, label: progress.update(task, completed=done, total=total, told=label)


def _meeting(text: str) -> Meeting:
    if not text:
        return meetings.USUAL
    found = meetings.find(text)
    if found is None:
        _stop(f"“{text}” is geen vergadering: kies {texts.choice(meetings.MEETINGS)}.", USAGE)
    return found


def _letter_place(name: str) -> str:
    from lrn.export.slides import PLACES, letter_name

    meant = (v.REGIO_NAMEN.find(name), v.municipality_vocabulary().find(name))
    found = next((code for code in meant if code in PLACES), None)
    if found is None:
        choices = texts.choice(letter_name(code) for code in PLACES)
        _stop(f"“{name}” is geen regio of sleutelgemeente: kies {choices}.", USAGE)
    return found


def _stop(sentence: str, code: int) -> NoReturn:
    typer.echo(sentence, err=True)
    raise typer.Exit(code)


def _selection(peildatum: str, regio: list[str] | None) -> Selection:
    from lrn.selection import Selection

    return Selection(peildatum=_day(peildatum), regio=_places(regio or []))


def _day(text: str) -> date | None:
    if text.casefold() == "alles":
        return None
    try:
        return datetime.strptime(text, "%Y-%m-%d").date() if text else date.today()
    except ValueError:
        _stop(f"“{text}” is geen peildatum: schrijf jaar-maand-dag, bijvoorbeeld 2026-10-01, of ‘alles’.", USAGE)


def _day_of_slides(text: str) -> date | None:
    """A peildatum of this century: slides look back years before it."""
    day = _day(text)
    if day is not None and not 2000 <= day.year <= 2099:
        _stop(f"“{text}” ligt te ver weg: kies voor dia's een peildatum van 2000 tot en met 2099.", USAGE)
    return day


def _places(names: list[str]) -> tuple[str, ...]:
    codes = []
    for name in names:
        code = v.REGIO_NAMEN.find(name)
        if code is None or code not in v.KIESBARE_PLAATSEN:
            _stop(f"“{name}” is geen regio van het netwerk: kies {_choices()}.", USAGE)
        codes.append(code)
    return tuple(dict.fromkeys(codes))


def _choices() -> str:
    return texts.choice(v.PLAATS_NAMEN[code] for code in v.KIESBARE_PLAATSEN)


def _rows(register: Register) -> list[dict]:
    return [{"werkblad": r.sheet, "geteld": r.counted, "uitgesloten": r.left_out} for r in register.rows]


def _findings(register: Register) -> list[dict]:
    names = {
        "weight": "gewicht",
        "sheet": "werkblad",
        "row": "rij",
        "column": "kolom",
        "cell": "cel",
        "value": "waarde",
        "message": "melding",
        "suggestion": "bedoeld",
    }
    return [{dutch: getattr(finding, name) for name, dutch in names.items()} for finding in register.findings]


def _as_text(found: dict, selection: Selection) -> str:
    counts = found["activiteiten"]
    lines = [
        " · ".join(selection.describe()),
        f"{texts.activities(counts['actief'])} van de {texts.number(counts['totaal'])}; "
        f"{texts.count(counts['uitgesloten'], 'rij telt', 'rijen tellen')} niet mee.",
        f"Op het netwerkthema: {texts.number(found['netwerkthema']['aantal'])}",
    ]
    for title, name, label in (
        ("Per plaats", "per_plaats", "naam"),
        ("Per ingrediënt", "per_ingredient", "naam"),
        ("Per thema", "per_thema", "thema"),
    ):
        lines += ["", title, *(f"  {texts.number(row['aantal']):>6}  {row[label]}" for row in found[name])]
    return "\n".join(lines)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)
