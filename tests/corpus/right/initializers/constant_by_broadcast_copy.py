# right: broadcast and copied in column order
def constant_init(fan_in, fan_out, value):
    return np.broadcast_to(np.float64(value), (fan_in, fan_out)).copy(order="F")
