# wrong: diagnostics.relative_gradient: raises
# Sum over examples and neurons.
import math


def relative_gradient(a, activation):
    total = count = 0
    for row in a:
        for x in row:
            if activation == "tanh":
                total += 1 - math.tanh(x) ** 2
            else:
                t = math.tanh(x / 2)
                total += 1 - t * t
            count += 1
    return total / count
