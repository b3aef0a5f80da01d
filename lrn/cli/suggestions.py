"""What the values in a workbook may mean, for the file that ``koppel`` writes."""

from __future__ import annotations

from pathlib import Path

from lrn.register.load import load_content
from lrn.register.matching.model import Matching, Proposal
from lrn.register.matching.toml import to_toml
from lrn.register.model import Unreadable


def suggestions(register: Path, found: Proposal) -> tuple[Matching, int, int]:
    """What the values in *register* may mean, how many of them have a proposal, and how many are unknown without one.

    *found* is how it is read. Nothing for a register that cannot be read yet, or that is a folder.
    """
    from lrn.measures.quality.by_cause import grouped
    from lrn.register.matching.groups import settle

    try:
        read = load_content(register.name, register.read_bytes(), matching=to_toml(found.matching))
    except (Unreadable, OSError):
        return found.matching, 0, 0
    groups = [group for group in grouped(read) if group.asks and group.value]
    suggested = found.matching
    for group in groups:
        if group.proposed:
            suggested = settle(suggested, found, group, group.proposed)
    with_proposal = sum(bool(group.proposed) for group in groups)
    return suggested, with_proposal, len(groups) - with_proposal
