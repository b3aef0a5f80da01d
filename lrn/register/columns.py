"""The workbook contract: which sheets and columns there are, and what each cell means.

This is the only place that spells a sheet or column heading. Reading, checking, the sample register and the
documentation all follow it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from lrn import vocabulary as v
from lrn.terms import Vocabulary


class Kind(Enum):
    """How the text of a cell is interpreted; ``lrn.register.values`` has one function for each."""

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


@dataclass(frozen=True)
class Column:
    """One column: heading in the workbook, name in the frame, how it is read, and whether a row needs it."""

    header: str
    field: str
    kind: Kind = Kind.TEXT
    vocabulary: Vocabulary | None = None
    required: bool = False
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True)
class Sheet:
    """One sheet: its name in the workbook, its columns in order, and whether a workbook needs it."""

    name: str
    columns: tuple[Column, ...]
    required: bool = False

    def column(self, field: str) -> Column:
        """The column called *field* in the frames; raises ``KeyError`` when there is none."""
        return {column.field: column for column in self.columns}[field]


ACTIVITEITEN = Sheet(
    "Activiteiten",
    (
        Column("ID", "id", Kind.ID, required=True, aliases=("Nummer", "Code")),
        Column("Naam", "naam", required=True, aliases=("Activiteit", "Titel")),
        Column("Omschrijving", "omschrijving", aliases=("Beschrijving", "Toelichting")),
        Column("Verschijningsvorm", "vorm", Kind.TERM, v.VORMEN, aliases=("Vorm",)),
        Column("Gemeente", "gemeente", Kind.MUNICIPALITY, aliases=("Plaats",)),
        Column("Arbeidsmarktregio", "regio", Kind.REGION, aliases=("Regio",)),
        Column("Locatie", "locatie"),
        Column("Breedtegraad", "breedtegraad", Kind.LATITUDE, aliases=("Latitude", "Lat")),
        Column("Lengtegraad", "lengtegraad", Kind.LONGITUDE, aliases=("Longitude", "Lon")),
        Column("College", "college", Kind.NAME),
        Column("Team", "team", Kind.NAME),
        Column("Status", "status", Kind.TERM, v.STATUSSEN),
        Column("Start", "start", Kind.DATE, aliases=("Startdatum", "Begin", "Begindatum")),
        Column("Einde", "einde", Kind.DATE, aliases=("Einddatum", "Eind")),
        Column("Ingrediënten", "ingredienten", Kind.INGREDIENTS, aliases=("Ingrediënt",)),
        Column("Netwerkthema", "netwerkthema", Kind.FLAG),
        Column("Thema's", "themas", Kind.TERMS, v.THEMAS, aliases=("Thema",)),
        Column("Niveaus", "niveaus", Kind.TERMS, v.NIVEAUS, aliases=("Niveau",)),
        Column("Betrokkenen", "betrokkenen", Kind.TERMS, v.BETROKKENEN),
        Column("Samenwerkingsvorm", "samenwerkingsvorm", Kind.TERM, v.SAMENWERKINGSVORMEN),
        Column("Rol mboRijnland", "rol", Kind.TERM, v.ROLLEN, aliases=("Rol",)),
        Column("Deelname", "deelname", Kind.TERMS, v.DEELNAME),
        Column("Meerwaarde mboRijnland", "meerwaarde_mborijnland", Kind.TERMS, v.MEERWAARDE_MBO),
        Column("Meerwaarde partners", "meerwaarde_partners", Kind.TERMS, v.MEERWAARDE_PARTNERS),
        Column("Opbrengst", "opbrengst", aliases=("Opbrengsten", "Geleerde lessen")),
        # Contact details are shown to nobody until roles exist: no list or export names these two fields.
        Column("Contactpersoon", "contactpersoon", aliases=("Contact",)),
        Column("E-mail", "email", aliases=("Email", "E-mailadres")),
        Column("Bijgewerkt", "bijgewerkt", Kind.DATE, aliases=("Laatst bijgewerkt",)),
    ),
    required=True,
)
PARTNERS = Sheet(
    "Partners",
    (
        Column("ID", "id", Kind.ID, required=True),
        Column("Naam", "naam", required=True, aliases=("Partner", "Organisatie")),
        Column("Soort", "soort", Kind.TERM, v.PARTNERSOORTEN),
        Column("Gemeente", "gemeente", Kind.MUNICIPALITY, aliases=("Plaats",)),
        Column("Schaal", "schaal", Kind.TERM, v.SCHALEN),
        Column("Strategische relatie", "strategisch", Kind.FLAG),
    ),
)
DEELNAMES = Sheet(
    "Deelnames",
    (
        Column("Activiteit", "activiteit", Kind.ACTIVITY, required=True, aliases=("Activiteit ID",)),
        Column("Partner", "partner", Kind.PARTNER, required=True, aliases=("Partner ID",)),
        Column("Rol", "rol", Kind.TERM, v.ROLLEN),
        Column("Meerwaarde", "meerwaarde"),
    ),
)
VERBINDINGSLIJNEN = Sheet(
    "Verbindingslijnen",
    (
        Column("ID", "id", Kind.ID, required=True),
        Column("Van", "van", Kind.ENDPOINT, required=True),
        Column("Naar", "naar", Kind.ENDPOINT, required=True),
        Column("Vorm", "vorm", Kind.TERM, v.LIJNVORMEN),
        Column("Frequentie", "frequentie"),
        Column("Sinds", "sinds", Kind.DATE),
        Column("Omschrijving", "omschrijving"),
    ),
)

SHEETS = (ACTIVITEITEN, PARTNERS, DEELNAMES, VERBINDINGSLIJNEN)

# Written for people, never read back as data. A workbook with the last one is invented and marked so on screen.
VOORBEELD_BLAD = "Voorbeelddata"
TEXT_SHEETS = ("Lijsten", "Uitleg", VOORBEELD_BLAD)

# Texts that mean "yes" in a ja/nee column or in one of the columns headed 1 … 11.
YES = ("ja", "j", "x", "true", "waar", "yes", "1", "v", "✓", "✔")
NO = ("nee", "n", "false", "onwaar", "no", "0", "-")
