#!/usr/bin/env bash
# asteval 1.0.10 with NumPy 2.4.6 (Python 3.11): after `continue` a while loop does not look at its
# condition: the body runs once more, whether it still holds or not.
#
# Expected: the loop ends. The manual of asteval says of its loops that they work exactly as those
# of Python.
#
# Seen: a loop that sums the positive ones of the slopes -1, 2 and 4, from the last to the first,
# gives 6 in Python and 10 in asteval, without an error: at `continue` for the first slope k is 0,
# the body runs again with k = -1, and the slope 4 is added twice. A loop over 1 to 5 that passes
# over the odd ones collects 2 and 4 in Python, 2, 4 and 6 in asteval. Without `continue`, or in a
# for loop, the results agree.
#
# Hurts: who runs students' functions in it as a sandbox: a right sum is another number there.
#
# What to do: put the rest of the body under an `if` instead of `continue`, or loop with for.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet asteval==1.0.10 numpy==2.4.6
cd "$folder"

cat > seen.py <<'PYTHON'
from asteval import Interpreter

SUM = """
slopes = [-1, 2, 4]
seen = 0
k = 3
while k > 0:
    k = k - 1
    {body}
"""
PROGRAMS = {
    "sum": SUM.format(body="if slopes[k] < 0: continue\n    seen = seen + slopes[k]"),
    "sum without continue": SUM.format(body="if slopes[k] >= 0: seen = seen + slopes[k]"),
    "even numbers": """
seen = []
n = 0
while n < 5:
    n = n + 1
    if n % 2: continue
    seen.append(n)
""",
    "even numbers, for": """
seen = []
for n in range(1, 6):
    if n % 2: continue
    seen.append(n)
""",
}


def run(program):
    """What `seen` is after this program, in Python and in asteval."""
    names = {}
    exec(program, names)  # noqa: S102 (the programs above)
    interpreter = Interpreter()
    interpreter(program)
    assert not interpreter.error, "asteval reports an error now"
    return names["seen"], interpreter.symtable["seen"]


for name, expected in (
    ("sum", (6, 10)),
    ("sum without continue", (6, 6)),
    ("even numbers", ([2, 4], [2, 4, 6])),
    ("even numbers, for", ([2, 4], [2, 4])),
):
    both = run(PROGRAMS[name])
    print(f"{name}: Python {both[0]}, asteval {both[1]}")
    assert both == expected, "it differs now"
PYTHON
"$folder/venv/bin/python" seen.py
echo "as before: continue in a while loop runs the body once more"
