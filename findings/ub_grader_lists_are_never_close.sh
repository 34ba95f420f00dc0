#!/usr/bin/env bash
# ub-grader 0.3.5 (Python 3.11): a list of decimals is never right: the comparison "approx" fails
# each list, also one that is equal, and "equal" fails what differs by rounding.
#
# Expected: a comparison number by number, or an error when the specification is loaded. "approx"
# compares two plain numbers and says that all other values are different.
#
# Seen, for the expected [0.3, 0.6]: the same numbers with "approx" have 0 of 10 points, and with
# "equal" 10; [3 * x, 6 * x] for x = 0.1 has 0 with both, since 3 * 0.1 is 0.30000000000000004. The
# single number 3 * 0.1 for 0.3 has 10 with "approx". The student reads "FAILED" below two lists
# that look alike. A list of numbers is what a specification, which is JSON, can say of an array.
#
# Hurts: functions that return the activations or gradients of a layer: everybody has 0 points, or
# only those whose order of operations is that of the reference.
#
# What to do: one test for each number, of a function that returns one, or whole numbers in lists.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet ub-grader==0.3.5
cd "$folder"

cat > seen.py <<'PYTHON'
import contextlib
import io
import json
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from ub_grader import grade, init_students, load_spec

KEY = rsa.generate_private_key(public_exponent=65537, key_size=2048).public_key()
init_students([{"niub": "A123", "first_name": "Ada", "last_name": "Doe"}])


def points(function, expected, comparison):
    """Points of 10, of one test at x = 0.1."""
    test = {
        "id": "layer", "description": "a layer", "input": {"args": [0.1], "kwargs": {}},
        "expected": expected, "expected_hidden": False, "weight": 1, "comparison": comparison,
        "time_limit_ms": 1000, "memory_limit_kb": 100000,
    }
    rule = {"mode": "weighted_sum_with_penalties", "rounding": 2, "penalties": {}, "max_score": 10}
    key = KEY.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo).decode()
    Path("spec.json").write_text(
        json.dumps(
            {"version": "1.0.0", "assignment_id": "p1", "public_key": key}
            | {"tests": [test], "scoring": rule}
        )
    )
    load_spec("file:///spec.json")  # read from the working directory
    with contextlib.redirect_stdout(io.StringIO()):
        return grade(function, "A123")["final_score"]


def equal(x):
    return [0.3, 0.6]


def computed(x):
    return [3 * x, 6 * x]


for function, expected, by_approx, by_equal in (
    (equal, [0.3, 0.6], 0, 10),
    (computed, [0.3, 0.6], 0, 0),
    (lambda x: 3 * x, 0.3, 10, 0),
):
    found = [points(function, expected, comparison) for comparison in ("approx", "equal")]
    print(f"{function(0.1)} for {expected}: approx {found[0]}, equal {found[1]} of 10")
    assert found == [by_approx, by_equal], "it is compared otherwise now"
PYTHON
"$folder/venv/bin/python" seen.py
echo "as before: no list is close to another one"
