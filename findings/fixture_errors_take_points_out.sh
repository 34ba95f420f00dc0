#!/usr/bin/env bash
# pytest-grader 0.4.1 and byu-pytest-utils 0.8.5 with pytest 9.2.0 (Python 3.11): a test whose
# fixture fails is in no score: its points are neither earned nor possible, and the share of the
# rest is given as the result.
#
# Expected: 0 of its points. Both count a test that fails in its own body, and both take passed and
# failed tests only; pytest calls a test "error" when something before it raises.
#
# Seen: of tests worth 3, 5 and 7 points the first passes, the second fails, and the third asks for
# a fixture that calls the student's function, which raises. pytest-grader prints 3/8 (37.5%), and
# results.json of byu-pytest-utils has two tests with 8 points; right is 3 of 15. pytest itself says
# "1 failed, 1 passed, 1 error". With the call in the test's body both have 15 points.
#
# Hurts: courses whose fixtures train a network or load a hand-in once for several tests: the share
# of who fails there is too large, and a total below that of the assignment is uploaded.
#
# What to do: call the student's code in the tests, or have the fixture return the error and the
# tests raise it; compare the possible points with those of the assignment.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export TMPDIR=$folder
for package in pytest-grader==0.4.1 byu-pytest-utils==0.8.5; do
    python3 -m venv "$folder/${package%%=*}"
    "$folder/${package%%=*}/bin/pip" install --quiet "$package" pytest==9.2.0
done
mkdir "$folder/tests"
cd "$folder/tests"

cat > tests.txt <<'PYTHON'
import pytest
from PACKAGE import POINTS


def trained():
    raise ValueError("shapes do not fit")


@pytest.fixture
def network():
    return trained()


@POINTS(3)
def test_start():
    assert True


@POINTS(5)
def test_slope():
    assert False


@POINTS(7)
def test_training(ARGUMENT):
    assert BODY
PYTHON
run() { # package, its import, its decorator, options
    for place in fixture body; do
        sed "s/PACKAGE/$2/; s/POINTS/$3/" tests.txt > test_it.py
        if [ "$place" = fixture ]; then
            sed -i "s/ARGUMENT/network/; s/BODY/network/" test_it.py
        else
            sed -i "s/ARGUMENT//; s/BODY/trained()/" test_it.py
        fi
        "$folder/$1/bin/python" -m pytest -p no:cacheprovider "${@:4}" test_it.py \
            > "$1.$place" || true
    done
}
run pytest-grader pytest_grader points -p pytest_grader --score
grep "Total Score" pytest-grader.*
grep --quiet "1 failed, 1 passed, 1 error" pytest-grader.fixture
grep --quiet "Total Score: 3/8 (37.5%)" pytest-grader.fixture
grep --quiet "Total Score: 3/15 (20.0%)" pytest-grader.body

export GRADESCOPE=1
total='import json; tests = json.load(open("results.json"))["tests"]
print(sum(test["score"] for test in tests), "of", sum(test["max_score"] for test in tests))'
run byu-pytest-utils byu_pytest_utils max_score
in_body=$(python3 -c "$total")
sed "s/PACKAGE/byu_pytest_utils/; s/POINTS/max_score/; s/ARGUMENT/network/; s/BODY/network/" \
    tests.txt > test_it.py
"$folder/byu-pytest-utils/bin/python" -m pytest -p no:cacheprovider test_it.py > said || true
in_fixture=$(python3 -c "$total")
echo "byu-pytest-utils: $in_fixture with the error in the fixture, $in_body in the test"
[ "$in_fixture" = "3 of 8" ] && [ "$in_body" = "3 of 15" ]
echo "as before: a failing fixture takes its test's points out of the total"
