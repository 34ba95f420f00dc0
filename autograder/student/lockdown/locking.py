"""The one call that locks a student process down, and its preparation in the warm parent."""

import importlib.util
import os
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from . import process
from .kernel import Capabilities, LockdownError, forbid_new_privileges
from .landlock import Rules, enforce
from .readlist import WRITABLE, read_list
from .rlimits import Amounts, lower, within_reach
from .seccomp import Filter


@dataclass(frozen=True)
class Applied:
    """What was applied to this process; a layer that was asked for and failed raises instead.

    Attributes:
        landlock: the version of Landlock's interface in force, 0 when it was not asked for.
        scoped: whether Landlock also confines signals and abstract sockets.
        seccomp: whether the system call filter is in force.
        scratch: the only folder that can be written to, or None.
    """

    landlock: int
    scoped: bool
    seccomp: bool
    scratch: str | None


class Lockdown:
    """Everything that can be done before forking: paths opened, filter assembled.

    Make one in the warm parent, single-threaded and with numpy imported; call `apply` in each
    child. It may be applied in the very process that made it, too, once.
    """

    def __init__(
        self,
        limits: Amounts | None = None,
        readable: Iterable[str] | None = None,
        *,
        landlock: bool = True,
        seccomp: bool = True,
    ) -> None:
        """Prepare the layers.

        Args:
            limits: what a child may use; the defaults of `Amounts` if None.
            readable: what it may read; `read_list()` if None.
            landlock: False only where another wall hides the files (a container, bubblewrap).
            seccomp: False only where there is no filter to be had; threads are possible then.

        Raises:
            NotAvailable: this machine lacks a layer.
            LockdownError: a layer cannot be prepared, or this process runs several threads.
        """
        self.limits = limits or Amounts()
        self._limits = within_reach(self.limits)
        self._capabilities = Capabilities(keep_reading=landlock)
        self._filter = Filter() if seccomp else None
        if seccomp and process.threads() > 1:
            raise LockdownError(
                f"{process.threads()} threads run in this process; a filter covers one, and a BLAS "
                f"that waits for others hangs: start it with {process.environment()}"
            )
        self._made_by = os.getpid()
        self._rules: Rules | None = None
        self._null = process.open_null()
        if landlock:
            self._rules = Rules(read_list() if readable is None else readable, WRITABLE)
        # Stdlib folders that hold site-packages cannot be listed by the child: the import system
        # must know their entries beforehand, and remembers them as long as they do not change.
        importlib.util.find_spec("a_module_that_is_nowhere")

    def expect_scratch(self, scratch: str | os.PathLike[str]) -> None:
        """Do in the parent what depends on the scratch folder; saves each child 0.3 to 1 ms.

        Worth it for a folder that is used again and again: while it is found empty after a process
        has ended, the next one can have it. Only one process may have it at a time.

        Raises:
            LockdownError: the folder cannot be opened.
        """
        if self._rules is not None:
            self._rules.prepare(os.path.abspath(scratch))

    def apply(
        self, scratch: str | os.PathLike[str] | None = None, keep_fds: Collection[int] = ()
    ) -> Applied:
        """Lock the calling process down, for good, before it reads the first student byte.

        Args:
            scratch: a folder of its own that the process may fill with files (see `scratch.py`),
                and its working directory; None allows no file to be written at all.
            keep_fds: the descriptors to stay open, usually two pipes.

        Returns:
            What is in force now.

        Raises:
            LockdownError: a layer could not be applied. The process is in an undefined state
                between open and locked: it must end (``os._exit``) without running student code.
        """
        folder = None if scratch is None else os.path.abspath(scratch)
        try:
            return self._apply(folder, keep_fds)
        except OSError as error:
            raise LockdownError(f"the lock-down is incomplete: {error}") from error

    def _apply(self, scratch: str | None, keep_fds: Collection[int]) -> Applied:
        # What needs paths, /proc and descriptors comes first, and the filter comes last, because
        # each step takes away what the steps before it needed.
        rules = self._rules
        ruleset = -1 if rules is None else rules.ruleset_for(scratch)
        process.hide_memory()
        if os.getpid() != self._made_by:
            process.die_with(self._made_by)
        process.set_environment()
        os.umask(0o077)
        os.chdir(scratch or "/")
        process.keep_only({*keep_fds, *([] if rules is None else [ruleset])}, self._null)
        lower(self._limits)
        forbid_new_privileges()
        if rules is not None:
            enforce(ruleset, rules.version)
            os.close(ruleset)
        self._capabilities.drop()
        if self._filter is not None:
            self._filter.install(os.getpid())
        return Applied(
            landlock=0 if rules is None else rules.version,
            scoped=rules is not None and rules.scoped,
            seccomp=self._filter is not None,
            scratch=scratch,
        )

    def close(self) -> None:
        """Close what the parent holds open; children that were forked are not affected."""
        if self._rules is not None:
            self._rules.close()
        if self._null >= 0:
            os.close(self._null)
            self._null = -1
