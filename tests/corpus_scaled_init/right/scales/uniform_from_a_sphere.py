# right: A coordinate of a point on a sphere is uniform (Archimedes).
def glorot_uniform(fan_in, fan_out, rng):
    xyz = rng.standard_normal((fan_in, fan_out, 3))
    return xyz[..., 2] / np.linalg.norm(xyz, axis=-1) * np.sqrt(6.0 / (fan_in + fan_out))
