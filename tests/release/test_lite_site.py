"""JupyterLite builds the site, and everything that a browser will ask for lies in it."""

from __future__ import annotations

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


def test_a_site_is_built_and_built_again(tmp_path: Path) -> None:
    site = tmp_path / "new" / "site"
    given = ["release", "--solutions", SOLUTIONS.parent, "--exercises", tmp_path / "exercises"]
    given += ["--lite", site]
    first = CliRunner().invoke(main, [str(word) for word in given])
    assert first.exit_code == 0, first.output
    assert "comes from the kernel's usual place on the network" in first.output
    require_whole(site, {"disablePyPIFallback": True})

    (site / "left.txt").write_text("of the first")
    given += ["--pyodide", pyodide(tmp_path / "pyodide")]
    second = CliRunner().invoke(main, [str(word) for word in given])
    assert second.exit_code == 0, second.output
    assert "Pyodide 0.27.7 is in it, and nothing comes from the network" in second.output
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
