"""Every filter once: what is chosen, how it is offered and said, and which activities it keeps.

To add one, give :class:`Chosen` a field that is called as in the address. All else follows from that entry: the
selection, its words and address, links written by hand, the sidebar, clearing, file names, the columns that explain a
comparison, and the same condition behind a figure. A filter on a column with terms or names is one line,
``team: tuple[str, ...] = several("Alle teams")``; what the contract of the column does not tell well is said beside it,
by the names of :class:`Filter`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from functools import cached_property
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
    """One filter: ``field`` is its name in a selection, in an address and as the key of its widget.

    - ``several``: whether more than one option can be chosen, which widens it; ``options`` in their order, None for the
      names that the register holds; ``name`` of an option as it is offered and stands in an address; ``find``
      understands other spellings of it. ``label``, ``placeholder`` and ``help`` stand at the widget.
    - ``holds``: which activities have one of the values, as a boolean series. ``column`` of the sheet Activiteiten is
      what it looks at.
    - ``say``: a value as a phrase of the selection ("thema zorg"); ``content`` says the values behind "activiteiten"
      ("rond {}"), each as ``brief`` has it. ``place``: it is about where, and not about content.
    - ``condition`` is its name in an evidence, ``definition`` the sentence there; ``more`` are values that a figure can
      count and nobody can choose, each with its phrase.
    """

    field: str
    label: str
    placeholder: str
    column: str
    options: tuple[Code, ...] | None
    name: Callable[[Code], str]
    find: Callable[[str], Code | None]
    holds: Callable[[Register, Sequence[Code]], pd.Series]
    say: Callable[[Code], str]
    content: str
    brief: Callable[[Code], str]
    condition: str
    definition: str
    more: Mapping[Code, str]
    several: bool = True
    help: str | None = None
    place: bool = False

    def offered(self, register: Register) -> tuple[Code, ...]:
        """What can be chosen in *register*, in order."""
        return register.names(self.column) if self.options is None else self.options

    def values(self, chosen: Chosen) -> tuple[Code, ...]:
        """What is chosen, empty for everything."""
        value = getattr(chosen, self.field)
        return value if self.several else () if value is None else (value,)

    def read(self, text: str, offered: Sequence[Code]) -> Code | None:
        """Which of the options *offered* is meant by *text*: its name or code in any case, or as ``find`` knows it."""
        spelled = {self._text(code).casefold(): code for code in offered}
        spelled |= {self.name(code).casefold(): code for code in offered}
        found = spelled[text.casefold()] if text.casefold() in spelled else self.find(text)
        return found if found in offered else None

    def value(self, text: str) -> Code | None:
        """What *text* stands for in an evidence; None where it stands for nothing."""
        return text if self.options is None else self._by_text.get(text)

    def phrase(self, code: Code) -> str:
        """A value in Dutch, of those that can be chosen or of ``more``."""
        return self.more[code] if code in self.more else self.say(code)

    @cached_property
    def _by_text(self) -> dict[str, Code]:
        return {self._text(code): code for code in (*(self.options or ()), *self.more)}

    def _text(self, code: Code) -> str:
        return self.name(code) if isinstance(code, bool) else str(code)


def several(placeholder: str, **said: Any) -> Any:
    """The entry of a filter of which several values can be chosen; *said* is what its column does not tell."""
    return field(default=(), metadata={"placeholder": placeholder, **said})


def one(placeholder: str, **said: Any) -> Any:
    """The entry of a filter of which one value can be chosen, or none; otherwise as :func:`several`."""
    return field(default=None, metadata={"placeholder": placeholder, "several": False, **said})


def on_network_theme(activiteiten: pd.DataFrame) -> pd.Series:
    """Which activities say ja at Netwerkthema, as a boolean series; not filled in is not ja."""
    return activiteiten["netwerkthema"].eq(True).astype(bool)


def _among(name: str) -> Callable[[Register, Sequence[Code]], pd.Series]:
    """Whether column *name* of the activities holds one of the values; the empty value finds those without one."""

    def holds(register: Register, values: Sequence[Code]) -> pd.Series:
        found = register.activiteiten[name]
        return found.isin(values) | found.isna() if "" in values else found.isin(values)

    return holds


def _listed(frame: str, column: str, **only: str) -> Callable[[Register, Sequence[Code]], pd.Series]:
    """Whether a *frame* with a row for each value of an activity holds one of the values in *column*."""

    def holds(register: Register, values: Sequence[Code]) -> pd.Series:
        rows: pd.DataFrame = getattr(register, frame)
        keep = rows[column].isin(values)
        for name, value in only.items():
            keep &= rows[name].eq(value)
        return register.activiteiten["id"].isin(rows.loc[keep, "activiteit"])

    return holds


def _in_municipality(register: Register, values: Sequence[Code]) -> pd.Series:
    return register.activiteiten["gemeente"].map(v.counted_municipality, na_action=None).isin(values)


def _with_theme(register: Register, values: Sequence[Code]) -> pd.Series:
    found = _listed("themas", "thema")(register, values)
    return found | on_network_theme(register.activiteiten) if v.NETWERKTHEMA.code in values else found


_PLACES = {code: v.PLAATS_NAMEN[code] for code in (v.ELDERS, v.ZONDER)}
_JA_NEE = {True: "ja", False: "nee"}
_ON_THEME = {True: "op het netwerkthema", False: "buiten het netwerkthema"}


@dataclass(frozen=True, kw_only=True)
class Chosen:
    """What is chosen in each filter, in the order of the sidebar. Empty means everything."""

    regio: tuple[str, ...] = several(
        "Alle regio's",
        label="Regio",
        options=v.KIESBARE_PLAATSEN,
        name=v.PLAATS_NAMEN.__getitem__,
        find=v.REGIO_NAMEN.find,
        holds=_among("plaats"),
        say=v.PLAATS_NAMEN.__getitem__,
        place=True,
        condition="plaats",
        definition=texts.DEFINITIONS["plaats"],
        more=_PLACES,
    )
    gemeente: tuple[str, ...] = several(
        "Alle gemeenten",
        options=tuple(v.GEMEENTE),
        name=lambda code: v.GEMEENTE[code].naam,
        find=lambda text: v.municipality_vocabulary().find(text),
        holds=_in_municipality,
        say=lambda code: v.GEMEENTE[code].naam,
        place=True,
        definition=texts.DEFINITIONS["gemeente"],
        more={v.ELDERS: "andere gemeenten", v.ZONDER: "zonder gemeente"},
    )
    college: tuple[str, ...] = several(
        "Alle colleges",
        say=str,
        content="van {}",
        brief=str,
        definition="Een activiteit telt bij het college dat in de kolom College staat.",
        more={"": texts.WITHOUT_COLLEGE.lower()},
    )
    thema: tuple[str, ...] = several(
        "Alle thema's",
        label="Thema",
        column="themas",
        holds=_with_theme,
        content="rond {}",
        definition="Een activiteit met drie thema's staat bij elk daarvan.",
        more={v.NETWERKTHEMA.code: f"thema {v.NETWERKTHEMA.label.lower()}", v.ONBEKEND: f"thema {v.ONBEKEND}"},
    )
    netwerkthema: bool | None = one(
        "Alle activiteiten",
        options=tuple(_JA_NEE),
        name=_JA_NEE.__getitem__,
        help="Ja: op het netwerkthema arbeidsmarkttransities. Nee: op andere thema's, of niet ingevuld.",
        holds=lambda register, values: on_network_theme(register.activiteiten).isin(values),
        say=_ON_THEME.__getitem__,
        content="{}",
        brief=_ON_THEME.__getitem__,
        definition=texts.DEFINITIONS["netwerkthema"],
    )
    ingredient: tuple[int, ...] = several(
        "Alle ingrediënten",
        label="Ingrediënt",
        column="ingredienten",
        options=tuple(v.INGREDIENT),
        name=lambda nr: v.INGREDIENT[nr].label,
        find=lambda text: int(nr) if (nr := v.INGREDIENT_NAMEN.find(text)) else None,
        holds=_listed("ingredienten", "nr"),
        say=lambda nr: f"ingrediënt {v.INGREDIENT[nr].label}",
        content="met {}",
        brief=lambda nr: f"‘{v.INGREDIENT[nr].kort}’",
        definition="Een activiteit die drie ingrediënten noemt, staat bij elk daarvan.",
    )
    vorm: tuple[str, ...] = several(
        "Alle vormen",
        say=v.VORMEN.label,
        content="in de vorm {}",
        brief=lambda code: f"‘{v.VORMEN.label(code)}’",
        definition="Een activiteit telt bij de vorm die in de kolom Verschijningsvorm staat.",
    )
    status: tuple[str, ...] = several(
        "Alle statussen",
        definition="Een activiteit telt bij de status die in de kolom Status staat.",
    )


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
    several_in_a_cell = column.kind is Kind.TERMS
    told = {
        "label": label,
        "column": column.field,
        "options": terms.codes if terms else None,
        "name": named,
        "find": terms.find if terms else lambda text: None,
        "holds": _listed("kenmerken", "waarde", veld=column.field) if several_in_a_cell else _among(column.field),
        "say": lambda code: f"{label} {named(code)}".lower(),
        "content": f"met {label.lower()} {{}}",
        "brief": lambda code: named(code).lower(),
        "condition": name,
        "definition": f"Een activiteit telt bij wat er in de kolom {column.header} staat.",
        "more": {},
    }
    return Filter(**{"field": name, **told, **said})


FILTERS = tuple(as_filter(entry.name, entry.metadata) for entry in fields(Chosen))
"""Every filter, in the order of the sidebar."""

FILTER = {each.field: each for each in FILTERS}
