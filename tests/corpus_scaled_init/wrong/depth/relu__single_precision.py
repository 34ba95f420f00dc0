# wrong: depth.relu: float32
# float32, as the large libraries.
def relu(a):
    return np.maximum(a, 0).astype(np.float32)
