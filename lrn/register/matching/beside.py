"""The file of a matching beside the register that it belongs to."""

from __future__ import annotations

from pathlib import Path

from lrn.register.matching.toml import LONGEST, TOO_LARGE, BadMatching, from_toml
from lrn.register.model import Unreadable

ENDING = ".koppeling.toml"


def file_of(register: Path, named: Path | None = None) -> Path | None:
    """The matching of *register*: the file that is *named*, else register.koppeling.toml beside register.xlsx (and
    beside a folder of .csv files called register) where there is one."""
    if named is not None:
        return named
    beside = register.with_name((register.name if register.is_dir() else register.stem) + ENDING)
    return beside if beside.is_file() else None


def read(file: Path | None) -> str:
    """The text of a matching, "" where there is none. Raises :class:`Unreadable` with one Dutch sentence."""
    if file is None:
        return ""
    try:
        if file.stat().st_size > 4 * LONGEST:
            raise BadMatching(TOO_LARGE)
        text = file.read_text(encoding="utf-8-sig")
        from_toml(text)
    except OSError:
        told = f"De koppeling “{file.name}” is niet gevonden: controleer naam en pad, en of de map bereikbaar is."
        raise Unreadable(told, passing=True) from None
    except UnicodeDecodeError:
        raise Unreadable(f"De koppeling “{file.name}” is geen tekst in UTF-8: sla die opnieuw op als UTF-8.") from None
    except BadMatching as problem:
        raise Unreadable(f"“{file.name}”: {problem}") from None
    return text
