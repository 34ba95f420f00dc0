"""What is done in a locked child; each case returns something that JSON can say.

The functions take a context: `scratch`, `secret` (a file that must stay closed), `limits`,
`applied` (what `apply` returned) and `outlet` (the descriptor that was kept).
"""

import contextlib
import ctypes
import errno
import fcntl
import importlib
import mmap
import os
import resource
import signal
import socket
import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from autograder.student import lockdown
    from autograder.student.lockdown import allowed_calls, honest, hostile, kernel, syscalls
else:  # as warm_parent loads it, without the rest of the package
    import lockdown
    from lockdown import allowed_calls, honest, hostile, kernel, syscalls

Context = dict[str, Any]


def failure(action: Any, *arguments: Any) -> str:
    """The name of the error that an action ends in, or what it returned."""
    try:
        return f"returned {action(*arguments)!r}"
    except OSError as error:
        return errno.errorcode.get(error.errno or 0, repr(error))
    except BaseException as error:
        return type(error).__name__


def applied(context: Context) -> Any:
    return context["applied"]


def hostile_steps(context: Context) -> Any:
    """Every step of the self-test that must be refused, with what went wrong."""
    steps = hostile.refused(context["secret"], context["scratch"], (os.path.dirname(__file__),))
    return {name: hostile.must_be_refused(action) for name, action in steps}


def hostile_files(context: Context) -> Any:
    """The part about files; the rest would do harm without a filter."""
    steps = hostile._reading(context["secret"], ())
    return {name: hostile.must_be_refused(action) for name, action in steps}


def honest_steps(context: Context) -> Any:
    with open(os.path.join(context["scratch"], "own"), "wb") as file:
        file.write(b"own")
    steps = honest.working(context["scratch"], context["limits"])
    return {name: honest.must_work(action) for name, action in steps}


def descriptors(context: Context) -> Any:
    """Which are open, and what the standard three are."""
    found = []
    for number in range(1024):
        with contextlib.suppress(OSError):
            fcntl.fcntl(number, fcntl.F_GETFD)
            found.append(number)
    null = os.stat(os.devnull)
    standard = [os.fstat(number).st_rdev == null.st_rdev for number in (0, 1, 2)]
    return {"open": [n for n in found if n != context["outlet"]], "null": standard}


def _many_descriptors(context: Context) -> None:
    for number in range(3, 40):
        with contextlib.suppress(OSError):
            os.dup(number)
    os.dup2(2, 900)


descriptors.before = _many_descriptors


def surroundings(context: Context) -> Any:
    with open("made", "wb") as file:
        file.write(b"x")
    mode = os.stat("made").st_mode & 0o777
    return {"environment": dict(os.environ), "folder": os.getcwd(), "mode": mode}


def _secret_in_environment(context: Context) -> None:
    os.environ["SALT"] = "secret"


surroundings.before = _secret_in_environment


def limits(context: Context) -> Any:
    names = ("AS", "CPU", "FSIZE", "NOFILE", "STACK", "CORE", "NPROC", "MEMLOCK", "MSGQUEUE")
    return {name: resource.getrlimit(getattr(resource, f"RLIMIT_{name}")) for name in names}


def privileges(context: Context) -> Any:
    """Where there is no filter, the kernel can still be asked."""
    no_new_privileges, dumpable = 39, 3
    header = (ctypes.c_uint32 * 2)(0x20080522, 0)
    sets = (ctypes.c_uint32 * 6)()
    kernel.call("capget", ctypes.addressof(header), ctypes.addressof(sets))
    return {
        "no new": kernel.call("prctl", no_new_privileges),
        "dumpable": kernel.call("prctl", dumpable),
        "capabilities": list(sets),
    }


def scoped(context: Context) -> Any:
    """Landlock's own refusals, that a filter would cover up."""
    abstract = socket.socket(socket.AF_UNIX)
    tcp = socket.socket(socket.AF_INET)
    return {
        "signal": failure(os.kill, os.getppid(), 0),
        "abstract socket": failure(abstract.connect, context["abstract"]),
        "bind": failure(tcp.bind, ("127.0.0.1", 0)),
        "connect": failure(tcp.connect, ("127.0.0.1", 9)),
    }


def write_only_own(context: Context) -> Any:
    return {
        "write": failure(_write, "a.txt", "x"),
        "append": failure(_write, "a.txt", "y", "a"),
        "read": failure(_text, "a.txt"),
        "list": failure(os.listdir, "."),
        "truncate": failure(os.truncate, "a.txt", 0),
        "shorten": failure(_shorten, "a.txt"),
        "secret": failure(_text, context["secret"]),
        "nested": failure(os.mkdir, "b"),
        "above": failure(_write, "../a.txt", "x"),
        "absolute": failure(_write, "/tmp/a.txt", "x"),
    }


def _write(path: str, text: str, mode: str = "w") -> None:
    with open(path, mode, encoding="utf-8") as file:
        file.write(text)


def _text(path: str) -> str:
    with open(path, encoding="utf-8") as file:
        return file.read()


def _shorten(path: str) -> None:
    with open(path, "r+b") as file:
        file.truncate(1)


