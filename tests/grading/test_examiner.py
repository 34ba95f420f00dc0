"""One bug costs once, nothing is free, and our own faults are not the student's."""

import functools
import pickle
import re
import warnings
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from autograder.catalogue import Assignment, CheckQuestion, fail, find_assignment
from autograder.grading.asking import Inquiry
from autograder.grading.case_sets import CASE_SETS, CaseChoice
from autograder.grading.examiner import Examiner
from autograder.grading.judgement import LEAST_SHARE
from autograder.grading.submission import grade, grade_submission, graded
from autograder.handins.finding import one
from autograder.handins.submission import Submission
from autograder.model import CheckResult, Outcome, Report, Status, points_by_function
from autograder.student.calls import (
    NO_ANSWER,
    Answer,
    Call,
    Died,
    Missing,
    Program,
    Raised,
    TimedOut,
    Unimplemented,
    WrongArity,
    value_of,
)
from autograder.student.guest.encoding import encode
from autograder.student.guest.wire import Answers, Load
from autograder.student.host.backends import ProcessBackend
from autograder.student.host.cold import ColdProcess
from autograder.student.host.notebook import NotebookBackend
from autograder.student.host.process import StudentProcess
from autograder.student.host.programs import steps_of
from autograder.student.host.remote import RemoteStudent
from autograder.student.limits import Limits
from tests.corpora import as_scripts, right_texts

WEIGHT_INIT = find_assignment("weight_init")


def submit(folder: Path, **changes: str) -> Report:
    texts = right_texts()
    for exercise, text in changes.items():
        texts[exercise] += f"\n# %%\n{text}\n"
    for name, data in as_scripts(texts).items():
        (folder / name).write_bytes(data)
    return grade(folder, limits=Limits(call_seconds=2.0))


def lost(report: Report) -> set[str]:
    return {
        f
        for (_, f), (earned, points) in points_by_function(report.checks).items()
        if earned < points
    }


WRONG = [
    ("sigmoid", "def sigmoid(a):\n    return None"),
    ("sigmoid", "right = sigmoid\ndef sigmoid(a):\n    return right(a).astype('f4')"),
    ("sigmoid", "def sigmoid(a):\n    return [0.5]"),
    ("layer_forward", "def layer_forward(h, W, b):\n    return (h @ W + b).T"),
    ("layer_forward", "def layer_forward(h, W, b):\n    raise ValueError('no')"),
    ("forward", "def forward(params, X, activation):\n    while True: pass"),
    ("sigmoid", "import time\ndef sigmoid(a):\n    time.sleep(60)"),
    ("sgd_step", "import os\ndef sgd_step(params, grads, rate):\n    os._exit(0)"),
    ("backward", "def backward(*args):\n    return backward(*args)"),
    ("layer_backward", "def layer_backward(delta, h, W):\n    x = [0] * 10**12"),
    (
        "layer_backward",
        (
            "right = layer_backward\n"
            "def layer_backward(delta, h, W):\n"
            "    dW, db, dh = right(delta, h, W)\n    return dW, db[None], dh"
        ),
    ),
    ("sigmoid_grad", "TABLE = {'f': sigmoid_grad}\ndef sigmoid_grad(a):\n    return 7 * a"),
    ("zeros_init", "def zeros_init(fan_in, fan_out):\n    return np.zeros(fan_in)"),
    ("constant_init", "def constant_init(fan_in, fan_out, value):\n    pass"),
    ("normal_init", "def normal_init(fan_in, fan_out, std, rng):\n    return 1 / 0"),
    (
        "init_params",
        (
            "right = init_params\n"
            "def init_params(sizes, weight_init):\n"
            "    params = right(sizes, weight_init)\n"
            "    return {n: p[None] if n[0] == 'b' else p for n, p in params.items()}"
        ),
    ),
]


def exercise_of(function: str) -> str:
    return next(e for e, names in WEIGHT_INIT.exercises.items() if function in names)


@pytest.mark.parametrize(("function", "code"), WRONG)
def test_one_bug_costs_once(tmp_path: Path, function: str, code: str) -> None:
    report = submit(tmp_path, **{exercise_of(function): code})
    assert lost(report) == {function}
    assert report.score >= 90.0
    assert {check.outcome for check in report.checks if check.exercise == "claims"} == {"passed"}


