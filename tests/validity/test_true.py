"""No number that a message on the corpus states is false, says a second, independent program.

The case that comes with a message is run again as a student pastes it, on functions that nobody has
called before, and what is right for it is computed by `second_program`: what was seen comes again.
Messages without a case, on draws, are not looked at here.
"""

import contextlib
import copy
import io
import math
import os
import re
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
import pytest

from autograder.grading import snippets
from autograder.model import CheckResult
from tests.corpora import Overlay, wrong_overlays
from tests.scaled_init import students
from tests.validity.in_process import checks_of, judged, with_overlay
from tests.validity.second_program import SECOND, flat

NUMBER = r"-?\d+(?:,\d{3})*(?:\.\d+)?(?:e[+-]?\d+)?"
# The corpus without what does not come to an end, or answers by what was before; all of it, 2,900
# numbers, on demand.
UNFIT = {"hangs", "process-died", "keeps-state", "chance"}
EVERY = 1 if os.environ.get("AUTOGRADER_ALL_SEEDS") else 3
# What nobody has written to holds something else each time.
LEFTOVERS = "initializers/zeros_init__memory_not_cleared"
CORPUS = [o for o in wrong_overlays() if not UNFIT & set(o.diagnoses) and o.name != LEFTOVERS][
    ::EVERY
]
SECOND_LESSON = [o for o in wrong_overlays("scaled_init") if not UNFIT & set(o.diagnoses)][::EVERY]


def agrees(stated: str, value: float) -> bool:
    """Whether a number, as it is written, is this value rounded to its last digit."""
    stated = stated.replace(",", "")
    digits, _, exponent = stated.partition("e")
    places = len(digits.partition(".")[2])
    unit = 10.0 ** (int(exponent or 0) - places)
    return abs(float(stated) - value) <= 0.51 * unit + 1e-9 * abs(value)


class Shown:
    """A case run again: what the student's function returned, and what is right."""

    def __init__(self, names: Mapping[str, Any], result: CheckResult) -> None:
        self.function = result.function
        self.observed: Any = None
        self.expected: Any = None
        own = names[self.function]

        def called(*args: Any, **named: Any) -> Any:
            kept = copy.deepcopy((args, named))
            self.observed = own(*args, **named)
            self.expected = SECOND[self.function](*plain(kept[0]), **plain(kept[1]))
            return self.observed

        run({**names, self.function: called}, result)

    def pair(self, name: str) -> tuple[Any, Any]:
        """A part of the answer by the name that messages give it, as (observed, expected)."""
        return part(self.function, plain(self.observed), name), part(
            self.function, self.expected, name
        )


def run(names: Mapping[str, Any], result: CheckResult) -> None:
    """Run the case of a result."""
    with contextlib.redirect_stdout(io.StringIO()), np.errstate(all="ignore"):
        exec(result.case.in_a_cell(), dict(names))


def plain(value: Any) -> Any:
    """Arrays as lists."""
    if isinstance(value, (np.ndarray, np.generic)):
        return value.tolist()
    if isinstance(value, dict):
        return {key: plain(one) for key, one in value.items()}
    if isinstance(value, tuple):
        return tuple(map(plain, value))
    return list(map(plain, value)) if isinstance(value, list) else value


def part(function: str, value: Any, name: str) -> Any:
    if name == "all":  # parameters of a step together
        return [value[key] for key in sorted(value)]
    if function in ("backward", "sgd_step"):
        return value[name]
    if function == "layer_backward":
        return value[("dW", "db", "dh_prev").index(name)]
    if function in ("forward", "forward_deep"):
        found = re.fullmatch(r"(a|h)\[?(\d+)\]?", name)
        assert found, name
        number = int(found[2])
        return value[0][number - 1] if found[1] == "a" else value[1][number]
    return value


def relative(observed: Any, expected: Any) -> float:
    """The 2-norm of the difference over that of what is right."""
    apart = math.hypot(*(a - b for a, b in zip(flat(observed), flat(expected), strict=True)))
    return apart / math.hypot(*flat(expected))


def at(value: Any, index: str) -> float:
    for number in map(int, re.findall(r"\d+", index)):
        value = value[number]
    return float(value)


NAMES = r"(?P<names>\w+(?:\[\d+\])?(?:(?:, | and )\w+(?:\[\d+\])?)*)"
OFF = re.compile(rf"{NAMES} off by (?P<size>{NUMBER}) (?P<unit>%|\(relative\)|times)")
SAW = re.compile(
    rf"(?P<name>\w+(?:\[\d+\])?) at \[(?P<index>[\d, ]+)\] we saw (?P<saw>{NUMBER}), "
    rf"expected (?P<wanted>{NUMBER})"
)
IS = re.compile(
    rf"(?:^|: )(?P<what>[\w ]+?)(?:\((?P<point>{NUMBER})\)|\[(?P<index>[\d, ]+)\])? is "
    rf"(?P<saw>{NUMBER}), and should be (?P<wanted>{NUMBER})(?:; (?P<share>{NUMBER})% )?"
)
HAS = re.compile(r"has (?P<what>shape|length) (?P<value>\([\d, ]*\)|\d+)")
UNIT = {"%": 100.0, "(relative)": 1.0, "times": 1.0}


