"""What has changed since the last run of `pytest autograder`, kept in pytest's own cache."""

from collections.abc import Iterable, Mapping

from autograder.model import CheckResult, Outcome, points_by_function

KEY = "autograder/earned"
Earned = dict[str, list[float]]  # function -> points earned and possible


def earned_by_function(results: Iterable[CheckResult]) -> Earned:
    """Function -> points earned and possible; without those of which a check of ours broke."""
    results = list(results)
    undecided = {result.function for result in results if result.outcome is Outcome.BROKEN}
    return {
        function: [earned, possible]
        for (_, function), (earned, possible) in points_by_function(results).items()
        if function not in undecided
    }


def changes(before: Mapping[str, list[float]], now: Mapping[str, list[float]]) -> str:
    """What has changed, in a sentence; empty when nothing has or nothing is known.

    Functions that were not judged both times, or with other points, are left out.
    """
    both = [name for name in now if name in before and before[name][1] == now[name][1]]
    better = [name for name in both if now[name][0] > before[name][0]]
    worse = [name for name in both if now[name][0] < before[name][0]]
    right = [name for name in better if now[name][0] == now[name][1]]
    parts = [
        f"{words}: {', '.join(f'`{name}`' for name in names)}"
        for words, names in (
            ("now right", right),
            ("better", [name for name in better if name not in right]),
            ("worse", worse),
        )
        if names
    ]
    gained = sum(now[name][0] - before[name][0] for name in both)
    return f"{gained:+.4g} points; {'; '.join(parts)}" if parts else ""
