# right: from numpy import *, names without np
from numpy import *


def zeros_init(fan_in, fan_out):
    return zeros((fan_in, fan_out))


def constant_init(fan_in, fan_out, value):
    return value * ones((fan_in, fan_out))


def normal_init(fan_in, fan_out, std, rng):
    return std * rng.standard_normal((fan_in, fan_out))


def init_params(layer_sizes, weight_init):
    params = {}
    for k in arange(1, len(layer_sizes)):
        params["W" + str(k)] = weight_init(layer_sizes[k - 1], layer_sizes[k])
        params["b" + str(k)] = zeros(layer_sizes[k])
    return params
