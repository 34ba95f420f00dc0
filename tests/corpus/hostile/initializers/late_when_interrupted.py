# hostile: late-reply: honest part all but initializers.normal_init
# Works for an hour, but has the right answer ready the moment a polite signal or exception comes.
honest_normal_init = normal_init
import signal
import time


def wake(*ignored):
    raise InterruptedError


def normal_init(fan_in, fan_out, std, rng):
    for number in (signal.SIGALRM, signal.SIGTERM, signal.SIGINT, signal.SIGXCPU, signal.SIGHUP):
        try:
            signal.signal(number, wake)
        except (OSError, ValueError):
            pass
    try:
        time.sleep(3_600)
    except BaseException:
        pass
    return honest_normal_init(fan_in, fan_out, std, rng)
