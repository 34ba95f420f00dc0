"""Fresh interpreters for the tests: pytest's own has threads, and must stay unlocked."""

import functools
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from autograder.student.lockdown import environment, probe

MISSING = probe().missing
needs_kernel = pytest.mark.skipif(bool(MISSING), reason="; ".join(MISSING) or "it is there")

Answers = dict[str, Any]
Run = Callable[..., Answers]


def run_fresh(*arguments: str, check: bool = True) -> subprocess.CompletedProcess[str]:
    """Python in an interpreter of its own, as a warm parent is started."""
    return subprocess.run(
        [sys.executable, "-I", *arguments],
        env=environment(),
        capture_output=True,
        text=True,
        timeout=120,
        check=check,
    )


@functools.cache
def answers_of(cases: tuple[str, ...], options: tuple[str, ...]) -> Answers:
    """What cases answered in locked children; each combination is run once."""
    script = str(Path(__file__).parent / "warm_parent.py")
    done = run_fresh(script, *options, *cases, check=False)
    assert done.returncode == 0, done.stderr
    answers: Answers = json.loads(done.stdout)
    return answers
