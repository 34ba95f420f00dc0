"""What an attack that got through leaves behind, and where to look for it.

`left_behind()` lists it; a test asks before and after and compares, since another run may have left
traces of its own. `sweep()` takes files away again. `listening()` hears what is sent to the port
that the network attacks aim at. `planted()` puts down what the reading attacks look for.

The module needs the standard library only, and can be loaded from its path alone. Processes,
sockets and System V objects are looked up in /proc, so they are seen on Linux only.
"""

import os
import select
import site
import socket
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

PREFIX = "autograder-hostile-trace-"
PROCESS = "ag-hostile"
PORT = 47_654
SYSTEM_V_KEY = 0x4147_4854
CANARY_FILE = ".autograder-hostile-canary"
CANARY_VARIABLE = "AUTOGRADER_HOSTILE_CANARY"
CANARY = "autograder-hostile-canary"

SYSTEM_FOLDERS = (
    "/",
    "/tmp",
    "/var/tmp",
    "/dev/shm",
    "/dev/mqueue",
    "/run",
    "/etc/cron.d",
    "/etc/profile.d",
    "/var/spool/cron/crontabs",
)


def usual_folders() -> set[Path]:
    """Where the overlays try to write, as far as it does not depend on the test."""
    folders = {Path(folder) for folder in SYSTEM_FOLDERS}
    folders |= {Path(sys.prefix), Path.home(), Path.cwd(), Path(tempfile.gettempdir())}
    folders |= {Path(folder) for folder in (*site.getsitepackages(), site.getusersitepackages())}
    folders |= {Path(folder or ".") for folder in sys.path}
    for module in list(sys.modules.values()):
        name, file = getattr(module, "__name__", ""), getattr(module, "__file__", None)
        if file and (name == "os" or name == "numpy" or name.partition(".")[0] == "autograder"):
            folders |= {Path(file).parent, Path(file).parent / "__pycache__"}
    return {folder.absolute() for folder in folders}


def files_left(more: Iterable[Path] = ()) -> list[Path]:
    """Files and folders with a trace's name: in the usual folders, and anywhere below others."""
    found = []
    for usual in usual_folders():
        try:
            found += [usual / name for name in os.listdir(usual) if PREFIX in name]
        except OSError:
            continue
    for top in more:
        for folder, subfolders, files in os.walk(top):
            found += [Path(folder, name) for name in (*subfolders, *files) if PREFIX in name]
            subfolders[:] = [name for name in subfolders if PREFIX not in name]
    return sorted(set(found))


def processes_left() -> list[str]:
    """Processes that carry the name, or a trace's path, which the overlays give to theirs."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        if folder.name == str(os.getpid()):
            continue
        try:
            name = (folder / "comm").read_text(errors="replace").strip()
            command = (folder / "cmdline").read_bytes()
        except OSError:
            continue
        if name == PROCESS or command.startswith(PROCESS.encode()) or PREFIX.encode() in command:
            found.append(f"process {folder.name}: {name}")
    return found


def kernel_objects_left() -> list[str]:
    """Sockets of a trace's name, and shared memory, semaphores and queues of the overlays' key."""
    found = []
    sockets = Path("/proc/net/unix")
    if sockets.exists() and PREFIX in sockets.read_text(errors="replace"):
        found.append("a local socket")
    for kind in ("shm", "sem", "msg"):
        table = Path("/proc/sysvipc") / kind
        if table.exists():
            keys = {line.split()[0] for line in table.read_text().splitlines()[1:]}
            if str(SYSTEM_V_KEY) in keys:
                found.append(f"System V {kind}")
    return found


def cores_left(more: Iterable[Path] = ()) -> list[Path]:
    """Core dumps in the working folder and those given, by the kernel's default names."""
    folders = {Path.cwd(), *more}
    return sorted(path for folder in folders for path in folder.glob("core*") if is_core(path))


def is_core(path: Path) -> bool:
    """Whether a file is a dump: an ELF file of type 4."""
    try:
        with path.open("rb") as file:
            head = file.read(18)
    except OSError:
        return False
    return head[:4] == b"\x7fELF" and 4 in (head[16], head[17])


def left_behind(more: Iterable[Path] = ()) -> list[str]:
    """Every trace there is now, in words.

    Args:
        more: folders of the test's own, searched to the bottom: submissions, results.
    """
    folders = [*more]
    paths = [*files_left(folders), *cores_left(folders)]
    return [*map(repr, map(str, paths)), *processes_left(), *kernel_objects_left()]


def sweep(paths: Iterable[Path]) -> None:
    """Delete traces that `files_left` has found; a path without a trace's name is left alone.

    Not by Python: a trace may be a folder that is too deep for a function that recurses.
    """
    for path in paths:
        if PREFIX not in path.name:
            continue
        if not path.is_symlink():
            subprocess.run(["chmod", "-R", "u+rwx", "--", path], check=False, capture_output=True)
        subprocess.run(["rm", "-rf", "--", path], check=False, capture_output=True)


@contextmanager
def listening() -> Iterator[Callable[[], list[bytes]]]:
    """Listen on the port the network attacks aim at; the function given tells what has come in.

    Raises:
        OSError: somebody else listens there, as another run of the tests does.
    """
    with (
        socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as datagrams,
        socket.socket(socket.AF_INET, socket.SOCK_STREAM) as connections,
    ):
        connections.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        datagrams.bind(("127.0.0.1", PORT))
        connections.bind(("127.0.0.1", PORT))
        connections.listen(64)

        def heard() -> list[bytes]:
            news = []
            while ready := select.select([datagrams, connections], [], [], 0)[0]:
                if datagrams in ready:
                    news.append(datagrams.recv(65_536))
                if connections in ready:
                    connections.accept()[0].close()
                    news.append(b"a connection")
            return news

        yield heard


@contextmanager
def planted() -> Iterator[str]:
    """Put the canary into the home folder and the environment; its text must turn up nowhere.

    Yields:
        The text. No report, page, table or log of a grader may contain it.
    """
    file = Path.home() / CANARY_FILE
    before = os.environ.get(CANARY_VARIABLE)
    file.write_text(f"{CANARY}\n", encoding="utf-8")
    os.environ[CANARY_VARIABLE] = CANARY
    try:
        yield CANARY
    finally:
        file.unlink(missing_ok=True)
        if before is None:
            os.environ.pop(CANARY_VARIABLE, None)
        else:
            os.environ[CANARY_VARIABLE] = before
