"""What the gradebook says of a function: each thing once."""

from autograder.catalogue import find_assignment
from autograder.messages import SAME, Message
from autograder.model import CheckResult, Outcome, Report, Status
from autograder.nbgrader.function_scores import FunctionScore, function_scores

ASSIGNMENT = find_assignment("weight_init")
LAYER = [check for check in ASSIGNMENT.checks if check.function == "layer_backward"]


def score_of(*seen: tuple[Outcome, str]) -> FunctionScore:
    """The score of `layer_backward`, whose checks ended like this, the first ones first."""
    results = [
        CheckResult(check.id, check.exercise, check.function, check.points, 0.0, outcome, said)
        for check, outcome, said in (
            (check, outcome, Message(observed=observed, where="everywhere"))
            for check, (outcome, observed) in zip(LAYER, seen, strict=False)
        )
    ]
    report = Report("ann", "weight_init", Status.GRADED, 1, "0", checks=tuple(results))
    return function_scores(report, ASSIGNMENT)["layer_backward"]


def test_what_was_seen_before_is_not_told_again() -> None:
    shape, sign = (Outcome.FAILED, "W is of shape (3,)"), (Outcome.FAILED, "db is negative")
    score = score_of(shape, shape, sign)
    for text in (score.comment, score.page):
        assert text.count("of shape (3,)") == 1
        assert text.count(SAME) == 1
        assert text.count("db is negative") == 1
        assert all(check.claim.split(",")[0] in text for check in LAYER[:3])


def test_a_check_that_broke_is_never_the_same_as_another() -> None:
    broken = (Outcome.BROKEN, "MemoryError")
    score = score_of(broken, broken)
    for text in (score.comment, score.page):
        assert text.count("the check itself failed") == 2
        assert "MemoryError" not in text
    assert score.by_hand


def test_an_error_makes_no_link_of_a_formula() -> None:
    score = score_of((Outcome.FAILED, r"raised ValueError: $\href{https://example.org}{right}$"))
    for text in (score.comment, score.page):
        assert "example.org" in text
        assert "\\href" not in text
