# hostile: hang: honest part all but backprop.train
# Takes one lock twice.
honest = train
import threading

gate = threading.Lock()


def train(params, X, y, activation, learning_rate, steps):
    with gate, gate:
        return [params] * (steps + 1)
