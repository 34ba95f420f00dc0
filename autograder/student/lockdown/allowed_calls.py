"""Which system calls a student process may make, and why.

An allow-list: what no group names is refused with EPERM, which Python turns into a PermissionError
at the line that asked for it. Numpy on one thread, the interpreter, late imports from the standard
library, reading what Landlock lets through, writing to the scratch folder, and an event loop need
nothing else. Deliberately absent, and therefore refused:

- fork, vfork, clone, execve: one process, one thread. Nothing survives it, nothing multiplies.
- socket, connect, bind, sendmsg: no network, no abstract or named sockets, no passed descriptors.
- kill and friends for any process but itself, ptrace, process_vm_*, pidfd_*, kcmp.
- chmod, chown, utime, setxattr, link, symlink, mknod, flock: Landlock does not cover them all.
- unlink, rename, mkdir: the scratch folder is flat and only grows, so its watcher sees everything.
- prctl, setrlimit, prlimit with a new value, sched_set*, setuid: no limit is ever raised again.
- memfd_create, shm*, mq_*, mlock, userfaultfd: memory that the address-space limit does not count.
- advice to merge equal pages, which can tell what others' pages hold, or to poison them.
- urgent (out-of-band) bytes on a pair of sockets: nobody needs them, and from them the kernel's
  memory was written to by a process in a filter like this one (CVE-2025-38236).
- io_uring, bpf, perf, keyctl, mount, unshare, setns, modules, timers: the kernel's large surfaces.
- fsync, fallocate, sync: a loop of them slows every other disk user down.
"""

from dataclasses import dataclass

OWN_PID = -1  # in `ArgumentTest.values`: the process's own id, filled in by the child itself
# linux/socket.h, fcntl.h and asm-generic/ioctls.h; the same on both architectures.
_AF_UNIX, _SOCK_STREAM = 1, 1
_SOCK_CLOEXEC_OR_NONBLOCK = 0o2000000 | 0o4000
_O_ACCMODE, _O_TRUNC, _O_TMPFILE = 0o3, 0o1000, 0o20000000
_F_DUPFD, _F_GETFD, _F_SETFD, _F_GETFL, _F_SETFL, _F_DUPFD_CLOEXEC = 0, 1, 2, 3, 4, 1030
_TCGETS, _TCGETS2, _TIOCGWINSZ, _FIONREAD = 0x5401, 0x802C542A, 0x5413, 0x541B
_FIONBIO, _FIONCLEX, _FIOCLEX = 0x5421, 0x5450, 0x5451
_WORD = 0xFFFFFFFF
# linux/socket.h: MSG_DONTWAIT and MSG_NOSIGNAL; to receive, also MSG_PEEK, MSG_TRUNC, MSG_WAITALL.
_SENT = 0x40 | 0x4000
_RECEIVED = _SENT | 0x2 | 0x20 | 0x100
# asm-generic/mman-common.h: NORMAL to DONTNEED, FREE, (NO)HUGEPAGE, DONTDUMP and DODUMP, which are
# what memory allocators say.
_ADVICE = (0, 1, 2, 3, 4, 8, 14, 15, 16, 17)


@dataclass(frozen=True)
class ArgumentTest:
    """A condition on one argument of a system call.

    Attributes:
        argument: which one, from 0.
        values: what it may be after masking.
        mask: the bits that are looked at, of the lower word.
        wide: a pointer or a long, so that the upper word must be zero too. The kernel itself reads
            only the lower word of an int, and so does a check that is not wide.
    """

    argument: int
    values: tuple[int, ...]
    mask: int = _WORD
    wide: bool = False


@dataclass(frozen=True)
class CallGroup:
    """System calls allowed for one reason."""

    reason: str
    calls: tuple[str, ...]


