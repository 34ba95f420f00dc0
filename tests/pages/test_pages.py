"""The pages as text: what is in them, what never is, and where they are written."""

import base64
import csv
import hashlib
import io
import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from click.testing import CliRunner

from autograder.catalogue import find_assignment
from autograder.messages import Message
from autograder.model import CheckResult, Note, Outcome, Report, Status
from autograder.notes import BETTER_COUNTS, FORGED, NO_LOCKDOWN, NOT_DRAWN, OTHER, TAKEN_AS
from autograder.pages import student_pages
from autograder.pages.build import SitePlan, build
from autograder.pages.class_numbers import distribution, numbers_of, together
from autograder.pages.class_report import class_page
from autograder.pages.commands import report as command
from autograder.pages.feedback import feedback_page
from autograder.pages.names import named
from autograder.pages.page import policy
from autograder.pages.sources import Sources
from autograder.results.attention import reasons
from autograder.results.graded_from import PLACES, remembered
from autograder.results.reading import ExportError
from autograder.student.host.warm import NoLockdown

from . import sample
from .conftest import Class

ASSIGNMENT = find_assignment("weight_init")


class Elements(HTMLParser):
    """Everything that a browser would act on."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


def all_pages(graded: Class) -> list[Path]:
    return [graded.built.page, *graded.pages]


def test_everybody_has_a_page(graded: Class) -> None:
    assert len(graded.pages) == len(graded.reports)
    assert all(path.parent == graded.built.page.parent / "students" for path in graded.pages)


def test_no_student_text_becomes_markup(graded: Class) -> None:
    for path in all_pages(graded):
        elements = Elements(path.read_text(encoding="utf-8"))
        scripts = [tag for tag, _ in elements.tags if tag == "script"]
        assert len(scripts) == (2 if path.name == "index.html" else 0)
        for tag, attributes in elements.tags:
            assert tag not in ("img", "iframe", "object", "embed", "form", "link", "base")
            assert "style" not in attributes
            assert not [name for name in attributes if name.startswith("on")]
            target = attributes.get("href") or ""
            assert ":" not in target and not target.startswith("//")


def test_no_template_of_a_student_is_run(graded: Class) -> None:
    text = graded.page_of(sample.HOSTILE).read_text(encoding="utf-8")
    assert "{{7*7}}" in text


def test_the_policy_admits_what_is_in_the_page_and_nothing_else(graded: Class) -> None:
    for path in all_pages(graded):
        text = path.read_text(encoding="utf-8")
        stated = next(
            a["content"] for t, a in Elements(text).tags if t == "meta" and "http-equiv" in a
        )
        styles = re.findall(r"<style>(.*?)</style>", text, re.DOTALL)
        scripts = re.findall(r"<script>(.*?)</script>", text, re.DOTALL)
        assert stated == policy(styles[0], *scripts)
        digest = base64.b64encode(hashlib.sha256(styles[0].encode()).digest()).decode()
        assert f"style-src 'sha256-{digest}'" in (stated or "")
        assert "default-src 'none'" in (stated or "")
        assert "unsafe" not in (stated or "")


def test_invisible_characters_are_made_visible(graded: Class) -> None:
    text = graded.built.page.read_text(encoding="utf-8")
    assert "\u202e" not in text
    assert "\\u202etxt.exe" in text


def test_own_lines_stand_beside_a_failed_check(graded: Class) -> None:
    text = graded.page_of(sample.NAMES["wrong"]).read_text(encoding="utf-8")
    assert "return s * (1 + s)" in text
    assert re.search(r'<span class="line meant"><span class="n">\d+</span> def sigmoid_grad', text)
    # The same lines are shown once, however many checks of the function failed.
    assert text.count("return s * (1 + s)") == 1


def test_what_does_not_hold_comes_first(graded: Class) -> None:
    text = graded.page_of(sample.NAMES["wrong"]).read_text(encoding="utf-8")
    not_yet, holds = text.index(">Not yet</h2>"), text.index(">What holds</h2>")
    assert not_yet < text.index('class="check failed"') < holds
    assert text.rindex('class="check ') < holds
    # Every function is linked to from the table of points, wherever it stands.
    anchors = re.findall(r'href="#(function-\d+)"', text)
    assert len(anchors) == len(set(anchors)) > 15
    assert all(f'id="{anchor}"' in text for anchor in anchors)


def test_names_between_backticks_are_code_and_stay_escaped() -> None:
    said = Message(expected="<b> `<i>`, then `a_b` and one ` alone")
    check = CheckResult("claims.x.y", "claims", "x", 1, 0, Outcome.FAILED, said)
    report = Report("s", "weight_init", Status.GRADED, 0, "1", checks=(check,))
    code = "<code>&lt;i&gt;</code>, then <code>a_b</code> and one ` alone"
    assert f"<dd>&lt;b&gt; {code}</dd>" in feedback_page(report, ASSIGNMENT)


def test_what_a_function_shows_again_is_said_once() -> None:
    places = ["everywhere", "everywhere", "only for one layer"]
    checks = tuple(
        CheckResult(
            f"backprop.train.c{number}",
            "backprop",
            "train",
            1,
            0,
            Outcome.FAILED,
            Message(f"train {number}", "nothing good", where=place),
        )
        for number, place in enumerate(places)
    )
    text = feedback_page(
        Report("s", "weight_init", Status.GRADED, 0, "1", checks=checks), ASSIGNMENT
    )
    assert text.count("nothing good") == 2
    assert text.count("The same was seen.") == 1
    assert text.index("only for one layer") < text.index('<ul class="again">')  # a line, no block
    assert text.count('class="check failed"') == 2


def test_of_what_is_not_written_there_is_a_line_and_of_no_hand_in_no_check(graded: Class) -> None:
    said = Message("sigmoid(0.0)", "sigmoid is not written yet", pointer="start")
    check = CheckResult(
        "backprop.sigmoid.c", "backprop", "sigmoid", 1, 0, Outcome.FAILED, said, "not-implemented"
    )
    text = feedback_page(
        Report("s", "weight_init", Status.GRADED, 0, "1", checks=(check,)), ASSIGNMENT
    )
    assert "<dd class=bare>sigmoid is not written yet</dd>" in text
    assert "sigmoid(0.0)" not in text
    empty = replace(
        next(r for r in graded.reports if r.student == sample.NAMES["right"]), status=Status.EMPTY
    )
    text = feedback_page(empty, ASSIGNMENT)
    assert "No exercise file was found" in text
    assert "Points by function" in text
    assert not re.search(r'class="check|href="#function|id="holds"', text)


def test_feedback_says_everything_that_grading_said(graded: Class) -> None:
    report = next(r for r in graded.reports if r.student == sample.NAMES["wrong"])
    text = feedback_page(report, ASSIGNMENT)
    words = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", re.sub("</?code>", "", text)))
    words = (
        words.replace("&#39;", "'").replace("&#34;", '"').replace("&gt;", ">").replace("&lt;", "<")
    )
    for check in report.checks:
        claim = next(c.claim for c in ASSIGNMENT.checks if c.id == check.id)
        assert claim in words
        for _, line in check.said.lines():
            assert re.sub(r"\s+", " ", line.replace("`", "")) in words
        if check.outcome is Outcome.FAILED:
            assert f'pytest autograder -k "{check.function} and {check.name}"' in words


def test_nothing_of_a_solution_is_shown(graded: Class) -> None:
    from tests.corpora import right_texts

    lines = {line.strip() for text in right_texts().values() for line in text.splitlines()}
    telling = [line for line in lines if "=" in line and len(line) > 25 and "#" not in line]
    # The page of one who handed in a stub, so that no line is the student's own.
    report = replace(graded.reports[0], files={})
    text = feedback_page(report, ASSIGNMENT)
    assert not [line for line in telling if line in text]


def test_files_that_have_changed_are_not_quoted(graded: Class, tmp_path: Path) -> None:
    sample.submissions(tmp_path / "submitted")
    for path in (tmp_path / "submitted" / sample.NAMES["wrong"]).rglob("*.py"):
        path.write_text("# written since\n" * 2000)
    out = tmp_path / "out"
    build(SitePlan(graded.results, out, tmp_path / "submitted"))
    assert "written since" not in "".join(p.read_text("utf-8") for p in out.rglob("*.html"))


@pytest.mark.parametrize(
    ("place", "found"),
    [("a.py, line 2", 2), ("a.py, line 99", None), ("a.py", None), ("b.py, line 1", None),
     ("a.ipynb cell 2, line 1", 1), ("a.ipynb cell 9, line 1", None), ("c.py, line 1", None)],
)  # fmt: skip
def test_places_are_found_or_not(graded: Class, place: str, found: int | None) -> None:
    cells = [{"cell_type": "code", "source": text} for text in ("x = 1", "def f():\n    pass")]
    book = json.dumps({"cells": cells}).encode()
    two = {"c.py": b"x = 1\n", "w/c.py": b"x = 2\n"}  # of which nothing here says which counts
    own = b"x = 1\ndef f():\n    pass\n\ny = 2\n"
    sources = Sources({"w/a.py": own, "a.ipynb": book, **two})
    check = replace(graded.reports[0].checks[0], said=Message.read(f"look at: {place}"))
    excerpt = sources.excerpt(check)
    meant = [number for number, _, is_it in excerpt.lines if is_it] if excerpt else None
    assert meant == ([found] if found else None)
    if place == "a.py, line 2":
        assert excerpt is not None
        assert [text for _, text, _ in excerpt.lines] == ["x = 1", "def f():", "    pass"]


def test_anonymous_pages_name_nobody(graded: Class, tmp_path: Path) -> None:
    out = tmp_path / "out"
    build(SitePlan(graded.results, out, graded.submissions, anonymous=True))
    pages = list(out.rglob("*"))
    assert len([p for p in pages if re.fullmatch(r"student-\d\.html", p.name)]) == 9
    told = "".join(p.name + p.read_text("utf-8") for p in pages if p.is_file())
    for name in ("anna.berg", "Bilal", "Ömer", "txt.exe", "z-broken"):
        assert name not in told


def test_tables_say_the_same_as_the_page(graded: Class) -> None:
    folder = graded.built.page.parent
    tables = {
        path.stem: list(csv.DictReader(io.StringIO(path.read_text("utf-8-sig"))))
        for path in folder.glob("*.csv")
    }
    assert set(tables) == {"students", "checks", "misconceptions", "together"}
    scores = {row["student"]: float(row["score"]) for row in tables["students"]}
    assert scores["anna.berg"] == 100.0
    assert sorted(scores.values()) == sorted(report.score for report in graded.reports)
    failed = {row["check"]: int(row["failed"]) for row in tables["checks"]}
    for check in ASSIGNMENT.checks:
        outcomes = [c.outcome for r in graded.reports for c in r.checks if c.id == check.id]
        assert failed[check.id] == outcomes.count(Outcome.FAILED)
    cells = [cell for rows in tables.values() for row in rows for cell in row.values()]
    assert not [cell for cell in cells if cell[:1] in ("=", "+", "@")]


# --- the numbers --------------------------------------------------------------------------------


def test_distribution_counts_every_score(graded: Class) -> None:
    summary = numbers_of(graded.reports)
    scores = distribution(summary.rows, 100.0)
    assert sum(scores.counts) == len(graded.reports)
    assert scores.counts[-1] == sum(report.score >= 90 for report in graded.reports)
    assert distribution([], 100.0).mean == 0.0
    one = numbers_of([replace(graded.reports[0], student="x", status=Status.ERROR)])
    assert distribution([*summary.rows, *one.rows], 100.0) == scores  # which is no zero


def test_a_class_of_one_and_of_two_is_told_as_it_is(graded: Class) -> None:
    checks = graded.reports[0].checks
    none = tuple(replace(check, outcome=Outcome.FAILED, earned=0.0) for check in checks)
    two = [replace(graded.reports[0], student=name, checks=none) for name in ("ann", "bob")]
    text = class_page(numbers_of(two), ASSIGNMENT, named(["ann", "bob"]))
    assert "No two checks of different functions fail together in 3 submissions or more." in text
    text = class_page(numbers_of(two[:1]), ASSIGNMENT, named(["ann"]))
    assert not re.search(r"\b1(</strong>)? (student|submission|example)s", text)


def test_together_is_jaccards_index(graded: Class) -> None:
    one, two, three = (
        graded.reports[0].checks[0],
        graded.reports[0].checks[10],
        graded.reports[0].checks[20],
    )
    fails = [(one, two), (one, two), (one, two), (one,), (three,)]
    class_ = []
    for number, failing in enumerate(fails):
        checks = tuple(
            replace(check, outcome=Outcome.FAILED if check in failing else Outcome.PASSED)
            for check in (one, two, three)
        )
        class_.append(replace(graded.reports[0], student=str(number), checks=checks))
    pairs = together(numbers_of(class_))
    assert [(pair.both, pair.either) for pair in pairs] == [(3, 4)]
    assert set(pairs[0].ids) == {one.id, two.id}


def test_together_names_two_functions_once(graded: Class) -> None:
    checks = [
        replace(check, outcome=Outcome.FAILED)
        for check in graded.reports[0].checks
        if check.function in ("sigmoid", "forward", "train")
    ]
    class_ = [
        replace(graded.reports[0], student=str(number), checks=tuple(checks)) for number in range(4)
    ]
    summary = numbers_of(class_)
    functions = [
        sorted(summary.checks[id_].function for id_ in pair.ids) for pair in together(summary)
    ]
    assert sorted(functions) == [["forward", "sigmoid"], ["forward", "train"], ["sigmoid", "train"]]


@pytest.mark.parametrize(
    ("note", "reason"),
    [
        (FORGED(place="a.py", why="sent something that is no answer"), "hostile signs"),
        (BETTER_COUNTS(files="a.py (of 2)"), "handed in twice"),
        (NO_LOCKDOWN(), ""),
        (OTHER(text="something new"), "see the notes"),
        (TAKEN_AS(file="backprop-1.py", name="backprop.py"), ""),
    ],
)
def test_what_needs_a_person(graded: Class, note: Note, reason: str) -> None:
    found = reasons(replace(graded.reports[0], notes=(note,)))
    assert found == () if not reason else found[0].startswith(reason)


def test_right_submissions_need_nobody(graded: Class) -> None:
    assert reasons(graded.reports[0]) == ()
    assert "a check of ours broke" in reasons(
        next(r for r in graded.reports if r.student == "z-broken")
    )
    assert reasons(graded.reports[-1]) == ("empty",)


# --- the command --------------------------------------------------------------------------------


def test_command_builds_and_says_where(graded: Class, tmp_path: Path) -> None:
    result = CliRunner().invoke(
        command,
        [str(graded.results), "--out", str(tmp_path), "--submissions", str(graded.submissions)],
    )
    assert result.exit_code == 0, result.output
    assert str(tmp_path / "index.html") in result.output
    assert "9 pages of feedback" in result.output


def test_command_without_single_pages_links_to_none(graded: Class, tmp_path: Path) -> None:
    result = CliRunner().invoke(
        command, [str(graded.results), "--out", str(tmp_path), "--class-only"]
    )
    assert result.exit_code == 0, result.output
    assert not (tmp_path / "students").exists()
    assert 'href="students/' not in (tmp_path / "index.html").read_text("utf-8")


@pytest.mark.parametrize(
    "arguments", [["nowhere"], ["empty"], ["mixed"], ["results", "--submissions", "nowhere"]]
)
def test_command_says_in_one_sentence_what_is_wrong(
    graded: Class, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "empty").mkdir()
    (tmp_path / "empty" / "results.jsonl").touch()
    other = replace(graded.reports[1], assignment="scaled_init")
    (tmp_path / "mixed").mkdir()
    sample.write(tmp_path / "mixed", [graded.reports[0], other])
    (tmp_path / "results").symlink_to(graded.results)
    result = CliRunner().invoke(command, arguments)
    assert result.exit_code == 1
    assert result.output.startswith("Error: ")
    assert len(result.output.splitlines()) == 1


def test_pictures_and_class_only_exclude_each_other(graded: Class) -> None:
    result = CliRunner().invoke(command, [str(graded.results), "--pictures", "--class-only"])
    assert result.exit_code == 2


def test_the_place_of_the_submissions_is_remembered(graded: Class, tmp_path: Path) -> None:
    sample.write(tmp_path, graded.reports)
    assert remembered(tmp_path) is None
    (tmp_path / PLACES).write_text(json.dumps({"path": str(graded.submissions)}))
    assert remembered(tmp_path) == graded.submissions
    build(SitePlan(tmp_path))
    assert "return s * (1 + s)" in "".join(p.read_text("utf-8") for p in tmp_path.rglob("*.html"))
    (tmp_path / PLACES).write_text("[]")
    assert remembered(tmp_path) is None
    (tmp_path / PLACES).write_text(json.dumps({"path": str(tmp_path / "gone")}))
    assert remembered(tmp_path) is None


def test_old_pages_go(graded: Class, tmp_path: Path) -> None:
    (tmp_path / "students").mkdir()
    (tmp_path / "students" / "gone.html").touch()
    build(SitePlan(graded.results, tmp_path))
    assert not (tmp_path / "students" / "gone.html").exists()


def test_no_records_no_report(tmp_path: Path) -> None:
    (tmp_path / "results.jsonl").touch()
    with pytest.raises(ExportError, match="holds no results yet"):
        build(SitePlan(tmp_path))


def test_pictures_are_drawn_by_workers(graded: Class, tmp_path: Path) -> None:
    records = [replace(graded.reports[0], student=f"s{number}") for number in range(61)]
    sample.write(tmp_path / "results", records)
    for number in (0, 60):
        (tmp_path / "submitted" / f"s{number}").mkdir(parents=True)
        for path in (graded.submissions / "anna.berg" / "weight_init").iterdir():
            (tmp_path / "submitted" / f"s{number}" / path.name).write_bytes(path.read_bytes())
    records[0] = replace(records[0], files={Path(k).name: v for k, v in records[0].files.items()})
    sample.write(tmp_path / "results", records)
    plan = SitePlan(
        tmp_path / "results",
        submissions=tmp_path / "submitted",
        pictures=True,
        unsafe=True,
        workers=2,
    )
    counts: list[int] = []
    built = build(plan, counts.append)
    assert built.singles == 61
    assert counts[-1] == 61
    text = (plan.folder / "students" / "s0.html").read_text("utf-8")
    assert text.count('<figure class="picture">') == 6
    # The files of another were graded under other names: nothing of them is drawn.
    assert 'class="picture"' not in (plan.folder / "students" / "s60.html").read_text("utf-8")


def test_pictures_that_cannot_be_drawn_cost_the_page_nothing_else(
    graded: Class, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*arguments: object, **named: object) -> None:
        raise RuntimeError("our mistake")

    monkeypatch.setattr(student_pages, "charts_of", broken)
    plan = SitePlan(graded.results, tmp_path, graded.submissions, pictures=True, unsafe=True)
    assert build(plan).singles == len(graded.reports)
    page = tmp_path / "students" / graded.page_of(sample.NAMES["wrong"]).name
    text = page.read_text(encoding="utf-8")
    assert NOT_DRAWN().text in text
    assert "our mistake" not in text
    assert "Points by function" in text


@pytest.fixture
def no_lockdown(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*arguments: object, **named: object) -> None:
        raise NoLockdown("student code cannot be locked down here")

    monkeypatch.setattr(student_pages, "student_processes", refuse)


def test_without_lockdown_no_picture_is_drawn(
    graded: Class, tmp_path: Path, no_lockdown: None
) -> None:
    words = [str(graded.results), "--out", str(tmp_path), "--pictures"]
    result = CliRunner().invoke(command, words)
    assert result.exit_code == 1
    assert "locked down here; --unsafe draws pictures all the same" in result.output


def test_pictures_that_nobody_asked_for_are_left_out_with_a_word(
    graded: Class, tmp_path: Path, no_lockdown: None
) -> None:
    result = CliRunner().invoke(command, [str(graded.results), "--out", str(tmp_path)])
    assert result.exit_code == 0
    assert "note: no pictures of networks: student code cannot be locked down" in result.stderr
    assert "--submissions" not in result.stderr
    assert (tmp_path / "students").exists()


def test_pages_hold_the_students_pictures_without_being_asked(
    graded: Class, tmp_path: Path
) -> None:
    one = next(report for report in graded.reports if report.student == sample.NAMES["wrong"])
    sample.write(tmp_path / "results", [one])
    words = [str(tmp_path / "results"), "--submissions", str(graded.submissions), "--unsafe"]
    result = CliRunner().invoke(command, words)
    assert result.exit_code == 0, result.output
    (page,) = (tmp_path / "results" / "report" / "students").iterdir()
    text = page.read_text(encoding="utf-8")
    assert text.count('<figure class="picture">') == 6
    assert "sigmoid_grad is not right yet" in text


def test_hand_ins_that_are_gone_are_told(graded: Class, tmp_path: Path) -> None:
    sample.write(tmp_path, graded.reports[:1])
    result = CliRunner().invoke(command, [str(tmp_path), "--unsafe"])
    assert result.exit_code == 0
    assert "say where with --submissions" in result.stderr
    assert "say where" not in CliRunner().invoke(command, [str(tmp_path), "--no-pictures"]).stderr
