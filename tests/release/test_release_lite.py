"""The site for browsers: what goes into it, and what stands in its way is said in a sentence."""

import ast
import base64
import csv
import hashlib
import io
import json
import subprocess
import zipfile
from email.parser import Parser
from pathlib import Path

import pytest
from click.testing import CliRunner

import autograder
from autograder.cli import main
from autograder.grading.submission import grade
from autograder.release import lite
from autograder.release.build import exercise_files
from autograder.release.errors import ReleaseError
from autograder.release.kit import LEFT_OUT, kit_files
from autograder.release.lite import Site
from autograder.release.notebooks import notebook_for_browsers, notebook_text, solved_notebook
from autograder.release.pyodide import CORE, LOCK, Pyodide
from autograder.release.wheel import DISTRIBUTION, installed_wheel, wheel_bytes, wheel_name

from .lessons import ASSIGNMENT, NAMES, PACKAGE, SOLUTIONS, points, scripts


@pytest.fixture(scope="module")
def kit() -> dict[str, str]:
    exercises = exercise_files([scripts()[name] for name in NAMES], points())
    return kit_files(ASSIGNMENT, exercises, PACKAGE, autograder.__version__)


# --- the wheel -----------------------------------------------------------------------------------


def test_the_wheel_holds_the_kits_part_of_the_package_and_no_more(kit: dict[str, str]) -> None:
    data = wheel_bytes(kit, "1.2")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        held = {name for name in archive.namelist() if ".dist-info/" not in name}
    assert held == {name for name in kit if name.startswith("autograder/")}
    assert not any(name.startswith(f"autograder/{part}") for part in LEFT_OUT for name in held)
    assert wheel_bytes(kit, "1.2") == data


def test_every_wheel_says_what_it_is_and_what_is_in_it(kit: dict[str, str]) -> None:
    ours = wheel_name("1.2"), wheel_bytes(kit, "1.2")
    for name, data in (ours, installed_wheel("comm")):
        stem = "-".join(name.split("-")[:2])
        assert name == f"{stem}-py3-none-any.whl"
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            text = archive.read(f"{stem}.dist-info/METADATA").decode()
            about = Parser().parsestr(text)
            assert f"{about['Name'].replace('-', '_')}-{about['Version']}" == stem
            record = archive.read(f"{stem}.dist-info/RECORD").decode()
            listed = {line[0]: line[1:] for line in csv.reader(io.StringIO(record))}
            assert set(listed) == set(archive.namelist())
            del listed[f"{stem}.dist-info/RECORD"]
            for file, (digest, size) in listed.items():
                raw = hashlib.sha256(archive.read(file)).digest()
                assert digest == "sha256=" + base64.urlsafe_b64encode(raw).decode().rstrip("=")
                assert int(size) == archive.getinfo(file).file_size


# --- the notebooks -------------------------------------------------------------------------------


def test_the_first_cell_makes_the_browser_load_numpy_and_the_package(kit: dict[str, str]) -> None:
    for name in NAMES:
        text = kit[f"exercises/weight_init/{name}.ipynb"]
        notebook, plain = json.loads(notebook_for_browsers(text)), json.loads(text)
        changed = [c for c, p in zip(notebook["cells"], plain["cells"], strict=True) if c != p]
        (cell,) = changed
        assert cell is next(c for c in notebook["cells"] if c["cell_type"] == "code")
        source = "".join(cell["source"])
        tree = ast.parse(source)
        assert any(isinstance(n, ast.Import) and n.names[0].name == "numpy" for n in tree.body)
        assert f'await piplite.install("{DISTRIBUTION}")' in source
        assert notebook["metadata"]["kernelspec"]["name"] == "python"


def test_what_was_solved_in_a_browser_earns_the_same_in_class(tmp_path: Path) -> None:
    for name in NAMES:
        text = notebook_text(solved_notebook(scripts()[name], points()))
        (tmp_path / f"{name}.ipynb").write_text(notebook_for_browsers(text), encoding="utf-8")
    report = grade(tmp_path)
    assert report.score == 100.0
    assert report.notes == ()


# --- bad options ---------------------------------------------------------------------------------


def pyodide(folder: Path, **changes: object) -> Path:
    """A folder that looks like a release of Pyodide with one package."""
    folder.mkdir(parents=True)
    for name in (*CORE, "pyodide.js", "numpy.whl"):
        (folder / name).write_bytes(b"x")
    package = {"file_name": "numpy.whl", "sha256": hashlib.sha256(b"x").hexdigest(), "depends": []}
    lock = {"info": {"version": "0.27.7"}, "packages": {"numpy": package}} | changes
    (folder / LOCK).write_text(json.dumps(lock))
    return folder


