"""An XlsxWriter workbook in which every text reads back as it was, whatever stands in it."""

from __future__ import annotations

import re

import xlsxwriter
from xlsxwriter.packager import Packager
from xlsxwriter.sharedstrings import SharedStrings

# A workbook writes a character as _xHHHH_ where XML would change it, so a text that reads like that is escaped itself.
_LOOKS_ESCAPED = re.compile(r"_(?=x[0-9a-fA-F]{4}_)")


class SafeWorkbook(xlsxwriter.Workbook):
    """A workbook whose texts all read back as they were.

    XlsxWriter copies a text that begins with ``<r>`` and ends with ``</r>`` into the file as if it were XML of its own,
    and of two escapes that share an underscore it sees the first. Both are set right where the texts are written.
    """

    def _get_packager(self) -> Packager:
        return _Packager()


class _Packager(Packager):
    def _write_shared_strings_file(self) -> None:
        if not self.workbook.str_table.count:
            return
        strings = _Strings()
        strings.string_table = self.workbook.str_table
        strings._set_xml_writer(self._filename("xl/sharedStrings.xml"))
        strings._assemble_xml_file()


class _Strings(SharedStrings):
    def _write_si(self, string: str) -> None:
        escaped = _LOOKS_ESCAPED.sub("_x005F_", string).replace("\r", "_x000D_")
        self._xml_si_element(escaped, [("xml:space", "preserve")])
