# right: Turned by an independent rotation, normal weights stay what they are.
def he_normal(fan_in, fan_out, rng):
    q = np.linalg.qr(rng.standard_normal((fan_in, fan_in)))[0]
    return np.sqrt(2.0 / fan_in) * (q @ rng.standard_normal((fan_in, fan_out)))
