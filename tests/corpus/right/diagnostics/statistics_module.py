# right: statistics.fmean and generators
import math
from statistics import fmean


def saturated_fraction(h, activation, tol=0.01):
    low = 0.0 if activation == "sigmoid" else -1.0
    return fmean(v <= low + tol or v >= 1 - tol for v in h.ravel().tolist())


def relative_gradient(a, activation):
    half = 0.5 if activation == "sigmoid" else 1.0
    return fmean(1 - math.tanh(half * v) ** 2 for v in a.ravel().tolist())
