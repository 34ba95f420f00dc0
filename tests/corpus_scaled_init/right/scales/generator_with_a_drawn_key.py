# right: a generator of another kind, with a key drawn from rng
def lecun_normal(fan_in, fan_out, rng):
    key = int.from_bytes(rng.bytes(16), "little")
    own = np.random.Generator(np.random.Philox(key=key))
    return own.normal(0, fan_in**-0.5, size=(fan_in, fan_out))
