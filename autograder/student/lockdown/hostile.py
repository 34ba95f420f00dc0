"""What a hostile submission would try: steps of the self-test, each of which must be refused.

Each step is a name and a function without arguments. It passes only when the kernel answers EPERM,
EACCES or ENOSYS (or Python says that no thread can be started): another error means that the kernel
had already begun to look at the arguments. The steps run in a child that is locked exactly as a
student process is.
"""

import ctypes
import errno
import functools
import os
import signal
import sys
from collections.abc import Callable, Iterator

from .allowed_calls import ALLOWED, CHECKED
from .kernel import ARCHITECTURE, call

Step = tuple[str, Callable[[], object]]

_REFUSED = (errno.EPERM, errno.EACCES, errno.ENOSYS)
# Trying these with wrong arguments would do harm if they were let through; see `_processes`.
_TRIED_BY_HAND = frozenset({"fork", "vfork", "clone"})


def must_be_refused(action: Callable[[], object]) -> str | None:
    """What went wrong with a step that has to fail; None if it was refused."""
    try:
        action()
    except OSError as error:
        return None if error.errno in _REFUSED else f"not refused, but {error}"
    except RuntimeError as error:
        return None if "start new thread" in str(error) else f"not refused, but {error!r}"
    return "not refused"


def refused(secret: str, scratch: str, forbidden: tuple[str, ...]) -> Iterator[Step]:
    """Every step that must be refused.

    Args:
        secret: a readable file outside the read list, in a folder that its owner may write to.
        scratch: the process's own scratch folder.
        forbidden: further files and folders that must be closed (solutions, salts, results).
    """
    yield from _reading(secret, forbidden)
    yield from _writing(secret, scratch)
    yield from _processes()
    yield from _network()
    yield from _limits()
    yield from _by_number()


def _reading(secret: str, forbidden: tuple[str, ...]) -> Iterator[Step]:
    parent = os.getppid()
    optional = [
        *("/etc/passwd", "/etc/hostname", "/dev/tty", "/dev/mem", "/dev/kmsg"),
        *("/proc/self/environ", "/proc/self/maps", "/proc/self/mem", "/proc/self/cmdline"),
        *(f"/proc/{parent}/{name}" for name in ("environ", "mem", "maps", "cmdline")),
    ]
    folders = ["/", "/etc", "/proc", "/proc/self/fd", "/home", "/root", "/sys", "/var", "/dev"]
    paths = [secret, *forbidden, *(path for path in optional if os.path.exists(path))]
    folders = [os.path.dirname(secret), *(path for path in folders if os.path.isdir(path))]
    for path in paths:
        yield f"open {path}", functools.partial(os.open, path, os.O_RDONLY)
    for path in [*folders, *(path for path in forbidden if os.path.isdir(path))]:
        yield f"list {path}", functools.partial(os.listdir, path)
    yield "open a file to truncate", functools.partial(os.open, secret, os.O_RDONLY | os.O_TRUNC)
    yield "open a file for neither", functools.partial(os.open, secret, 3)


def would_create(secret: str, scratch: str, pid: int) -> list[str]:
    """The files that this process tries to make; its parent removes what came of it."""
    everybody = ("/tmp", "/dev/shm", "/var/tmp")  # noqa: S108  # no file is ever kept there
    folders = {os.path.dirname(secret), os.path.dirname(scratch), *everybody}
    return [os.path.join(folder, f"made-by-{pid}") for folder in folders if os.path.isdir(folder)]


def _writing(secret: str, scratch: str) -> Iterator[Step]:
    for path in would_create(secret, scratch, os.getpid()):
        yield f"create {path}", functools.partial(_create, path)
    yield "open a file to write", functools.partial(os.open, secret, os.O_WRONLY)
    yield "truncate a file", functools.partial(os.truncate, secret, 0)
    own = os.path.join(scratch, "own")
    with open(own, "wb") as file:
        file.write(b"own")
    yield "chmod in scratch", functools.partial(os.chmod, own, 0o777)
    yield "chmod outside", functools.partial(os.chmod, secret, 0o777)
    yield "chown", functools.partial(os.chown, own, os.getuid(), os.getgid())
    yield "utime", functools.partial(os.utime, secret, (0, 0))
    yield "hard link into scratch", functools.partial(os.link, secret, own + "-link")
    yield "symbolic link", functools.partial(os.symlink, secret, own + "-symlink")
    yield "rename in scratch", functools.partial(os.rename, own, own + "-renamed")
    yield "remove in scratch", functools.partial(os.unlink, own)
    yield "remove outside", functools.partial(os.unlink, secret)
    yield "folder in scratch", functools.partial(os.mkdir, own + "-folder")
    if sys.platform == "linux":
        nameless = os.O_TMPFILE | os.O_WRONLY
        yield "nameless file in scratch", functools.partial(os.open, scratch, nameless)
        yield "FIFO in scratch", functools.partial(os.mkfifo, own + "-fifo")
        yield "extended attribute", functools.partial(os.setxattr, own, "user.x", b"x")
    yield "leave the folder", functools.partial(os.chdir, "/")


