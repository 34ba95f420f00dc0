"""The kit: the same bytes every time, and whole: it works where nothing else is installed."""

import io
import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

import autograder
from autograder.release.build import exercise_files, release
from autograder.release.errors import ReleaseError
from autograder.release.kit import LEFT_OUT, files_with, for_students, kit_bytes, kit_files

from .lessons import ASSIGNMENT, EXERCISES, NAMES, PACKAGE, SOLUTIONS, points, scripts

# Stands in front of the kit's Python: only NumPy and pytest (and what they bring) are there.
ALONE = """\
import sys

class OnlyNumpyAndPytest:
    hidden = {"click", "rich", "matplotlib", "jinja2", "nbformat", "nbclient", "nbgrader",
              "hypothesis", "IPython", "ipykernel", "distributed", "dask"}

    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in self.hidden:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)

sys.meta_path.insert(0, OnlyNumpyAndPytest())
"""


@pytest.fixture(scope="module")
def files():
    exercises = exercise_files([scripts()[name] for name in NAMES], points())
    return kit_files(ASSIGNMENT, exercises, PACKAGE, autograder.__version__)


@pytest.fixture
def unpacked(files, tmp_path):
    zipfile.ZipFile(io.BytesIO(kit_bytes(files, "kit"))).extractall(tmp_path)
    return tmp_path / "kit"


def test_the_kit_is_the_same_bytes_every_time(files, tmp_path):
    first = kit_bytes(files, "weight_init-kit")
    copy = tmp_path / "autograder"
    shutil.copytree(PACKAGE, copy)
    for path in copy.rglob("*.py"):
        os.utime(path, (1, 1))
        path.chmod(0o600)
    release(SOLUTIONS, tmp_path / "exercises", ASSIGNMENT, tmp_path / "kit.zip", copy)
    assert (tmp_path / "kit.zip").read_bytes() == first


def test_the_kit_unpacks_into_one_folder_of_plain_files(files):
    with zipfile.ZipFile(io.BytesIO(kit_bytes(files, "weight_init-kit"))) as archive:
        names = archive.namelist()
        assert names == sorted(names)
        assert {name.partition("/")[0] for name in names} == {"weight_init-kit"}
        assert {info.external_attr >> 16 for info in archive.infolist()} == {0o100644}
        assert archive.testzip() is None


def test_the_kit_holds_the_exercises_and_no_solution(files):
    inside = {name for name in files if name.startswith("exercises/")}
    assert inside == {
        f"exercises/weight_init/{name}{ending}" for name in NAMES for ending in (".py", ".ipynb")
    }
    for name in inside:
        assert files[name].encode() == (EXERCISES / Path(name).name).read_bytes()
    assert not any("solutions" in name for name in files)
    assert {name.partition("/")[0] for name in files} == {
        ".devcontainer",
        ".github",
        ".vscode",
        "README.md",
        "conftest.py",
        "autograder",
        "exercises",
        "pyproject.toml",
    }


def test_what_is_left_out_is_left_out_for_a_reason(files):
    for part, reason in LEFT_OUT.items():
        assert len(reason) > 10
        assert not any(name.startswith(f"autograder/{part}") for name in files)
    assert "autograder/catalogue.py" in files
    assert not any("__pycache__" in name or "/." in name for name in files)


def test_what_is_left_out_is_needed_by_nothing_that_goes_in(files):
    """No file of the kit imports, when it is imported itself, a part that is not there."""
    parts = "|".join(part.removesuffix(".py").replace("/", r"\.") for part in LEFT_OUT)
    at_import = re.compile(rf"^(from|import) autograder\.({parts})\b", re.MULTILINE)
    needy = [name for name, text in files.items() if at_import.search(text)]
    # The command line is the one door to everything, and is not what a student's kit starts from.
    assert needy in ([], ["autograder/cli.py"])


@pytest.mark.parametrize("name", ["notes.docx", "grading.py~", "student/secret.key"])
def test_a_file_without_a_rule_stops_the_kit(tmp_path, name):
    path = tmp_path / name
    with pytest.raises(ReleaseError, match="no rule for this file") as caught:
        for_students({name: path})
    assert caught.value.path == path