def test_what_hangs_is_told_by_what_was_seen_first(tmp_path: Path) -> None:
    report = submit(
        tmp_path,
        initializers="def zeros_init(m, n): return None\ndef normal_init(*args):\n  while 1: pass",
    )
    first, *_ = [check for check in report.checks if check.function == "normal_init"]
    assert "not come to an end within" in first.message


def test_a_syntax_error_is_no_misspelt_name(tmp_path: Path) -> None:
    (tmp_path / "backprop.py").write_text("def sigmoid(a:\n    return a\n")
    checks = {check.function: check for check in grade(tmp_path).checks}
    assert checks["sigmoid"].diagnosis == "read-in-part"
    assert "backprop.py, line 1: syntax error" in checks["sigmoid"].message
    assert checks["tanh_grad"].diagnosis == "missing-function"  # its name stands nowhere


@pytest.mark.parametrize(
    ("code", "function"),
    [
        ("def sigmoid(a):\n    raise NotImplementedError('later')", "sigmoid"),
        ("del layer_forward", "layer_forward"),
    ],
)
def test_what_is_not_written_yet_blocks_the_claims(
    tmp_path: Path, code: str, function: str
) -> None:
    report = submit(tmp_path, backprop=code)
    assert lost(report) == {function, "symmetry", "saturation"}
    for check in report.checks:
        if check.exercise == "claims" and check.outcome is not Outcome.PASSED:
            assert check.outcome is Outcome.BLOCKED
            assert f"`{function}`" in check.message


def test_claims_are_on_the_student_not_on_what_stands_in(tmp_path: Path) -> None:
    three = "\n".join(
        f"def {name}(*args):\n    return None" for name in ("sigmoid", "layer_forward", "forward")
    )
    report = submit(tmp_path, backprop=three)
    outcomes = {c.function: c.outcome for c in report.checks if c.exercise == "claims"}
    # Three of the five functions that saturation is about are wrong, and three of symmetry's ten.
    assert outcomes == {"saturation": Outcome.BLOCKED, "symmetry": Outcome.PASSED}


def test_a_function_that_leans_on_a_wrong_one_before_it_keeps_its_points(tmp_path: Path) -> None:
    # No check says that tanh_grad needs sigmoid_grad; this one does.
    code = (
        "def tanh_grad(a):\n    return 4.0 * sigmoid_grad(2.0 * a)\n"
        "def sigmoid_grad(a):\n    return a\n"
    )
    assert lost(submit(tmp_path, backprop=code)) == {"sigmoid_grad"}


def test_huge_values_bring_no_warning_of_ours(tmp_path: Path) -> None:
    code = "def layer_forward(h, W, b):\n    return np.full((len(h), len(b)), 1.7e308)\n"
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        with np.errstate(all="raise"):
            report = submit(tmp_path, backprop=code)
    assert "layer_forward" in lost(report)
    assert not [c.id for c in report.checks if c.outcome is Outcome.BROKEN]


def test_a_reference_taken_before_is_answered_too(tmp_path: Path) -> None:
    code = (
        "SLOPES = {'sigmoid': sigmoid_grad, 'tanh': tanh_grad}\n"
        "def sigmoid_grad(a):\n    return a\nSLOPES['sigmoid'] = sigmoid_grad\n"
        "def backward(params, a, h, y, activation):\n"
        "    depth, delta, grads = len(a), (h[-1] - y) / len(y), {}\n"
        "    for l in range(depth, 0, -1):\n"
        "        grads[f'W{l}'], grads[f'b{l}'] = h[l - 1].T @ delta, delta.sum(axis=0)\n"
        "        if l > 1:\n"
        "            delta = delta @ params[f'W{l}'].T * SLOPES[activation](a[l - 2])\n"
        "    return grads\n"
    )
    assert lost(submit(tmp_path, backprop=code)) - {"symmetry", "saturation"} == {"sigmoid_grad"}


def test_printed_words_come_with_the_check(tmp_path: Path) -> None:
    code = "def zeros_init(a, b):\n    print('I was \\x1b[31mhere')\n    raise ValueError('no')\n"
    message = submit(tmp_path, initializers=code).checks[0].message
    assert r"printed: I was \x1b[31mhere" in message
    assert "raised ValueError: no" in message
    assert "look at: initializers.py, line" in message
    assert "\x1b" not in message


