# right: all parameters of all steps in one matrix, a row a step; the history is made of views into it


def _flatten(params):
    return np.concatenate([p.ravel() for p in params.values()])


def _views(row, params):
    out, start = {}, 0
    for name, p in params.items():
        out[name] = row[start : start + p.size].reshape(p.shape)
        start += p.size
    return out


def train(params, X, y, activation, learning_rate, steps):
    table = np.empty((steps + 1, _flatten(params).size))
    table[0] = _flatten(params)
    for t in range(steps):
        now = _views(table[t], params)
        a, h = forward(now, X, activation)
        table[t + 1] = table[t] - learning_rate * _flatten(backward(now, a, h, y, activation))
    return [_views(row, params) for row in table]
