# hostile: limits: honest part nothing
# Takes away its own time, memory, stack and files, so that the harness inside has none either.
honest = train
import resource

sigmoid = sigmoid_grad = tanh_grad = layer_forward = forward = None
layer_backward = backward = sgd_step = train = None
for name, least in (("NOFILE", 0), ("FSIZE", 0), ("AS", 1), ("DATA", 1), ("STACK", 1), ("CPU", 0)):
    try:
        resource.setrlimit(getattr(resource, "RLIMIT_" + name), (least, least))
    except (OSError, ValueError):
        continue
while True:
    pass
