# wrong: scales.he_normal: reseeded | global-random
# Layers of different size get different weights.
def he_normal(fan_in, fan_out, rng):
    own = np.random.default_rng([fan_in, fan_out])
    return own.normal(0, np.sqrt(2 / fan_in), (fan_in, fan_out))
