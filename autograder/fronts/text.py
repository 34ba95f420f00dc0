"""Results as plain text, for a terminal of any width."""

import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence

from autograder.messages import LABELS, SAME
from autograder.model import CheckResult, Outcome, points_by_function, repeated
from autograder.showing import points, spoken

MARKS = {Outcome.PASSED: "✓", Outcome.FAILED: "✗", Outcome.BLOCKED: "○", Outcome.BROKEN: "!"}
LABEL_WIDTH = 14  # columns: "  think about" and one blank
MAX_LINES = 8  # of one message; several fit on a screen
# Hints, in the order in which they are asked for: `--hints 1` shows the first.
HINTS = ("likely", "think about")
PASTE = "a case of it, to paste where your file lies"
PASTE_HERE = "a case of it, to paste into a cell"
# Parts of a message that are left out first when it is long, the last of these first.
_OPTIONAL = ("likely", "printed", "where", "we ran", "look at", "think about")
# Of an error the shapes that broke the function and the line are needed; its idea ("stops with an
# error") says nothing new.
_OF_AN_ERROR = ("we ran", "look at")
_OPTIONAL_OF_AN_ERROR = ("printed", "where", "think about", "likely")


def heading(result: CheckResult, width: int) -> str:
    """`✗ exercise › function › claim        0 / 6`.

    In a narrow place without the exercise, or the claim alone; that is cut at last.
    """
    score = f"{points(result.earned)} / {points(result.points)}"
    room = width - len(score) - 2
    # Results on a function as a whole are called like it.
    claim = [spoken(result.name)] if result.name != result.function else []
    parts = [result.exercise, result.function, *claim]
    titles = [f"{MARKS[result.outcome]} {' › '.join(parts[n:])}" for n in range(len(parts))]
    title = next((title for title in titles if len(title) <= room), titles[-1])
    if len(title) > room:
        title = title[: room - 1] + "…"
    return f"{title:<{room}}  {score}"


def block(
    result: CheckResult,
    claim: str,
    width: int = 80,
    *,
    again: bool = False,
    whole: bool = False,
    hints: int | None = None,
    in_notebook: bool = False,
) -> list[str]:
    """One failed check, in eight lines where that is enough for what is needed.

    The claim, what was seen and what was expected are never cut, nor is the call that raised. Of
    the rest each part is shown whole or not at all, in the order of `_OPTIONAL`; the last line then
    repeats the check with `-v`, which shows all of it, and a case to paste.

    Args:
        claim: the sentence that the check stands for.
        width: columns.
        again: its misconception was named just before: say where to think about it instead.
        whole: show everything.
        hints: how many of `HINTS` are shown at most; the last line then asks for the next one.
        in_notebook: what repeats it is `check()`, not pytest.
    """
    texts = dict(result.said.lines())
    if again and "think about" in texts and not whole and hints is None:
        texts.pop("likely", None)
    kept_back = [label for label in HINTS[hints:] if label in texts] if hints is not None else []
    parts = {k: wrapped(k, text, width) for k, text in texts.items() if k not in kept_back}
    head = [heading(result, width), *wrapped("", claim, width)]
    room = MAX_LINES - len(head) - 1
    shown = set(parts) if whole else _fitting(parts, room, result.diagnosis == "raises")
    body = [line for label in LABELS if label in shown for line in parts[label]]
    next_hint = hints + 1 if kept_back and hints is not None else 0
    if in_notebook:
        command = _check_again(result, next_hint)
    else:
        command = repeat(result) + ("" if shown == set(parts) else " -v")
        command += f" --hints {next_hint}" if next_hint else ""
    last = f"  {'repeat':<{LABEL_WIDTH - 2}}{command}"
    return [*head, *body, last, *(_pasted(result, in_notebook) if whole else ())]


def _fitting(parts: Mapping[str, Sequence[str]], room: int, raises: bool) -> set[str]:
    """The labels of the parts that are shown: all that are needed, and others while there is room.

    Args:
        parts: label -> lines.
        room: for so many lines.
        raises: it is about an error.
    """
    needed, optional = (_OF_AN_ERROR, _OPTIONAL_OF_AN_ERROR) if raises else ((), _OPTIONAL)
    shown = {label for label in parts if label in needed or label not in _OPTIONAL}
    room -= sum(len(parts[label]) for label in shown)
    for label in optional:
        if label in parts and label not in shown and len(parts[label]) <= room:
            shown.add(label)
            room -= len(parts[label])
    return shown