ALLOWED = (
    CallGroup(
        "use descriptors that are open: the pipes to the grader, files that Landlock let through",
        (
            *("read", "write", "readv", "writev", "pread64", "pwrite64", "lseek", "ftruncate"),
            *("close", "close_range", "fstat", "newfstatat", "statx", "stat", "lstat"),
            *("getdents64", "dup", "dup2", "dup3", "poll", "ppoll", "select", "pselect6"),
        ),
    ),
    CallGroup(
        "numpy and the interpreter ask for memory; RLIMIT_AS bounds it, and machine code made at "
        "run time meets this same filter, so PROT_EXEC needs no rule",
        ("mmap", "munmap", "mprotect", "mremap", "brk"),
    ),
    CallGroup(
        "locks of the interpreter, sleeping, clocks",
        (
            *("futex", "sched_yield", "restart_syscall", "nanosleep", "clock_nanosleep"),
            *("clock_gettime", "clock_getres", "gettimeofday", "time", "times", "getrusage"),
        ),
    ),
    CallGroup(
        "look at path names: importing does, and Landlock decides what can be opened. What these "
        "tell (that a path exists, its size) is not hidden by any unprivileged means",
        ("access", "faccessat", "faccessat2", "readlink", "readlinkat", "getcwd"),
    ),
    CallGroup(
        "harmless facts about itself and the machine; random bytes",
        (
            *("getpid", "gettid", "getppid", "getuid", "geteuid", "getgid", "getegid", "uname"),
            *("sysinfo", "getcpu", "sched_getaffinity", "getrlimit", "getrandom"),
        ),
    ),
    CallGroup(
        "handle signals of its own: faulthandler, KeyboardInterrupt, abort",
        ("rt_sigaction", "rt_sigprocmask", "rt_sigreturn", "sigaltstack"),
    ),
    CallGroup(
        "an asyncio event loop, for top-level await in a notebook: it waits on a pair of its own",
        ("epoll_create1", "epoll_ctl", "epoll_wait", "epoll_pwait", "getsockname"),
    ),
    CallGroup("end", ("exit", "exit_group")),
)

_OPEN_FLAGS = _O_ACCMODE | _O_TRUNC | _O_TMPFILE
# Neither access mode 3 nor O_RDONLY|O_TRUNC: old Landlock lets both through without asking for a
# right. No O_TMPFILE: such a file has no name for the watcher of the scratch folder to see.
_READ_OR_WRITE = (0, 1, 2, _O_TRUNC | 1, _O_TRUNC | 2)

CHECKED: dict[str, tuple[ArgumentTest, ...]] = {
    "open": (ArgumentTest(1, _READ_OR_WRITE, mask=_OPEN_FLAGS),),
    "openat": (ArgumentTest(2, _READ_OR_WRITE, mask=_OPEN_FLAGS),),
    # Only the signals that abort() and os.kill(os.getpid(), …) send to this very process.
    "kill": (ArgumentTest(0, (OWN_PID,)),),
    "tkill": (ArgumentTest(0, (OWN_PID,)),),
    "tgkill": (ArgumentTest(0, (OWN_PID,)),),
    # Reading one's own limits; a new value (third argument) is never accepted.
    "prlimit64": (ArgumentTest(0, (0, OWN_PID)), ArgumentTest(2, (0,), wide=True)),
    # Duplicating and close-on-exec; no locks, leases, signal owners, seals or pipe sizes.
    "fcntl": (
        ArgumentTest(1, (_F_DUPFD, _F_GETFD, _F_SETFD, _F_GETFL, _F_SETFL, _F_DUPFD_CLOEXEC)),
    ),
    # isatty, the window's size, close-on-exec, non-blocking; nothing that reaches a driver.
    "ioctl": (
        ArgumentTest(1, (_TCGETS, _TCGETS2, _TIOCGWINSZ, _FIONREAD, _FIONBIO, _FIONCLEX, _FIOCLEX)),
    ),
    # A connected pair is a pipe: it has no name, and a stream takes no destination.
    "socketpair": (
        ArgumentTest(0, (_AF_UNIX,)),
        ArgumentTest(1, (_SOCK_STREAM,), mask=_WORD & ~_SOCK_CLOEXEC_OR_NONBLOCK),
    ),
    "sendto": (ArgumentTest(3, (0,), mask=_WORD & ~_SENT), ArgumentTest(4, (0,), wide=True)),
    "recvfrom": (ArgumentTest(3, (0,), mask=_WORD & ~_RECEIVED),),
    "madvise": (ArgumentTest(2, _ADVICE),),
}

FALL_BACK = ("clone3", "rseq", "openat2")
"""Answered ENOSYS: libc then takes its older way, and that one is judged above."""
