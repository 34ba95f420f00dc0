#!/usr/bin/env bash
# pycode-similar 1.4 (Python 3.11): eleven lines of each function are alike in all functions, so
# that short programs which have nothing in common are 56 to 63 percent alike, above its limit of
# 50.
#
# Expected: little likeness. Compared are the lines of the printed syntax tree, of which each
# function has the same eleven, however short it is: its decorators, the kinds of its arguments,
# what it returns. Those count like lines of code.
#
# Seen: relu (one line, `return max(a, 0.0)`) and a function that numbers a list of titles are 0.92
# alike, and a mean squared error is 0.48 of one that says when a shop is open. Of three programs,
# on networks, on titles and opening hours, and on words and years, each pair in both orders is
# between 0.56 and 0.63. The command lists relu as copied. The share is that of the first program:
# 0.62 one way and 0.56 the other.
#
# Hurts: exercises of short functions, where everybody seems to have copied from everybody.
#
# What to do: give -l 20, which leaves out what has fewer lines in the tree, take 11 off both
# numbers of each function, plagiarism_count and total_count, and compare with unrelated programs
# first.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet pycode-similar==1.4
cd "$folder"

cat > network.py <<'PYTHON'
def relu(a):
    return max(a, 0.0)


def loss(y, t):
    return sum((p - q) ** 2 for p, q in zip(y, t)) / len(y)
PYTHON
cat > titles.py <<'PYTHON'
def title(words):
    shown = []
    for number, word in enumerate(words, start=1):
        shown.append(f"{number}. {word.capitalize()}")
    return "\n".join(shown)


def is_open(day, hour):
    if day in ("Sat", "Sun"):
        return False
    return 9 <= hour < 17
PYTHON
cat > words.py <<'PYTHON'
def mean_length(text):
    total = 0
    for word in text.split():
        total += len(word)
    return total / len(text.split())


def leap(year):
    if year % 400 == 0:
        return True
    return year % 4 == 0 and year % 100 != 0
PYTHON
cat > seen.py <<'PYTHON'
import itertools
import pathlib

import pycode_similar

PROGRAMS = {path.stem: path.read_text() for path in pathlib.Path().glob("*s.py")}
PROGRAMS["network"] = pathlib.Path("network.py").read_text()


def alike(first, second, without=0):
    """The share of the first program's lines, and the same by function."""
    ((_, found),) = pycode_similar.detect([PROGRAMS[first], PROGRAMS[second]])
    counts = [(part.plagiarism_count - without, part.total_count - without) for part in found]
    share = sum(count for count, _ in counts) / sum(total for _, total in counts)
    return share, {part.info_ref.func_name: part.plagiarism_percent for part in found}


shares = {pair: alike(*pair) for pair in itertools.permutations(sorted(PROGRAMS), 2)}
for pair, (share, by_function) in shares.items():
    print(*pair, round(share, 2), {name: round(part, 2) for name, part in by_function.items()})
assert len(shares) == 6
assert all(0.5 < share < 0.75 for share, _ in shares.values()), "unrelated programs differ now"
assert abs(shares["network", "titles"][1]["relu"] - 0.92) < 0.01
assert max(alike(*pair, without=11)[0] for pair in shares) < 0.3
PYTHON
"$folder/venv/bin/python" -W ignore seen.py
"$folder/venv/bin/python" -W ignore -m pycode_similar network.py titles.py | tee said
grep -q "of ref code structure is plagiarized by candidate" said
echo "as before: the frame of a function counts as copied"
