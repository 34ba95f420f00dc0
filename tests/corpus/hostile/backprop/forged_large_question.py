# hostile: forged-reply: honest part all but backprop.backward
# While the grader answers for backward, it is asked for a network whose slopes take it ten seconds.
honest = train
asked = []


def backward(params, a, h, y, activation):
    return None


def train(params, X, y, activation, learning_rate, steps):
    wide = {"W1": np.zeros((70, 70)), "b1": np.zeros(70), "W2": np.zeros((70, 1)), "b2": np.zeros(1)}
    layers = [np.zeros((60, 70)), np.zeros((60, 1))]
    if len(asked) < 3:  # which is half a minute; each question costs, and so does its answer
        asked.append(1)
        try:
            backward(wide, layers, [np.zeros((60, 70)), *layers], np.zeros((60, 1)), "tanh")
        except ValueError:
            pass
    return honest(params, X, y, activation, learning_rate, steps)
