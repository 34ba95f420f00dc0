# wrong: scales.orthogonal_init: not-orthogonal | rows-repeated | columns-repeated | only-in-part
# The square block, tiled.
def orthogonal_init(fan_in, fan_out, gain, rng):
    n = min(fan_in, fan_out)
    q, r = np.linalg.qr(rng.standard_normal((n, n)))
    block = q * np.sign(np.diag(r))
    tall = np.tile(block, (-(-fan_in // n), -(-fan_out // n)))[:fan_in, :fan_out]
    return gain * tall
