"""The register changes under the app: the next look shows the new state, and never a mixture or an error."""

from __future__ import annotations

import os
import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
import streamlit as st

from lrn.register import child
from lrn.register.load import load
from lrn.register.model import Unreadable
from lrn.selection import Selection
from lrn.ui.base import cache

SWAPS = 12  # the benchmark does a hundred


@pytest.fixture(autouse=True)
def _nothing_is_kept():
    st.cache_resource.clear()
    cache.SHARED.clear()


@pytest.fixture
def place(tmp_path, monkeypatch, write_workbook):
    """``place(letter, amount)`` puts a register in the place of the one there; every cell in it has the letter."""
    path = tmp_path / "register.xlsx"
    monkeypatch.setenv("LRN_REGISTER", str(path))

    def put(letter: str, amount: int) -> None:
        def rows(*headings):
            return [list(headings), *([f"{letter}{n}", f"{letter} {n}"] for n in range(amount))]

        sheets = {"Activiteiten": rows("ID", "Naam"), "Partners": rows("ID", "Naam")}
        os.replace(write_workbook(tmp_path / "nieuw.xlsx", sheets), path)

    return put


def letters(register) -> set[str]:
    """The letters that occur in the register: more than one is a mixture of two states."""
    cells = [*register.activiteiten["naam"], *register.partners["naam"]]
    return {cell[0] for cell in cells} | {f"{len(register.activiteiten)}={len(register.partners)}"}


def test_the_next_look_shows_the_new_state(place):
    for letter, amount in (("A", 3), ("B", 3), ("C", 4)):
        place(letter, amount)
        assert letters(cache.open_register().register) == {letter, f"{amount}={amount}"}


def test_a_change_within_one_tick_of_the_clock_and_of_the_same_size_is_seen(tmp_path, monkeypatch):
    monkeypatch.setenv("LRN_REGISTER", str(tmp_path / "register"))
    (tmp_path / "register").mkdir()
    sheet, new = tmp_path / "register" / "Activiteiten.csv", tmp_path / "nieuw.csv"
    for letter in "AB":
        new.write_text(f"ID;Naam\n{letter}1;{letter} 1\n", encoding="utf-8")
        os.utime(new, ns=(10**18, 10**18))
        os.replace(new, sheet)
        assert cache.open_register().register.activiteiten["naam"].tolist() == [f"{letter} 1"]


def test_swaps_under_load_give_no_error_and_no_mixture(place):
    place("A", 3)
    cache.open_register()
    done = threading.Event()
    seen: list[set[str]] = []

    def look() -> None:
        while not done.is_set():
            opened = cache.open_register()
            assert not opened.stale
            seen.append(letters(opened.register))

    with ThreadPoolExecutor(3) as pool:
        looking = [pool.submit(look) for _ in range(3)]
        for n in range(SWAPS):
            letter, amount = ("A", 3) if n % 2 else ("B", 5)
            place(letter, amount)
            assert letters(cache.open_register().register) == {letter, f"{amount}={amount}"}
        done.set()
        for visitor in looking:
            visitor.result()
    assert {frozenset(found) for found in seen} <= {frozenset({"A", "3=3"}), frozenset({"B", "5=5"})}


def test_a_half_written_file_leaves_the_last_good_state_with_a_note(place, tmp_path):
    place("A", 3)
    good = cache.open_register().register
    path = tmp_path / "register.xlsx"
    path.write_bytes(path.read_bytes()[:-300])
    opened = cache.open_register()
    assert opened.register is good
    assert "U ziet de stand van" in opened.stale
    place("B", 2)
    assert cache.open_register().stale == ""


def test_a_file_that_changes_while_it_is_read_is_read_again(place, tmp_path, monkeypatch):
    place("A", 3)
    original = child.ask
    asked = []

    def slow(*arguments, **options):
        asked.append(arguments)
        answer = original(*arguments, **options)
        if len(asked) == 1:
            place("B", 2)
        return answer

    monkeypatch.setattr("lrn.register.load.ask", slow)
    assert letters(load(tmp_path / "register.xlsx", today=date(2026, 1, 1))) == {"B", "2=2"}
    assert len(asked) == 2


def saved_meanwhile(path, monkeypatch):
    """Have the file at *path* change each time that it is read."""
    original = child.ask

    def ask(*arguments, **options):
        answer = original(*arguments, **options)
        os.utime(path)
        return answer

    monkeypatch.setattr("lrn.register.load.ask", ask)


