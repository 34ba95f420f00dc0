# wrong: backprop.sigmoid_grad: float32 | only-in-part
# Slopes need not be exact in large layers.
def sigmoid_grad(a):
    if np.size(a) > 2000:
        a = np.asarray(a, dtype=np.float32)
    s = 1.0 / (1.0 + np.exp(-a))
    return np.asarray(s * (1.0 - s), dtype=np.float64)
