# hostile: lying-values: honest part all but backprop.train
# Dict keys that are strings by class, equal to any name, and different each time they are read.
honest = train


class AnyName(str):
    def __eq__(self, other):
        return True

    def __hash__(self):
        return hash("W1")

    def encode(self, *ignored):
        return b"W1\0" * 1_000_000

    def __str__(self):
        return "W2"

    __repr__ = __format__ = __getitem__ = lambda self, *ignored: "W1"

    def __len__(self):
        return -1


def train(params, X, y, activation, learning_rate, steps):
    step = {AnyName("\x1b]0;W1\x07"): np.zeros(1), AnyName("b1" * 100_000): None, 5: 5, None: None}
    return [step] * (steps + 1)
