# hostile: patched-interpreter: honest part everything
# Rearranges its surroundings as far as they are its own: environment, folder, time zone, seeds,
# collector.
honest = sigmoid
import faulthandler
import gc
import os
import random
import sys
import time

os.environ.clear()
os.environ.update(
    LD_PRELOAD="/nowhere.so", PYTHONPATH=".", OMP_NUM_THREADS="64", LC_ALL="C", TZ="Mars"
)
for act in (
    lambda: os.chdir("/"),
    lambda: os.umask(0),
    time.tzset,
    lambda: random.seed(0),
    lambda: np.random.seed(0),
    faulthandler.disable,
    lambda: gc.set_threshold(1),
    lambda: sys.setswitchinterval(1e-6),
    lambda: sys.setrecursionlimit(100_000),
    lambda: sys.set_int_max_str_digits(0),
    lambda: sys.path.insert(0, "."),
    lambda: sys.path.append("/tmp"),
    sys.argv.clear,
):
    try:
        act()
    except (OSError, ValueError):
        pass
