# hostile: signals: honest part everything
# Sends the parent every signal that would stop or end it, by all the calls there are (never to
# process 1).
honest = sigmoid
import ctypes
import os
import platform
import signal

libc = ctypes.CDLL(None, use_errno=True)
parent = os.getppid()
got_through = []


def attempt(what, act):
    try:
        if not act():
            got_through.append(what)
    except BaseException:
        pass


if parent > 1:
    attempt("probe", lambda: os.kill(parent, 0))
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGUSR1, signal.SIGALRM, signal.SIGKILL):
        attempt(f"kill {number}", lambda: os.kill(parent, number))
        attempt(f"pidfd {number}", lambda: signal.pidfd_send_signal(os.pidfd_open(parent), number))
        if platform.machine() == "x86_64":
            attempt(f"tgkill {number}", lambda: libc.syscall(234, parent, parent, int(number)))
            attempt(f"tkill {number}", lambda: libc.syscall(200, parent, int(number)))
    attempt("sigqueue", lambda: libc.sigqueue(parent, int(signal.SIGTERM), None))

if got_through:

    def sigmoid(a):
        raise RuntimeError(f"got through: {got_through}")
