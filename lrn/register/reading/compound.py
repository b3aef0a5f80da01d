"""Takes the streams out of a compound file ([MS-CFB]), which is what an .xls is kept in."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from lrn.register.reading.xlsx import Refused

_LAST_SECTOR = 0xFFFFFFF9  # higher numbers are no sectors but signs
_SMALL = 64  # bytes in a sector of the small stream


class Streams:
    """The streams of a compound file by their name in lower case.

    Raises :class:`Refused`, ``struct.error`` or ``IndexError`` on bytes that are no such file.
    """

    def __init__(self, content: bytes) -> None:
        self._content = content
        (shift,) = struct.unpack_from("<H", content, 30)
        if shift not in (9, 12):
            raise Refused("beschadigd")
        self._size = 1 << shift
        first, self._cutoff, first_small = struct.unpack_from("<I4xII", content, 48)
        self._table = self._sector_table()
        directory = self._chain(first)
        self.entries: dict[str, tuple[int, int]] = {}
        small = (_LAST_SECTOR + 1, 0)
        for start in range(0, len(directory) - 127, 128):
            length, kind = struct.unpack_from("<HB", directory, start + 64)
            place = struct.unpack_from("<II", directory, start + 116)
            name = directory[start : start + max(min(length, 64) - 2, 0)].decode("utf-16-le", "replace").lower()
            if kind == 5:  # the root, which holds the small streams
                small = place
            elif kind == 2 and name.isprintable():
                self.entries.setdefault(name, place)
        self._small = self._chain(small[0])[: small[1]]
        self._small_table = _numbers(self._chain(first_small))

    def read(self, name: str) -> bytes:
        """The stream called *name*."""
        first, size = self.entries[name]
        if size >= self._cutoff:
            return self._chain(first)[:size]
        pieces = (self._small[n * _SMALL : (n + 1) * _SMALL] for n in _follow(first, self._small_table))
        return b"".join(pieces)[:size]

    def _sector_table(self) -> tuple[int, ...]:
        """Which sector follows on each one."""
        parts = list(struct.unpack_from("<109I", self._content, 76))
        following, count = struct.unpack_from("<II", self._content, 68)
        for _ in range(min(count, len(self._content) // self._size)):
            if following > _LAST_SECTOR:
                break
            *more, following = _numbers(self._sector(following))
            parts += more
        return _numbers(b"".join(self._sector(part) for part in parts if part <= _LAST_SECTOR))

    def _sector(self, number: int) -> bytes:
        start = (number + 1) * self._size
        sector = self._content[start : start + self._size]
        if not sector:
            raise Refused("beschadigd")
        return sector

    def _chain(self, first: int) -> bytes:
        return b"".join(map(self._sector, _follow(first, self._table)))


def _numbers(sector: bytes) -> tuple[int, ...]:
    return struct.unpack(f"<{len(sector) // 4}I", sector[: len(sector) // 4 * 4])


def _follow(first: int, table: tuple[int, ...]) -> Iterator[int]:
    """The sectors from *first* on; refuses a chain that bites its tail."""
    for _ in range(len(table) + 1):
        if first > _LAST_SECTOR:
            return
        yield first
        first = table[first]
    raise Refused("beschadigd")
