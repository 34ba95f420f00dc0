# right: takes bytes from the generator, makes 53-bit uniforms of them, then Box-Muller


def normal_init(fan_in, fan_out, std, rng):
    n = fan_in * fan_out
    words = np.frombuffer(rng.bytes(16 * n), dtype="<u8")
    uniform = ((words >> np.uint64(11)).astype(float) + 0.5) * 2.0**-53
    radius = np.sqrt(-2 * np.log(uniform[:n]))
    angle = 2 * np.pi * uniform[n:]
    return (std * radius * np.sin(angle)).reshape(fan_in, fan_out)
