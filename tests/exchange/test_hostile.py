"""A file that means harm gets a clear no: within 10 seconds and 256 MiB, in a process of its own with both counted."""

import json
import subprocess
import sys

import pytest

from handrail.exchange.readers import troubles
from tests.exchange.hostile import FILES
from tests.product import ROOT

MOST_SECONDS, MOST_MIB = 10, 256


@pytest.mark.parametrize("name", FILES)
def test_it_is_refused_in_time_and_in_little_memory(tmp_path, name):
    make, why = FILES[name]
    path = tmp_path / "file"
    make(path)

    done = subprocess.run(
        [sys.executable, "-m", "tests.exchange.hostile", str(path)], cwd=ROOT, capture_output=True, text=True, timeout=120
    )

    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert told["why"] == why
    assert why in troubles.FILE
    assert told["seconds"] < MOST_SECONDS
    assert told["mib"] < MOST_MIB
