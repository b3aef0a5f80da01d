import pandas as pd
import pytest

from lrn.context import ContextTable, Inhabitants
from lrn.measures.context import per_10_000
from lrn.measures.places import area_figures, per_municipality, per_place

KNOWN = ContextTable(
    {
        "GM1901": Inhabitants(36_000, 2025, "CBS"),
        "GM0513": Inhabitants(75_000, 2025, "CBS"),
        "GM1931": Inhabitants(58_000, 2025, "CBS"),
        "GM0627": Inhabitants(31_000, 2025, "CBS"),
        "GM0632": Inhabitants(50_000, 2025, "CBS"),
    }
)


def counts(**amounts):
    return pd.DataFrame({"code": list(amounts), "aantal": list(amounts.values())})


def test_activities_for_each_ten_thousand_inhabitants():
    found = per_10_000(counts(AM20=50, GM0632=20, GM0513=6), KNOWN).set_index("code")
    assert found["inwoners"].to_dict() == {"AM20": 200_000, "GM0632": 50_000, "GM0513": 75_000}
    assert found["per_10_000"].to_dict() == pytest.approx({"AM20": 2.5, "GM0632": 4.0, "GM0513": 0.8})
    assert set(found["jaar"]) == {2025}
    assert set(found["bron"]) == {"CBS"}


def test_few_activities_are_not_given_as_a_rate():
    found = per_10_000(counts(GM0513=4, GM0632=5, AM20=0), KNOWN).set_index("code")
    assert found["per_10_000"].isna().to_dict() == {"GM0513": True, "GM0632": False, "AM20": True}
    assert found["inwoners"].notna().all()


def test_what_is_not_known_is_missing():
    found = per_10_000(counts(AM19=50, elders=50, zonder=50), KNOWN)
    assert found[["inwoners", "per_10_000", "jaar", "bron"]].isna().all(axis=None)
    assert per_10_000(counts(AM20=50), ContextTable())[["inwoners", "per_10_000"]].isna().all(axis=None)


def test_it_stands_beside_the_counts_of_the_pages(register):
    places = per_10_000(per_place(register), KNOWN)
    assert list(places.columns) == ["code", "naam", "aantal", "aandeel", "inwoners", "per_10_000", "jaar", "bron"]
    assert places.set_index("code")["inwoners"].dropna().to_dict() == {"AM20": 200_000, "GM0632": 50_000}
    assert len(per_10_000(per_municipality(register), KNOWN)) == len(per_municipality(register))
    areas = per_10_000(area_figures(register, level="plaats"), KNOWN, counted="activiteiten")
    assert areas["per_10_000"].isna().all()  # three activities at most in a place


def test_the_counts_themselves_are_left_as_they_are():
    given = counts(AM20=50)
    per_10_000(given, KNOWN)
    assert list(given.columns) == ["code", "aantal"]
