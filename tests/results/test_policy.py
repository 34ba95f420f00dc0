"""What being late costs: one small file, columns of its own, and nothing else changed."""

import csv
import io
import json
from dataclasses import asdict, replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner

from autograder.cli import main
from autograder.handins.moments import Moment
from autograder.model import Report
from autograder.notes import LATE
from autograder.results.lateness import HANDED_IN, Lateness, keep_moments, lateness_in, read_moments
from autograder.results.policy import POLICY, UnusablePolicy, read_policy
from tests.batch.classes import needs_lockdown, put
from tests.exports.conftest import made

TEXT = """\
deadline = 2026-11-03T23:59:00
zone = "Europe/Berlin"
free_days = 1
percent_a_day = 10
attempts = 2
percent_an_attempt = 5

[extensions]
"bob" = 2026-11-10T12:00:00+00:00
"""


def policy(folder: Path, text: str = TEXT) -> Path:
    path = folder / POLICY
    path.write_text(text, encoding="utf-8")
    return path


# Student, when, attempts -> days late, per cent off, points of 62.5, and what it is taken off for.
STANDINGS = [
    ("ann", "2026-11-03T23:59:00", 0, 0, 0, 62.5, ""),
    ("ann", "2026-11-03T23:59:01", 0, 1, 0, 62.5, ""),
    ("ann", "2026-11-03T22:59:00+00:00", 0, 0, 0, 62.5, ""),
    ("ann", "2026-11-03T22:59:01+00:00", 0, 1, 0, 62.5, ""),
    ("ann", "2026-11-05T12:00:00", 2, 2, 10, 56.25, "2 days late"),
    ("ann", "2026-11-05T12:00:00", 4, 2, 20, 50.0, "2 days late, handed in 4 times"),
    ("ann", "2026-11-04T12:00:00", 3, 1, 5, 59.38, "handed in 3 times"),
    ("ann", "2027-11-01T12:00:00", 1, 363, 100, 0.0, "363 days late"),
    ("bob", "2026-11-10T13:00:00", 0, 0, 0, 62.5, ""),
    ("bob", "2026-11-10T13:00:01", 0, 1, 0, 62.5, ""),
]


@pytest.mark.parametrize(("who", "when", "attempts", "days", "percent", "points", "why"), STANDINGS)
def test_days_that_have_begun_count_and_the_first_are_free(
    who: str,
    when: str,
    attempts: int,
    days: int,
    percent: float,
    points: float,
    why: str,
    tmp_path: Path,
) -> None:
    rule = read_policy(policy(tmp_path))
    found = rule.standing(made(who), Moment(when, attempts))
    assert (found.days_late, found.percent, found.points) == (days, percent, points)
    off = f"{points:g} points by the policy ({why}: {percent:g} % off)" if why else ""
    assert str(found) == off


def test_a_day_has_24_hours_also_when_clocks_change(tmp_path: Path) -> None:
    text = 'deadline = 2026-10-25T00:00:00\nzone = "Europe/Berlin"\npercent_a_day = 1'
    rule = read_policy(policy(tmp_path, text))
    days = [
        rule.standing(made(), Moment(when)).days_late
        for when in ("2026-10-25T23:00:00", "2026-10-25T23:00:01", "2026-10-26T23:00:01")
    ]
    assert days == [1, 2, 3]  # that Sunday had 25 hours


def test_files_own_times_count_only_when_told(tmp_path: Path) -> None:
    moment = Moment(files="2026-11-06T12:00:00+00:00")
    silent = read_policy(policy(tmp_path)).standing(made(), moment)
    assert (silent.days_late, silent.percent, silent.remark) == (None, 0, "nobody knows when")
    told = read_policy(policy(tmp_path, TEXT.replace("zone", "file_times = true\nzone", 1)))
    assert told.standing(made(), moment).days_late == 3
    assert told.standing(made(), replace(moment, when="2026-11-01T12:00:00")).days_late == 0


