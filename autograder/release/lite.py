"""The exercises as a JupyterLite site: in a browser, with nothing installed and no server behind.

The site holds the notebooks, the kit's part of the package as a wheel, and, if a folder is given,
Pyodide with its wheels; then it needs no network. JupyterLite itself builds it.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from autograder.release.errors import ReleaseError
from autograder.release.notebooks import notebook_for_browsers
from autograder.release.pyodide import Pyodide
from autograder.release.wheel import DISTRIBUTION, installed_wheel, wheel_bytes, wheel_name

NEEDED = ("jupyterlite_core", "jupyterlite_pyodide_kernel", "jupyter_server", "comm")
KERNEL = "@jupyterlite/pyodide-kernel-extension"
_CONFIG = "jupyter-lite.json"  # at the top of every site, and of nothing else
_PYODIDE = "static/pyodide"
_NOTEBOOKS, _WHEELS = "notebooks", "wheels"  # of the sources


@dataclass(frozen=True, slots=True)
class Site:
    """A site that is to be built.

    Attributes:
        folder: where it goes.
        pyodide: what runs Python in it; None for the place on the network that the kernel knows.
    """

    folder: Path
    pyodide: Pyodide | None = None

    @property
    def needs(self) -> str:
        """Where Python in it comes from, in a sentence."""
        if self.pyodide is None:
            return (
                f"Pyodide {kernels_pyodide()} comes from the kernel's usual place on the network; "
                "a site that needs none is built with --pyodide DIR"
            )
        return f"Pyodide {self.pyodide.version} is in it, and nothing comes from the network"

    def require_possible(self) -> None:
        """Find out what stands in the way before anything is written.

        Raises:
            ReleaseError: JupyterLite is not installed, the folder is somebody's, or Pyodide does
                not go with the kernel.
        """
        missing = [name for name in NEEDED if find_spec(name) is None]
        if missing:
            message = f"a site needs {missing[0]}: pip install '{DISTRIBUTION}[lite]'"
            raise ReleaseError(self.folder, None, message)
        if self.folder.exists() and not _is_free(self.folder):
            message = "this is neither an empty folder nor a site; give the name of a new folder"
            raise ReleaseError(self.folder, None, message)
        if self.pyodide is not None:
            self.pyodide.require_for(kernels_pyodide())

    def build(self, kit: Mapping[str, str], version: str) -> None:
        """Build it, in place of an earlier one.

        Args:
            kit: name -> text of the files of the kit, in which no piece of a solution is.

        Raises:
            ReleaseError: JupyterLite fails.
        """
        self.folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".site-", dir=self.folder.parent) as place:
            sources, built = Path(place).resolve(), Path(place).resolve() / "site"
            _put_sources(sources, kit, version, self._config())
            if why := _run_jupyterlite(sources, built):
                raise ReleaseError(self.folder, None, f"`jupyter lite build` fails: {why}")
            if self.pyodide is not None:
                self.pyodide.copy_to(built / _PYODIDE)
            if self.folder.exists():
                shutil.rmtree(self.folder)
            built.rename(self.folder)

    def _config(self) -> dict[str, Any]:
        # Whatever else carries our wheel's name on the network is not what is meant.
        kernel: dict[str, Any] = {"disablePyPIFallback": True}
        if self.pyodide is not None:
            kernel["pyodideUrl"] = f"./{_PYODIDE}/{self.pyodide.start}"
        return {
            "jupyter-lite-schema-version": 0,
            "jupyter-config-data": {"litePluginSettings": {f"{KERNEL}:kernel": kernel}},
        }


def kernels_pyodide() -> str:
    """The version of Pyodide that the installed kernel is made for."""
    from jupyterlite_pyodide_kernel.constants import PYODIDE_VERSION

    return str(PYODIDE_VERSION)


def _is_free(folder: Path) -> bool:
    return folder.is_dir() and ((folder / _CONFIG).is_file() or not any(folder.iterdir()))


def _put_sources(
    place: Path, kit: Mapping[str, str], version: str, config: Mapping[str, Any]
) -> None:
    """Write into a folder what JupyterLite builds a site of."""
    for name, text in kit.items():
        if name.startswith("exercises/") and name.endswith(".ipynb"):
            # In a folder with the assignment's name, by which `check()` knows which it is.
            path = place / _NOTEBOOKS / Path(name).relative_to("exercises")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(notebook_for_browsers(text), encoding="utf-8")
    wheels = place / _WHEELS
    wheels.mkdir()
    (wheels / wheel_name(version)).write_bytes(wheel_bytes(kit, version))
    # The kernel asks for it when it starts, and neither it nor Pyodide (0.27) brings it.
    name, data = installed_wheel("comm")
    (wheels / name).write_bytes(data)
    (place / _CONFIG).write_text(json.dumps(config), encoding="utf-8")


def _run_jupyterlite(place: Path, site: Path) -> str:
    """Build a site of the sources in a folder; why that failed, or nothing."""
    done = subprocess.run(
        [
            *(sys.executable, "-P", "-m", "jupyterlite_core", "build"),
            *("--lite-dir", str(place), "--output-dir", str(site)),
            *("--contents", str(place / _NOTEBOOKS), "--piplite-wheels", str(place / _WHEELS)),
            *("--no-sourcemaps", "--no-libarchive", "--ignore-sys-prefix"),
            # Of what is installed here only the kernel: no extension of somebody's own Jupyter.
            f"--LiteBuildConfig.federated_extensions={_extension()}",
        ],
        cwd=place,
        env={name: value for name, value in os.environ.items() if not name.startswith("JUPYTER")}
        | {"JUPYTER_NO_CONFIG": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode or not (site / _CONFIG).is_file():
        return (done.stderr.strip() or done.stdout.strip() or "it says nothing").splitlines()[-1]
    return ""


def _extension() -> Path:
    """Where the kernel's files for browsers are, as pip has put them."""
    from jupyter_core.paths import jupyter_path

    places = [Path(place, KERNEL) for place in jupyter_path("labextensions")]
    return next((place for place in places if place.is_dir()), places[0])
