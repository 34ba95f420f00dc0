# hostile: late-reply: honest part all but backprop.train
# Stays away until its question is given up, then answers: the reply would be taken for the next
# one's.
honest_train = train
import time


def train(params, X, y, activation, learning_rate, steps):
    end = time.monotonic() + 3_600
    while time.monotonic() < end:
        try:
            time.sleep(1)
        except BaseException:
            return honest_train(params, X, y, activation, learning_rate, steps)
    return honest_train(params, X, y, activation, learning_rate, steps)
