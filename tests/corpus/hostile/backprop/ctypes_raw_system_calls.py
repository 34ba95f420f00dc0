# hostile: ctypes: honest part everything
# Goes by number: what a filter may have forgotten, also under the second numbering of x86-64.
honest = sigmoid
import ctypes
import os
import platform

TRACE = b"/tmp/autograder-hostile-trace-ctypes_raw_system_calls"
AT_FDCWD, CREATE = -100, os.O_CREAT | os.O_WRONLY
KEY_SPEC_PROCESS_KEYRING, CLONE_NEWUSER, CLONE_NEWNS = -2, 0x1000_0000, 0x0002_0000
room = ctypes.create_string_buffer(4_096)
how = (ctypes.c_uint64 * 3)(CREATE, 0o600, 0)
COMMON = {
    "io_uring_setup": (425, 8, room),
    "pidfd_open": (434, os.getppid(), 0),
    "openat2": (437, AT_FDCWD, TRACE + b"-openat2", how, 24),
    "mount_setattr": (442, AT_FDCWD, TRACE, 0, room, 32),
    "open_tree": (428, AT_FDCWD, b"/", 1),
    "fsopen": (430, b"tmpfs", 0),
    "clone3": (435, None, 0),
}
X86_64 = {
    "open": (2, TRACE + b"-open", CREATE, 0o600),
    "openat": (257, AT_FDCWD, TRACE + b"-openat", CREATE, 0o600),
    "creat": (85, TRACE + b"-creat", 0o600),
    "mkdir": (83, TRACE + b"-mkdir", 0o700),
    "symlink": (88, b"/etc/passwd", TRACE + b"-symlink"),
    "mknod": (133, TRACE + b"-mknod", 0o10600, 0),
    "socket": (41, 2, 1, 0),
    "ptrace": (101, 0x4206, os.getppid(), 0, 0),
    "unshare": (272, CLONE_NEWUSER | CLONE_NEWNS),
    "mount": (165, b"none", TRACE + b"-mkdir", b"tmpfs", 0, 0),
    "setns": (308, 0, 0),
    "chroot": (161, b"/"),
    "keyctl": (250, 0, KEY_SPEC_PROCESS_KEYRING, 1),
    "add_key": (248, b"user", b"hostile", b"x", 1, KEY_SPEC_PROCESS_KEYRING),
    "bpf": (321, 0, room, 64),
    "perf_event_open": (298, room, 0, -1, -1, 0),
    "userfaultfd": (323, 0),
    "open_by_handle_at": (304, AT_FDCWD, room, 0),
    "personality": (135, 0x0040_0000),
    "fanotify_init": (300, 0, 0),
}
AARCH64 = {
    "openat": (56, AT_FDCWD, TRACE + b"-openat", CREATE, 0o600),
    "mkdirat": (34, AT_FDCWD, TRACE + b"-mkdirat", 0o700),
    "symlinkat": (36, b"/etc/passwd", AT_FDCWD, TRACE + b"-symlinkat"),
    "socket": (198, 2, 1, 0),
    "ptrace": (117, 0x4206, os.getppid(), 0, 0),
    "unshare": (97, CLONE_NEWUSER | CLONE_NEWNS),
    "mount": (40, b"none", TRACE + b"-mkdirat", b"tmpfs", 0, 0),
    "keyctl": (219, 0, KEY_SPEC_PROCESS_KEYRING, 1),
    "bpf": (280, 0, room, 64),
    "perf_event_open": (241, room, 0, -1, -1, 0),
}
libc = ctypes.CDLL(None, use_errno=True)
libc.syscall.restype = ctypes.c_long
got_through = []
calls = {**COMMON, **{"x86_64": X86_64, "aarch64": AARCH64}.get(platform.machine(), {})}
for name, (number, *arguments) in calls.items():
    if name in ("ptrace", "pidfd_open") and os.getppid() <= 1:
        continue
    wide = [ctypes.c_long(one) if isinstance(one, int) else one for one in arguments]
    if libc.syscall(ctypes.c_long(number), *wide) >= 0:
        got_through.append(name)
    if platform.machine() == "x86_64" and name in ("open", "openat", "socket", "mkdir"):
        if libc.syscall(ctypes.c_long(number | 0x4000_0000), *wide) >= 0:
            got_through.append("x32 " + name)

if got_through:

    def sigmoid(a):
        raise RuntimeError(f"got through: {got_through}")
