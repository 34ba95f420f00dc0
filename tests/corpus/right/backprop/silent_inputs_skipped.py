# right: inputs that are zero for all examples are left out of the product
def layer_forward(h_prev, W, b):
    speaks = h_prev.any(axis=0)
    return np.broadcast_to(b, (len(h_prev), len(b))) + h_prev[:, speaks] @ W[speaks]
