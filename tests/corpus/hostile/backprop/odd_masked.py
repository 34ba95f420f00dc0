# hostile: odd-arrays: honest part all but backprop.train
# Masked arrays: every comparison with them is masked, so nothing in them is ever found to differ.
honest = train
import numpy.ma


def train(params, X, y, activation, learning_rate, steps):
    step = {name: numpy.ma.masked_all(np.shape(value)) for name, value in params.items()}
    return [step] * (steps + 1)
