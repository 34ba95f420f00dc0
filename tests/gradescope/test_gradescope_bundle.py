"""The Gradescope autograder, run for real in a tree like Gradescope's."""

import io
import json
import os
import shutil
import stat
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner

from autograder.catalogue import UnknownAssignment
from autograder.cli import main
from autograder.gradescope import confined as confined_module
from autograder.gradescope import run
from autograder.gradescope.build import bundle
from autograder.gradescope.confined import NOBODY_ELSE, Confined
from autograder.gradescope.settings import BundleSettings
from autograder.results.reading import ExportError
from autograder.student.host.warm import NoLockdown
from autograder.student.limits import Limits
from tests.corpora import right_texts
from tests.gradescope.gradescope_rules import problems

linux = pytest.mark.skipif(sys.platform != "linux", reason="Gradescope's containers run Linux")


def readable_by_others(path: str) -> bool:
    """Whether another user can get at a file."""
    folders = [Path(path).resolve(), *Path(path).resolve().parents]
    return all(folder.stat().st_mode & stat.S_IXOTH or folder.is_file() for folder in folders)


@dataclass
class Container:
    """A tree like /autograder."""

    root: Path

    def submit(self, **texts: str) -> None:
        """Put files into the submission."""
        for name, text in texts.items():
            (self.root / "submission" / f"{name}.py").write_text(text, encoding="utf-8")

    def environment(self, python: str = sys.executable) -> dict[str, str]:
        return os.environ | {"AUTOGRADER_ROOT": str(self.root), "AUTOGRADER_PYTHON": python}

    def run(
        self, python: str = sys.executable, cwd: Path | None = None
    ) -> subprocess.CompletedProcess[str]:
        """Run the script as Gradescope does, or in another folder."""
        return subprocess.run(
            ["bash", str(self.root / "run_autograder")],
            cwd=cwd or self.root,
            env=self.environment(python),
            check=False,
            capture_output=True,
            text=True,
            timeout=120,
        )

    def results(self) -> dict:
        """What Gradescope would read, held against its rules."""
        data = (self.root / "results" / "results.json").read_bytes()
        assert problems(data) == []
        return json.loads(data)


@pytest.fixture
def unpacked(tmp_path) -> Callable[..., Container]:
    """Unpacks a bundle as Gradescope does."""

    def unpack(settings: BundleSettings | None = None, salt: bytes = b"") -> Container:
        for name in ("source", "submission", "results"):
            (tmp_path / name).mkdir()
        data = bundle(settings or BundleSettings("weight_init"), salt)
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            archive.extractall(tmp_path / "source")
        shutil.copy(tmp_path / "source" / "run_autograder", tmp_path)
        return Container(tmp_path)

    return unpack


def points(record: dict, exercise: str) -> float:
    return sum(test["score"] for test in record["tests"] if test["tags"][0] == exercise)


def said(record: dict) -> str:
    return "\n".join(test["output"] for test in record["tests"])


def test_the_zip_is_laid_out_as_gradescope_wants_it():
    data = bundle(BundleSettings("weight_init"))
    archive = zipfile.ZipFile(io.BytesIO(data))
    names = archive.namelist()
    assert {"setup.sh", "run_autograder"} <= set(names)
    for script in ("setup.sh", "run_autograder"):
        assert archive.getinfo(script).external_attr >> 16 == 0o100755
        text = archive.read(script).decode("ascii")
        assert text.startswith("#!/usr/bin/env bash\n")
        assert "\r" not in text
        subprocess.run(["bash", "-n"], input=text, text=True, check=True)
    assert "package/autograder/student/guest/serve.py" in names
    assert not [n for n in names if "solutions" in n or "__pycache__" in n or n.endswith(".ipynb")]
    assert not [n for n in names if n.startswith("/") or ".." in n]
    assert problems(archive.read("unfinished.json")) == []
    assert bundle(BundleSettings("weight_init")) == data


def test_the_salt_is_in_the_zip_and_nowhere_else():
    archive = zipfile.ZipFile(io.BytesIO(bundle(BundleSettings("weight_init"), b"pepper!")))
    assert [name for name in archive.namelist() if b"pepper!" in archive.read(name)] == ["salt"]


def test_what_cannot_be_bundled_is_refused():
    with pytest.raises(UnknownAssignment, match="no assignment 'nothing'"):
        bundle(BundleSettings("nothing"))
    with pytest.raises(ExportError, match="visibility"):
        BundleSettings("weight_init", visibility=["sometimes"])