def test_a_release_of_pyodide_is_what_its_lock_says(tmp_path: Path) -> None:
    whole = Pyodide.found(pyodide(tmp_path / "whole"))
    assert set(whole.files) == {*CORE, "pyodide.js", LOCK, "numpy.whl"}
    whole.require_for("0.27.6")
    with pytest.raises(ReleaseError, match=r"Pyodide 0\.27\.7, and the kernel .* made for 314\.0"):
        whole.require_for("314.0.2")
    (tmp_path / "whole" / "numpy.whl").write_bytes(b"y")
    with pytest.raises(ReleaseError, match=r"numpy\.whl: this is not the file that"):
        Pyodide.found(tmp_path / "whole")
    for name in ("numpy.whl", CORE[0]):
        (tmp_path / "whole" / name).unlink()
        with pytest.raises(ReleaseError, match=f"{name} is missing"):
            Pyodide.found(tmp_path / "whole")


def test_what_a_package_needs_is_needed_however_it_is_spelt(tmp_path: Path) -> None:
    of = {"file_name": "numpy.whl", "sha256": hashlib.sha256(b"x").hexdigest()}
    packages = {
        "ipython": of | {"depends": ["Prompt_Toolkit"]},
        "prompt-toolkit": of | {"file_name": "toolkit.whl"},
        "pandas": of | {"file_name": "pandas.whl"},  # which nobody asked for
    }
    with pytest.raises(ReleaseError, match=r"toolkit\.whl is missing"):
        Pyodide.found(pyodide(tmp_path / "part", packages=packages))
    (tmp_path / "part" / "toolkit.whl").write_bytes(b"x")
    whole = Pyodide.found(tmp_path / "part")
    assert {"numpy.whl", "toolkit.whl"} == set(whole.files) - {*CORE, "pyodide.js", LOCK}


def test_the_folder_may_be_the_one_that_a_release_unpacks_into(tmp_path: Path) -> None:
    pyodide(tmp_path / "unpacked" / "pyodide")
    assert Pyodide.found(tmp_path / "unpacked").folder == tmp_path / "unpacked" / "pyodide"


@pytest.mark.parametrize("lock", [{"packages": []}, {"info": {}}, {"info": 3}])
def test_a_lock_that_says_nothing_is_refused(lock: dict[str, object], tmp_path: Path) -> None:
    with pytest.raises(ReleaseError, match="no pyodide-lock"):
        Pyodide.found(pyodide(tmp_path / "odd", **lock))


def test_a_lock_cannot_name_files_elsewhere(tmp_path: Path) -> None:
    package = {"file_name": "../secret.txt", "sha256": hashlib.sha256(b"x").hexdigest()}
    (tmp_path / "secret.txt").write_bytes(b"x")
    with pytest.raises(ReleaseError, match="is missing"):
        Pyodide.found(pyodide(tmp_path / "odd", packages={"numpy": package}))


def test_without_a_folder_the_site_says_what_it_needs(tmp_path: Path) -> None:
    pytest.importorskip("jupyterlite_pyodide_kernel", reason="the kernel knows its Pyodide")
    site = Site(tmp_path / "site")
    assert "usual place on the network" in site.needs
    assert "--pyodide DIR" in site.needs
    assert "pyodideUrl" not in json.dumps(site._config())  # then the kernel's own place counts
    assert "pyodideUrl" in json.dumps(
        Site(site.folder, Pyodide.found(pyodide(tmp_path / "p")))._config()
    )


def test_a_build_that_fails_says_why_and_leaves_the_earlier_site(
    kit: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "jupyter-lite.json").write_text("of an earlier one")
    failed = subprocess.CompletedProcess([], 1, "", "Traceback\nRuntimeError: no app archive\n")
    monkeypatch.setattr(lite.subprocess, "run", lambda *_, **__: failed)
    with pytest.raises(ReleaseError, match=r"site: `jupyter lite build` fails: RuntimeError: no"):
        Site(site).build(kit, "1.2")
    assert (site / "jupyter-lite.json").read_text() == "of an earlier one"
    assert {path.name for path in tmp_path.iterdir()} == {"site"}


def test_bad_options_are_answered_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thesis.txt").write_text("years of work")
    given = ["release", "--solutions", SOLUTIONS.parent, "--exercises", tmp_path / "exercises"]
    for options, words in (
        (["--pyodide", tmp_path], "give --lite DIR as well"),
        (["--lite", tmp_path / "site", "--pyodide", tmp_path / "no"], "no pyodide-lock.json"),
        (["--lite", tmp_path / "mine"], "neither an empty folder nor a site"),
        (["--lite", tmp_path / "mine" / "thesis.txt"], "neither an empty folder nor a site"),
    ):
        result = CliRunner().invoke(main, [str(word) for word in [*given, *options]])
        assert result.exit_code != 0, options
        assert words in " ".join(result.output.split()), options
        assert "Traceback" not in result.output
    monkeypatch.setattr(lite, "NEEDED", ("no_such_package",))
    with pytest.raises(ReleaseError, match=r"needs no_such_package: pip install '.*\[lite\]'"):
        Site(tmp_path / "site").require_possible()
    assert {path.name for path in tmp_path.iterdir()} == {"mine"}  # nothing was written
    assert (tmp_path / "mine" / "thesis.txt").exists()
