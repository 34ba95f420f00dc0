# hostile: hang: honest part all but backprop.train
# Ignores and blocks every signal that can be, stops all timers, swallows all exceptions, and stays.
honest = train
import signal
import time


def train(params, X, y, activation, learning_rate, steps):
    for number in signal.valid_signals() - {signal.SIGKILL, signal.SIGSTOP}:
        try:
            signal.signal(number, signal.SIG_IGN)
        except (OSError, ValueError):
            pass
    signal.pthread_sigmask(signal.SIG_BLOCK, signal.valid_signals())
    for timer in (signal.ITIMER_REAL, signal.ITIMER_VIRTUAL, signal.ITIMER_PROF):
        signal.setitimer(timer, 0)
    while True:
        try:
            time.sleep(1_000)
        except BaseException:
            continue
