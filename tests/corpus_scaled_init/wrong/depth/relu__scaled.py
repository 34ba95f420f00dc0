# wrong: depth.relu: only-in-part
# Keep the largest at one.
def relu(a):
    h = np.maximum(a, 0.0)
    top = h.max() if h.size else 0.0
    return h / top if top > 1.0 else h
