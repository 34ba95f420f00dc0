# hostile: hang: honest part all but backprop.train
# Stops itself: the process neither ends nor runs, and waiting for it without WUNTRACED lasts for
# ever.
honest = train
import os
import signal


def train(params, X, y, activation, learning_rate, steps):
    os.kill(os.getpid(), signal.SIGSTOP)
    signal.raise_signal(signal.SIGSTOP)
    signal.pause()
