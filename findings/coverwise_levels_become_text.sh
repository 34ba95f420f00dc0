#!/usr/bin/env bash
# coverwise 1.6.1 with pytest 9.2.0 (Python 3.11): a test that takes its cases from
# coverwise.parametrize is given text for numbers and truth values: "0.1", "1" for 1.0, "false".
#
# Expected: the levels as they were written. Its documentation calls the decorator a drop-in
# replacement for pytest.mark.parametrize, after which the body of a test need not change, and it
# takes numbers and truth values without a word. The program in the package turns all of them into
# text, "internally" as the manual of its JavaScript side says, and they are not turned back.
#
# Seen: of the levels 1.0 and 0.1 of a learning rate, True and False of a bias and 1 and 2 of a
# number of layers, each arrives as str. "false" is true to Python: a layer that adds its bias
# `if bias` adds it in every case, so that the test of both branches runs one of them, and passes.
# coverwise.generate returns the same text. No exception, no warning; the coverage is given as 1.
#
# Hurts: who replaces a table of cases by it: branches that the table reached are tested no more.
#
# What to do: write the levels as keys of a dictionary of one's own and look them up in the test, or
# compare the types; covertable 3.2.0 and allpairspy 2.5.1 keep them.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet coverwise==1.6.1 pytest==9.2.0 \
    covertable==3.2.0 allpairspy==2.5.1
cd "$folder"

cat > test_layer.py <<'PYTHON'
from itertools import product

import coverwise
import pytest

LEVELS = {"rate": [1.0, 0.1], "bias": [True, False], "layers": [1, 2]}
table = pytest.mark.parametrize("rate, bias, layers", list(product(*LEVELS.values())))


def layer(x, bias):
    """A layer with weight 2, and bias 1 if it has one."""
    return 2 * x + 1 if bias else 2 * x


@table
def test_table(rate, bias, layers):
    print("table", type(rate).__name__, type(layers).__name__, layer(10, bias))
    assert layer(10, bias) in (20, 21)


@coverwise.parametrize(LEVELS)
def test_drop_in(rate, bias, layers):
    print("drop-in", type(rate).__name__, type(layers).__name__, layer(10, bias))
    assert layer(10, bias) in (20, 21)
PYTHON
cat > seen.py <<'PYTHON'
import coverwise
from allpairspy import AllPairs
from covertable import make
from test_layer import LEVELS

result = coverwise.generate(parameters=LEVELS, strength=2)
levels = {name: sorted({test[name] for test in result["tests"]}) for name in LEVELS}
print("generated:", levels, "coverage", result["coverage"])
assert result["coverage"] == 1 and not result.get("warnings"), "it says something now"
expected = {"rate": ["0.1", "1"], "bias": ["false", "true"], "layers": ["1", "2"]}
assert levels == expected, "levels are returned otherwise now"

for generator in (make, AllPairs):
    columns = zip(*generator(list(LEVELS.values())), strict=True)
    kept = [{type(level) for level in column} for column in columns]
    assert kept == [{float}, {bool}, {int}], "other generators do not keep them either"
PYTHON
"$folder/venv/bin/python" -m pytest -q -p no:cacheprovider --capture=no test_layer.py > log
grep --extended-regexp --only-matching "(table|drop-in) .*" log | sort --unique > lines
cat lines
printf '%s\n' "drop-in str str 21" "table float int 20" "table float int 21" | cmp - lines
"$folder/venv/bin/python" seen.py
echo "as before: levels arrive as text, and false is true"
