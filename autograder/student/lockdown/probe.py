"""What this machine offers for the lock-down, asked of the kernel and not read from /sys or names.

A kernel can report a feature that a container's own filter then refuses, so each is really used, in
a forked child that ends at once. Whether the layers together hold is for the self-test to show.
"""

import os
import platform
import sys
import warnings
from collections.abc import Callable
from dataclasses import dataclass

from .kernel import ARCHITECTURE, LockdownError, call, forbid_new_privileges
from .landlock import abi, create_ruleset, enforce
from .seccomp import Filter


@dataclass(frozen=True)
class Offer:
    """What there is; all False or 0 on other systems than Linux.

    Attributes:
        system: the kernel and its release.
        machine: the processor.
        known: whether the filter has a table for this processor.
        landlock: the version of Landlock's interface, 0 if it cannot be used.
        scoped: whether Landlock also confines signals and abstract sockets.
        seccomp: whether our system call filter is accepted.
        pidfd: whether a process can be killed by descriptor, never by a reused number.
        root: whether this process is root.
    """

    system: str
    machine: str
    known: bool = False
    landlock: int = 0
    scoped: bool = False
    seccomp: bool = False
    pidfd: bool = False
    root: bool = False

    @property
    def missing(self) -> tuple[str, ...]:
        """What keeps this machine from the degree `kernel`, in words; empty if nothing does."""
        if not self.known:
            return (f"no lock-down for {self.system} on {self.machine}",)
        lacks = []
        if not self.landlock:
            lacks.append("no Landlock (needs Linux 5.13, and a container that lets it through)")
        if not self.seccomp:
            lacks.append("no system call filter (seccomp)")
        if not self.pidfd:
            lacks.append("no descriptors of processes (pidfd_open), to kill one and no other")
        return tuple(lacks)

    def lines(self) -> tuple[str, ...]:
        """A table of two columns to print."""
        yes = {True: "yes", False: "no"}
        scope = "with" if self.scoped else "without"
        landlock = f"interface {self.landlock}, {scope} signals" if self.landlock else "no"
        rows = {
            "system": f"{self.system}, {self.machine}" + (", as root" if self.root else ""),
            "Landlock": landlock,
            "system call filter": yes[self.seccomp],
            "kill by descriptor": yes[self.pidfd],
        }
        return tuple(f"{name:<20}{value}" for name, value in rows.items())


def probe() -> Offer:
    """Ask this machine; takes a few milliseconds and changes nothing."""
    system = f"{platform.system()} {platform.release()}"
    if ARCHITECTURE is None or sys.platform == "win32":
        return Offer(system, platform.machine())
    landlock = abi() if _works(_use_landlock) else 0
    return Offer(
        system=system,
        machine=platform.machine(),
        known=True,
        landlock=landlock,
        scoped=landlock >= 6 and _scoped(landlock),
        seccomp=_works(_use_filter),
        pidfd=_works(_use_pidfd),
        root=os.geteuid() == 0,
    )


def _works(use: Callable[[], object]) -> bool:
    """Whether a step succeeds, tried in a child so that it does not stick to this process."""
    with warnings.catch_warnings():
        # In a program with threads Python warns of a fork: the child might wait for a lock that
        # another thread held. This one makes a few system calls and leaves.
        warnings.simplefilter("ignore", DeprecationWarning)
        child = os.fork()
    if child == 0:
        try:
            use()
        except BaseException:
            os._exit(1)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def _use_landlock() -> None:
    version = abi()
    if not version:
        raise LockdownError("no Landlock")
    forbid_new_privileges()
    enforce(create_ruleset(version)[0], version)
    try:
        os.close(os.open("/", os.O_RDONLY))
    except PermissionError:
        return
    raise LockdownError("Landlock was accepted and does nothing")


def _scoped(version: int) -> bool:
    ruleset, scoped = create_ruleset(version)
    os.close(ruleset)
    return scoped


def _use_filter() -> None:
    forbid_new_privileges()
    Filter().install(os.getpid())
    try:
        call("personality", 0xFFFFFFFF)  # a question only; answered wherever there is no filter
    except PermissionError:
        return
    raise LockdownError("the filter was accepted and does nothing")


def _use_pidfd() -> None:
    os.close(call("pidfd_open", os.getpid()))
