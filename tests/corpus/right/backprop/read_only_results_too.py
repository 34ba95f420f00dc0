# right: results that cannot be written to
def sigmoid(a):
    h = np.asarray(0.5 * (1.0 + np.tanh(0.5 * np.asarray(a))))
    h.setflags(write=False)
    return h
