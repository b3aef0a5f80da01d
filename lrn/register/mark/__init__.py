"""The workbook back, marked: the file that came in, with colours, notes and one sheet that lists what to mend.

- ``package``: the zip, its parts, and how they point at each other; what does not change is copied as it is.
- ``schema``: names, order of elements, cell addresses: what Excel demands of the XML.
- ``styles``, ``grid``, ``notes``, ``summary``: the colours, the cells, the notes, the sheet "Te verbeteren".
- ``workbook``: the story, :func:`mark`.

Not done with a spreadsheet library: each of them drops what it does not know (images, slicers, extensions, macros)
and the calculated values of formulas, and this workbook is somebody's own.
"""

from lrn.register.mark.package import NotMarkable
from lrn.register.mark.workbook import mark

__all__ = ["NotMarkable", "mark"]
