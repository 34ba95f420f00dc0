# wrong: initializers.zeros_init: returns-nothing
# It shows the right matrix when I run it.
def zeros_init(fan_in, fan_out):
    W = np.zeros((fan_in, fan_out))
    print(W)
