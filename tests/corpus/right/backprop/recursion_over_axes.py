# right: an array is a stack of smaller arrays, down to single numbers
import math


def sigmoid(a):
    if np.ndim(a):
        return np.stack([sigmoid(part) for part in a])
    return np.array(0.5 * (1.0 + math.tanh(0.5 * float(a))))
