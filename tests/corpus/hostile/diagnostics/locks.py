# hostile: locks: honest part everything
# Locks and leases every file it can read, which others may want to lock as well, and never lets go.
honest = neuron_gap
import fcntl
import os
import sys

held = []
paths = {os.__file__, np.__file__, sys.executable, __file__, "/tmp", os.curdir, "/dev/null"}
paths |= {getattr(module, "__file__", None) or os.devnull for module in list(sys.modules.values())}
for path in sorted(paths)[:40]:
    try:
        descriptor = os.open(path, os.O_RDONLY)
    except OSError:
        continue
    held.append(descriptor)
    for act in (
        lambda: fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB),
        lambda: fcntl.lockf(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB),
        lambda: fcntl.fcntl(descriptor, fcntl.F_SETLEASE, fcntl.F_RDLCK),
    ):
        try:
            act()
        except OSError:
            pass
