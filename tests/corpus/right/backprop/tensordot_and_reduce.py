# right: tensordot, add.reduce and an einsum with the ellipsis
def layer_backward(delta, h_prev, W):
    return (
        np.tensordot(h_prev, delta, axes=(0, 0)),
        np.add.reduce(delta, axis=0),
        np.einsum("...j,kj->...k", delta, W),
    )
