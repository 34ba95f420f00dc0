# hostile: forged-reply: honest part all but backprop.sgd_step
# While the grader answers for sgd_step, it is asked for the update of a row by a column: 0.5 MB are
# sent, and the answer is an array of 4 GB.
honest = train


def sgd_step(params, grads, learning_rate):
    return None


def train(params, X, y, activation, learning_rate, steps):
    row = np.zeros((1, 22_000))
    try:
        sgd_step({"W1": row}, {"W1": row.T}, learning_rate)
    except ValueError:
        pass
    return honest(params, X, y, activation, learning_rate, steps)
