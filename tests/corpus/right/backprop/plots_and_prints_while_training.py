# right: prints the loss, shows a progress bar and draws the learning curve inside train
import matplotlib.pyplot as plt
from tqdm.auto import tqdm


def train(params, X, y, activation, learning_rate, steps):
    history = [params]
    losses = []
    for t in (bar := tqdm(range(steps), desc="train", leave=False)):
        a, h = forward(history[-1], X, activation)
        losses.append(np.mean(np.sum((h[-1] - y) ** 2, axis=1)) / 2)
        print("step", t, "loss", losses[-1])
        bar.set_postfix(loss=losses[-1])
        history.append(sgd_step(history[-1], backward(history[-1], a, h, y, activation), learning_rate))
    plt.figure(figsize=(6, 4))
    plt.plot(losses, label="loss")
    plt.xlabel("step")
    plt.legend()
    plt.show()
    plt.close()
    return history
