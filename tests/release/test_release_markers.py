"""Solution markers: every near miss is refused, and ordinary comments are not."""

from pathlib import Path

import pytest

from autograder.release.errors import ReleaseError
from autograder.release.markers import BEGIN, END
from autograder.release.script import parse_script
from autograder.release.stubs import require_points, stub_script, tasks_of

from .lessons import points, scripts

HERE = Path("lesson.py")
GOOD = f"""\
# %%
def twice(x):
    \"\"\"Two times x.\"\"\"
    {BEGIN}
    # hint: add it to itself
    return x + x
    {END}
"""

# Slips of one key are all tried below.
NEAR_MISSES = [
    "### BEGIN SOLUTIONS",
    "### BEGIN SOLUTION ",
    "### BEGIN\tSOLUTION",
    "### BEGIN\N{NO-BREAK SPACE}SOLUTION",
    "### BEGIN-SOLUTION",
    "### BEGIN SOLUTION ###",
    "### BEGIN SOLUTION: the sum",
    "### begin solution",
    "### Begin Solution",
    "# BEGIN SOLUTION",
    "#BEGIN SOLUTION",
    "# ## BEGIN SOLUTION",
    "# begin of solution",
    "# Begin solution here",
    "# beginsolution",
    "### START SOLUTION",
    "# start solution",
    "# SOLUTION BEGIN",
    "# SOLUTION START",
    "# --- BEGIN SOLUTION ---",
    "# SOLUTION",
    "### SOLUTION",
    "# <solution>",
    "### BEGIN HIDDEN TESTS",
    "### BEGIN MARK SCHEME",
    "### \N{CYRILLIC CAPITAL LETTER VE}EGIN SOLUTION",
    "# \N{FULLWIDTH LATIN CAPITAL LETTER B}EGIN SOLUTION",
    "\t### BEGIN SOLUTION",
    "### End Solution",
    "# END SOLUTION",
    "# end of solution",
    "# stop solution",
    "### SOLUTION END",
    "### FINISH SOLUTION",
]


def one_line(line: str) -> str:
    """A harmless cell with this line in it."""
    return f"# %%\nx = 1\n{line}\ny = 2\n"


@pytest.mark.parametrize("line", NEAR_MISSES)
def test_a_near_miss_is_refused_with_file_and_line(line):
    with pytest.raises(ReleaseError, match="looks like a solution marker") as caught:
        tasks_of(parse_script(HERE, one_line(line)))
    assert (caught.value.path, caught.value.line) == (HERE, 3)
    assert BEGIN in caught.value.message


@pytest.mark.parametrize("line", NEAR_MISSES)
def test_a_near_miss_behind_code_is_refused_too(line):
    with pytest.raises(ReleaseError):
        tasks_of(parse_script(HERE, one_line(f"z = 3  {line.strip()}")))


@pytest.mark.parametrize(
    "line",
    [
        "# the solution of a linear system",
        "# a saddle point: the symmetric solution is not stable",
        "# beginning with the last layer",
        "# resolution of the float is 1e-16",
        "# begin with the delta of the last layer; no solution is stored",
        "# hint: any solution that is finite at both ends",
        "#: a comment for documentation tools",
        "#!shebang",
        "x = 'solution'",
        "end = len('solutions')",
    ],
)
def test_ordinary_comments_pass(line):
    assert tasks_of(parse_script(HERE, one_line(line))) == {}


