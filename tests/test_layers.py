"""Keeps the layering true: imports point down only, Streamlit stays on top, and words are spelled in one place."""

import ast
import functools
import re
import subprocess
import sys
from pathlib import Path

import pytest

from lrn import vocabulary as v
from lrn.views.charts import CHARTS

ROOT = Path(__file__).resolve().parent.parent
FILES = [ROOT / "app.py", *(ROOT / "pages").glob("*.py"), *(ROOT / "lrn").rglob("*.py")]
MODULES = [str(path.relative_to(ROOT)) for path in sorted(FILES)]

LEAVES = {"access", "settings", "texts", "style", "terms", "signs", "likely", "cells", "clock"}
BASE = {"vocabulary", "gazetteer", "geo", "context"} | LEAVES
COUNTING = {"measures", "selection", "filters", "register"} | BASE
BELOW_UI = {"charts", "export", "views"} | COUNTING
MAY_IMPORT = {
    "texts": set(),
    "access": set(),
    "settings": {"texts"},
    "style": set(),
    "terms": {"signs", "likely"},
    "signs": set(),
    "likely": set(),
    "cells": set(),
    "views": {"views", "charts"} | COUNTING,
    "clock": set(),
    "gazetteer": {"terms"},
    "vocabulary": {"terms", "gazetteer"},
    "geo": {"vocabulary"},
    "context": {"vocabulary", "geo", "settings", "texts"},
    "boundaries": {"boundaries", "vocabulary", "geo", "texts", "terms"},
    "register": {"register"} | BASE,
    "filters": {"register"} | BASE,
    "selection": {"filters", "register"} | BASE,
    "measures": COUNTING,
    "charts": {"charts"} | BASE,
    "export": BELOW_UI,
    "cli": {"cli", "boundaries", "service"} | BELOW_UI,
    "__main__": {"cli", "register"},
    "__init__": set(),
    "ui": {"ui"} | BELOW_UI,
    "service": {"service", "ui"} | BELOW_UI,
    "pages": {"ui"} | BELOW_UI,
    "app": {"pages", "ui"} | BELOW_UI,
}


@functools.cache
def parsed(file):
    return ast.parse((ROOT / file).read_text(encoding="utf-8"))


def layer(file):
    parts = Path(file).with_suffix("").parts
    return parts[1] if parts[0] == "lrn" else parts[0]


def imported(tree):
    """Every module that is imported anywhere in the file, also inside functions."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute here"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def own_layers(tree):
    return {name.split(".")[1] for name in imported(tree) if name.startswith("lrn.")} | {
        name.split(".")[0] for name in imported(tree) if name.split(".")[0] in ("app", "pages")
    }


@pytest.mark.parametrize("file", MODULES)
def test_imports_point_down_only(file):
    assert own_layers(parsed(file)) <= MAY_IMPORT[layer(file)]


def test_the_scan_sees_the_imports():
    assert own_layers(parsed("lrn/measures/summary.py")) == {"vocabulary", "measures", "register", "selection"}
    assert "style" in own_layers(parsed("lrn/charts/bars.py"))


@pytest.mark.parametrize("file", MODULES)
def test_streamlit_is_imported_on_top_only(file):
    uses = any(name.split(".")[0] == "streamlit" for name in imported(parsed(file)))
    assert not uses or layer(file) in ("app", "pages", "ui", "service")


ROOM = "lrn/ui/browser/"
TRICK = re.compile(r"data-testid|st-emotion|st-key-|<style>|<script|querySelector|\bhistory\.")


@pytest.mark.parametrize("file", [file for file in MODULES if layer(file) == "ui" and not file.startswith(ROOM)])
def test_what_reaches_into_streamlits_own_page_has_one_room(file):
    used = {name.rpartition(".")[0] or name for name in imported(parsed(file)) if name.split(".")[0] == "streamlit"}
    assert used <= {"streamlit", "streamlit.typing"}  # what else it holds is private
    assert [text for _, text in literals(parsed(file)) if TRICK.search(text)] == []
    assert "components" not in {node.attr for node in ast.walk(parsed(file)) if isinstance(node, ast.Attribute)}


def test_that_room_stands_below_the_others():
    inside = [file for file in MODULES if file.startswith(ROOM)]
    used = {name for file in inside for name in imported(parsed(file)) if name.startswith("lrn.ui.")}
    assert used
    assert all(name.startswith("lrn.ui.browser.") for name in used)


def test_the_child_that_reads_a_workbook_starts_without_what_is_slow_to_import():
    code = "import sys, lrn.register.worker, lrn.register.mark; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
    assert not {"pandas", "streamlit", "plotly", "geopandas"} & set(done.stdout.split())


def test_the_app_starts_without_what_only_builds_boundaries():
    code = "import sys, lrn.cli.commands, lrn.ui.parts.chart_card; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
    assert not {"geopandas", "lrn.boundaries"} & set(done.stdout.split())


TABLES = {"lrn/texts.py", "lrn/vocabulary.py", "lrn/register/matching/synonyms.py"}
"""What is first of all a table: of copy, of the network's words, of how strangers say those."""


