"""How many activities there are for who live there, by a table of inhabitants written out here."""

import pandas as pd
import pytest

from lrn import vocabulary as v
from lrn.views.proportion import beside_regions

REGIONS = pd.DataFrame({"code": [*v.EIGEN_PLAATSEN, v.HAAGLANDEN], "activiteiten": [20, 10, 6, 4, 99]})
OURS = [code for code in v.GEMEENTE if v.place_of_municipality(code) in v.EIGEN_PLAATSEN]


@pytest.mark.parametrize(
    ("people", "told"),
    [
        # 6 of 50.000; 40 of 23 times 50.000
        (dict.fromkeys(OURS, 50_000), "1,2 activiteiten per 10.000 inwoners (2025, CBS); alle regio's samen 0,3."),
        ({"GM0632": 50_000}, "1,2 activiteiten per 10.000 inwoners (2025, CBS)."),  # of another nothing is known
        ({"GM0632": 3_000_000}, "Minder dan 0,1 activiteiten per 10.000 inwoners (2025, CBS)."),
        ({"GM0513": 50_000}, ""),
    ],
)  # fmt: skip
def test_the_rate_of_woerden_beside_that_of_all_regions(tmp_path, monkeypatch, people, told):
    table = tmp_path / "inwoners.csv"
    table.write_text("\n".join(["code;inwoners;jaar;bron", *(f"{c};{n};2025;CBS" for c, n in people.items())]))
    monkeypatch.setenv("LRN_CONTEXT", str(table))
    assert beside_regions("GM0632", 6, REGIONS) == told
