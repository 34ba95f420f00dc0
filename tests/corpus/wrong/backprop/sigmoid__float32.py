# wrong: backprop.sigmoid: float32
# Half the memory.
def sigmoid(a):
    return (1 / (1 + np.exp(-a))).astype(np.float32)
