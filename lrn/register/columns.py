"""The workbook contract: which sheets and columns there are, and what each cell means.

This is the only place that spells a sheet or column heading. Reading, checking, the sample register and the
documentation all follow it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from lrn import vocabulary as v
from lrn.terms import Vocabulary, plain


class Kind(Enum):
    """How the text of a cell is interpreted; ``lrn.register.values.cell`` knows the function for each."""

    ID = "id"
    TEXT = "text"
    NAME = "name"  # free text whose spellings are brought together (college, team)
    TERM = "term"
    TERMS = "terms"  # several terms in a cell
    INGREDIENTS = "ingredients"
    DATE = "date"
    FLAG = "flag"  # ja / nee
    LATITUDE = "latitude"
    LONGITUDE = "longitude"
    MUNICIPALITY = "municipality"
    REGION = "region"
    ACTIVITY = "activity"  # the ID of an activity
    PARTNER = "partner"  # the ID of a partner
    ENDPOINT = "endpoint"  # an activity's ID, a municipality or a region


SEVERAL = (Kind.TERMS, Kind.INGREDIENTS)
"""What can have several values in a cell."""


@dataclass(frozen=True, eq=False)  # each is one of a kind, and looked up for every finding
class Column:
    """One column: heading in the workbook, name in the frame, how it is read, and whether a row needs it.

    ``uitleg`` tells the person who fills it in what belongs here, with an example. ``last`` says of a column of dates
    that "2026" there would mean its last day, and not its first. ``contact`` says that it holds who somebody is or how
    to reach that person: it is shown to nobody, and nothing of it is kept, compared, told in a finding or exported.
    """

    header: str
    field: str
    kind: Kind = Kind.TEXT
    vocabulary: Vocabulary | None = None
    required: bool = False
    aliases: tuple[str, ...] = ()
    uitleg: str = ""
    last: bool = False
    contact: bool = False

    def __post_init__(self) -> None:
        if self.contact and self.kind is not Kind.TEXT:  # of any other a finding quotes what was typed
            raise ValueError(f"{self.header}: a contact column holds free text")


@dataclass(frozen=True)
class Sheet:
    """One sheet: its name in the workbook, its columns in order, and whether a workbook needs it."""

    name: str
    columns: tuple[Column, ...]
    required: bool = False

    @property
    def shown(self) -> tuple[Column, ...]:
        """The columns that may be shown, kept and compared: all but the contact columns."""
        return tuple(column for column in self.columns if not column.contact)

    def column(self, field: str) -> Column:
        """The column called *field* in the frames; raises ``KeyError`` when there is none."""
        return {column.field: column for column in self.columns}[field]


# fmt: off
# A column takes two lines: how it is read, and what the note above it in the template says.
ACTIVITEITEN = Sheet(
    "Activiteiten",
    (
        Column("ID", "id", Kind.ID, required=True, aliases=("Nummer", "Code"),
            uitleg="Een kort kenmerk dat u zelf kiest en dat nergens anders op dit blad staat. Bijvoorbeeld A-001."),
        Column("Naam", "naam", required=True, aliases=("Activiteit", "Titel"),
            uitleg="Hoe collega's de activiteit noemen. Bijvoorbeeld: Livinglab Langer thuis."),
        Column("Omschrijving", "omschrijving", aliases=("Beschrijving", "Toelichting"),
            uitleg="Wat er gebeurt en voor wie, in een of twee zinnen. Bijvoorbeeld: Studenten repareren fietsen."),
        Column("Verschijningsvorm", "vorm", Kind.TERM, v.VORMEN, aliases=("Vorm",),
            uitleg="De vorm die het best past. Bijvoorbeeld Livinglab; past er geen, kies dan Anders."),
        Column("Gemeente", "gemeente", Kind.MUNICIPALITY, aliases=("Plaats",),
            uitleg="Waar het vooral gebeurt. Bijvoorbeeld Leiden; een gemeente buiten de lijst typen mag ook."),
        Column("Arbeidsmarktregio", "regio", Kind.REGION, aliases=("Regio",),
            uitleg=f"Alleen zonder gemeente, of om af te wijken van CBS. Bijvoorbeeld {v.PLAATS_NAMEN[v.REGIOS[0]]}."),
        Column("Locatie", "locatie",
            uitleg="De plek zelf, zoals u die een bezoeker zou noemen. Bijvoorbeeld: buurthuis De Linde."),
        Column("Breedtegraad", "breedtegraad", Kind.LATITUDE, aliases=("Latitude", "Lat"),
            uitleg="Voor wie de plek precies weet: graden naar het noorden. Bijvoorbeeld 52,1585."),
        Column("Lengtegraad", "lengtegraad", Kind.LONGITUDE, aliases=("Longitude", "Lon"),
            uitleg="Voor wie de plek precies weet: graden naar het oosten. Bijvoorbeeld 4,4905."),
        Column("College", "college", Kind.NAME,
            uitleg="Het college dat meedoet, steeds met dezelfde naam. Bijvoorbeeld: Zorg en Welzijn."),
        Column("Team", "team", Kind.NAME,
            uitleg="Het team dat meedoet, steeds met dezelfde naam. Bijvoorbeeld: Verpleging."),
        Column("Status", "status", Kind.TERM, v.STATUSSEN,
            uitleg="Hoe het ervoor staat. Bijvoorbeeld Verkenning, of Actief zodra er iets gebeurt."),
        Column("Start", "start", Kind.DATE, aliases=("Startdatum", "Begin", "Begindatum"),
            uitleg="De eerste dag, als dag-maand-jaar. Bijvoorbeeld 15-09-2026."),
        Column("Einde", "einde", Kind.DATE, last=True, aliases=("Einddatum", "Eind"),
            uitleg="De laatste dag, als dag-maand-jaar; leeg zolang er geen einde is. Bijvoorbeeld 31-07-2028."),
        Column("Ingrediënten", "ingredienten", Kind.INGREDIENTS, aliases=("Ingrediënt",),
            uitleg="De nummers (1 t/m 11) van wat u herkent, met ; ertussen; geen checklist. Bijvoorbeeld 1; 6; 9."),
        Column("Netwerkthema", "netwerkthema", Kind.FLAG,
            uitleg="Gaat het over arbeidsmarkttransities, ja of nee? Beide zijn even welkom. Bijvoorbeeld: ja."),
        Column("Thema's", "themas", Kind.TERMS, v.THEMAS, aliases=("Thema",),
            uitleg="De maatschappelijke thema's waar het om draait, met ; ertussen. Bijvoorbeeld: zorg; wonen."),
        Column("Niveaus", "niveaus", Kind.TERMS, v.NIVEAUS, aliases=("Niveau",),
            uitleg="De niveaus die hier samenkomen, met ; ertussen. Bijvoorbeeld: tactisch; operationeel."),
        Column("Betrokkenen", "betrokkenen", Kind.TERMS, v.BETROKKENEN,
            uitleg="Wie er vanuit mboRijnland meedoen, met ; ertussen. Bijvoorbeeld: studenten; docenten."),
        Column("Samenwerkingsvorm", "samenwerkingsvorm", Kind.TERM, v.SAMENWERKINGSVORMEN,
            uitleg="Hoe los of vast u samenwerkt. Bijvoorbeeld: informeel en terugkerend."),
        Column("Rol mboRijnland", "rol", Kind.TERM, v.ROLLEN, aliases=("Rol",),
            uitleg="Neemt mboRijnland het initiatief of doet het mee? Bijvoorbeeld: deelnemer."),
        Column("Deelname", "deelname", Kind.TERMS, v.DEELNAME,
            uitleg="Hoe mboRijnland meedoet, met ; ertussen. Bijvoorbeeld: bewust; actief."),
        Column("Meerwaarde mboRijnland", "meerwaarde_mborijnland", Kind.TERMS, v.MEERWAARDE_MBO,
            uitleg="Wat mboRijnland hier toevoegt, met ; ertussen. Bijvoorbeeld: kennis delen; docentstages."),
        Column("Meerwaarde partners", "meerwaarde_partners", Kind.TERMS, v.MEERWAARDE_PARTNERS,
            uitleg="Wat de partners hier toevoegen, met ; ertussen. Bijvoorbeeld: expertise; casussen."),
        Column("Opbrengst", "opbrengst", aliases=("Opbrengsten", "Geleerde lessen"),
            uitleg="Wat het heeft opgeleverd of u heeft geleerd. Bijvoorbeeld: Twee lessen zijn herschreven."),
        Column("Contactpersoon", "contactpersoon", contact=True, aliases=("Contact",),
            uitleg="Voor uzelf; hooguit de functie staat ook op het dashboard. Bijvoorbeeld: projectleider zorg."),
        Column("E-mail", "email", contact=True, aliases=("Email", "E-mailadres"),
            uitleg="Voor uzelf; het dashboard toont dit aan niemand. Bijvoorbeeld: naam@voorbeeld.example."),
        Column("Bijgewerkt", "bijgewerkt", Kind.DATE, aliases=("Laatst bijgewerkt",),
            uitleg="Wanneer u deze rij het laatst hebt nagekeken, als dag-maand-jaar. Bijvoorbeeld 15-10-2026."),
    ),
    required=True,
)
PARTNERS = Sheet(
    "Partners",
    (
        Column("ID", "id", Kind.ID, required=True,
            uitleg="Een kort kenmerk dat u zelf kiest en dat nergens anders op dit blad staat. Bijvoorbeeld P-001."),
        Column("Naam", "naam", required=True, aliases=("Partner", "Organisatie"),
            uitleg="Hoe de organisatie heet. Bijvoorbeeld: Woonzorg De Linde."),
        Column("Soort", "soort", Kind.TERM, v.PARTNERSOORTEN,
            uitleg="Wat voor organisatie het is. Bijvoorbeeld: bedrijf."),
        Column("Gemeente", "gemeente", Kind.MUNICIPALITY, aliases=("Plaats",),
            uitleg="Waar de organisatie zit. Bijvoorbeeld Gouda; een gemeente buiten de lijst typen mag ook."),
        Column("Schaal", "schaal", Kind.TERM, v.SCHALEN,
            uitleg="Hoe ver de organisatie reikt. Bijvoorbeeld: regionaal."),
        Column("Strategische relatie", "strategisch", Kind.FLAG,
            uitleg="ja voor een relatie van de school als geheel, zoals een koepel of ministerie. Bijvoorbeeld: nee."),
    ),
)
DEELNAMES = Sheet(
    "Deelnames",
    (
        Column("Activiteit", "activiteit", Kind.ACTIVITY, required=True, aliases=("Activiteit ID",),
            uitleg="Het ID van de activiteit, zoals het op het blad Activiteiten staat. Bijvoorbeeld A-001."),
        Column("Partner", "partner", Kind.PARTNER, required=True, aliases=("Partner ID",),
            uitleg="Het ID van de partner, zoals het op het blad Partners staat. Bijvoorbeeld P-001."),
        Column("Rol", "rol", Kind.TERM, v.ROLLEN,
            uitleg="Neemt deze partner het initiatief of doet hij mee? Bijvoorbeeld: deelnemer."),
        Column("Meerwaarde", "meerwaarde",
            uitleg="Wat deze partner inbrengt of eraan heeft. Bijvoorbeeld: begeleiding op de werkplek."),
    ),
)
VERBINDINGSLIJNEN = Sheet(
    "Verbindingslijnen",
    (
        Column("ID", "id", Kind.ID, required=True,
            uitleg="Een kort kenmerk dat u zelf kiest en dat nergens anders op dit blad staat. Bijvoorbeeld L-001."),
        Column("Van", "van", Kind.ENDPOINT, required=True,
            uitleg="Waar de lijn begint: het ID van een activiteit, een gemeente of een regio. Bijvoorbeeld A-001."),
        Column("Naar", "naar", Kind.ENDPOINT, required=True,
            uitleg="Waar de lijn heen gaat: het ID van een activiteit, een gemeente of een regio. Bijvoorbeeld Gouda."),
        Column("Vorm", "vorm", Kind.TERM, v.LIJNVORMEN,
            uitleg="Hoe ervaringen langs deze lijn reizen. Bijvoorbeeld: Kennisdeling."),
        Column("Frequentie", "frequentie",
            uitleg="Hoe vaak u elkaar treft, in eigen woorden. Bijvoorbeeld: elk kwartaal."),
        Column("Sinds", "sinds", Kind.DATE,
            uitleg="De eerste dag, als dag-maand-jaar. Bijvoorbeeld 15-09-2026."),
        Column("Omschrijving", "omschrijving",
            uitleg="Wat er van de ene plek naar de andere reist. Bijvoorbeeld: Docenten bezoeken elkaars werkplek."),
    ),
)
# fmt: on

SHEETS = (ACTIVITEITEN, PARTNERS, DEELNAMES, VERBINDINGSLIJNEN)
BY_NAME = {sheet.name: sheet for sheet in SHEETS}

# Written for people, never read back as data. A workbook with the last one is invented and marked so on screen.
VOORBEELD_BLAD = "Voorbeelddata"
TE_VERBETEREN = "Te verbeteren"  # what ``lrn.register.mark`` adds to a workbook
KOPPELING = "Koppeling"  # the matching of a workbook that was given back (see ``lrn.register.matching``)
WIJZIGINGEN = "Wijzigingen"  # what was changed in it
TEXT_SHEETS = ("Lijsten", "Uitleg", VOORBEELD_BLAD, TE_VERBETEREN, KOPPELING, WIJZIGINGEN)

# A row with this as its ID shows how a row is filled in (the template writes one on each sheet); it is no data.
VOORBEELD_ID = "VOORBEELD"


def called(names: Iterable[str]) -> dict[str, str]:
    """What each sheet of a workbook is called in the contract, by the name it has there.

    Case, accents and stray spaces do not matter. Of two names that read alike the first is ours; the other, like a
    sheet that the contract does not know, keeps its own name.
    """
    known = {plain(name): name for name in (*(sheet.name for sheet in SHEETS), *TEXT_SHEETS)}
    found: dict[str, str] = {}
    for name in names:
        ours = known.get(plain(name), name)
        found[name] = name if ours in found.values() else ours
    return found


# Texts that mean "yes" in a ja/nee column or in one of the columns headed 1 … 11.
YES = ("ja", "j", "x", "true", "waar", "yes", "1", "v", "✓", "✔", "√", "×", "+", "☑", "☒", "✅")
NO = ("nee", "n", "false", "onwaar", "no", "0", "-", "☐")
