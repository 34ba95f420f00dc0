# wrong: depth.relu: depends-on-memory-layout
# Through the flat memory.
def relu(a):
    flat = a.ravel(order="K")
    return np.where(flat > 0, flat, 0.0).reshape(a.shape)
