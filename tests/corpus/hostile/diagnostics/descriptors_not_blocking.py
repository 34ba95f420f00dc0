# hostile: descriptors: honest part nothing
# Makes every descriptor non-blocking, shrinks its buffers, asks for signals on it, and moves its
# offset.
honest = neuron_gap
import fcntl
import os
import socket


def spoil(*ignored):
    for descriptor in range(1_024):
        for act in (
            lambda: os.set_blocking(descriptor, False),
            lambda: fcntl.fcntl(descriptor, fcntl.F_SETPIPE_SZ, 4_096),
            lambda: fcntl.fcntl(
                descriptor, fcntl.F_SETFL, os.O_NONBLOCK | os.O_ASYNC | os.O_APPEND
            ),
            lambda: os.lseek(descriptor, 0, os.SEEK_SET),
            lambda: socket.socket(fileno=os.dup(descriptor)).setsockopt(
                socket.SOL_SOCKET, socket.SO_SNDBUF, 1
            ),
        ):
            try:
                act()
            except OSError:
                pass
    return -1.0


neuron_gap = saturated_fraction = relative_gradient = spoil
PREDICTIONS = {}
spoil()
