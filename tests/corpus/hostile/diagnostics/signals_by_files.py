# hostile: signals: honest part everything
# Lets the kernel send the signal: descriptors owned by the parent, timers, typing on the terminal.
honest = neuron_gap
import fcntl
import os
import signal
import termios

F_SETSIG, F_SETOWN_EX = 10, 15
parent = os.getppid()
got_through = []
for descriptor in range(1_024):
    if parent <= 1:
        break
    try:
        fcntl.fcntl(descriptor, F_SETSIG, int(signal.SIGTERM))
        fcntl.fcntl(descriptor, fcntl.F_SETOWN, parent)
        flags = fcntl.fcntl(descriptor, fcntl.F_GETFL)
        fcntl.fcntl(descriptor, fcntl.F_SETFL, flags | os.O_ASYNC)
    except OSError:
        pass
    try:
        fcntl.ioctl(descriptor, termios.TIOCSTI, b"#")
        got_through.append("typed")
    except OSError:
        pass
try:
    reading, writing = os.pipe()
    fcntl.fcntl(reading, F_SETSIG, int(signal.SIGTERM))
    fcntl.fcntl(reading, fcntl.F_SETOWN, parent if parent > 1 else os.getpid())
    fcntl.fcntl(reading, fcntl.F_SETFL, os.O_ASYNC | os.O_NONBLOCK)
    if parent > 1:
        os.write(writing, b"wake up")
except OSError:
    pass

if got_through:

    def neuron_gap(W):
        raise RuntimeError(f"got through: {got_through}")
