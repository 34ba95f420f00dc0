"""Landlock: which files the process may open, decided by the kernel for an unprivileged process.

A ruleset lists the rights that it takes charge of (all of them, here) and the paths below which
some are given back. `Rules` is made once in the warm parent, where the listed paths are opened; a
child then needs no path look-up of its own. Without a scratch folder it enforces a ruleset that the
parent has finished; with one it builds its own, because a ruleset that is shared would collect the
scratch folders of all children. Source: ``linux/landlock.h``, landlock(7).
"""

import ctypes
import errno
import os
import stat
from collections.abc import Iterable

from .kernel import LockdownError, NotAvailable, call

# Rights on files (linux/landlock.h).
WRITE_FILE, READ_FILE, READ_DIR, MAKE_REG, TRUNCATE = 1 << 1, 1 << 2, 1 << 3, 1 << 8, 1 << 14

# Flags and kinds of rules (linux/landlock.h).
_VERSION_FLAG = 1
_PATH_BENEATH = 1
_LOG_SAME_EXEC_OFF = 1  # ABI 7: denials are expected here and would only flood the audit log
_BIND_AND_CONNECT_TCP = 0b11  # every right on the network that there is
_ABSTRACT_SOCKETS_AND_SIGNALS = 0b11  # every scope that there is


class _RulesetAttributes(ctypes.Structure):
    _fields_ = (
        ("files", ctypes.c_uint64),
        ("network", ctypes.c_uint64),
        ("scoped", ctypes.c_uint64),
    )


class _PathBeneath(ctypes.Structure):
    _pack_ = 1
    _layout_ = "ms"
    _fields_ = (("rights", ctypes.c_uint64), ("descriptor", ctypes.c_int32))


def abi() -> int:
    """The version of Landlock's interface that this kernel offers; 0 where there is none."""
    try:
        return call("landlock_create_ruleset", 0, 0, _VERSION_FLAG)
    except (OSError, NotAvailable):  # ENOSYS: not built; EOPNOTSUPP: off; EPERM: a container's
        return 0


def file_rights(version: int) -> int:
    """Every right on files that a ruleset of this version can take charge of, as bits."""
    newest = {1: 12, 2: 13, 3: 14, 4: 14}.get(version, 15)  # REFER, TRUNCATE, IOCTL_DEV
    return (1 << (newest + 1)) - 1


def create_ruleset(version: int) -> tuple[int, bool]:
    """A new ruleset that takes charge of everything, and gives nothing back yet.

    Args:
        version: the interface version to build for, at least 1.

    Returns:
        Its descriptor, and whether signals and abstract sockets are confined too. Some kernels
        (RHEL 9) report version 6 and refuse that part: it is left to the system call filter then.

    Raises:
        OSError: the kernel refused.
    """
    attributes = _RulesetAttributes(
        files=file_rights(version),
        network=_BIND_AND_CONNECT_TCP if version >= 4 else 0,
        scoped=_ABSTRACT_SOCKETS_AND_SIGNALS if version >= 6 else 0,
    )
    size = 8 if version < 4 else 16 if version < 6 else 24
    try:
        descriptor = call("landlock_create_ruleset", ctypes.addressof(attributes), size)
    except OSError as error:
        if error.errno != errno.EINVAL or version < 6:
            raise
        return create_ruleset(5)[0], False
    return descriptor, version >= 6


def _rights_on(descriptor: int, *, write: bool, version: int) -> int:
    """The rights to give back on an opened path: fewer for a file, the kernel insists."""
    folder = stat.S_ISDIR(os.fstat(descriptor).st_mode)
    rights = READ_FILE | (READ_DIR if folder else 0)
    if write:
        rights |= WRITE_FILE | TRUNCATE | (MAKE_REG if folder else 0)
    return rights & file_rights(version)


# The read list has 258 paths on Debian 12 with Python 3.11, and one for each further library.
ENOUGH_FILES = 1024


class Rules:
    """The files a child may use, prepared in the warm parent.

    Raises:
        NotAvailable: this kernel has no Landlock.
        LockdownError: a ruleset was refused, or a listed path cannot be opened.
    """

    def __init__(self, readable: Iterable[str], writable: Iterable[str] = ()) -> None:
        """Open the paths and finish a ruleset.

        Args:
            readable: files, and folders with everything below them, that may be read.
            writable: files that may be read and written, such as /dev/null.
        """
        self.version = abi()
        if not self.version:
            raise NotAvailable("this kernel offers no Landlock")
        self._opened: list[int] = []
        self._beneath: list[_PathBeneath] = []
        self._finished: dict[str | None, int] = {}
        try:
            for path in readable:
                self._list(path, write=False)
            for path in writable:
                self._list(path, write=True)
            ruleset, self.scoped = create_ruleset(self.version)
            os.close(ruleset)
            self._finished[None] = self._ruleset(None)
        except OSError as error:
            opened = len(self._opened)
            self.close()
            if error.errno == errno.EMFILE:
                raise LockdownError(
                    f"only {opened} files can be open at once here, and the lock-down needs one "
                    f"for each system library: raise the limit (`ulimit -n {ENOUGH_FILES}`)"
                ) from error
            raise LockdownError(f"Landlock's rules cannot be made: {error}") from error

    def _list(self, path: str, *, write: bool) -> None:
        descriptor = os.open(path, os.O_PATH | os.O_CLOEXEC)
        self._opened.append(descriptor)
        rights = _rights_on(descriptor, write=write, version=self.version)
        self._beneath.append(_PathBeneath(rights, descriptor))

    def _ruleset(self, scratch: str | None) -> int:
        ruleset, _ = create_ruleset(self.version)
        for beneath in self._beneath:
            call("landlock_add_rule", ruleset, _PATH_BENEATH, ctypes.addressof(beneath))
        if scratch is not None:
            folder = os.open(scratch, os.O_PATH | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC)
            beneath = _PathBeneath(_rights_on(folder, write=True, version=self.version), folder)
            call("landlock_add_rule", ruleset, _PATH_BENEATH, ctypes.addressof(beneath))
            os.close(folder)
        return ruleset

    def ruleset_for(self, scratch: str | None) -> int:
        """The descriptor to enforce: a finished ruleset, or a new one with this scratch folder.

        Raises:
            LockdownError: the folder cannot be opened, or the kernel refused.
        """
        try:
            return self._finished[scratch] if scratch in self._finished else self._ruleset(scratch)
        except OSError as error:
            raise LockdownError(f"the scratch folder cannot be opened up: {error}") from error

    def prepare(self, scratch: str) -> None:
        """Finish a ruleset for this scratch folder, instead of the one prepared before.

        Raises:
            LockdownError: as `ruleset_for`.
        """
        for path in [path for path in self._finished if path is not None]:
            os.close(self._finished.pop(path))
        self._finished[scratch] = self.ruleset_for(scratch)

    def close(self) -> None:
        """Close the parent's descriptors."""
        for descriptor in (*self._opened, *self._finished.values()):
            os.close(descriptor)
        self._opened, self._finished = [], {}


def enforce(ruleset: int, version: int) -> None:
    """Confine the calling thread, for good. Needs no_new_privs.

    Raises:
        LockdownError: the kernel refused; 16 nested domains are the most it takes.
    """
    try:
        if version >= 7:
            try:
                call("landlock_restrict_self", ruleset, _LOG_SAME_EXEC_OFF)
                return
            except OSError as error:
                if error.errno != errno.EINVAL:  # a version that is overstated, as above
                    raise
        call("landlock_restrict_self", ruleset)
    except OSError as error:
        raise LockdownError(f"Landlock was not enforced: {error}") from error