def _create(path: str) -> None:
    try:
        os.open(path, os.O_WRONLY | os.O_CREAT)
    except OSError as error:
        if error.errno == errno.EROFS:  # nobody makes a file there, whatever the lock-down does
            raise PermissionError(errno.EACCES, "a read-only file system", path) from error
        raise


def _processes() -> Iterator[Step]:
    import _thread

    parent, own = os.getppid(), os.getpid()
    yield "fork", _fork
    yield "clone", functools.partial(_child_leaves, "clone", signal.SIGCHLD)
    yield "thread", functools.partial(_thread.start_new_thread, int, ())
    yield "execve", functools.partial(os.execv, sys.executable, ["python", "-c", ""])
    for name, target in (("the parent", parent), ("its own group", 0), ("everybody", -1)):
        yield f"signal {name}", functools.partial(os.kill, target, 0)
    yield "signal a thread of the parent", functools.partial(call, "tgkill", parent, parent, 0)
    yield "be traced", functools.partial(call, "ptrace", 0)
    byte = ctypes.create_string_buffer(1)
    vector = (ctypes.c_uint64 * 2)(ctypes.addressof(byte), 1)
    where = ctypes.addressof(vector)
    for name in ("process_vm_readv", "process_vm_writev"):
        yield f"{name} of the parent", functools.partial(call, name, parent, where, 1, where, 1, 0)
    yield "descriptor of the parent", functools.partial(call, "pidfd_open", parent)
    yield "outlive the parent", functools.partial(call, "prctl", 1, 0)
    yield "be dumpable again", functools.partial(call, "prctl", 4, 1)
    yield "queue a signal to itself", functools.partial(call, "rt_sigqueueinfo", own, 0, 0)


def _fork() -> None:
    if os.fork() == 0:
        os._exit(0)


def _child_leaves(name: str, *arguments: int) -> None:
    if call(name, *arguments) == 0:
        os._exit(0)


def _network() -> Iterator[Step]:
    families = {"UNIX": 1, "INET": 2, "INET6": 10, "NETLINK": 16, "PACKET": 17, "ALG": 38}
    families |= {"VSOCK": 40}
    for name, family in families.items():
        for kind in (1, 2, 3):
            step = functools.partial(call, "socket", family, kind, 0)
            yield f"socket {name}, type {kind}", step
    pair = (ctypes.c_int * 2)()
    where = ctypes.addressof(pair)
    yield "pair of datagram sockets", functools.partial(call, "socketpair", 1, 2, 0, where)
    yield "pair of network sockets", functools.partial(call, "socketpair", 2, 1, 0, where)
    address = ctypes.create_string_buffer(b"\x01\x00\x00abstract", 16)
    to = (0, 0, 0, 0, ctypes.addressof(address), 16)
    yield "send to an address", functools.partial(call, "sendto", *to)
    for name in ("sendto", "recvfrom"):
        yield f"{name}, out of band", functools.partial(call, name, 0, where, 1, 1, 0, 0)


def _limits() -> Iterator[Step]:
    pair = (ctypes.c_uint64 * 2)(1 << 40, 1 << 40)
    where = ctypes.addressof(pair)
    for name, number in (("memory", 9), ("file size", 1), ("descriptors", 7), ("processes", 6)):
        yield f"raise {name}", functools.partial(call, "prlimit64", 0, number, where, 0)
        yield f"set {name}", functools.partial(call, "setrlimit", number, where)
    yield "look at the parent's limits", functools.partial(call, "prlimit64", os.getppid(), 9, 0)
    yield "merge memory with others'", functools.partial(call, "madvise", 0, 0, 12)
    yield "be nicer", functools.partial(call, "setpriority", 0, 0, 1)
    yield "choose a processor", functools.partial(call, "sched_setaffinity", 0, 8, where)
    yield "file lock", functools.partial(call, "fcntl", 0, 5, where)
    yield "longer pipe", functools.partial(call, "fcntl", 1, 1031, 1 << 20)
    yield "type into a terminal", functools.partial(call, "ioctl", 0, 0x5412, where)


def _by_number() -> Iterator[Step]:
    """Every call we have a number for and do not allow, with arguments that mean nothing."""
    allowed = {name for group in ALLOWED for name in group.calls} | CHECKED.keys()
    numbers = {} if ARCHITECTURE is None else ARCHITECTURE.numbers
    for name in sorted(numbers.keys() - allowed - _TRIED_BY_HAND):
        yield f"system call {name}", functools.partial(call, name, *(-1,) * 6)