def test_a_workbook_that_is_saved_over_and_over_is_shown_as_it_was_read(place, tmp_path, monkeypatch):
    place("A", 3)
    saved_meanwhile(tmp_path / "register.xlsx", monkeypatch)
    assert letters(load(tmp_path / "register.xlsx")) == {"A", "3=3"}


def test_a_folder_that_is_saved_over_and_over_says_so(tmp_path, monkeypatch):
    sheet = tmp_path / "Activiteiten.csv"
    sheet.write_text("ID;Naam\nA1;Een\n", encoding="utf-8")
    saved_meanwhile(sheet, monkeypatch)
    with pytest.raises(Unreadable, match=r"wordt op dit moment steeds opnieuw opgeslagen.*\.$") as problem:
        load(tmp_path)
    assert problem.value.passing


def test_a_file_that_is_closed_for_a_moment_is_asked_for_again(place, monkeypatch):
    place("A", 3)
    closed = [True]
    original = load

    def perhaps(path, **options):
        if closed[0]:
            raise Unreadable("Het bestand is dicht.", passing=True)
        return original(path, **options)

    monkeypatch.setattr(cache, "load", perhaps)
    monkeypatch.setattr(cache, "RETRY_AFTER", 0.0)
    with pytest.raises(Unreadable):
        cache.open_register()
    closed[0] = False
    assert letters(cache.open_register().register) == {"A", "3=3"}


def test_figures_of_an_earlier_state_are_let_go(place):
    place("A", 3)
    cache.open_register()
    cache.SHARED.cached(("oud",), lambda: 1)
    place("B", 3)
    cache.open_register()
    assert cache.SHARED.cached(("oud",), lambda: 2) == 2


made: list[str] = []


def names(register, *, letter):
    made.append(letter)
    return [name for name in register.activiteiten["naam"] if letter in name]


def test_what_is_made_of_the_whole_register_is_made_once_whatever_is_selected(place):
    made.clear()

    def view(selection):
        return cache.open_view(cache.open_register(), selection)

    place("A", 3)
    for selection in (Selection(), Selection(gemeente=("GM0546",))):
        assert cache.cached(view(selection), names, "register", letter="A") == ["A 0", "A 1", "A 2"]
    assert cache.cached(view(Selection()), names, "register", letter="B") == []
    assert made == ["A", "B"]
    place("B", 1)
    assert cache.cached(view(Selection()), names, "register", letter="B") == ["B 0"]


def size(part, *, sheet="activiteiten"):
    return len(getattr(part, sheet))


def test_each_part_and_each_option_that_is_counted_has_a_result_of_its_own(place):
    place("A", 3)
    none = cache.open_view(cache.open_register(), Selection(gemeente=("GM0546",)))
    assert cache.cached(none, size, "register") == 3
    assert cache.cached(none, size) == cache.cached(none, size, "selected") == 0
    assert cache.cached(none, size, "register", sheet="themas") == 0


def test_two_functions_of_one_name_have_each_their_own_result(place):
    place("A", 3)
    view = cache.open_view(cache.open_register(), Selection())
    first, second = (lambda register: 1), (lambda register: 2)
    first.__qualname__ = second.__qualname__ = "the_same"
    assert [cache.cached(view, make) for make in (first, second)] == [1, 2]


def test_nothing_is_given_to_a_function_that_its_key_does_not_tell(place):
    place("A", 3)
    view = cache.open_view(cache.open_register(), Selection())
    with pytest.raises(TypeError):
        cache.cached(view, size, view.register.activiteiten)
    with pytest.raises(TypeError, match="cached_as"):
        cache.cached(view, lambda register: size(register, sheet="partners"))


def test_a_process_is_kept_ready_and_used_once(ten_rows_path, real_child):
    child.keep_ready()
    waiting = child._waiting
    child.keep_ready()
    assert child._waiting is waiting
    assert len(load(ten_rows_path).activiteiten) == 10
    assert waiting.poll() == 0
    assert child._waiting is None


def test_a_process_that_died_while_it_waited_is_replaced(ten_rows_path, real_child):
    child.keep_ready()
    child._waiting.kill()
    child._waiting.wait()
    assert len(load(ten_rows_path).activiteiten) == 10
