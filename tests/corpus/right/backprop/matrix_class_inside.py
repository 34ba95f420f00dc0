# right: np.matrix for the products inside, plain arrays at the door
import warnings


def _matrix(x):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return np.matrix(x)


def layer_forward(h_prev, W, b):
    return np.asarray(_matrix(h_prev) * _matrix(W) + b)


def layer_backward(delta, h_prev, W):
    D, H, M = _matrix(delta), _matrix(h_prev), _matrix(W)
    return np.asarray(H.T * D), np.asarray(D.sum(axis=0)).ravel(), np.asarray(D * M.T)
