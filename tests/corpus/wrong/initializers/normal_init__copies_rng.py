# wrong: initializers.normal_init: rng-not-advanced | reseeded
# I work on a copy so that the caller's generator is not changed.
import copy


def normal_init(fan_in, fan_out, std, rng):
    mine = copy.deepcopy(rng)
    return mine.normal(0, std, size=(fan_in, fan_out))
