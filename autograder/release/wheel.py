"""The kit's part of the package as a wheel, for places that install and do not unpack."""

import base64
import hashlib
from collections.abc import Mapping
from importlib.metadata import distribution

from autograder.release.kit import archive_bytes

DISTRIBUTION = "weight-init-autograder"  # as pyproject.toml calls it
_PACKAGE = "autograder/"
_OF_THE_INSTALLER = {"RECORD", "INSTALLER", "REQUESTED", "direct_url.json"}
_METADATA = """\
Metadata-Version: 2.1
Name: {name}
Version: {version}
Summary: The checks of the exercises, as students have them
Requires-Python: >=3.11
Requires-Dist: numpy>=2.0
"""
_WHEEL = """\
Wheel-Version: 1.0
Generator: autograder release
Root-Is-Purelib: true
Tag: py3-none-any
"""


def wheel_name(version: str) -> str:
    """The file name of the wheel of this version (binary distribution format, PyPA)."""
    return f"{DISTRIBUTION.replace('-', '_')}-{version}-py3-none-any.whl"


def wheel_bytes(kit: Mapping[str, str], version: str) -> bytes:
    """The wheel: what the kit holds of the package, and nothing else.

    The same files give the same bytes.

    Args:
        kit: name -> text of the kit's files.
    """
    info = f"{DISTRIBUTION.replace('-', '_')}-{version}.dist-info"
    files = {name: text.encode() for name, text in kit.items() if name.startswith(_PACKAGE)}
    files[f"{info}/METADATA"] = _METADATA.format(name=DISTRIBUTION, version=version).encode()
    files[f"{info}/WHEEL"] = _WHEEL.encode()
    return _with_record(files, info)


def installed_wheel(name: str) -> tuple[str, bytes]:
    """A package of pure Python that is installed here, packed again: file name and bytes.

    Raises:
        PackageNotFoundError: it is not installed.
    """
    found = distribution(name)
    stem = f"{name}-{found.version}"
    files = {
        file.as_posix(): file.locate().read_bytes()  # type: ignore[attr-defined]  # a real path
        for file in found.files or ()
        if not {"..", "__pycache__"} & set(file.parts) and file.name not in _OF_THE_INSTALLER
    }
    return f"{stem}-py3-none-any.whl", _with_record(files, f"{stem}.dist-info")


def _with_record(files: dict[str, bytes], info: str) -> bytes:
    record = f"{info}/RECORD"
    lines = [_recorded(name, data) for name, data in sorted(files.items())]
    return archive_bytes(files | {record: ("".join(lines) + f"{record},,\n").encode()})


def _recorded(name: str, data: bytes) -> str:
    digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
    return f"{name},sha256={digest},{len(data)}\n"
