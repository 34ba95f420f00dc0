# right: training states saved as pickles of a class of this file and loaded at the end
import pickle
from dataclasses import dataclass


@dataclass
class Checkpoint:
    step: int
    params: dict


def train(params, X, y, activation, learning_rate, steps):
    saved = [pickle.dumps(Checkpoint(0, dict(params)))]
    for t in range(1, steps + 1):
        a, h = forward(params, X, activation)
        params = sgd_step(params, backward(params, a, h, y, activation), learning_rate)
        saved.append(pickle.dumps(Checkpoint(step=t, params=params)))
    return [pickle.loads(blob).params for blob in saved]
