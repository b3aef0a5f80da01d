"""Meeting the workbook that exists: which sheet, column and value of somebody's own workbook is which of the contract.

- ``model``: a :class:`~lrn.register.matching.model.Matching` (what was decided), and a
  :class:`~lrn.register.matching.model.Proposal` (what was found, and what it could be).
- ``propose``: from a workbook and what was decided to a proposal; ``layout`` finds the headings, ``recognise`` says
  what the columns are: ``synonyms`` has what people call things, ``evidence`` is what stands in a column and ``fits``
  whether that fits, ``assign`` weighs the two. ``settle`` says what is gone.
- ``plan``: from a workbook and a matching to edits; ``shapes`` for records in columns, a row for each partner, and so
  on.
- ``edits``: what changes in the workbook, cell by cell, and the workbook as texts with those changes made.
- ``toml``: a matching as a small file that people can read, beside the register or on a sheet of its own.

The edits are made once and used twice: on the texts that are checked, and on the workbook that is given back. So what
a visitor sees and what they take home cannot differ.
"""
