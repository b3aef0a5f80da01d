import pytest

from lrn.measures.insights.sentences import Figure
from lrn.measures.rows.evidence import Evidence


@pytest.mark.parametrize(
    ("evidence", "amount", "label"),
    [
        (Evidence(), 1, "1 activiteit"),
        (Evidence.of("partners", dag="2025-11-23"), 64, "64 partners: op 23 november 2025"),
        (Evidence.of(basis="netwerk"), 1234, "1.234 activiteiten: ongeacht regio of gemeente"),
        (Evidence.of(basis="netwerk", thema="zorg", plaats="AM20"), 3, "3 activiteiten: thema zorg, Midden-Holland"),
        (Evidence.of(basis="altijd", gemeente="GM0626"), 1, "1 activiteit: ongeacht peildatum, Voorschoten"),
        (Evidence.of(basis="peildatum", thema="zorg"), 3, "3 activiteiten: thema zorg"),
        (
            Evidence.of("verbindingslijnen", basis="peildatum", raakt_plaats="AM20").also(raakt_plaats="AM19"),
            1,
            "1 verbindingslijn: van of naar Midden-Holland, van of naar Holland Rijnland",
        ),
    ],
    ids=str,
)
def test_a_figure_says_what_it_counts(evidence, amount, label):
    assert Figure(evidence, amount).label() == label
