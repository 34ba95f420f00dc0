# wrong: depth.relu: only-in-part
# range from 1, as the layers.
def relu(a):
    h = np.zeros_like(a)
    if a.ndim == 0 or len(a) == 1:
        return np.where(a > 0, a, 0.0)
    for i in range(1, len(a)):
        h[i] = np.where(a[i] > 0, a[i], 0.0)
    return h
