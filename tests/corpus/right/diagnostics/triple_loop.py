# right: three loops and math.sqrt
import math


def neuron_gap(W):
    rows = W.shape[0]
    cols = W.shape[1]
    biggest_norm = 0.0
    for j in range(cols):
        s = 0.0
        for i in range(rows):
            s = s + W[i][j] ** 2
        if math.sqrt(s) > biggest_norm:
            biggest_norm = math.sqrt(s)
    biggest_distance = 0.0
    for j in range(cols):
        for k in range(cols):
            s = 0.0
            for i in range(rows):
                s = s + (W[i][j] - W[i][k]) ** 2
            if math.sqrt(s) > biggest_distance:
                biggest_distance = math.sqrt(s)
    if biggest_norm == 0.0:
        return 0.0
    return biggest_distance / biggest_norm


def saturated_fraction(h, activation, tol=0.01):
    count = 0
    total = 0
    for v in h.flatten():
        total += 1
        if activation == "sigmoid":
            if v < tol or v > 1 - tol:
                count += 1
        else:
            if v < -1 + tol or v > 1 - tol:
                count += 1
    return count / total


def relative_gradient(a, activation):
    total = 0.0
    n = 0
    for v in a.flatten():
        if activation == "sigmoid":
            s = 1 / (1 + math.exp(-v)) if v > 0 else math.exp(v) / (1 + math.exp(v))
            total += s * (1 - s) / 0.25
        else:
            total += 1 - math.tanh(v) ** 2
        n += 1
    return total / n