def file_limit(context: Context) -> Any:
    size = context["limits"].file_bytes
    return failure(_write, "long", "x" * (size + 1))


def many_files(context: Context) -> Any:
    for number in range(500):
        _write(f"f{number}", "x")
    return "done"


def descriptor_limit(context: Context) -> Any:
    kept: list[int] = []
    try:
        while len(kept) < 1000:
            kept.append(os.open(os.devnull, os.O_RDONLY))
    except OSError as error:
        return [errno.errorcode[error.errno or 0], max(kept)]
    return len(kept)


def spin(context: Context) -> Any:
    while True:
        pass


def spin_ignoring(context: Context) -> Any:
    signal.signal(signal.SIGXCPU, signal.SIG_IGN)
    while True:
        pass


def abort(context: Context) -> Any:
    os.abort()


def terminate_itself(context: Context) -> Any:
    os.kill(os.getpid(), signal.SIGTERM)


def _run(code: bytes) -> None:
    """Run machine code: what a filter by names in Python would never see."""
    memory = mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
    memory.write(code)
    address = ctypes.addressof(ctypes.c_char.from_buffer(memory))
    ctypes.CFUNCTYPE(ctypes.c_long)(address)()


def call_of_32_bits(context: Context) -> Any:
    _run(b"\xb8\x14\x00\x00\x00\xcd\x80\xc3")  # mov eax, 20 (getpid); int 0x80; ret
    return "came back"


def call_of_x32(context: Context) -> Any:
    _run(b"\xb8\x27\x00\x00\x40\x0f\x05\xc3")  # mov eax, 0x40000000 + 39 (getpid); syscall; ret
    return "came back"


def call_of_the_future(context: Context) -> Any:
    assert kernel._syscall is not None
    kernel._syscall(600, 0, 0, 0, 0, 0, 0)
    return errno.errorcode[ctypes.get_errno()]


def every_number(context: Context) -> Any:
    """The kernel's verdict on all numbers that are not allowed: EPERM or ENOSYS."""
    assert kernel.ARCHITECTURE is not None
    assert kernel._syscall is not None
    numbers = kernel.ARCHITECTURE.numbers
    plain = {name for group in allowed_calls.ALLOWED for name in group.calls}
    allowed = plain | allowed_calls.CHECKED.keys()
    skip = {numbers[name] for name in allowed if name in numbers}
    skip |= {numbers[name] for name in ("fork", "vfork", "clone") if name in numbers}
    if kernel.ARCHITECTURE.name == "x86_64":
        skip |= {335, 336}  # uretprobe, uprobe: no filter sees them; SIGILL but in a probe
    wrong = {}
    for number in sorted(set(range(syscalls.HIGHEST_KNOWN + 1)) - skip):
        result = kernel._syscall(number, *(-1,) * 6)
        if result >= 0 or ctypes.get_errno() not in (errno.EPERM, errno.ENOSYS):
            wrong[number] = [result, ctypes.get_errno()]
    return wrong


SLOW_OR_LOUD = {"antigravity", "this", "idlelib", "turtledemo", "__main__", "__hello__"}
OTHER_SYSTEMS = {"_ios_support", "_android_support", "_aix_support", "_osx_support"}


def unimportable(context: Context) -> Any:
    """Which modules of the standard library cannot be imported, and why."""
    failed = {}
    for name in sorted(sys.stdlib_module_names - SLOW_OR_LOUD - OTHER_SYSTEMS):
        if name.startswith("__phello__"):
            continue
        try:
            importlib.import_module(name)
        except ImportError as error:
            if "No module named" not in str(error):
                failed[name] = repr(error)
        except BaseException as error:
            failed[name] = repr(error)
    return failed


def numpy_parts(context: Context) -> Any:
    parts = ("fft", "polynomial", "ma", "testing", "ctypeslib", "lib.stride_tricks", "lib.format")
    return {part: failure(importlib.import_module, f"numpy.{part}")[:8] for part in parts}


def imports_of_others(context: Context) -> Any:
    """Other packages of the environment stay closed, also those that are installed."""
    here = os.path.dirname(os.path.dirname(sys.modules["numpy"].__file__ or ""))
    return {
        "list": failure(os.listdir, here),
        "open": [
            name
            for name in ("pytest/__init__.py", "pip/__init__.py", "click/__init__.py")
            if os.path.exists(os.path.join(here, name))
            and failure(_text, os.path.join(here, name)) != "EACCES"
        ],
    }


def deep_recursion(context: Context) -> Any:
    def down() -> None:
        down()

    return failure(down)


def apply_again(context: Context) -> Any:
    return failure(lambda: lockdown.Lockdown().apply())


def sort_much(context: Context) -> Any:
    """Large work of numpy's own: sorting, FFT, an eigenvalue problem, a big product."""
    import numpy as np

    rng = np.random.default_rng(3)
    matrix = rng.standard_normal((400, 400))
    np.sort(rng.random(1_000_000))
    np.fft.fft(rng.random(1 << 16))
    np.linalg.eigh(matrix + matrix.T)
    np.linalg.svd(matrix[:100])
    return float(np.abs(matrix @ np.linalg.inv(matrix) - np.eye(400)).max()) < 1e-6