def test_who_is_late_by_name_alone_is_for_a_person(tmp_path: Path) -> None:
    late = made(notes=(LATE(file="backprop.py"),))
    found = replace(read_policy(policy(tmp_path)), extensions={})
    assert found.standing(late, Moment()).remark == "late, nobody knows how much"
    words = "1 late, 0 with points taken off; of 1 nobody knows when they handed in: ann"
    assert Lateness(found, {}).in_words([late]) == words
    timed = Lateness(found, {"ann": Moment(files="2026-11-06T12:00:00+00:00")}).in_words([late])
    assert timed.removeprefix(words) == (
        " (with file_times = true in the policy, their files' own times count)"
    )


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "deadline is missing"),
        ("deadline = 2026-11-03T23:59:00", 'no time zone; add a line zone = "Europe/Berlin"'),
        ("deadline = 2026-11-03\n", "deadline is 2026-11-03; give a day and a time"),
        ("deadline = 'soon'", "deadline is soon"),
        ("deadline = 2026-11-03T23:59:00Z\nzone = 'Mars'", "'Mars' is no zone"),
        ("deadline = 2026-11-03T23:59:00Z\npercent_per_day = 3", "percent_per_day is not known"),
        ("deadline = 2026-11-03T23:59:00Z\npercent_a_day = -3", "give a number from 0"),
        ("deadline = 2026-11-03T23:59:00Z\npercent_a_day = nan", "give a number from 0"),
        ("deadline = 2026-11-03T23:59:00Z\nfree_days = 1.5", "give a whole number"),
        ("deadline = 2026-11-03T23:59:00Z\nfree_days = true", "give a number from 0"),
        ("deadline = 2026-11-03T23:59:00Z\nfile_times = 1", "true or false"),
        ("deadline = 2026-11-03T23:59:00Z\nextensions = 3", "a table of names"),
        ("deadline = 2026-11-03T23:59:00Z\n[extensions]\nann = 3", "ann is 3; give"),
        ("deadline: soon", "is no TOML"),
    ],
)
def test_what_cannot_be_meant_is_said_in_a_sentence(text: str, why: str, tmp_path: Path) -> None:
    path = policy(tmp_path, text)
    with pytest.raises(UnusablePolicy, match="policy") as it:
        read_policy(path)
    assert why in str(it.value)
    done = CliRunner().invoke(
        main, ["grade", str(tmp_path), "--out", str(tmp_path / "out"), "--policy", str(path)]
    )
    assert done.exit_code == 1
    assert why in done.output
    assert "Traceback" not in done.output
    assert not (tmp_path / "out").exists()


def results(folder: Path) -> list[Report]:
    found = [made("ann"), made("bob"), made("cem")]
    lines = [json.dumps(report.to_dict()) + "\n" for report in found]
    (folder / "results.jsonl").write_text("".join(lines), encoding="utf-8")
    policy(folder)
    keep_moments(folder, {"ann": Moment("2026-11-06T12:00:00", 3)})
    keep_moments(folder, {"bob": Moment("2026-11-03T12:00:00")})
    return found


def exported(folder: Path, kind: str, *more: str) -> tuple[list[dict[str, str]], str]:
    words = ["export", str(folder), "--format", kind, "--title", "HW", "--output", "-", *more]
    done = CliRunner().invoke(main, words)
    assert done.exit_code == 0, done.output
    return list(csv.DictReader(io.StringIO(done.stdout))), done.stderr


def test_tables_have_columns_of_their_own_beside_what_was_earned(tmp_path: Path) -> None:
    results(tmp_path)
    rows, _ = exported(tmp_path, "csv")
    assert [row["score"] for row in rows] == ["62.5"] * 3
    assert [row["days_late"] for row in rows] == ["3", "0", ""]
    assert [row["score_after_policy"] for row in rows] == ["46.88", "62.5", "62.5"]
    assert [row["policy_remark"] for row in rows] == ["", "", "nobody knows when"]
    (_, *canvas), _ = exported(tmp_path, "canvas")
    assert (canvas[0]["HW"], canvas[0]["HW after the policy"]) == ("62.5", "46.88")
    moodle, _ = exported(tmp_path, "moodle")
    assert (moodle[0]["HW"], moodle[0]["HW after the policy"]) == ("62.5", "46.88")
    blackboard, said = exported(tmp_path, "blackboard")
    assert (blackboard[0]["HW"], blackboard[0]["HW after the policy"]) == ("62.5", "46.88")
    assert "'HW after the policy', worth no points" in said
    item, after = "HW Points Grade", "HW after the policy Points Grade"
    brightspace, _ = exported(tmp_path, "brightspace")
    assert (brightspace[0][item], brightspace[0][after]) == ("62.5", "46.88")


BOTH = ("HW [Total Pts: 100 Score] |1", "HW after the policy [Total Pts: 100 Score] |2")


def test_a_column_that_the_platform_has_for_them_is_found(tmp_path: Path) -> None:
    results(tmp_path)
    lines = [f"Username,{','.join(BOTH)}", *(f"{name},," for name in ("ann", "bob", "cem"))]
    (tmp_path / "list.csv").write_text("\n".join(lines), encoding="utf-8")
    rows, said = exported(tmp_path, "blackboard", "--roster", str(tmp_path / "list.csv"))
    assert [rows[0][title] for title in BOTH] == ["62.5", "46.88"]
    assert said == ""
    known = "Username,HW Points Grade,End-of-Line Indicator\nann,,#\nbob,,#\ncem,,#\n"
    (tmp_path / "list.csv").write_text(known, encoding="utf-8")
    rows, said = exported(tmp_path, "brightspace", "--roster", str(tmp_path / "list.csv"))
    assert rows[0]["HW after the policy Points Grade"] == "46.88"
    assert "Brightspace knows no item 'HW after the policy'" in said


WORDS = "46.88 points by the policy (3 days late, handed in 3 times: 25 % off)"


