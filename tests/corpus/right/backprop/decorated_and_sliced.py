# right: an endless generator of networks, cut by islice; a decorator that counts
from functools import wraps
from itertools import islice


def counted(function):
    @wraps(function)
    def inside(*args):
        inside.calls += 1
        return function(*args)

    inside.calls = 0
    return inside


def _networks(params, X, y, activation, rate):
    while True:
        yield params
        params = sgd_step(params, backward(params, *forward(params, X, activation), y, activation), rate)


@counted
def train(params, X, y, activation, learning_rate, steps):
    return list(islice(_networks(params, X, y, activation, learning_rate), steps + 1))
