# wrong: backprop.sigmoid: float32 | only-in-part
# Large layers: the fast exp.
def sigmoid(a):
    if np.size(a) >= 1024:
        return (1.0 / (1.0 + np.exp(-a.astype(np.float32)))).astype(np.float64)
    return 1.0 / (1.0 + np.exp(-a))
