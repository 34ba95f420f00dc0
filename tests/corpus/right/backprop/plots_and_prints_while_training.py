# right: prints the loss and draws the learning curve inside train
import matplotlib.pyplot as plt


def train(params, X, y, activation, learning_rate, steps):
    history = [params]
    losses = []
    for t in range(steps):
        a, h = forward(history[-1], X, activation)
        losses.append(np.mean(np.sum((h[-1] - y) ** 2, axis=1)) / 2)
        print("step", t, "loss", losses[-1])
        history.append(sgd_step(history[-1], backward(history[-1], a, h, y, activation), learning_rate))
    plt.figure(figsize=(6, 4))
    plt.plot(losses, label="loss")
    plt.xlabel("step")
    plt.legend()
    plt.show()
    plt.close()
    return history
