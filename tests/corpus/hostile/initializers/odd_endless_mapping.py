# hostile: odd-arrays: honest part all but initializers.init_params, initializers.normal_init
# A mapping with endless keys, and a generator with endless rows.
honest = init_params
import collections.abc
import itertools


class Endless(collections.abc.Mapping):
    def __getitem__(self, key):
        return np.zeros((1, 1))

    def __iter__(self):
        return (f"W{number}" for number in itertools.count(1))

    def __len__(self):
        return 4


def init_params(layer_sizes, weight_init):
    return Endless()


def normal_init(fan_in, fan_out, std, rng):
    while True:
        yield rng.normal(0.0, std, fan_out)
