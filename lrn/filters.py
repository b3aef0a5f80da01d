"""Every filter once: what is chosen, how it is offered and said, and which activities it keeps.

To add one, give :class:`Chosen` a field. The selection, its words and address, links written by hand, the sidebar,
clearing, file names, what explains a comparison and the condition behind a figure follow from that entry. On a column
with terms or names it is one line: ``team: tuple[str, ...] = choice("Alle teams")``. What the contract of the column
does not tell well is said beside it, by the names of :class:`Filter`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Any

from lrn import texts
from lrn import vocabulary as v
from lrn.register.columns import ACTIVITEITEN, Kind

if TYPE_CHECKING:  # the command line says what it can be asked for before pandas is there (see ``lrn.__main__``)
    import pandas as pd

    from lrn.register.model import Register

Code = Any
"""What stands for an option: a code of the vocabulary, a name as registered, the number of an ingredient, ja or nee."""


@dataclass(frozen=True)
class Filter:
    """One filter; ``field`` is its name in a selection and an address, and the key of its widget."""

    field: str
    label: str
    placeholder: str
    help: str | None  # beside its widget
    several: bool  # whether more than one option can be chosen, which widens it
    place: bool  # it is about where, and not about content
    column: str  # of the sheet Activiteiten, that it looks at
    options: tuple[Code, ...] | None  # what can be chosen, in order; None for the names that the register holds
    name: Callable[[Code], str]  # of an option as it is offered, and as it stands in an address
    find: Callable[[str], Code | None]  # understands other spellings of an option
    holds: Callable[[Register, Sequence[Code]], pd.Series]  # which activities have one of the values
    say: Callable[[Code], str]  # a value as a phrase of the selection: "thema zorg"
    content: str  # the values as they stand behind "activiteiten", "rond {}"
    brief: Callable[[Code], str]  # a value as it stands there
    condition: str  # its name in an evidence
    definition: str  # what a figure with that condition counts, in a sentence
    more: Mapping[Code, str]  # values that a figure can count and nobody can choose, each with its phrase

    def offered(self, register: Register) -> tuple[Code, ...]:
        """What can be chosen in *register*, in order."""
        return register.names(self.column) if self.options is None else self.options

    def values(self, chosen: Chosen) -> tuple[Code, ...]:
        """What is chosen, empty for everything."""
        value = getattr(chosen, self.field)
        return value if self.several else () if value is None else (value,)

    def read(self, text: str, offered: Sequence[Code]) -> Code | None:
        """Which of the options *offered* is meant by *text*: its name or code in any case, or as ``find`` knows it."""
        spelled = {known.casefold(): code for code in offered for known in (self._text(code), self.name(code))}
        found = spelled[text.casefold()] if text.casefold() in spelled else self.find(text)
        return found if found in offered else None

    def value(self, text: str) -> Code | None:
        """What *text* stands for in an evidence; None where it stands for nothing."""
        return {self._text(code): code for code in (*(self.options or [text]), *self.more)}.get(text)

    def _text(self, code: Code) -> str:
        return str(code) if self.several else self.name(code)


def choice(placeholder: str, *, several: bool = True, **said: Any) -> Any:
    """The entry of a filter: *said* is what its column does not tell, by the names of :class:`Filter`."""
    return field(default=() if several else None, metadata={"placeholder": placeholder, "several": several, **said})


def on_network_theme(activiteiten: pd.DataFrame) -> pd.Series:
    """Which activities say ja at Netwerkthema, as a boolean series; not filled in is not ja."""
    return activiteiten["netwerkthema"].eq(True).astype(bool)


def _column(name: str) -> Callable[[Register, Sequence[Code]], pd.Series]:
    """Whether column *name* of the activities has one of the values; the empty value finds those without one."""
    return lambda register, values: register.activiteiten[name].fillna("").isin(values)


def _carried(register: Register, rows: pd.DataFrame, values: Sequence[Code]) -> pd.Series:
    """Whether one of the values stands in the last column of *rows*, of which an activity can have several."""
    return register.activiteiten["id"].isin(rows.loc[rows.iloc[:, -1].isin(values), "activiteit"])


def _with_theme(register: Register, values: Sequence[Code]) -> pd.Series:
    on_theme = on_network_theme(register.activiteiten) & (v.NETWERKTHEMA.code in values)
    return on_theme | _carried(register, register.themas, values)


_PLAATS, _GEMEENTE = v.PLAATS_NAMEN.__getitem__, v.NAMEN["gemeente"].__getitem__
_JA_NEE = {True: "ja", False: "nee"}
_ON_THEME = {True: "op het netwerkthema", False: "buiten het netwerkthema"}.__getitem__


# fmt: off
@dataclass(frozen=True, kw_only=True)
class Chosen:
    """What is chosen in each filter, in the order of the sidebar. Empty means everything."""

    regio: tuple[str, ...] = choice("Alle regio's", label="Regio", place=True,
        options=v.KIESBARE_PLAATSEN, name=_PLAATS, say=_PLAATS, find=v.REGIO_NAMEN.find, holds=_column("plaats"),
        condition="plaats", definition=texts.DEFINITIONS["plaats"],
        more={code: v.PLAATS_NAMEN[code] for code in (v.ELDERS, v.ZONDER)})
    gemeente: tuple[str, ...] = choice("Alle gemeenten", place=True,
        options=tuple(v.GEMEENTE), name=_GEMEENTE, say=_GEMEENTE,
        find=lambda text: v.municipality_vocabulary().find(text),
        holds=lambda register, values: register.activiteiten["gemeente"].map(v.counted_municipality).isin(values),
        definition=texts.DEFINITIONS["gemeente"], more={v.ELDERS: "andere gemeenten", v.ZONDER: "zonder gemeente"})
    college: tuple[str, ...] = choice("Alle colleges", say=str, content="van {}", brief=str,
        definition="Een activiteit telt bij het college dat in de kolom College staat.",
        more={"": texts.WITHOUT_COLLEGE.lower()})
    thema: tuple[str, ...] = choice("Alle thema's", label="Thema", column="themas", holds=_with_theme,
        content="rond {}", definition="Een activiteit met drie thema's staat bij elk daarvan.",
        more={v.NETWERKTHEMA.code: f"thema {v.NETWERKTHEMA.label.lower()}", v.ONBEKEND: f"thema {v.ONBEKEND}"})
    netwerkthema: bool | None = choice("Alle activiteiten", several=False, options=tuple(_JA_NEE),
        name=_JA_NEE.__getitem__,
        help="Ja: op het netwerkthema arbeidsmarkttransities. Nee: op andere thema's, of niet ingevuld.",
        holds=lambda register, values: on_network_theme(register.activiteiten).isin(values),
        say=_ON_THEME, content="{}", brief=_ON_THEME, definition=texts.DEFINITIONS["netwerkthema"])
    ingredient: tuple[int, ...] = choice("Alle ingrediënten", label="Ingrediënt", column="ingredienten",
        options=tuple(v.INGREDIENT), name=lambda nr: v.INGREDIENT[nr].label,
        find=lambda text: int(nr) if (nr := v.INGREDIENT_NAMEN.find(text)) else None,
        holds=lambda register, values: _carried(register, register.ingredienten, values),
        say=lambda nr: f"ingrediënt {v.INGREDIENT[nr].label}",
        content="met {}", brief=lambda nr: f"‘{v.INGREDIENT[nr].kort}’",
        definition="Een activiteit die drie ingrediënten noemt, staat bij elk daarvan.")
    vorm: tuple[str, ...] = choice("Alle vormen", say=v.VORMEN.label,
        content="in de vorm {}", brief=lambda code: f"‘{v.VORMEN.label(code)}’",
        definition="Een activiteit telt bij de vorm die in de kolom Verschijningsvorm staat.")
    status: tuple[str, ...] = choice("Alle statussen",
        definition="Een activiteit telt bij de status die in de kolom Status staat.")
# fmt: on


def as_filter(name: str, said: Mapping[str, Any]) -> Filter:
    """The filter of a field of :class:`Chosen`: what its column tells, and above that what is *said* of it.

    Raises ``KeyError`` where there is no such column, ``ValueError`` where nobody knows what can be chosen, and
    ``TypeError`` for what :class:`Filter` does not know.
    """
    column = ACTIVITEITEN.column(said.get("column", name))
    terms, label = column.vocabulary, said.get("label", column.header)
    if not terms and "options" not in said and column.kind is not Kind.NAME:
        raise ValueError(f"nobody knows what the filter {name} offers")
    named: Callable[[Code], str] = said.get("name", terms.label if terms else str)

    def among_several(register: Register, values: Sequence[Code]) -> pd.Series:
        return _carried(register, register.kenmerken[register.kenmerken["veld"] == column.field], values)

    told = {
        "label": label, "help": None, "place": False, "column": column.field, "name": named, "more": {},
        "options": terms.codes if terms else None,
        "find": terms.find if terms else lambda text: None,
        "holds": among_several if column.kind is Kind.TERMS else _column(column.field),
        "say": lambda code: f"{label} {named(code)}".lower(),
        "content": f"met {label.lower()} {{}}",
        "brief": lambda code: named(code).lower(),
        "condition": name,
        "definition": f"Een activiteit telt bij wat er in de kolom {column.header} staat.",
    }  # fmt: skip
    return Filter(**{"field": name, **told, **said})


FILTERS = tuple(as_filter(entry.name, entry.metadata) for entry in fields(Chosen))
"""Every filter, in the order of the sidebar."""

FILTER = {each.field: each for each in FILTERS}
