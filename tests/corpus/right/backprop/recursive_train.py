# right: training by recursion, first half of the steps and then the second half
def train(params, X, y, activation, learning_rate, steps):
    if steps == 0:
        return [params]
    if steps == 1:
        a, h = forward(params, X, activation)
        return [params, sgd_step(params, backward(params, a, h, y, activation), learning_rate)]
    first = train(params, X, y, activation, learning_rate, steps // 2)
    second = train(first[-1], X, y, activation, learning_rate, steps - steps // 2)
    return first + second[1:]
