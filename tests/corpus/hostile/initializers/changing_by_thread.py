# hostile: changing-values: honest part all but initializers.constant_init
# Returns garbage at once and lets a thread put in the right values while the grader is looking.
honest = constant_init
import threading
import time


def correct(W, value):
    time.sleep(0.5)
    W[...] = value


def constant_init(fan_in, fan_out, value):
    W = np.full((fan_in, fan_out), value + 1.0)
    threading.Thread(target=correct, args=(W, value), daemon=True).start()
    return W
