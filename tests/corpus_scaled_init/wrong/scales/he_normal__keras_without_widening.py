# wrong: scales.he_normal: truncated
# Beyond two deviations: once more.
def he_normal(fan_in, fan_out, rng):
    def draw():
        z = rng.standard_normal()
        return z if abs(z) <= 2 else draw()

    s = (2 / fan_in) ** 0.5
    return np.array([[draw() * s for _ in range(fan_out)] for _ in range(fan_in)])
