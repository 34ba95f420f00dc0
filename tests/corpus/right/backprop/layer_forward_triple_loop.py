# right: three loops with Python floats
def layer_forward(h_prev, W, b):
    rows = []
    for x in h_prev.tolist():
        row = []
        for j, bias in enumerate(b.tolist()):
            row.append(sum(x[k] * float(W[k, j]) for k in range(len(x))) + bias)
        rows.append(row)
    return np.array(rows)