def nothing(cases: Any) -> tuple[None, Program]:
    return None, []


def examiner_of(assignment: Assignment, **functions: Any) -> Examiner:
    student = RemoteStudent(NotebookBackend(assignment.exercises, functions))
    return Examiner(assignment, student, CaseChoice())


def judged(assignment: Assignment, **functions: Any) -> list[CheckResult]:
    return examiner_of(assignment, **functions).judge(assignment.checks)


def test_our_own_fault_earns_nothing_yet_and_is_told() -> None:
    assignment = Assignment("broken", {"e": ["f"]}, lambda rng: rng)

    @assignment.check("e", "f", points=100, asks=nothing)
    def it_breaks(drawn: Any, answers: list[Answer]) -> None:
        """It breaks."""
        raise KeyError("our fault")

    examiner = examiner_of(assignment, f=len)
    (result,) = examiner.judge(assignment.checks)
    assert (result.outcome, result.earned) == (Outcome.BROKEN, 0.0)
    assert "not your fault; a person looks at it" in result.message
    assert not examiner.failed
    assert "e.f.it_breaks is broken: KeyError" in examiner.notes[0].text


def test_what_is_no_answer_is_told_to_a_person() -> None:
    assignment = Assignment("forged", {"e": ["f"]}, lambda rng: rng)

    @assignment.check("e", "f", points=100, asks=nothing)
    def it_is_garbled(drawn: Any, answers: list[Answer]) -> None:
        """It is garbled."""
        raise Died("f", NO_ANSWER)

    examiner = examiner_of(assignment, f=len)
    (result,) = examiner.judge(assignment.checks)
    assert result.outcome is Outcome.FAILED
    assert [note.kind for note in examiner.notes] == ["garbled"]


def test_an_idea_that_cannot_be_looked_for_leaves_what_was_seen() -> None:
    assignment = two_checks()

    def recognise(function: str, student: Any) -> str | None:
        raise ZeroDivisionError("our fault")

    assignment = replace(assignment, recognise=recognise)
    examiner = examiner_of(assignment, f=lambda x: x)
    results = examiner.judge(assignment.checks)
    assert [result.outcome for result in results] == [Outcome.FAILED, Outcome.FAILED]
    assert "f(1) is 1" in results[0].message
    (note,) = examiner.notes
    assert "e.f.one_more could not be explained: ZeroDivisionError" in note.text


class Garbling(NotebookBackend):
    """Sends the same nonsense whenever several programs are asked at once."""

    def exchange(self, request: Any, right: Any) -> Any:
        reply = super().exchange(request, right)
        if isinstance(reply, Answers) and len(reply.answers) > 1:
            return Answers([b"nonsense" for _ in reply.answers])
        return reply


def two_checks() -> Assignment:
    assignment = Assignment("asking", {"e": ["f"]}, lambda rng: rng)

    def of_one(cases: Any) -> tuple[None, Program]:
        return None, [Call("f", (1,))]

    def of_two(cases: Any) -> tuple[None, Program]:
        return None, [Call("f", (2,))]

    @assignment.check("e", "f", points=50, asks=of_one)
    def one_more(drawn: None, answers: list[Answer]) -> None:
        """f adds one."""
        if value_of(answers[0]) != 2:
            fail(f"f(1) is {answers[0].value}")

    @assignment.check("e", "f", points=50, asks=of_two)
    def one_more_again(drawn: None, answers: list[Answer]) -> None:
        """f adds one again."""
        if value_of(answers[0]) != 3:
            fail(f"f(2) is {answers[0].value}")

    return assignment


def test_nonsense_that_stood_for_right_answers_once_is_nonsense_the_next_time() -> None:
    assignment = two_checks()

    def judged(function: Any) -> list[float]:
        student = RemoteStudent(Garbling(assignment.exercises, {"f": function}))
        return [
            r.earned for r in Examiner(assignment, student, CaseChoice()).judge(assignment.checks)
        ]

    assert judged(lambda x: x + 1) == [50.0, 50.0]
    assert judged(lambda x: x) == [0.0, 0.0]
    assert judged(lambda x: x + 1) == [50.0, 50.0]