def true_of_train(shown: Shown, text: str) -> tuple[Shown, str]:
    """For `history[3]: W1 …` the step that is meant, as what `backward` would return."""
    step = re.match(r"history\[(\d+)\]: ", text)
    if shown.function == "train" and step:
        shown.observed = shown.observed[int(step[1])]
        shown.expected = shown.expected[int(step[1])]
        shown.function = "sgd_step"
        return shown, text[step.end() :]
    return shown, text


def check_off(shown: Shown, text: str) -> int:
    found = 0
    text = re.sub(r", as are \d+ others,", ";", text.replace(" times its size", " times"))
    for match in OFF.finditer(text):
        for name in re.split(r", | and ", match["names"]):
            error = relative(*shown.pair(name)) * UNIT[match["unit"]]
            assert agrees(match["size"], error), (name, error)
            found += 1
    return found


def check_saw(shown: Shown, text: str) -> int:
    found = 0
    for match in SAW.finditer(text):
        observed, expected = shown.pair(match["name"])
        assert agrees(match["saw"], at(observed, match["index"])), match[0]
        assert agrees(match["wanted"], at(expected, match["index"])), match[0]
        found += 2
    return found


def check_is(shown: Shown, text: str) -> int:
    found = 0
    for match in IS.finditer(text):
        observed, expected = flat(plain(shown.observed)), flat(shown.expected)
        pairs = list(zip(observed, expected, strict=True))
        assert any(agrees(match["saw"], a) and agrees(match["wanted"], b) for a, b in pairs), text
        found += 2
        if match["index"]:
            assert agrees(match["saw"], at(plain(shown.observed), match["index"]))
        if match["share"]:
            far = 0.0 if shown.function.endswith("_init") else 1e-12
            # What ReLU lets through, and its slope, are held to a share of the largest of them.
            if shown.function.startswith("relu"):
                far *= max(map(abs, expected))
            wrong = sum(abs(a - b) > far for a, b in pairs)
            assert agrees(match["share"], 100 * wrong / len(pairs)), (wrong, len(pairs))
            found += 1
    return found


def check_has(shown: Shown, text: str) -> int:
    match = HAS.search(text)
    if match is None or isinstance(shown.observed, (tuple, list, dict)):
        return 0
    if match["what"] == "shape":
        assert match["value"] == str(np.shape(shown.observed))
    else:
        assert int(match["value"]) == len(shown.observed)
    return 1


CHECKERS: tuple[Callable[[Shown, str], int], ...] = (check_off, check_saw, check_is, check_has)


def numbers_checked(overlay: Overlay) -> int:
    results = judged(with_overlay(overlay), checks_of(overlay.function), 0)
    return sum(_numbers_of(result, with_overlay(overlay)) for result in results if result.case)


def _numbers_of(result: CheckResult, fresh: Mapping[str, Any]) -> int:
    seen = result.said.observed
    if "raised" in seen or "cannot be called" in seen:
        with pytest.raises(Exception):  # noqa: B017  # whatever the student's code raises
            run(fresh, result)
        return 0
    if result.function not in SECOND:
        run(fresh, result)  # comes to an end, as what was seen did
        return 0
    shown, text = true_of_train(Shown(fresh, result), seen)
    return sum(checker(shown, text) for checker in CHECKERS)


@pytest.fixture(autouse=True)
def _cases_of_any_length(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(snippets, "MAX_NUMBERS", 1_000_000)


@pytest.mark.filterwarnings("ignore")  # of a student's code
@pytest.mark.parametrize("overlay", CORPUS, ids=lambda overlay: overlay.name)
def test_what_is_stated_is_so(overlay: Overlay) -> None:
    numbers_checked(overlay)


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("overlay", SECOND_LESSON, ids=lambda overlay: overlay.name)
def test_what_is_stated_in_the_second_lesson_is_so(overlay: Overlay) -> None:
    numbers_in_the_second_lesson(overlay)


def numbers_in_the_second_lesson(overlay: Overlay) -> int:
    names, fresh = (with_overlay(overlay, students.LESSON) for _ in range(2))
    results = students.results(names, only=[overlay.function])
    return sum(_numbers_of(result, fresh) for result in results if result.case)


def test_numbers_of_the_second_lesson_are_found() -> None:
    wanted = "depth/forward_deep__bias_as_threshold"
    overlay = next(o for o in wrong_overlays("scaled_init") if o.name == wanted)
    assert numbers_in_the_second_lesson(overlay) >= 8


def test_a_false_number_would_be_seen() -> None:
    overlay = next(o for o in wrong_overlays() if o.name == "backprop/backward__derivative_at_h")
    assert numbers_checked(overlay) >= 8
    names = with_overlay(overlay)
    result = next(r for r in judged(names, checks_of("backward"), 0) if r.case)
    text, shown = result.said.observed, Shown(names, result)
    assert "off by 51 %" in text
    with pytest.raises(AssertionError):
        check_off(shown, text.replace("off by 51 %", "off by 58 %"))
    with pytest.raises(AssertionError):
        check_saw(shown, text.replace("expected -0.0", "expected -0.1"))


def test_numbers_agree_to_their_last_digit() -> None:
    assert agrees("56", 56.4)
    assert not agrees("56", 56.6)
    assert agrees("-0.0502554", -0.05025541)
    assert not agrees("-0.0502554", -0.0502564)
    assert agrees("1.2e-05", 1.24e-5)
    assert not agrees("1.2e-05", 1.3e-5)
