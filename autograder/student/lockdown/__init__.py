"""The Linux lock-down of a student process: Landlock, a system call filter, and limits.

It stands alone: standard library only (numpy in the self-test), no import of the rest of the
package. On other systems it imports, and says that it is not available.

    lockdown = Lockdown(Amounts(), read_list(never=[...]))     # in the warm parent
    assert self_test(lockdown).holds
    if os.fork() == 0:
        lockdown.apply(scratch.path, keep_fds=(3, 4))                      # first thing in a child

Landlock decides about files, the filter about everything else, rlimits about amounts;
`allowed_calls.py` and `readlist.py` say what is let through and why. Not covered, by these means:
wall-clock time and the total written to scratch (the grader watches both), whether a path that is
guessed exists and how large it is, load on processor caches and memory bandwidth, and holes in the
kernel itself.
"""

from .kernel import LockdownError, NotAvailable, call
from .locking import Applied, Lockdown
from .probe import Offer, probe
from .process import die_with, environment, keep_only, open_null, prefer_for_oom, set_environment
from .readlist import read_list
from .rlimits import Amounts, set_limits
from .scratch import Scratch
from .selftest import SelfTest, self_test, self_test_afresh

__all__ = [
    "Amounts", "Applied", "Lockdown", "LockdownError", "NotAvailable", "Offer", "Scratch",
    "SelfTest", "call", "die_with", "environment", "keep_only", "open_null", "prefer_for_oom",
    "probe", "read_list", "self_test", "self_test_afresh", "set_environment", "set_limits",
]  # fmt: skip
