# right: log-space sigmoid, derivative from the two log-sigmoids


def _log_sigmoid(a):
    return -np.logaddexp(0.0, -a)


def sigmoid(a):
    return np.exp(_log_sigmoid(a))


def sigmoid_grad(a):
    return np.exp(_log_sigmoid(a) + _log_sigmoid(-a))
