# right: three einsums
def layer_backward(delta, h_prev, W):
    return (
        np.einsum("ik,ij->kj", h_prev, delta),
        np.einsum("ij->j", delta),
        np.einsum("ij,kj->ik", delta, W),
    )
