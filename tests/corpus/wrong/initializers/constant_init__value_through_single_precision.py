# wrong: initializers.constant_init: float32 | only-in-part
# float32 is what everybody trains in; float64 only at the end because the text wants it.
def constant_init(fan_in, fan_out, value):
    return np.full((fan_in, fan_out), value, dtype=np.float32).astype(np.float64)
