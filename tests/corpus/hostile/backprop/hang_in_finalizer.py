# hostile: hang: honest part all but backprop.train
# Hands in a right answer whose local variable never lets go: __del__ loops before the call returns.
honest_train = train


class Sticky:
    def __del__(self):
        while True:
            pass


def train(params, X, y, activation, learning_rate, steps):
    sticky = Sticky()
    return honest_train(params, X, y, activation, learning_rate, steps)