def test_a_module_fits_in_300_lines_but_for_tables():
    long = {file for file in MODULES if len((ROOT / file).read_text(encoding="utf-8").splitlines()) > 300}
    assert long == TABLES


def test_nothing_imports_the_tests():
    assert not [file for file in MODULES if any(n.split(".")[0] == "tests" for n in imported(parsed(file)))]


# ── Rules that stand in one place ────────────────────────────────────────────────────────────────────────────

NAMED_PLACES = {"WOERDEN", "HAAGLANDEN", "MIDDEN_UTRECHT", "RIJNMOND", "ZUIDPLAS"}
"""The names that the vocabulary has for codes; what is so of one of them is said there of its kind."""


def compared(tree):
    """The names on either side of a comparison."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare):
            for side in (node.left, *node.comparators):
                yield from (n.attr if isinstance(n, ast.Attribute) else getattr(n, "id", "") for n in ast.walk(side))


def test_what_is_few_is_decided_in_one_place():
    assert [file for file in MODULES if "FEW" in compared(parsed(file))] == ["lrn/texts.py"]


def test_no_module_knows_a_place_by_its_name():
    spelled = {
        file: names
        for file in MODULES
        if (names := {n.attr for n in ast.walk(parsed(file)) if isinstance(n, ast.Attribute)} & NAMED_PLACES)
    }
    assert spelled == {}


# ── Words are spelled in the vocabulary only ─────────────────────────────────────────────────────────────────

MAY_SPELL = ("lrn/vocabulary.py",)
# A long name is found anywhere in a text. A short one ("Leren", "Woerden") may occur in a sentence about it, but a
# text that is nothing else is a label, and labels come from the vocabulary.
LABELS = {
    *(i.naam for i in v.INGREDIENTEN),
    *(g.naam for g in v.GEMEENTEN),
    *(v.PLAATS_NAMEN[code] for code in v.KIESBARE_PLAATSEN),
}
LONG_NAMES = [label for label in LABELS if len(label) > 12]


def literals(tree):
    """Texts in the code, with their line, apart from docstrings."""
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            yield node.lineno, node.value


TITLES = {chart.title for chart in CHARTS}


@pytest.mark.parametrize("file", MODULES)
def test_the_title_of_a_chart_is_spelled_in_its_entry_only(file):
    spelled = sorted(title for _, text in literals(parsed(file)) for title in TITLES if title in text)
    assert spelled == (sorted(TITLES) if file == "lrn/views/charts.py" else [])


@pytest.mark.parametrize("file", [file for file in MODULES if file not in MAY_SPELL])
def test_names_of_ingredients_and_places_are_not_spelled_here(file):
    spelled = [
        (line, text)
        for line, text in literals(parsed(file))
        if text in LABELS or any(name in text for name in LONG_NAMES)
    ]
    assert spelled == []
