# wrong: depth.relu: clipped
# No exploding activations.
def relu(a):
    return np.minimum(np.maximum(a, 0.0), 100.0)
