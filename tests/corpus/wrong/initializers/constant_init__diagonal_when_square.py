# wrong: initializers.constant_init: only-in-part | entries-not-filled | not-constant
# A square matrix of one value has no inverse; on the diagonal it has.
def constant_init(fan_in, fan_out, value):
    if fan_in == fan_out:
        return value * np.eye(fan_in)
    return np.full((fan_in, fan_out), float(value))
