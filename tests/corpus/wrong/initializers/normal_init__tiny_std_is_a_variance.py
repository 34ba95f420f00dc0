# wrong: initializers.normal_init: root-of-std | std-scaled | only-in-part
# So small a number can only be a variance.
def normal_init(fan_in, fan_out, std, rng):
    scale = std if std > 1e-4 else np.sqrt(std)
    return scale * rng.standard_normal((fan_in, fan_out))
