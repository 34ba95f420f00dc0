#!/usr/bin/env bash
# gradescope-utils 0.5.0 and better-gradescope-utils 1.0.0 with NumPy 2.4.6 (Python 3.11): a partial
# credit that was counted by NumPy ends the report: results.json breaks off at that score, also for
# the tests that passed.
#
# Expected: the number 3. `set_score` takes what it is given; at the end of the run it is written as
# JSON, which knows NumPy's float64 as a number, because that is a Python float, and not its int64
# or float32.
#
# Seen, for set_score(np.sum(computed == expected)) with 3 of 4 right: "Object of type int64 is not
# JSON serializable", and a file that ends with "score": and is no JSON. With np.mean(...) * 4 in
# its place the score is 3.0, with float32 the error again. If the test fails before set_score, the
# report is whole.
#
# Hurts: every student whose code runs as far as the count: no score and no message for any test.
#
# What to do: set_score(int(...)) or set_score(float(...)).
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet \
    gradescope-utils==0.5.0 better-gradescope-utils==1.0.0 numpy==2.4.6
cd "$folder"

cat > seen.py <<'PYTHON'
import importlib
import io
import json
import unittest

import numpy as np

COMPUTED, EXPECTED = np.array([1, 2, 3, 4]), np.array([1, 2, 3, 5])


def report(package, score):
    """What is written for a test of 4 points with this score and one that passes."""
    decorators = importlib.import_module(f"{package}.autograder_utils.decorators")
    runner = importlib.import_module(f"{package}.autograder_utils.json_test_runner")

    class Weights(unittest.TestCase):
        @decorators.partial_credit(4)
        def test_gradient(self, set_score=None):
            set_score(score())

        @decorators.weight(1)
        def test_start(self):
            pass

    file, problem = io.StringIO(), ""
    try:
        tests = unittest.defaultTestLoader.loadTestsFromTestCase(Weights)
        runner.JSONTestRunner(stream=file).run(tests)
    except TypeError as error:
        problem = str(error)
    return file.getvalue().strip(), problem


for package in ("gradescope_utils", "better_gradescope_utils"):
    for name, score in (
        ("int64", lambda: np.sum(COMPUTED == EXPECTED)),
        ("float32", lambda: np.float32(3)),
    ):
        text, problem = report(package, score)
        print(package, problem, repr(text[-20:]))
        assert problem == f"Object of type {name} is not JSON serializable", "it is written now"
        assert text.endswith('"score":') and "test_start" not in text
    whole, problem = report(package, lambda: np.mean(COMPUTED == EXPECTED) * 4)
    assert not problem and json.loads(whole)["score"] == 4.0
    whole, problem = report(package, lambda: 1 / 0)
    assert not problem and json.loads(whole)["score"] == 1.0
PYTHON
"$folder/venv/bin/python" seen.py
echo "as before: a count by NumPy breaks off the report"
