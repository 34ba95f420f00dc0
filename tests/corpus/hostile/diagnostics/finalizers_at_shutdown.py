# hostile: finalizers: honest part everything
# Works well and refuses to go: exit handlers, module finalizers and threading hooks that never end.
honest = neuron_gap
import atexit
import signal
import sys
import threading
import time
import weakref


def stay(*ignored):
    while True:
        try:
            time.sleep(1_000)
        except BaseException:
            continue


class Clinging:
    def __del__(self):
        stay()


sys.clinging = Clinging()
atexit.register(stay)
weakref.finalize(sys.clinging, stay)
try:
    threading._register_atexit(stay)
except (AttributeError, RuntimeError):
    pass
for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGPIPE):
    try:
        signal.signal(number, stay)
    except (OSError, ValueError):
        continue