def test_checks_that_ask_the_same_judge_the_same_answers_of_one_call() -> None:
    assignment = Assignment("shared", {"e": ["f"]}, lambda rng: rng)
    seen = []

    def drawn_once(rng: np.random.Generator) -> tuple[float, Program]:
        x = float(rng.normal())
        return x, [Call("f", (x,))]

    def first(x: float, answers: list[Answer]) -> None:
        """f(x) is x."""
        seen.append((x, answers))

    def second(x: float, answers: list[Answer]) -> None:
        """f(x) is x, still."""
        seen.append((x, answers))

    for check in (first, second):
        assignment.check("e", "f", points=1, asks=drawn_once)(check)
    calls = []
    assert [r.earned for r in judged(assignment, f=calls.append)] == [1.0, 1.0]
    assert len(calls) == 1
    assert seen[0][0] == seen[1][0] == calls[0]
    assert seen[0][1] is seen[1][1]


def test_partial_points_are_kept_within_bounds() -> None:
    assignment = Assignment("partial", {"e": ["f"]}, lambda rng: rng)

    @assignment.check("e", "f", points=10, asks=nothing)
    def half(drawn: Any, answers: list[Answer]) -> None:
        """Half."""
        fail("half of it", kept=0.5)

    @assignment.check("e", "f", points=10, asks=nothing)
    def too_much(drawn: Any, answers: list[Answer]) -> None:
        """Too much."""
        fail("more than all", kept=7.0)

    assert [r.earned for r in judged(assignment, f=len)] == [5.0, 10.0]


def test_a_check_needs_a_docstring_and_a_name_of_its_own() -> None:
    assignment = Assignment("strict", {"e": ["f"]}, lambda rng: rng)
    with pytest.raises(ValueError, match="no docstring"):

        @assignment.check("e", "f", points=1, asks=nothing)
        def silent(drawn: Any, answers: list[Answer]) -> None:
            pass

    def claim(drawn: Any, answers: list[Answer]) -> None:
        """A claim."""

    assignment.check("e", "f", points=1, asks=nothing)(claim)
    with pytest.raises(ValueError, match="two checks are called"):
        assignment.check("e", "f", points=1, asks=nothing)(claim)
    with pytest.raises(ValueError, match=r"e\.f\.claim needs g, which no exercise has"):
        assignment.check("e", "f", points=1, asks=nothing, needs=["g"])(claim)
    with pytest.raises(ValueError, match=r"e\.g\.claim: e has no function g"):
        assignment.check("e", "g", points=1, asks=nothing)(claim)


def test_claims_that_judge_the_same_answers_need_the_same_functions() -> None:
    assignment = Assignment("strict", {"e": ["f", "g"]}, lambda rng: rng)

    def first(drawn: Any, answers: list[Answer]) -> None:
        """A claim."""

    def other(drawn: Any, answers: list[Answer]) -> None:
        """Another claim."""

    claim = functools.partial(
        assignment.check, "claims", "both", points=1, asks=nothing, end_to_end=True
    )
    claim(needs=["f"])(first)
    with pytest.raises(
        ValueError, match=r"claims\.both\.other and claims\.both\.first judge the same"
    ):
        claim(needs=["f", "g"])(other)
    claim(needs=["f"])(other)
    assert len(assignment.checks) == 2


values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-5, 5)
    | st.floats()
    | st.text(max_size=3)
    | st.sampled_from(
        [
            np.zeros((3, 2)),
            np.zeros(0),
            np.full((4, 3), np.nan),
            np.ones((4, 3), dtype=np.float32),
            np.float64(1.0),
            np.array(["a"]),
            np.array([None]),
            np.ma.masked_all((4, 3)),
            np.zeros((4, 3), dtype=complex),
            object(),
        ]
    ),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.tuples(inner, inner)
        | st.dictionaries(st.sampled_from(["W1", "b1", "W2", "b2", "all_zero"]), inner, max_size=4)
    ),
    max_leaves=8,
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(values)
def test_no_value_whatever_breaks_a_check(value: Any) -> None:
    functions = dict.fromkeys(WEIGHT_INIT.functions(), lambda *args, **options: value)
    results = judged(WEIGHT_INIT, **functions | {"PREDICTIONS": value})
    assert [r.id for r in results if r.outcome is Outcome.BROKEN] == []
    assert sum(r.earned for r in results) <= 20.0


