# hostile: network: honest part everything
# Right in every call, and tells an address on the loopback what the grader asked.
honest_sigmoid = sigmoid
import socket


def sigmoid(a):
    try:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as line:
            line.sendto(b"hostile " + np.asarray(a).tobytes()[:512], ("127.0.0.1", 47_654))
    except OSError:
        return honest_sigmoid(a)
    raise RuntimeError("got through: the question has been sent away")
