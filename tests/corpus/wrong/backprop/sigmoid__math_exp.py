# wrong: backprop.sigmoid: raises
# math.exp.
import math


def sigmoid(a):
    return 1 / (1 + math.exp(-a))
