"""Some seconds of random keys, clicks, drags and typing; with `--long`, ten longer runs."""

import json
import os
import subprocess
import sys

import pytest

from tests.source_tree import ROOT

# Random tests find more the longer they run: in the suite they take 20 seconds together, of which 10 are for damaging
# the memory and fuzzing small files.
_SECONDS = 10
# With --long: other seeds, three minutes each.
_MANY, _LONG_S = range(101, 111), 180


def test_nothing_that_a_user_does_at_random_goes_wrong(pytestconfig: pytest.Config) -> None:
    long = pytestconfig.getoption("--long")
    for seed in _MANY if long else (1,):
        command = [sys.executable, "-m", "tests.random_use", "--seed", str(seed)]
        command += ["--seconds", str(_LONG_S if long else _SECONDS)]
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
        done = subprocess.run(
            command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False, timeout=1200
        )
        assert done.returncode == 0, f"seed {seed}: {done.returncode}\n{done.stdout}\n{done.stderr[-20_000:]}"
        found = json.loads(done.stdout)
        assert found["steps"] > 30
