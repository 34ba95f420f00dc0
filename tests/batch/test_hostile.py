"""Hostile hand-ins: no more points than they earn, no trace, and nobody else notices.

All of them are graded once, in one class with honest people before, between and after them, by
two workers at the same time. Then each is looked at.
"""

import contextlib
import json
import re
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from autograder.batch.pool import Pool
from autograder.batch.worker import Grader, Settings, Task
from autograder.handins.finding import find, read
from autograder.handins.submission import UnusablePath, from_files
from autograder.model import Report
from autograder.student.limits import Limits
from tests import corpora
from tests.batch.classes import ASSIGNMENT, needs_lockdown
from tests.corpus.hostile import files, overlays, traces

pytestmark = needs_lockdown
OVERLAYS = {overlay.name: overlay for overlay in overlays.overlays()}
LIMITS = Limits(call_seconds=1.0, total_seconds=8.0, memory_mb=1024)
SETTINGS = Settings("weight_init", 7, b"", LIMITS)
TEXTS = corpora.right_texts()
POINTS = ASSIGNMENT.points()
NAMES_ITSELF = "." + traces.CANARY  # a submission may name the file; it must not know the text


@dataclass
class Graded:
    """What came of the class."""

    records: dict[str, dict[str, Any]]
    left: list[str]
    heard: list[bytes]
    deaths: int
    seconds: float


def record(report: Report) -> dict[str, Any]:
    return report.to_dict() | {"seconds": 0}


def submission(name: str, texts: dict[str, str]) -> Task:
    return Task(from_files(name, corpora.as_scripts(texts), ASSIGNMENT.exercises))


def honest(name: str) -> Task:
    return submission(name, dict(TEXTS))


def hostile(overlay: overlays.Overlay) -> Task:
    attack = overlay.path.read_text(encoding="utf-8")
    spoiled = f"{TEXTS[overlay.exercise]}\n\n{attack}"
    return submission(overlay.name, TEXTS | {overlay.exercise: spoiled})


def everybody() -> Iterator[Task]:
    yield honest("honest first")
    for overlay in OVERLAYS.values():
        yield hostile(overlay)
        yield honest(f"honest after {overlay.name}")


@pytest.fixture(scope="module")
def graded() -> Iterator[Graded]:
    before = set(traces.left_behind())
    begun = time.monotonic()
    with traces.planted(), listening() as heard, Pool(SETTINGS, 2) as pool:
        records = {report.student: record(report) for report in pool.run(everybody())}
        deaths, noise = pool.deaths, heard()
    seconds = time.monotonic() - begun
    left = sorted(set(traces.left_behind()) - before)
    yield Graded(records, left, noise, deaths, seconds)
    traces.sweep([path for path in traces.files_left([]) if repr(str(path)) in left])


@contextlib.contextmanager
def listening() -> Iterator[Any]:
    try:
        with traces.listening() as heard:
            yield heard
    except OSError:  # somebody else listens there
        yield list


@pytest.fixture(scope="module")
def alone() -> dict[str, Any]:
    """What an honest submission gets when there is nobody else."""
    grader = Grader(SETTINGS)
    try:
        return record(grader.grade(honest("honest first")))
    finally:
        grader.close()


@pytest.mark.parametrize("name", OVERLAYS)
def test_it_gets_what_its_honest_part_earns(graded: Graded, name: str) -> None:
    overlay, earned = OVERLAYS[name], dict.fromkeys(POINTS, 0.0)
    found = graded.records[name]
    assert found["status"] == "graded", found["notes"]
    for check in found["checks"]:
        assert check["outcome"] != "broken", check
        if check["exercise"] == overlay.exercise:
            earned[check["function"]] += check["earned"]
    for function in overlay.honest:
        assert earned[function] == POINTS[function], overlay.attempts
    for function in overlay.dishonest:
        assert earned[function] < POINTS[function], overlay.attempts


@pytest.mark.parametrize("name", OVERLAYS)
def test_the_next_one_gets_what_it_gets_alone(
    graded: Graded, alone: dict[str, Any], name: str
) -> None:
    after = graded.records[f"honest after {name}"]
    assert alone["score"] == 100
    assert after | {"student": ""} == alone | {"student": ""}


def test_no_trace_is_left(graded: Graded) -> None:
    assert graded.left == []
    assert graded.heard == []


def test_no_secret_is_in_a_record(graded: Graded) -> None:
    for found in graded.records.values():
        text = json.dumps(found).replace(NAMES_ITSELF, "")
        assert traces.CANARY not in text
        assert "root:" not in text


def test_no_worker_died(graded: Graded) -> None:
    assert graded.deaths == 0


def test_it_took_no_longer_than_the_limits_explain(graded: Graded) -> None:
    # Two at a time; a second for what is honest about each, its process and the load of others.
    bound = len(OVERLAYS) * (LIMITS.total_seconds + LIMITS.call_seconds + 2) / 2
    assert graded.seconds < bound


@pytest.fixture(scope="module")
def grader() -> Iterator[Grader]:
    grader = Grader(SETTINGS)
    yield grader
    grader.close()


@pytest.mark.parametrize("name", files.FORMS)
def test_forms_of_files(name: str, grader: Grader, tmp_path: Path) -> None:
    form = files.FORMS[name]
    folder = tmp_path / "around" / "submission"
    folder.mkdir(parents=True)
    try:
        path = form.place(folder, TEXTS)
    except OSError as error:
        pytest.skip(f"this file system cannot hold it: {error}")
    before = set(traces.left_behind([tmp_path]))
    try:
        places = find(path, ASSIGNMENT).places
    except UnusablePath as error:
        pytest.fail(f"no record of it: {error}")
    found = {}
    for place in places:
        handed_in = read(place, ASSIGNMENT)
        found[place.student] = record(grader.grade(Task(handed_in.submission, handed_in.left_out)))
    assert set(traces.left_behind([tmp_path])) <= before
    if form.students:
        for student, expectation in form.students.items():
            assert_owed(found[student], expectation)
    else:
        (only,) = found.values()
        assert_owed(only, form.expectation)


def assert_owed(found: dict[str, Any], expectation: files.Expectation) -> None:
    assert found["status"] in expectation.status, found["notes"]
    assert files.CANARY not in json.dumps(found)
    for exercise in (*expectation.full, *expectation.nothing):
        mine = [check for check in found["checks"] if check["exercise"] == exercise]
        owed = sum(check["points"] for check in mine) if exercise in expectation.full else 0
        assert sum(check["earned"] for check in mine) == owed, exercise


def test_attacks_on_descriptors_reach_the_line(grader: Grader) -> None:
    lists = """
def sigmoid(a):
    import os, stat
    open_ones = []
    for descriptor in range(4_096):
        try:
            open_ones += [descriptor] * stat.S_ISSOCK(os.fstat(descriptor).st_mode)
        except OSError:
            pass
    raise ValueError(f"sockets: {open_ones}")
"""
    found = record(grader.grade(submission("lists", TEXTS | {"backprop": lists})))
    line = re.search(r"sockets: \[(\d+)\]", json.dumps(found))
    assert line
    ranges = [
        (overlay.name, int(stop.replace("_", "")))
        for overlay in OVERLAYS.values()
        for stop in re.findall(
            r"for descriptor in range\((?:\d+, )?([\d_]+)\)", overlay.path.read_text()
        )
    ]
    assert len(ranges) > 15
    assert [name for name, stop in ranges if stop <= int(line[1])] == []
