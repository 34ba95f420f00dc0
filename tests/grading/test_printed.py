"""What a student prints is shown with the check that caused it, whatever became of the check."""

from autograder.catalogue import find_assignment
from autograder.fronts import text
from autograder.grading.case_sets import CaseChoice
from autograder.grading.examiner import Examiner
from autograder.model import CheckResult
from autograder.student.host.notebook import NotebookBackend
from autograder.student.host.remote import RemoteStudent
from tests.corpora import right_texts

ASSIGNMENT = find_assignment("weight_init")


def judged(appended: str, function: str) -> list[CheckResult]:
    namespace: dict[str, object] = {}
    exec(f"{right_texts()['backprop']}\n\n{appended}", namespace)
    student = RemoteStudent(NotebookBackend({"backprop": [function]}, namespace))
    checks = [check for check in ASSIGNMENT.checks if check.function == function]
    return Examiner(ASSIGNMENT, student, CaseChoice()).judge(checks)


def printed(result: CheckResult) -> str:
    return result.said.printed


def test_with_a_wrong_value() -> None:
    code = "def sigmoid(a):\n    print('a has', a.ndim, 'axes')\n    return 0.5 + 0 * a\n"
    wrong = [result for result in judged(code, "sigmoid") if result.outcome == "failed"]
    assert wrong
    assert all(printed(result).startswith("a has ") for result in wrong)
    assert any("printed" in line for line in text.block(wrong[0], "A claim."))


def test_with_an_error() -> None:
    code = "def sigmoid(a):\n    print('so far')\n    raise ValueError('no further')\n"
    assert [printed(result) for result in judged(code, "sigmoid")] == ["so far"] * 3


def test_what_a_right_function_prints_is_nobodys_trouble() -> None:
    code = (
        "_tanh_grad = tanh_grad\ndef tanh_grad(a):\n    print('hello')\n    return _tanh_grad(a)\n"
    )
    results = judged(code, "tanh_grad")
    assert [result.outcome for result in results] == ["passed"] * len(results)
    assert [printed(result) for result in results] == [""] * len(results)