@pytest.mark.parametrize("marker", [BEGIN, END])
def test_every_slip_of_one_key_is_refused(marker):
    """Left out, struck twice, struck wrongly, in the wrong case, or in the wrong order."""
    slips = set()
    for i, letter in enumerate(marker):
        rest = marker[i + 1 :]
        slips |= {marker[:i] + changed + rest for changed in ("", letter * 2, letter.swapcase())}
        slips |= {marker[:i] + wrong + rest for wrong in "xX #_.1"}
        slips.add(marker[:i] + rest[:1] + letter + rest[1:])
    slips.discard(marker)
    slips.discard(f" {marker[0]}{marker[1:]}")
    assert len(slips) > 100
    for slip in slips:
        try:
            script = parse_script(HERE, GOOD.replace(marker, slip))
        except ReleaseError:
            continue  # no longer Python
        with pytest.raises(ReleaseError):
            tasks_of(script)


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        (GOOD.replace(f"    {END}\n", ""), 4, "is not closed"),
        (GOOD.replace(f"    {BEGIN}\n", ""), 6, 'without a "### BEGIN SOLUTION"'),
        (GOOD + f"    {END}\n", 8, "without"),
        (GOOD.replace("    return", f"    {BEGIN}\n    return"), 6, "opened on line 4"),
        (GOOD + "\n\n" + GOOD[5:], 12, "a second solution in one cell"),
        (f"# %% [markdown]\n# Text.\n# {BEGIN}\n", 3, "in a markdown cell"),
        (f'# %%\nx = """\n{BEGIN}\nx\n{END}\n"""\n', 3, "inside a string"),
        (f"# %%\n{BEGIN}\n{END}\n", 2, "no statement"),
        (GOOD.replace("    return x + x\n", "").replace("# hint", "# no hint"), 4, "no statement"),
        (f"# %%\n{BEGIN}\nprint(1)\n{END}\n", 2, "in the body of one function, or around one"),
        (f"# %%\n{BEGIN}\nx = 1\ny = 2\n{END}\n", 2, "in the body of one function, or around one"),
        (f"# %%\n{BEGIN}\nx = 1\n{END}\n", 2, "a dict with constant keys"),
        (f"# %%\n{BEGIN}\nx = {{}}\n{END}\n", 2, "a dict with constant keys"),
        (f"# %%\nx = {{\n    {BEGIN}\n    'a': 1,\n    {END}\n}}\n", 3, "around one assignment"),
        (f"# %%\n{BEGIN}\ndef f():\n    return 1\n{END}\n", 2, "whole statements of its body"),
        (
            f"# %%\nclass A:\n    def f(self):\n        {BEGIN}\n        return 1\n        {END}\n",
            4,
            "in the body of one function",
        ),
        (
            f"# %%\ndef f(x):\n    for i in x:\n        {BEGIN}\n        print(i)\n        {END}\n",
            4,
            "whole statements of its body",
        ),
        (GOOD + "    print(x)\n", 4, "comes after its solution"),
        (GOOD.replace("# hint: ", "# "), 5, 'does not begin with a line "# hint: …"'),
        (GOOD + "\n\n" + GOOD, 11, "has a solution on line 2 already"),
    ],
)
def test_a_misplaced_marker_is_refused_with_its_line(text, line, words):
    with pytest.raises(ReleaseError, match=words) as caught:
        tasks_of(parse_script(HERE, text))
    assert caught.value.line == line


def test_a_solution_without_points_is_refused():
    with pytest.raises(ReleaseError, match="no check gives points for twice"):
        require_points(HERE.parent, [parse_script(HERE, GOOD)], {})


def test_points_without_markers_are_refused():
    """The net under it all: an answer whose markers are gone altogether is not handed out."""
    text = GOOD.replace(f"    {BEGIN}\n", "").replace(f"    {END}\n", "")
    script = parse_script(HERE, text)
    assert stub_script(script) == script
    with pytest.raises(ReleaseError, match="no solution markers around twice"):
        require_points(HERE.parent, [script], {"twice": 1.0})


def test_one_name_in_two_files_is_refused():
    both = [parse_script(Path(name), GOOD) for name in ("one.py", "two.py")]
    with pytest.raises(ReleaseError, match=r"has its place in one\.py already"):
        require_points(HERE.parent, both, {"twice": 1.0})


def test_the_lessons_agree_with_the_catalogue():
    require_points(HERE.parent, scripts().values(), points())