def test_the_command_writes_the_zip(tmp_path):
    salt = tmp_path / "salt"
    salt.write_bytes(b" pepper\n")  # as editors write it; `autograder grade` reads it so, too
    target = tmp_path / "gs" / "autograder.zip"
    arguments = ["bundle", "gradescope", "--output", str(target), "--seed", "5", "--timeout", "9"]
    result = CliRunner().invoke(main, [*arguments, "--salt", str(salt)])
    assert result.exit_code == 0, result.output
    with zipfile.ZipFile(target) as archive:
        settings = json.loads(archive.read("settings.json"))
        assert archive.read("salt") == b"pepper"
    assert (settings["seed"], settings["seconds"]) == (5, 9.0)
    assert stat.S_IMODE(target.stat().st_mode) == 0o600


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (["--assignment", "nothing"], "no assignment"),
        (["--salt", "nowhere"], "cannot be read"),
        (["--salt", os.devnull], "is empty"),
        (["--visibility", "x"], "is no visibility"),
        (["--output", os.devnull + "/x"], "cannot be written"),
    ],
)
def test_the_command_refuses_in_a_sentence(arguments, why, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(main, ["bundle", "gradescope", *arguments])
    assert os.listdir(tmp_path) == []
    assert result.exit_code == 1
    assert result.stderr.startswith("Error: ") and why in result.stderr
    assert result.stderr.count("\n") == 1


@linux
def test_a_right_submission_gets_everything(unpacked):
    container = unpacked(
        BundleSettings("weight_init", seed=3, visibility=["claims.*=after_due_date"])
    )
    container.submit(**right_texts())
    ran = container.run()
    record = container.results()
    assert record["score"] == 100, ran.stdout
    assert record["extra_data"]["seed"] == 3
    assert record["stdout_visibility"] == "hidden"
    late = {test["extra_data"]["id"] for test in record["tests"] if test["visibility"] != "visible"}
    assert late and all(name.startswith("claims.") for name in late)
    assert "Student code ran as" in ran.stdout and "100 of 100" in ran.stdout
    modes = [
        stat.S_IMODE(container.root.joinpath(name).stat().st_mode)
        for name in ("source", "submission", "results", "results/results.json")
    ]
    assert modes == [0o700, 0o700, 0o700, 0o600]
    assert os.listdir(container.root / "results") == ["results.json"]


@linux
def test_the_student_comes_from_the_metadata_and_decides_the_salted_cases(unpacked):
    container = unpacked(salt=b"pepper")
    container.submit(backprop="def sigmoid(a): return a")
    seen = []
    for users in ([{"email": "b@x"}, {"email": "a@x"}], [{"email": "c@x"}], [], "nonsense"):
        metadata = {"id": 1, "users": users}
        (container.root / "submission_metadata.json").write_text(json.dumps(metadata))
        container.run()
        record = container.results()
        seen.append((record["extra_data"]["student"], said(record)))
    assert [student for student, _ in seen] == ["a@x+b@x", "c@x", "submission", "submission"]
    assert seen[0][1] != seen[1][1]
    assert seen[2][1] == seen[3][1]


HOSTILE = """
import os

def attempt(what):
    try:
        return f"DONE {what()!r}"
    except BaseException as error:
        return type(error).__name__

ROOT = %r
PACKAGE = ROOT + "/source/package/autograder"
def forge():
    with open(ROOT + "/results/results.json", "w") as file:
        file.write('{"score": 1000}')

def replace():
    os.rename(ROOT + "/results/results.json", ROOT + "/results/old")

ATTEMPTS = {
    "forge": attempt(forge),
    "replace": attempt(replace),
    "salt": attempt(lambda: open(ROOT + "/source/salt").read()),
    "answers": attempt(lambda: open(PACKAGE + "/grading/submission.py").read()),
    "package": attempt(lambda: os.listdir(PACKAGE)),
    "metadata": attempt(lambda: open(ROOT + "/submission_metadata.json").read()),
    "submission": attempt(lambda: open(ROOT + "/submission/initializers.py", "a")),
    "root again": attempt(lambda: os.setuid(0)),
    "kill": attempt(lambda: os.kill(os.getppid(), 9)),
    "memory": attempt(lambda: open(f"/proc/{os.getppid()}/mem", "rb").read(1)),
}

def zeros_init(fan_in, fan_out):
    done = [f"{name}: {how}" for name, how in ATTEMPTS.items() if how.startswith("DONE")]
    raise RuntimeError("; ".join(done) or "kept out")
"""


@linux
def test_student_code_cannot_reach_anything_that_matters(unpacked):
    container = unpacked(salt=b"pepper")
    (container.root / "submission_metadata.json").write_text('{"users": []}')
    texts = right_texts()
    texts["initializers"] += HOSTILE % str(container.root)
    container.submit(**texts)
    assert (container.root / "source/package/autograder/grading/submission.py").exists()
    container.run()
    record = container.results()
    assert "RuntimeError: kept out" in said(record)
    # What the honest part of the file earns, and no more.
    assert points(record, "backprop") + points(record, "diagnostics") == 70
    assert 70 < record["score"] < 100


@linux
def test_a_submission_that_leaves_or_hangs_has_results(unpacked):
    container = unpacked(BundleSettings("weight_init", seconds=4))
    texts = right_texts()
    texts["backprop"] += (
        "\nimport os\ndef sigmoid(a): os._exit(0)\ndef tanh_grad(a):\n    while 1: pass\n"
    )
    container.submit(**texts)
    container.run()
    record = container.results()
    assert points(record, "initializers") == 24
    assert record["score"] < 100


@linux
@pytest.mark.parametrize(
    "what", ["no python", "no package", "bad settings", "no submission folder"]
)
def test_whatever_fails_there_are_results(unpacked, what):
    container = unpacked()
    container.submit(**right_texts())
    python = sys.executable
    if what == "no python":
        python = "/nowhere/python"
    elif what == "no package":
        package = container.root / "source" / "package"
        shutil.rmtree(package)
        # Not merely absent: this very interpreter may have another copy installed.
        (package / "autograder").mkdir(parents=True)
        (package / "autograder" / "__init__.py").write_text("raise ImportError")
    elif what == "bad settings":
        (container.root / "source" / "settings.json").write_text("{")
    else:
        shutil.rmtree(container.root / "submission")
    ran = container.run(python)
    assert ran.returncode == 0
    record = container.results()
    assert record["score"] == 0
    assert "your instructor" in record["output"]


@linux
def test_results_say_from_the_start_that_grading_did_not_end(unpacked):
    container = unpacked()
    shutil.rmtree(container.root / "results")
    texts = right_texts()
    texts["initializers"] = "while True: pass\n"
    container.submit(**texts)
    process = subprocess.Popen(
        ["bash", str(container.root / "run_autograder")],
        env=container.environment(),
        stdout=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        deadline = time.monotonic() + 20
        while not (container.root / "results" / "results.json").exists():
            assert time.monotonic() < deadline
            time.sleep(0.01)
        record = container.results()
    finally:
        os.killpg(process.pid, 9)
        process.wait()
    assert "did not come to an end" in record["output"]
    assert container.results() == record


@linux
def test_an_empty_submission_is_told_so(unpacked):
    """It is graded from within itself here, and names a module after one that the grader needs."""
    container = unpacked()
    container.submit(json="raise SystemExit")
    container.run(cwd=container.root / "submission")
    record = container.results()
    assert record["score"] == 0
    assert "No exercise file was found" in record["output"]


@linux
def test_a_closed_log_costs_no_result(unpacked):
    container = unpacked()
    container.submit(backprop="")
    command = f"bash {container.root}/run_autograder | true"
    subprocess.run(["bash", "-c", command], env=container.environment(), check=True, timeout=60)
    assert len(container.results()["tests"]) > 10


@linux
def test_the_program_itself_writes_results(unpacked, monkeypatch, capsys):
    container = unpacked(BundleSettings("weight_init", visibility=["hidden"]), b"pepper")
    monkeypatch.setenv("AUTOGRADER_ROOT", str(container.root))
    monkeypatch.setattr(sys, "argv", ["run.py"])
    container.submit(diagnostics="def (")
    assert run.main() == 0
    record = container.results()
    assert record["score"] == 0
    assert {test["visibility"] for test in record["tests"]} == {"hidden"}
    log = capsys.readouterr().out
    assert log.startswith("Student code ran as ")
    assert "note: diagnostics.py, line 1: syntax error" in log
    (container.root / "source" / "settings.json").unlink()
    assert run.main() == 0
    assert container.results()["output"] == run.FAILED
    assert "FileNotFoundError" in capsys.readouterr().out


@linux
def test_a_process_that_says_nothing_is_given_up(monkeypatch):
    monkeypatch.setattr(confined_module, "START_SECONDS", 0.001)
    with closing(Confined(Limits())) as confined:
        with pytest.raises(NoLockdown, match="did not start"):
            confined.launch()
        assert not confined._processes


@linux
def test_what_is_left_is_ended(monkeypatch):
    confined = Confined(Limits())
    process = confined.launch()
    (left,) = confined._processes.values()
    confined.close()
    assert left.poll() is not None
    process.end()


@linux
def test_setup_asks_which_protection_there_is(unpacked):
    container = unpacked()
    ran = subprocess.run(
        [sys.executable, "-s", "-B", "-m", "autograder.gradescope.run", "--check"],
        env=container.environment() | {"PYTHONPATH": str(container.root / "source" / "package")},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert ran.stdout.startswith("Student code will run as ")
    assert not (container.root / "results" / "results.json").exists()


@linux
def test_without_any_protection_nothing_is_graded_unless_told(monkeypatch):
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    with (
        closing(Confined(Limits(), lock=False)) as confined,
        pytest.raises(NoLockdown, match="a process of its own, and no more"),
    ):
        confined.launch()
    with closing(Confined(Limits(), lock=False, unsafe=True)) as confined:
        process = confined.launch()
        assert confined.degree == "a process of its own, and no more"
        process.end()
    assert not confined.folder.exists()


@linux
@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become somebody else")
def test_without_a_lock_down_it_is_another_user(capfd):
    with closing(Confined(Limits(), lock=False)) as confined:
        if not all(readable_by_others(part) for part in (os.__file__, np.__file__)):
            with pytest.raises(NoLockdown, match="did not start"):
                confined.launch()
            assert "PermissionError" in capfd.readouterr().err
            return
        process = confined.launch()
        assert confined.degree == "another user, without a lock-down by the kernel"
        status = Path(f"/proc/{process.connection.pid}/status").read_text(encoding="utf-8")
        assert f"Uid:\t{NOBODY_ELSE}\t{NOBODY_ELSE}\t{NOBODY_ELSE}" in status
        process.end()


PYTHON = """#!/bin/sh
echo "$0 $*" >> {log}
case "$*" in
    -c*) exit {fits} ;;
    "-m venv "*) mkdir -p "$3/bin" && cp "$0" "$3/bin/python" ;;
    "-m pip "*) exit {numpy} ;;
esac
"""
APT = """#!/bin/sh
echo "$0 $*" >> {log}
case "$*" in
    *"install"*"{new} "*) mv {folder}/waiting {folder}/{new} ;;
    search*) printf 'python3.9 - old\\npython3.10 - old\\n{new} - new\\n' ;;
esac
"""


@dataclass
class Image:
    """A system with only these Pythons; each says whether it fits, and whether NumPy does."""

    root: Path
    container: Container

    def python(self, name: str, fits: bool = True, numpy: bool = True) -> None:
        log = self.root / "log"
        text = PYTHON.format(log=log, fits=int(not fits), numpy=int(not numpy))
        self.put(name, text)

    def put(self, name: str, text: str) -> None:
        path = self.root / "bin" / name
        path.write_text(text)
        path.chmod(0o755)

    def offers(self, python: str) -> None:
        """Have the system's packages hold a Python, which comes out of `waiting`."""
        apt = APT.format(log=self.root / "log", folder=self.root / "bin", new=python)
        for name in ("apt-get", "apt-cache"):
            self.put(name, apt)

    def set_up(self) -> tuple[int, str]:
        done = subprocess.run(
            ["bash", str(self.container.root / "source" / "setup.sh")],
            env={"PATH": str(self.root / "bin"), "AUTOGRADER_ROOT": str(self.container.root)},
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )
        log = self.root / "log"
        return done.returncode, (log.read_text() if log.exists() else "") + done.stderr


@pytest.fixture
def image(tmp_path, unpacked) -> Image:
    folder = tmp_path / "system" / "bin"
    folder.mkdir(parents=True)
    for tool in ("bash", "sh", "grep", "sort", "rm", "mkdir", "cp", "mv", "chmod", "printf"):
        (folder / tool).symlink_to(shutil.which(tool))
    return Image(tmp_path / "system", unpacked())


@linux
@pytest.mark.parametrize(
    ("pythons", "taken"),
    [
        ({"python3": True}, "python3"),
        ({"python3.14": True}, "python3.14"),
        ({"python3": False, "python3.9": False, "python3.15": True}, "python3.15"),
        ({"python3.9": True, "python3.10": True, "python3.20": True}, "python3.20"),
    ],
)
def test_setup_takes_any_python_that_is_new_enough(image, pythons, taken):
    for name, fits in pythons.items():
        image.python(name, fits)
    status, log = image.set_up()
    assert status == 0, log
    assert f"bin/{taken} -m venv" in log
    assert "apt-get" not in log


@linux
def test_setup_takes_another_python_where_numpy_has_no_wheel(image):
    image.python("python3", numpy=False)
    image.python("python3.12")
    status, log = image.set_up()
    assert status == 0, log
    assert log.index("bin/python3 -m venv") < log.index("bin/python3.12 -m venv")


@linux
def test_setup_installs_the_newest_that_the_system_offers(image):
    image.python("python3", fits=False)
    image.python("waiting")
    image.offers("python3.14")
    status, log = image.set_up()
    assert status == 0, log
    assert "bin/python3.14 -m venv" in log


@linux
def test_setup_without_any_python_says_what_to_do(image):
    image.python("python3", fits=False)
    image.offers("python3.10")
    status, log = image.set_up()
    assert status == 1
    assert "choose a newer image" in log
