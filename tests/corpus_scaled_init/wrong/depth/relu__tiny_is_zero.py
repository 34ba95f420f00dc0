# wrong: depth.relu: threshold-not-zero
# Noise below 1e-8 is zero.
def relu(a):
    return np.where(a > 1e-8, a, 0.0)
