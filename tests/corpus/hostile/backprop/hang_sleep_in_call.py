# hostile: hang: honest part all but backprop.train
# Sleeps for twelve days.
honest = train
import time


def train(params, X, y, activation, learning_rate, steps):
    time.sleep(1_000_000)
