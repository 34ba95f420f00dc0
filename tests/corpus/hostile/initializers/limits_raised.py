# hostile: limits: honest part everything
# Raises its own limits, priority and chances to survive, and touches the limits of its parent.
honest = zeros_init
import os
import resource

parent = os.getppid()
got_through = []


def attempt(what, act):
    try:
        act()
        got_through.append(what)
    except (OSError, ValueError, AttributeError):
        pass


def write(path, text):
    with open(path, "w") as target:
        target.write(text)


for name in ("AS", "CPU", "FSIZE", "NOFILE", "NPROC", "CORE", "MEMLOCK", "STACK", "NICE", "RTPRIO"):
    kind = getattr(resource, "RLIMIT_" + name)
    try:
        soft, hard = resource.getrlimit(kind)
    except OSError:
        continue
    if hard != resource.RLIM_INFINITY:
        for wanted in (resource.RLIM_INFINITY, hard + 1, 2 * hard + 1):
            attempt(
                f"{name} {hard} -> {wanted}", lambda: resource.setrlimit(kind, (wanted, wanted))
            )
attempt("nice", lambda: os.nice(-5))
attempt("real-time", lambda: os.sched_setscheduler(0, os.SCHED_FIFO, os.sched_param(1)))
attempt("own oom score", lambda: write("/proc/self/oom_score_adj", "-1000"))
attempt("cgroup", lambda: write("/sys/fs/cgroup/cgroup.procs", str(os.getpid())))
if parent > 1:
    limits = resource.RLIMIT_CORE, (0, 0)
    attempt("parent's limits", lambda: resource.prlimit(parent, *limits))
    attempt("parent's priority", lambda: os.setpriority(os.PRIO_PROCESS, parent, 5))
    attempt("parent's processors", lambda: os.sched_setaffinity(parent, {0}))
    attempt("parent's oom score", lambda: write(f"/proc/{parent}/oom_score_adj", "500"))

if got_through:

    def zeros_init(fan_in, fan_out):
        raise RuntimeError(f"got through: {got_through}")
