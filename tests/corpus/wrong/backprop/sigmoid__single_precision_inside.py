# wrong: backprop.sigmoid: float32 | rounded
# Computed with float32, given back as float64.
def sigmoid(a):
    z = np.asarray(a, dtype=np.float32)
    return np.float64(1) / (1 + np.exp(-z)).astype(np.float64)
