"""Why boundaries are not renewed. Each error's text is a Dutch sentence, or the part of one that its docstring says."""


class SourceError(Exception):
    """The source cannot be reached, read or written; the text is one whole sentence."""


class BoundaryError(Exception):
    """The boundaries do not fit the network's municipalities; the text says in what, without a full stop."""
