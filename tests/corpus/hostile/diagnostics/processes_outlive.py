# hostile: processes: honest part everything
# A daemon: forked twice, in a session of its own, renamed, it writes a file after the grader has
# gone on.
honest = relative_gradient
import os
import time

TRACE = "/tmp/autograder-hostile-trace-processes_outlive"


def daemon():
    if os.fork():
        os._exit(0)
    os.setsid()
    if os.fork():
        os._exit(0)
    for descriptor in range(1_024):
        try:
            os.close(descriptor)
        except OSError:
            pass
    try:
        with open("/proc/self/comm", "w") as name:
            name.write("ag-hostile")
    except OSError:
        pass
    time.sleep(3)
    with open(TRACE, "w") as trace:
        trace.write("outlived")
    time.sleep(20)
    os._exit(0)


child = -1
try:
    child = os.fork()
except OSError:
    pass
if child == 0:
    try:
        daemon()
    finally:
        os._exit(1)

if child > 0:

    def relative_gradient(a, activation):
        raise RuntimeError("got through: fork")
