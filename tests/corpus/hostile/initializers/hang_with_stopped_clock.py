# hostile: hang: honest part all but initializers.init_params
# Stops every clock that Python can see, so that a deadline kept in this process never comes, and
# hangs.
honest = init_params
import time


def stopped(*ignored):
    return 0.0


for clock in ("time", "monotonic", "perf_counter", "process_time", "thread_time"):
    setattr(time, clock, stopped)
    setattr(time, clock + "_ns", lambda: 0)


def init_params(layer_sizes, weight_init):
    while time.monotonic() < 1.0:
        pass