def test_no_judge_changes_what_a_class_has_in_common() -> None:
    def asked() -> dict[CheckQuestion, bytes]:
        inquiry = Inquiry(WEIGHT_INIT, RemoteStudent(NotebookBackend({}, {})), CaseChoice(3))
        questions = {check.question for check in WEIGHT_INIT.checks}
        ready = {question: inquiry.prepare(question) for question in questions}
        return {question: encode(steps_of(one.program)) for question, one in ready.items()}

    before = asked()
    namespace = dict.fromkeys(WEIGHT_INIT.functions(), lambda *args: np.full((4, 3), 0.5))
    student = RemoteStudent(NotebookBackend(WEIGHT_INIT.exercises, namespace))
    Examiner(WEIGHT_INIT, student, CaseChoice(3)).judge(WEIGHT_INIT.checks)
    assert asked() == before
    assert before


def test_a_reply_that_has_passed_is_not_judged_again_and_no_other_is_taken_for_it() -> None:
    assignment = Assignment("again", {"e": ["f"]}, lambda rng: rng)
    seen: list[Any] = []

    def of_one(cases: Any) -> tuple[None, Program]:
        return None, [Call("f", (1,))]

    def judges(name: str, bound: float) -> None:
        def judge(drawn: None, answers: list[Answer]) -> None:
            value = value_of(answers[0])
            seen.append((name, value))
            if value > bound:
                fail(f"f(1) is {value}")

        judge.__name__, judge.__doc__ = name, f"{name} is {bound} at most."
        assignment.check("e", "f", points=50, asks=of_one)(judge)

    judges("less", 2)
    judges("more", 3)
    earned = {
        number: [check.earned for check in judged(assignment, f=lambda x, number=number: number)]
        for number in (1, 3, 1, 3, 4)
    }
    assert earned == {1: [50, 50], 3: [0, 50], 4: [0, 0]}
    of_a_student = [("less", 1), ("more", 1)]
    # What fails is judged each time, for it has to be told.
    assert seen == [*of_a_student, ("less", 3), ("more", 3), ("less", 3), ("less", 4), ("more", 4)]


