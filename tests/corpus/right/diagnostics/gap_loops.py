# right: loops only
def neuron_gap(W):
    n, k = W.shape
    longest = widest = 0.0
    for j in range(k):
        longest = max(longest, sum(W[i, j] ** 2 for i in range(n)) ** 0.5)
        for l in range(j + 1, k):
            widest = max(widest, sum((W[i, j] - W[i, l]) ** 2 for i in range(n)) ** 0.5)
    return 0.0 if longest == 0.0 else float(widest / longest)
