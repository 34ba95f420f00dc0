# wrong: depth.relu: clipped | wrong-activation
# ReLU6
def relu(a):
    return np.clip(a, 0.0, 6.0)
