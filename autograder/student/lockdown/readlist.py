"""The read list: what student code needs to read, and nothing beside it.

That is the standard library, numpy, the shared libraries of both, time zones and locales. Never
all of ``site-packages``: a solution may be installed there. Landlock can only give, not take back
below, so where ``site-packages`` lies inside the standard library's folder (the usual layout) every
other entry of that folder is listed by itself.
"""

import importlib.util
import os
import subprocess
import sys
import sysconfig
from collections.abc import Iterable, Iterator

from .kernel import LockdownError

_NOT_OURS = frozenset({"site-packages", "dist-packages"})
_SYSTEM = (
    *("/etc/ld.so.cache", "/etc/localtime", "/usr/share/zoneinfo"),
    *("/usr/lib/locale", "/usr/share/locale", "/dev/zero", "/dev/urandom"),
)
WRITABLE = ("/dev/null",)

# Loads every extension module of the standard library and prints the files that this mapped: which
# libraries belong to them differs between distributions, and only the loader really knows.
_LIST_LIBRARIES = """
import ctypes, os, sys
for folder in sys.argv[1:]:
    for name in sorted(os.listdir(folder)):
        if ".so" in name or name.endswith(".pyd"):
            try:
                ctypes.CDLL(os.path.join(folder, name))
            except OSError:
                pass
with open("/proc/self/maps", "rb") as file:
    sys.stdout.buffer.write(file.read())
"""


def read_list(never: Iterable[str] = ()) -> tuple[str, ...]:
    """The files and folders that a locked-down student process may read.

    Costs one cold start of the interpreter (about 0.1 s), so it belongs into the warm parent's
    start, after numpy was imported.

    Args:
        never: paths that must stay unreadable (solutions, salts, results); raises if one would not.

    Returns:
        Existing absolute paths, none below another.

    Raises:
        LockdownError: something cannot be found, or a path in `never` would be readable.
    """
    try:
        wanted = [*_standard_library(), *_numpy(), *_libraries(), *_SYSTEM]
    except OSError as error:
        raise LockdownError(f"the standard library cannot be listed: {error}") from error
    paths = _outermost(path for path in wanted if os.path.exists(path))
    for secret in never:
        for path in paths:
            if _inside(os.path.realpath(secret), os.path.realpath(path)):
                raise LockdownError(f"{secret} must stay unreadable, but lies in {path}")
    return paths


def _standard_library() -> Iterator[str]:
    folders = _stdlib_folders()
    for folder in folders:
        names = os.listdir(folder)
        if _NOT_OURS.isdisjoint(names):
            yield folder
        else:
            yield from (os.path.join(folder, name) for name in names if name not in _NOT_OURS)
    yield from (path for path in sys.path if path.endswith(".zip") and os.path.isfile(path))


def _stdlib_folders() -> set[str]:
    """Of the base interpreter, also in a virtual environment; two on systems with lib64."""
    base = {"base": sys.base_prefix, "installed_base": sys.base_prefix}
    base |= {"platbase": sys.base_exec_prefix, "installed_platbase": sys.base_exec_prefix}
    paths = sysconfig.get_paths(vars=base)
    folders = {os.path.dirname(os.__file__), paths["stdlib"], paths["platstdlib"]}
    return {folder for folder in folders if os.path.isdir(folder)}


def _numpy() -> Iterator[str]:
    spec = importlib.util.find_spec("numpy")
    if spec is None or not spec.submodule_search_locations:
        raise LockdownError("numpy is not installed in this environment")
    for folder in spec.submodule_search_locations:
        yield folder
        yield folder + ".libs"  # where wheels keep OpenBLAS


def _libraries() -> set[str]:
    """Shared libraries mapped by this process (numpy's) and by the standard library's modules."""
    folders = [os.path.join(folder, "lib-dynload") for folder in _stdlib_folders()]
    command = [sys.executable, "-I", "-S", "-c", _LIST_LIBRARIES, *filter(os.path.isdir, folders)]
    try:
        listed = subprocess.run(command, capture_output=True, check=True, timeout=60).stdout
        with open("/proc/self/maps", "rb") as file:
            listed += file.read()
    except subprocess.CalledProcessError as error:
        trouble = os.fsdecode(error.stderr).strip().rpartition("\n")[2]
        raise LockdownError(f"the shared libraries cannot be listed: {trouble}") from error
    except (OSError, subprocess.SubprocessError) as error:
        raise LockdownError(f"the shared libraries cannot be listed: {error}") from error
    fields = (line.split(None, 5) for line in listed.splitlines())
    mapped = {os.fsdecode(line[5]) for line in fields if len(line) == 6}
    return {path for path in mapped if path.startswith("/") and ".so" in os.path.basename(path)}


def _inside(path: str, folder: str) -> bool:
    return path == folder or path.startswith(folder.rstrip("/") + "/")


def _outermost(paths: Iterable[str]) -> tuple[str, ...]:
    """Sorted, without what lies below another path of the list."""
    result: list[str] = []
    for path in sorted(set(paths), key=lambda path: path.split("/")):
        if not result or not _inside(path, result[-1]):
            result.append(path)
    return tuple(result)
