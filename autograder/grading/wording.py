"""What students read about a check, put together from what was found."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from autograder.catalogue import Finding, Misconception
from autograder.messages import Frame, Message
from autograder.model import CheckResult, Outcome
from autograder.showing import cut, prose

MAX_PART = 1200  # characters of one part: what nobody would read to the end
MAX_PRINTED = 200  # characters of output that are shown with a check


def message_on(
    finding: Finding,
    idea: Misconception | None = None,
    place: Frame | None = None,
    printed: str = "",
) -> Message:
    """The message on a finding."""
    return Message(
        _shown(finding.ran),
        _shown(finding.observed),
        _shown(finding.expected),
        _shown(finding.where),
        _shown(idea.sentence if idea else ""),
        _shown(idea.pointer if idea else ""),
        Frame(_shown(place.file), place.line) if place and place.line else None,
        _shown(cut(printed.strip(), MAX_PRINTED)),
    )


def _shown(text: str) -> str:
    return prose(text, MAX_PART)


BROKEN = Message(
    observed="this check itself went wrong, which is not your fault; a person looks at it, and its "
    "points are not counted until then"
)


def ones_own(check: CheckResult, resting: Mapping[str, str]) -> CheckResult:
    """The result, without points where the function is not the student's own work.

    Args:
        resting: a function -> that of the grader's ruler of which it is a copy, or comes to one.
    """
    ours = resting.get(check.function)
    if ours is None or not check.earned:
        return check
    said = Message(
        observed=f"`{check.function}` rests on a copy of {ours}, with which the grader computes "
        "what is right",
        expected="code of your own: of the grader's nothing may be handed in",
    )
    return replace(check, earned=0.0, outcome=Outcome.FAILED, said=said, diagnosis=None)


def blocked(observed: str, wrong: Sequence[str]) -> Message:
    """The message on a claim that waits for functions that are wrong."""
    whose = ", ".join(f"`{name}`" for name in wrong)
    expected = f"first a right {whose}; this claim is judged again after that"
    return Message(observed=_shown(observed), expected=expected)
