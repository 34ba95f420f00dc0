# right: functions of one number, wrapped by np.vectorize
import math


@np.vectorize(otypes=[float])
def sigmoid(z):
    if z < -700:
        return 0.0
    return 1.0 / (1.0 + math.exp(-z))


sigmoid_grad = np.vectorize(lambda z: float(sigmoid(z)) * (1 - float(sigmoid(z))), otypes=[float])
tanh_grad = np.vectorize(lambda z: 1.0 - math.tanh(z) ** 2, otypes=["d"])
