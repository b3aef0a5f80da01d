"""The register: the workbook contract, reading, checking, and the frozen result.

``columns`` says what a workbook may hold, and ``limits`` how much · ``parse`` runs in a child process and turns a file
into a ``book`` of texts · ``read`` guards that child · ``headers`` and ``values`` (with ``dates``, ``ingredients``,
``places`` and ``terms``) understand what people typed · ``check`` builds the
:class:`~lrn.register.model.Register` with its findings · ``load`` is the one call that others need.
"""
