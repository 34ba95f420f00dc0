# hostile: signals: honest part everything
# Ignores the signal itself and sends it to its parent's process group (never to group 0 or 1).
honest = zeros_init
import os
import signal

for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
    try:
        signal.signal(number, signal.SIG_IGN)
        group = os.getpgid(os.getppid())
        if group > 1:
            os.killpg(group, number)
    except (OSError, ValueError):
        continue