def test_caches_and_hidden_files_stay_behind(tmp_path):
    for name in ("__pycache__/a.pyc", ".cache/b.bin", ".DS_Store", "release/c.whatever", "d.py"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("")
    files = for_students(files_with(ASSIGNMENT, tmp_path))
    assert [path.name for path in files.values()] == ["d.py"]


def test_the_readme_and_the_project_file_are_filled_in(files):
    assert "$" not in files["README.md"]
    assert "exercises/weight_init/initializers.py" in files["README.md"]
    project = tomllib.loads(files["pyproject.toml"])["project"]
    assert project["version"] == autograder.__version__


def run_pytest(folder, tmp_path, *arguments):
    """pytest in a kit, or above it, where only NumPy and pytest are installed."""
    alone = tmp_path / "alone"
    alone.mkdir(exist_ok=True)
    (alone / "sitecustomize.py").write_text(ALONE)
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("PYTEST", "COV"))}
    environment |= {
        "PYTHONPATH": str(alone),
        "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",
        "PYTHONIOENCODING": "utf-8",
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    return subprocess.run(
        [sys.executable, "-m", "pytest", *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def test_pytest_runs_in_an_unpacked_kit(unpacked, tmp_path):
    done = run_pytest(unpacked, tmp_path, "autograder")
    assert done.returncode == 1, done.stdout + done.stderr
    assert re.search(r"\b0 / 100\b", done.stdout), done.stdout[-2000:]
    for name in NAMES:
        shutil.copy(SOLUTIONS / f"{name}.py", unpacked / "exercises" / "weight_init")
    done = run_pytest(unpacked.parent, tmp_path)  # where an editor has the folder around it open
    assert done.returncode == 0, done.stdout + done.stderr
    assert "100 / 100" in done.stdout


def test_a_kit_can_be_installed(unpacked, tmp_path):
    pytest.importorskip("setuptools", reason="pip brings its own to build with")
    command = [sys.executable, "-c", "import setuptools; setuptools.setup()", "-q", "build_py"]
    subprocess.run([*command, f"--build-lib={tmp_path / 'built'}"], cwd=unpacked, check=True)
    here, there = unpacked / "autograder", tmp_path / "built" / "autograder"
    held = {place.relative_to(here) for place in here.rglob("*") if place.is_file()}
    assert held == {place.relative_to(there) for place in there.rglob("*") if place.is_file()}


def test_check_works_in_an_unpacked_kit(unpacked, monkeypatch):
    monkeypatch.delenv("PYTHONPATH", raising=False)
    folder = unpacked / "exercises" / "weight_init"
    node = nbformat.read(folder / "initializers.ipynb", as_version=4)
    node.cells.append(
        nbformat.v4.new_code_cell("import autograder; print(autograder.__file__)", id="where")
    )
    NotebookClient(
        node, timeout=120, kernel_name="python3", resources={"metadata": {"path": str(folder)}}
    ).execute()
    texts = {c.id: str(c.outputs) for c in node.cells if c.cell_type == "code"}
    assert "0 of 4 points" in texts["check-zeros-init"]
    assert autograder.__file__ in texts["where"] or str(unpacked) in texts["where"]


def test_classroom_runs_every_function_for_its_points(files, unpacked):
    yaml = pytest.importorskip("yaml")
    (job,) = yaml.safe_load(files[".github/workflows/classroom.yml"])["jobs"].values()
    graders = [step for step in job["steps"] if "command-grader" in step.get("uses", "")]
    assert sum(step["with"]["max-score"] for step in graders) == 100
    report = job["steps"][-1]
    assert report["with"]["runners"].split(",") == [step["id"] for step in graders]
    assert set(report["env"].values()) == {
        "${{ steps." + step["id"] + ".outputs.result }}" for step in graders
    }
    # One command as it stands there: no function of a stub passes.
    command = graders[0]["with"]["command"].removeprefix("python ").split()
    done = subprocess.run(
        [sys.executable, *command], cwd=unpacked, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1, done.stdout
    assert "zeros_init" in done.stdout


def test_editors_find_the_checks(files):
    settings = json.loads(files[".vscode/settings.json"])
    assert settings["python.testing.pytestArgs"] == ["autograder"]
    assert "pytest" in json.loads(files[".devcontainer/devcontainer.json"])["postCreateCommand"]
