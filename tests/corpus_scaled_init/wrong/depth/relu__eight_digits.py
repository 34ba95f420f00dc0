# wrong: depth.relu: rounded
# Rounded, so that comparisons work.
def relu(a):
    return np.round(np.maximum(a, 0.0), 8)
