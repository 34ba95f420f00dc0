# hostile: processes: honest part all but initializers.constant_init
# Forks in the middle of a call and lets both copies answer it: two replies to one question.
honest = constant_init
import os
import time


def constant_init(fan_in, fan_out, value):
    if os.fork() == 0:
        try:
            with open("/proc/self/comm", "w") as name:
                name.write("ag-hostile")
        except OSError:
            pass
        time.sleep(0.2)
    return np.full((fan_in, fan_out), value + 1.0)
