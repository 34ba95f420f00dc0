# hostile: exit: honest part all but initializers.normal_init
# Kills its own process; a grader that only looks at Python exceptions waits for ever.
honest = normal_init
import os
import signal


def normal_init(fan_in, fan_out, std, rng):
    os.kill(os.getpid(), signal.SIGKILL)
    raise SystemExit(0)
