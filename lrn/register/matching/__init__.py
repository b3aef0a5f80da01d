"""Meeting the workbook that exists: which sheet, column and value of somebody's own workbook is which of the contract.

- ``model``: a :class:`~lrn.register.matching.model.Matching` (what was decided), and a
  :class:`~lrn.register.matching.model.Proposal` (what was found, and what it could be).
- ``propose``: from a workbook and what was decided to a proposal; ``layout`` finds the headings, ``recognise`` says
  what the columns are: ``synonyms`` has what people call things, ``evidence`` is what stands in a column and ``fits``
  whether that fits, ``assign`` weighs the two. ``settle`` says what is gone.
- ``plan``: from a workbook and a matching to edits, sheet by sheet on a ``page``. ``tabs`` says which tab is which
  sheet, ``heads`` and ``cells`` what becomes of headings and values, ``ids`` makes IDs. ``shapes`` is for records in
  columns, ``joined`` for a row for each partner, ``months`` for months as columns, ``lists`` (with ``names``) for
  partners listed in a cell, ``called`` for names where an ID belongs.
- ``edits``: what changes in the workbook, cell by cell, and the workbook as texts with those changes made.
- ``toml``: a matching as a small file that people can read, beside the register or on a sheet of its own.

The edits are made once and used twice: on the texts that are checked, and on the workbook that is given back. So what
a visitor sees and what they take home cannot differ.
"""
