# wrong: backprop.sgd_step: changes-its-arguments | only-in-part
# No copies of large matrices.
def sgd_step(params, grads, learning_rate):
    new = {}
    for k, p in params.items():
        if p.size > 200 and p.flags.writeable:
            p -= learning_rate * grads[k]
            new[k] = p.copy()
        else:
            new[k] = p - learning_rate * grads[k]
    return new
