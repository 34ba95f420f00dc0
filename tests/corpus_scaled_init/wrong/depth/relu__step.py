# wrong: depth.relu: derivative-for-function
# Positive: 1.
def relu(a):
    return np.where(a > 0, 1.0, 0.0)