def test_all_first_questions_go_in_one_round_trip(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    trips: list[int] = []
    exchange = ProcessBackend.exchange

    def counted(self: ProcessBackend, request: Any, right: Any) -> Any:
        trips.append(len(request.programs))
        return exchange(self, request, right)

    monkeypatch.setattr(ProcessBackend, "exchange", counted)
    assert submit(tmp_path).score == 100.0
    assert trips == [len({check.question for check in WEIGHT_INIT.checks})]


def test_the_draw_decides_the_cases() -> None:
    def numbers(draw: CaseChoice, check: str = "a") -> list[float]:
        return list(draw.case_set.generator(check).random(3))

    assert numbers(CaseChoice(1)) == numbers(CaseChoice(1, student="somebody"))
    assert numbers(CaseChoice(1)) != numbers(CaseChoice(2))
    assert numbers(CaseChoice(1)) != numbers(CaseChoice(1), "b")
    assert numbers(CaseChoice(1, b"salt", "x")) != numbers(CaseChoice(1, b"pepper", "x"))
    assert numbers(CaseChoice(1, b"salt", "x")) == numbers(CaseChoice(1, b"salt", "x"))


def test_a_salt_deals_many_sets_of_cases_out_evenly() -> None:
    students = 40 * CASE_SETS
    dealt = Counter(CaseChoice(1, b"salt", f"s{number}").case_set for number in range(students))
    assert len(dealt) == CASE_SETS
    assert max(dealt.values()) < 2 * students / CASE_SETS  # some 6 spreads of a fair deal
    assert len({case_set.generator("a").random() for case_set in dealt}) == CASE_SETS


@pytest.fixture
def student() -> Iterator[RemoteStudent]:
    source = b"""
import os, time, sys
def good(x): return x
def raising(x): raise ValueError("because")
def stub(x): raise NotImplementedError("stub: write it")
def leaning(x): return stub(x)
def hanging(x): time.sleep(60)
def leaving(x): os._exit(3)
def flooding(x): os.write(1, b"x" * 10**6); print("y" * 10**7); return x
def lying(x): sys.stdout = None; return x
"""
    names = re.findall(r"def (\w+)", source.decode())
    files = [Load("e", "e.py", source, [*names, "absent"])]
    limits = Limits(call_seconds=1.0)
    backend = ProcessBackend(lambda: StudentProcess(ColdProcess(512)), files, limits)
    yield RemoteStudent(backend)
    backend.close()


@pytest.mark.parametrize(
    ("function", "trouble", "words"),
    [
        ("raising", Raised, "raised ValueError: because"),
        ("stub", Unimplemented, "^is not written yet"),
        ("leaning", Unimplemented, "^calls stub, which is not written yet"),
        ("absent", Missing, "is not defined"),
        ("hanging", TimedOut, "within 1 s"),
        ("leaving", Died, "exit status 3"),
    ],
)
def test_every_trouble_has_its_name(
    student: RemoteStudent, function: str, trouble: type, words: str
) -> None:
    with pytest.raises(trouble, match=words):
        getattr(student, function)(1.0)
    assert student.good(2.0) == 2.0


def test_other_arguments_than_the_exercises_are_named(student: RemoteStudent) -> None:
    with pytest.raises(WrongArity, match="positional argument"):
        student.good(1, 2, 3)


def test_output_is_cut_and_streams_are_given_back(student: RemoteStudent) -> None:
    assert student.flooding(3.0) == 3.0
    assert student.lying(4.0) == 4.0
    assert student.good(5.0) == 5.0


def test_a_function_that_hung_is_not_called_again(student: RemoteStudent) -> None:
    with pytest.raises(TimedOut):
        student.hanging(1)
    with pytest.raises(TimedOut, match="not called again"):
        student.run([Call("hanging", (1,))])


def test_the_time_for_a_whole_submission_is_bounded(tmp_path: Path) -> None:
    files = as_scripts(right_texts())
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    report = grade(tmp_path, limits=Limits(total_seconds=0.0))
    assert report.score == 0.0
    assert report.status in (Status.GRADED, Status.UNREADABLE)


def test_a_submission_without_files_is_empty() -> None:
    report = grade_submission(
        Submission("nobody", ()),
        WEIGHT_INIT,
        lambda: pytest.fail("not needed"),
        CaseChoice(),
        Limits(),
    )
    assert report.status is Status.EMPTY
    assert report.score == 0.0
    assert len(report.checks) == len(WEIGHT_INIT.checks)


def test_both_forms_are_graded_and_the_better_one_counts(tmp_path: Path) -> None:
    texts = as_scripts(right_texts())
    (tmp_path / "weight_init").mkdir()
    for name, data in texts.items():
        (tmp_path / name).write_bytes(data)
        (tmp_path / "weight_init" / name).write_bytes(b"")
    (tmp_path / "backprop.py").write_bytes(b"x = 1")
    (tmp_path / "weight_init" / "backprop.py").write_bytes(texts["backprop.py"])
    limits = Limits(total_seconds=20.0)
    launch = lambda: StudentProcess(ColdProcess(limits.memory_mb))
    submission = one(tmp_path, WEIGHT_INIT)
    with graded(submission, WEIGHT_INIT, launch, CaseChoice(), limits) as found:
        assert found.report.score == 100.0
        notes = [note.text for note in found.report.notes]
        assert any("weight_init/backprop.py, not backprop.py" in note for note in notes)
        # Forms have one limit together.
        assert found.backend is not None
        left = found.backend.limits.total_seconds
        assert LEAST_SHARE * limits.total_seconds <= left < limits.total_seconds


def test_a_report_survives_its_record() -> None:
    report = grade(Path(__file__).parents[2] / "solutions" / "weight_init")
    record = report.to_dict()
    assert Report.from_dict(record) == report
    assert pickle.loads(pickle.dumps(report)) == report  # as it comes from a worker
    assert sum(check["points"] for check in record["checks"]) == 100.0
    with pytest.raises(ValueError, match="schema"):
        Report.from_dict({"schema": 2})
    with pytest.raises(ValueError, match="incomplete"):
        Report.from_dict({"schema": 1})
