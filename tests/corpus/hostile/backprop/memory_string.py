# hostile: memory: honest part all but backprop.train
# Doubles a string and a byte array until 4 GB are reached or nothing is left.
honest = train


def train(params, X, y, activation, learning_rate, steps):
    text, data = "a", bytearray(b"a")
    while len(text) < 1 << 31:
        text += text
        data *= 2
    del text, data
    return [params]
