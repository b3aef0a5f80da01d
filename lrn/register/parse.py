"""Runs in a child process: turns a workbook into texts, as Arrow on standard output. Imports nothing of ``lrn``.

A file of 2 kB can make a spreadsheet reader abort or fill the memory, so the server never parses one itself.
``lrn.register.read`` starts this file with a deadline; here the memory is limited. It is a plain subprocess and not
``multiprocessing``: under Streamlit that would import ``app.py`` again in each child, as its ``__main__``.
Windows has no ``RLIMIT_AS`` and macOS refuses it; there the limits on the zip and the deadline stand alone.

Exit codes: 0 fine, 3 unreadable (the reason is the last word on standard error).
"""

from __future__ import annotations

import contextlib
import csv
import io
import sys
import zipfile
from pathlib import Path

MEMORY_LIMIT = 3 * 1024**3  # bytes of address space; 100,000 rows × 40 columns need less than 2 GiB
FILE_LIMIT = 100 * 1024**2  # bytes as stored
UNPACKED_LIMIT = 600 * 1024**2  # bytes of XML inside an .xlsx or .ods
ENTRIES_LIMIT = 5_000
ROW_LIMIT = 150_000  # of one sheet: what is read must still be checked
CELL_LIMIT = 10_000_000  # rows × columns of all sheets together

ZIP, CFB = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"


class Refused(Exception):
    """Not a readable workbook; the text is a reason that ``lrn.texts`` has a sentence for."""


def limit_memory() -> None:
    """Give this process ``MEMORY_LIMIT`` bytes of address space, where the system can."""
    try:
        import resource
    except ImportError:  # Windows
        return
    _, allowed = resource.getrlimit(resource.RLIMIT_AS)
    limit = MEMORY_LIMIT if allowed == resource.RLIM_INFINITY else min(MEMORY_LIMIT, allowed)
    # macOS has the name but refuses the limit: there, too, the deadline stands alone.
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (limit, allowed))


def look_before_unpacking(content: bytes) -> None:
    """Refuse a zip whose directory promises more than a register can be."""
    try:
        entries = zipfile.ZipFile(io.BytesIO(content)).infolist()
    except zipfile.BadZipFile:
        raise Refused("beschadigd") from None
    if len(entries) > ENTRIES_LIMIT or sum(e.file_size for e in entries) > UNPACKED_LIMIT:
        raise Refused("te-groot")


def read_workbook(path: Path) -> dict:
    """All sheets of an .xlsx, .xls or .ods as frames of text, headings included; judged by content, not by name."""
    import pandas as pd

    if path.stat().st_size > FILE_LIMIT:
        raise Refused("te-groot")
    content = path.read_bytes()
    if not content:
        raise Refused("leeg")
    if content.startswith(ZIP):
        look_before_unpacking(content)
    elif content.startswith(CFB):
        if "EncryptedPackage".encode("utf-16-le") in content:
            raise Refused("wachtwoord")
    else:
        raise Refused("geen-werkmap")
    try:
        return pd.read_excel(
            io.BytesIO(content), sheet_name=None, header=None, dtype=str, keep_default_na=False, engine="calamine"
        )
    except MemoryError:
        raise Refused("te-groot") from None
    except BaseException as error:  # a panic in the Rust reader is not an Exception
        raise Refused("wachtwoord" if "password" in str(error).lower() else "beschadigd") from error


def read_csv(path: Path):
    """One .csv as a frame of text; UTF-8 or Windows-1252, separated by semicolon, comma or tab."""
    import pandas as pd

    content = path.read_bytes()
    if len(content) > FILE_LIMIT:
        raise Refused("te-groot")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
    head = "\n".join(text.splitlines()[:20])  # a title may stand above the headings
    separator = max(";,\t", key=head.count)
    csv.field_size_limit(10_000_000)
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
    width = max((len(row) for row in rows), default=0)
    return pd.DataFrame([row + [""] * (width - len(row)) for row in rows], dtype=str)


def read_folder(path: Path) -> dict:
    """All .csv files of a folder, named by their sheet."""
    files = sorted(file for file in path.iterdir() if file.suffix.lower() == ".csv" and file.is_file())
    if not files:
        raise Refused("lege-map")
    return {file.stem: read_csv(file) for file in files}


def write(sheets: dict, out) -> None:
    """One Arrow stream per sheet, its name in the metadata of the schema."""
    import pyarrow as pa

    if any(len(frame) > ROW_LIMIT for frame in sheets.values()):
        raise Refused("te-veel-rijen")
    if sum(frame.size for frame in sheets.values()) > CELL_LIMIT:
        raise Refused("te-groot")
    for name, frame in sheets.items():
        arrays = [pa.array(frame[column].astype("str").tolist(), pa.large_string()) for column in frame.columns]
        table = pa.table(arrays, names=[str(column) for column in frame.columns]).replace_schema_metadata(
            {"sheet": name}
        )
        with pa.ipc.new_stream(out, table.schema) as stream:
            stream.write_table(table)


def main(path: Path) -> int:
    """Read *path* and write its sheets to standard output; the exit code says how it went."""
    limit_memory()
    try:
        sheets = read_folder(path) if path.is_dir() else read_workbook(path)
        buffer = io.BytesIO()
        write(sheets, buffer)
    except Refused as refusal:
        print(refusal, file=sys.stderr)
        return 3
    except MemoryError:
        print("te-groot", file=sys.stderr)
        return 3
    except OSError:
        print("niet-te-openen", file=sys.stderr)
        return 3
    sys.stdout.buffer.write(buffer.getbuffer())
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
