"""`autograder grade` from the outside: layouts in, records out, the same every time."""

import os
import platform
import resource
import shutil
import subprocess
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner, Result

from autograder.cli import main
from tests.batch.classes import (
    ROOT,
    by_student,
    command,
    environment,
    mixed_class,
    needs_lockdown,
    put,
    records,
    right,
    run,
)

pytestmark = needs_lockdown
QUICK = ("--timeout", "2")


def grade(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["grade", *map(str, arguments)])


@pytest.fixture(scope="module")
def hand_ins(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return mixed_class(tmp_path_factory.mktemp("mixed") / "submitted")


@pytest.fixture(scope="module")
def results(hand_ins: Path) -> Path:
    """Graded once, by two workers."""
    out = hand_ins.parent / "results"
    done = grade(hand_ins, "--out", out, "--seed", 3, "--workers", 2, *QUICK)
    assert done.exit_code == 0, done.output
    return out


def test_everybody_has_a_record(results: Path) -> None:
    found = by_student(results)
    statuses = {student: record["status"] for student, record in found.items()}
    assert statuses == dict.fromkeys(statuses, "graded") | {"dot": "empty"}
    assert len(statuses) == 10
    assert {name for name, record in found.items() if record["score"] == 100} == {
        "ann",
        "hal",
        "ida",
        "jon",
    }
    assert all(record["seed"] == 3 for record in found.values())
    assert "found only notes.txt" in found["dot"]["notes"]


def test_scores_csv_has_a_row_a_student(results: Path) -> None:
    lines = (results / "scores.csv").read_text().splitlines()
    assert len(lines) == 11
    assert lines[1].startswith("ann,graded,100,100,4,")


def test_records_do_not_depend_on_workers(hand_ins: Path, results: Path, tmp_path: Path) -> None:
    done = grade(hand_ins, "--out", tmp_path, "--seed", 3, "--workers", 1, *QUICK)
    assert done.exit_code == 0
    assert records(tmp_path) == records(results)


def test_with_another_line_in_a_check_everything_is_graded_anew(tmp_path: Path) -> None:
    package = tmp_path / "autograder"
    shutil.copytree(ROOT / "autograder", package)  # compiled as it is
    put(tmp_path / "submitted" / "ann", right())

    def graded() -> str:
        arguments = ("grade", "submitted", "--out", "out", "--workers", 1, "--seed", 1, *QUICK)
        done = subprocess.run(
            command(*arguments),
            cwd=tmp_path,
            env=environment() | {"PYTHONPATH": str(tmp_path)},
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    assert "1 submission: 1 graded" in graded()
    assert "0 graded now, 1 had a record already" in graded()
    with (package / "checking" / "intake.py").open("a") as intake:
        intake.write("\n# one more line\n")
    again = graded()
    assert "other checks than before: everything is graded anew" in again.replace("\n", " ")
    assert "had a record already" not in again


def test_with_another_numpy_everything_is_graded_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path / "submitted" / "ann", {"backprop.py": b"x = 1\n"})
    grade(tmp_path / "submitted", "--out", tmp_path / "out", "--workers", 1, "--seed", 1)
    found = by_student(tmp_path / "out")["ann"]["environment"]
    assert found == {
        "python": platform.python_version(),
        "numpy": np.__version__,
        "lockdown": "kernel",
    }
    monkeypatch.setattr(
        "autograder.batch.run.versions", lambda: {"python": found["python"], "numpy": "1.0"}
    )
    again = grade(tmp_path / "submitted", "--out", tmp_path / "out", "--workers", 1, "--seed", 1)
    assert "another NumPy than before: everything is graded anew" in again.output


def test_nothing_is_graded_twice_and_what_changed_is_graded_anew(tmp_path: Path) -> None:
    hand_ins, out = tmp_path / "submitted", tmp_path / "out"
    for student in ("ann", "ben"):
        put(hand_ins / student, right())
    first = grade(hand_ins, "--out", out, "--workers", 1)
    seed = first.output.split()[1].rstrip(";")
    again = grade(hand_ins, "--out", out, "--workers", 1)
    assert f"seed {seed}" in again.output
    assert "0 graded now, 2 had a record already" in again.output
    ann = by_student(out)["ann"]
    put(hand_ins / "ben", {"backprop.py": b"import numpy as np\n"})
    changed = grade(hand_ins, "--out", out, "--workers", 1)
    assert "1 graded now, 1 had a record already" in changed.output
    assert by_student(out)["ann"] == ann
    assert 0 < by_student(out)["ben"]["score"] < 60
    other = grade(hand_ins, "--out", out, "--workers", 1, "--seed", int(seed) + 1)
    assert "another seed than before" in other.output
    limits = grade(hand_ins, "--out", out, "--workers", 1, "--timeout", 7)
    assert "another time limit (--timeout) than before" in limits.output
    assert {record["seed"] for record in records(out)} == {int(seed) + 1}


def test_strays_and_those_who_are_gone_are_told(tmp_path: Path) -> None:
    for student in ("ann", "ben"):
        put(tmp_path / "class" / student, {"notes.txt": b"x"})
    put(tmp_path / "class", {f"{letter}.csv": b"" for letter in "abcd"})
    arguments = (tmp_path / "class", "--out", tmp_path / "out", "--workers", 1)
    assert "4 stray files, nobody's: a.csv, b.csv, c.csv, …" in grade(*arguments).output
    shutil.rmtree(tmp_path / "class" / "ben")
    again = grade(*arguments)
    assert "1 record from before kept, with no hand-in now: ben" in again.output
    assert set(by_student(tmp_path / "out")) == {"ann", "ben"}
    other = grade(*arguments, "--seed", 2**31)  # no seed that is chosen is as large
    assert "1 student only there, as they have no hand-in now: ben" in other.output
    assert set(by_student(tmp_path / "out")) == {"ann"}


def test_results_may_lie_among_the_hand_ins(tmp_path: Path) -> None:
    put(tmp_path / "class" / "ann", right())
    for _ in range(2):
        done = grade(tmp_path / "class", "--out", tmp_path / "class" / "results", "--workers", 1)
        assert "; 1 hand-in\n" in done.output
        assert "stray" not in done.output
    assert "0 graded now, 1 had a record already" in done.output


def test_records_stay_when_a_cluster_with_other_settings_is_not_there(
    results: Path, hand_ins: Path, tmp_path: Path
) -> None:
    pytest.importorskip("distributed")
    shutil.copytree(results, tmp_path / "out")
    wrong = ("--seed", 4, "--scheduler", "tcp://127.0.0.1:1", *QUICK)
    done = grade(hand_ins, "--out", tmp_path / "out", *wrong)
    assert "there is no Dask scheduler" in done.output
    assert records(tmp_path / "out") == records(results)


def test_a_salt_gives_everybody_cases_of_their_own(tmp_path: Path) -> None:
    code = b"\n\ndef sigmoid(a):\n    raise ValueError(float(np.sum(a)))\n"
    files = right() | {"backprop.py": right()["backprop.py"] + code}
    for student in ("ann", "ben"):
        put(tmp_path / "submitted" / student, files)
    (tmp_path / "salt").write_text("a secret word")
    seen = {}
    for name, salt in (("plain", []), ("salted", ["--salt", tmp_path / "salt"])):
        out = tmp_path / name
        assert grade(tmp_path / "submitted", "--out", out, "--seed", 1, *salt).exit_code == 0
        seen[name] = [str(record["checks"]) for record in records(out)]
        assert "secret" not in (out / "run.json").read_text()
    assert seen["plain"][0] == seen["plain"][1]
    assert len({*seen["plain"], *seen["salted"]}) == 3


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["{tmp}/missing", "--out", "{tmp}/out"], "does not exist"),
        (["{tmp}/empty", "--out", "{tmp}/out"], "holds no hand-in"),
        (["{tmp}/one", "--out", "{tmp}/file"], "cannot be opened"),
        (["{tmp}/one", "--out", "{tmp}/out", "--assignment", "nope"], "no assignment 'nope'"),
        (["{tmp}/one", "--out", "{tmp}/out", "--salt", "{tmp}/nope"], "salt"),
        (["{tmp}/one", "--out", "{tmp}/out", "--salt", "{tmp}/nothing"], "is empty"),
        (["{tmp}/one", "--out", "{tmp}/out", "--workers", "0"], "--workers"),
        (["{tmp}/one"], "--out"),
        (["{tmp}/one", "--out", ""], "it is empty; give a path"),
        (["", "--out", "{tmp}/out"], "it is empty; give a path"),
        (["{tmp}/one", "--out", "{tmp}/out", "--timeout", "nan"], "--timeout cannot be nan"),
        (["{tmp}/one", "--out", "{tmp}/out", "--assignment", "../x"], "../x is no folder"),
        (["{tmp}/one", "--out", "{tmp}/out", "--assignment", "os.path"], "is no assignment"),
        (["{tmp}/a\nb", "--out", "{tmp}/out"], "a\\nb does not exist"),
        (["{tmp}/one", "--out", "{tmp}/out", "--salt", os.__file__], "must stay unreadable"),
        (["{tmp}/one", "--out", "{tmp}/out", "--scheduler", "nonsense"], "tcp://host:port"),
    ],
)
def test_mistakes_are_said_in_a_sentence(
    tmp_path: Path, arguments: list[str], sentence: str
) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "file").write_text("x")
    (tmp_path / "nothing").write_text("")
    put(tmp_path / "one", right())
    done = grade(*(argument.format(tmp=tmp_path) for argument in arguments))
    assert done.exit_code != 0
    assert sentence in done.output
    assert "Traceback" not in done.output
    assert not (tmp_path / "out").exists()


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="mounts need root")
def test_a_full_disk_keeps_the_journal_whole(hand_ins: Path, results: Path, tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(disk)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("tmpfs cannot be mounted here")
    try:
        arguments = ("grade", hand_ins, "--out", disk, "--seed", 3, *QUICK)
        full = run(*arguments)
        assert full.returncode != 0
        assert "No space left on device" in full.stderr
        assert "Traceback" not in full.stderr
        kept = records(disk)
        assert 0 < len(kept) < 10
        subprocess.run(["mount", "-o", "remount,size=10m", str(disk)], check=True)
        more = run(*arguments)
        assert f"{10 - len(kept)} graded now, {len(kept)} had a record already" in more.stdout
        assert records(disk) == records(results)
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def test_a_file_size_limit_keeps_the_journal_whole(hand_ins: Path, tmp_path: Path) -> None:
    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (30_000, 30_000))

    done = subprocess.run(
        # Without lock-down, whose self-test wants to write a longer file.
        command("grade", hand_ins, "--out", tmp_path, "--unsafe", *QUICK),
        preexec_fn=limit,
        env=environment(),
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode != 0
    assert "File too large" in done.stderr
    assert 0 < len(records(tmp_path)) < 10


def test_a_read_only_folder_is_said_in_a_sentence(tmp_path: Path) -> None:
    put(tmp_path / "one", right())
    folder = Path("/proc/sys") if os.geteuid() == 0 else tmp_path / "closed"
    if os.geteuid() != 0:
        folder.mkdir(mode=0o500)
    done = grade(tmp_path / "one", "--out", folder / "results")
    assert done.exit_code != 0
    assert "cannot be opened" in done.output


def test_unsafe_says_so_in_every_record(tmp_path: Path) -> None:
    put(tmp_path / "one", right())
    done = grade(tmp_path / "one", "--out", tmp_path / "out", "--unsafe", "--workers", 1)
    assert "no lock-down" in done.output
    (record,) = records(tmp_path / "out")
    assert record["score"] == 100
    assert record["notes"] == ["graded without lock-down (--unsafe)"]


def test_without_lock_down_nothing_is_graded(tmp_path: Path) -> None:
    put(tmp_path / "one", right())
    # Inside a filter that refuses filters, as in some containers.
    code = (
        "import sys; from autograder.student.lockdown import locking; import autograder.cli\n"
        "import autograder.student.host.launching as launching\n"
        "launching.sys = type('Elsewhere', (), {'platform': 'win32'})\n"
        "from autograder.batch.worker import Grader, Settings\n"
        "from autograder.student.limits import Limits\n"
        "Grader(Settings('weight_init', 1, b'', Limits()))\n"
    )
    done = subprocess.run(
        [*command()[:1], "-c", code],
        env=environment(),
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "NoLockdown: there is no lock-down for win32" in done.stderr


def test_doctor_says_that_classes_can_be_graded() -> None:
    done = CliRunner().invoke(main, ["doctor"])
    assert done.exit_code == 0
    assert "degree              kernel" in done.output


@pytest.mark.parametrize(
    "lesson", ["weight_init", pytest.param("scaled_init", marks=pytest.mark.thorough)]
)
def test_the_demonstration_goes_all_the_way(lesson: str, tmp_path: Path) -> None:
    done = run("demo", "--assignment", lesson, "--out", tmp_path)
    assert done.returncode == 0, done.stderr
    found = by_student(tmp_path / "results")
    assert {record["assignment"] for record in found.values()} == {lesson}
    assert found["ada-right"]["score"] == found["hana-notebooks"]["score"] == 100
    assert found["ines-downloads"]["score"] == 100
    assert found["gus-nothing"]["status"] == "empty"
    assert found["mallory-links"]["status"] == "unreadable"
    assert all(found[name]["score"] < 100 for name in found if name.startswith("mallory"))
    assert "root:" not in (tmp_path / "results" / "results.jsonl").read_text()
    assert (tmp_path / "results" / "report" / "index.html").exists()
