# right: a direction from normal numbers, and a length drawn for it
def lecun_normal(fan_in, fan_out, rng):
    z = rng.standard_normal((fan_in, fan_out))
    direction = z / np.linalg.norm(z)
    return direction * np.sqrt(rng.chisquare(z.size)) / np.sqrt(fan_in)