def _pasted(result: CheckResult, in_notebook: bool) -> list[str]:
    """The failing case, not indented, so that it can be pasted as it is."""
    if not result.case:
        return []
    case = result.case.in_a_cell() if in_notebook else str(result.case)
    return [f"  {PASTE_HERE if in_notebook else PASTE}:", "", *case.split("\n"), ""]


def blocks(
    results: Sequence[CheckResult],
    claims: Mapping[str, str],
    width: int,
    *,
    whole: bool = False,
    hints: int | None = None,
) -> Iterator[tuple[CheckResult, list[str]]]:
    """Every failed check of a function that is begun, with its block.

    Args:
        results: in the order in which they are shown.
        claims: id -> the sentence that the check stands for.
        hints: as of `block`.
    """
    ideas: set[tuple[str, str | None]] = set()
    for result, same in told(results):
        if result.outcome is Outcome.BLOCKED:
            continue
        idea = result.function, result.diagnosis
        if same and not whole:
            yield result, [heading(result, width), *wrapped("", SAME, width)]
        else:
            yield (
                result,
                block(
                    *(result, claims[result.id], width),
                    again=idea in ideas,
                    whole=whole,
                    hints=hints,
                ),
            )
        ideas.add(idea)


def told(results: Sequence[CheckResult]) -> Iterator[tuple[CheckResult, bool]]:
    """What did not pass of functions that are begun, and whether the same was told before."""
    open_, again = open_functions(results), repeated(results)
    for result in results:
        if result.outcome is not Outcome.PASSED and result.function not in open_:
            yield result, result.id in again


def repeat(result: CheckResult) -> str:
    """The command that runs this check again."""
    return f'pytest autograder -k "{result.function} and {result.name}"'


def _check_again(result: CheckResult, hints: int) -> str:
    return f'check("{result.name}"{f", hints={hints}" if hints else ""})'


def wrapped(label: str, text: str, width: int, most: int | None = None) -> list[str]:
    """A labelled text in lines of a width; at most so many, the last one with a sign of the cut."""
    indent = "  " if not label else f"  {label:<{LABEL_WIDTH - 2}}"
    return textwrap.wrap(
        text,
        width,
        initial_indent=indent,
        subsequent_indent=" " * len(indent),
        max_lines=most,
        placeholder=" …",
    )


def open_functions(results: Iterable[CheckResult]) -> list[str]:
    """Functions of which every check says that they are not written, or not handed in, yet."""
    states: dict[str, bool] = {}
    for result in results:
        fresh = result.diagnosis in ("not-implemented", "missing-file") and not result.earned
        states[result.function] = states.get(result.function, True) and fresh
    return [function for function, fresh in states.items() if fresh]


def points_table(results: Sequence[CheckResult], width: int = 80) -> list[str]:
    """Points by function, a bar for each, and the sum."""
    rows = points_by_function(results)
    lines = []
    previous = ""
    bar_width = max(10, min(24, width - 56))
    for (exercise, function), (earned, possible) in rows.items():
        name = exercise if exercise != previous else ""
        previous = exercise
        filled = round(bar_width * earned / possible) if possible else 0
        bar = "█" * filled + "░" * (bar_width - filled)
        lines.append(f"  {name:<14}{function:<20}{bar}  {points(earned):>5} / {points(possible)}")
    earned, possible = (
        (sum(column) for column in zip(*rows.values(), strict=True)) if rows else (0, 0)
    )
    lines.append(
        f"  {'':<14}{'together':<20}{'':<{bar_width}}  {points(earned):>5} / {points(possible)}"
    )
    return lines


def closing_word(results: Sequence[CheckResult], *, pictured: bool = False) -> str:
    """One sentence to go on with; `pictured` as of the assignment."""
    earned = sum(result.earned for result in results)
    possible = sum(result.points for result in results)
    open_ = open_functions(results)
    if earned >= possible:
        draws = " `python -m autograder show` draws what your functions do."
        return f"Every point is yours.{draws if pictured else ''}"
    failed = [result for result in results if result.outcome is Outcome.FAILED]
    first = next((r for r in failed if r.function not in open_), None)
    if first is None and not earned and open_:
        return (  # of what was asked for, which with `-k` is not everything
            "Nothing of this is written yet, and that is where everybody starts: open the file "
            f"and begin with `{open_[0]}`."
        )
    if first is not None:
        return f"Look at `{first.function}` first: what comes later may lean on it."
    if all(result.outcome in (Outcome.PASSED, Outcome.BROKEN) for result in results):
        return "Every point that was decided is yours; for the rest it is our turn."
    return f"So far so good; next comes `{open_[0]}`." if open_ else "Nearly there."
