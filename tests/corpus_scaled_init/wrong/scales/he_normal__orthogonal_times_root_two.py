# wrong: scales.he_normal: not-independent
# Orthogonal columns, widened.
def he_normal(fan_in, fan_out, rng):
    q = np.linalg.qr(rng.standard_normal((max(fan_in, fan_out), max(fan_in, fan_out))))[0]
    return (q * rng.choice([-1.0, 1.0], size=len(q)))[:fan_in, :fan_out] * np.sqrt(2.0)
