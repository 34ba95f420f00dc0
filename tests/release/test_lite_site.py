"""JupyterLite builds the site, and everything that a browser will ask for lies in it."""

import hashlib
import json
from pathlib import Path

import pytest
from click.testing import CliRunner

import autograder
from autograder.cli import main
from autograder.release.wheel import DISTRIBUTION, wheel_name

from .lessons import NAMES, SOLUTIONS
from .test_release_lite import pyodide

pytest.importorskip("jupyterlite_core", reason="JupyterLite builds the site, of the extra `lite`")
pytest.importorskip("jupyterlite_pyodide_kernel")


def test_a_site_is_built_in_place_of_an_earlier_one(tmp_path: Path) -> None:
    site = tmp_path / "new" / "site"
    site.mkdir(parents=True)
    for name in ("jupyter-lite.json", "left.txt"):
        (site / name).write_text("of an earlier one")
    given = ["release", "--solutions", SOLUTIONS.parent, "--exercises", tmp_path / "exercises"]
    given += ["--lite", site, "--pyodide", pyodide(tmp_path / "pyodide")]
    result = CliRunner().invoke(main, [str(word) for word in given])
    assert result.exit_code == 0, result.output
    assert "Pyodide 0.27.7 is in it, and nothing comes from the network" in result.output
    there = {"pyodideUrl": "./static/pyodide/pyodide.js", "disablePyPIFallback": True}
    require_whole(site, there)
    assert (site / "static" / "pyodide" / "numpy.whl").read_bytes() == b"x"
    assert not (site / "left.txt").exists()
    assert {path.name for path in site.parent.iterdir()} == {"site"}


def require_whole(site: Path, settings: dict[str, object]) -> None:
    """The notebooks are listed, the wheels are found, and only the kernel extends Jupyter."""
    index = site / "api" / "contents" / "weight_init" / "all.json"
    listed = json.loads(index.read_text(encoding="utf-8"))
    names = {f"{name}.ipynb" for name in NAMES}
    assert {entry["name"] for entry in listed["content"]} == names
    for name in names:
        assert "piplite.install" in (site / "files" / "weight_init" / name).read_text(
            encoding="utf-8"
        )
    config = json.loads((site / "jupyter-lite.json").read_text(encoding="utf-8"))
    told = config["jupyter-config-data"]
    assert [known["name"] for known in told["federated_extensions"]] == [
        "@jupyterlite/pyodide-kernel-extension"
    ]
    kernel = told["litePluginSettings"]["@jupyterlite/pyodide-kernel-extension:kernel"]
    packages = site / kernel.pop("pipliteUrls")[0].partition("?")[0]
    assert kernel == settings
    wheels = json.loads(packages.read_text(encoding="utf-8"))
    assert set(wheels) == {DISTRIBUTION, "comm"}
    (release,) = wheels[DISTRIBUTION]["releases"][autograder.__version__]
    path = packages.parent / release["url"]
    assert path.name == wheel_name(autograder.__version__)
    assert hashlib.sha256(path.read_bytes()).hexdigest() == release["digests"]["sha256"]