def test_where_there_is_one_grade_the_policy_is_told_in_words(tmp_path: Path) -> None:
    results(tmp_path)
    sheet = "Identifier,Status,Grade,Maximum Grade,Last modified (grade),Feedback comments\n"
    sheet += "".join(f"Participant {at},,,100.00,-,\n" for at in (1, 2, 3))
    (tmp_path / "sheet.csv").write_text(sheet, encoding="utf-8")
    text = (tmp_path / "results.jsonl").read_text(encoding="utf-8")
    for at, name in enumerate(("ann", "bob", "cem"), 1):
        text = text.replace(f'"{name}"', f'"Participant_{at}"')
        moment = read_moments(tmp_path).get(name, Moment())
        keep_moments(tmp_path, {f"Participant_{at}": moment})
    (tmp_path / "results.jsonl").write_text(text, encoding="utf-8")
    rows, said = exported(tmp_path, "moodle", "--roster", str(tmp_path / "sheet.csv"))
    assert [row["Grade"] for row in rows] == ["62.5"] * 3
    assert [WORDS in row["Feedback comments"] for row in rows] == [True, False, False]
    assert "one grade: as earned" in said


def test_gradescope_and_junit_say_what_the_policy_takes_off(tmp_path: Path) -> None:
    results(tmp_path)
    words = ["export", str(tmp_path), "--format", "gradescope", "--output", str(tmp_path / "out")]
    assert "scores are as earned" in CliRunner().invoke(main, words).stderr
    ann = json.loads((tmp_path / "out" / "ann" / "results.json").read_bytes())
    assert (ann["score"], ann["output"]) == (62.5, WORDS)
    assert ann["extra_data"]["policy"]["score_after_policy"] == 46.88
    bob = json.loads((tmp_path / "out" / "bob" / "results.json").read_bytes())
    assert (bob["output"], bob["extra_data"]["policy"]["days_late"]) == ("", 0)
    done = CliRunner().invoke(main, ["export", str(tmp_path), "--format", "junit", "--output", "-"])
    suite = ElementTree.fromstring(done.stdout.encode())[0]
    told = {each.get("name"): each.get("value") for each in suite.iter("property")}
    assert (told["score"], told["score_after_policy"], told["days_late"]) == ("62.5", "46.88", "3")


def test_without_a_policy_nothing_is_said_of_it(tmp_path: Path) -> None:
    results(tmp_path)
    (tmp_path / POLICY).unlink()
    assert lateness_in(tmp_path) is None
    for kind in ("csv", "canvas", "moodle", "blackboard", "brightspace"):
        rows, said = exported(tmp_path, kind)
        assert not any("policy" in name for name in rows[0])
        assert "policy" not in said


def test_a_damaged_list_of_moments_is_no_list(tmp_path: Path) -> None:
    for text in (
        "",
        "[]",
        '{"ann": 3}',
        '{"ann": {"when": "", "more": 1}}',
        '{"a": {"when": "x"}}',
    ):
        (tmp_path / HANDED_IN).write_text(text)
        assert read_moments(tmp_path) == {}


def test_the_page_of_a_student_says_what_was_taken_off(tmp_path: Path) -> None:
    folder = tmp_path / "results"
    folder.mkdir()
    found = [replace(report, assignment="weight_init") for report in results(folder)]
    lines = [json.dumps(report.to_dict()) + "\n" for report in found]
    (folder / "results.jsonl").write_text("".join(lines), encoding="utf-8")
    done = CliRunner().invoke(main, ["report", str(folder), "--no-pictures"])
    assert done.exit_code == 0, done.output
    pages = folder / "report" / "students"
    words = "46.88 points by the policy (3 days late, handed in 3 times: 25 % off)"
    assert words in (pages / "ann.html").read_text(encoding="utf-8")
    assert "by the policy" not in (pages / "bob.html").read_text(encoding="utf-8")


@needs_lockdown
def test_the_grader_keeps_times_and_policy_beside_the_records(tmp_path: Path) -> None:
    # An untouched file earns nothing, and takes no time.
    stub = "def zeros_init(fan_in, fan_out):\n    raise NotImplementedError\n"
    names = ("12-67 - Jane - Nov 5, 2026 222 PM", "13-67 - Ed - Nov 1, 2026 222 PM")
    files = {f"{name}/initializers.py": stub.encode() for name in names}
    folder, out = put(tmp_path / "class", files), tmp_path / "out"
    words = ["grade", str(folder), "--out", str(out), "--workers", "1"]
    given = tmp_path / "late.toml"
    given.write_text(TEXT, encoding="utf-8")
    done = CliRunner().invoke(main, [*words, "--policy", str(given)])
    assert done.exit_code == 0, done.output
    assert "1 late, 1 with points taken off; extensions for nobody's hand-in: bob" in done.output
    with open(out / "scores.csv", encoding="utf-8", newline="") as file:
        rows = {row["student"]: row for row in csv.DictReader(file)}
    assert rows["12-67 - Jane"]["days_late"] == "2"
    assert rows["13-67 - Ed"]["days_late"] == "0"
    assert asdict(read_moments(out)["12-67 - Jane"])["when"] == "2026-11-05T14:22"
    # Without the option the policy stays, and nothing is graded twice.
    done = CliRunner().invoke(main, words)
    assert "0 graded now" in done.output
    assert "1 late" in done.output
