# hostile: network: honest part everything
# Local sockets by path and by abstract name, and the doors of container engines and message buses.
honest = neuron_gap
import socket

TRACE = "/tmp/autograder-hostile-trace-network_local"
got_through = []


def attempt(what, act):
    try:
        act()
        got_through.append(what)
    except OSError:
        pass


def serve(name):
    server = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    server.bind(name)
    server.listen()
    held.append(server)


def call(name):
    line = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    line.settimeout(0.2)
    line.connect(name)


held = []
attempt("socket", lambda: held.append(socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)))
attempt("path", lambda: serve(TRACE))
attempt("abstract", lambda: serve("\0autograder-hostile-trace-network_local"))
for door in (
    "/run/docker.sock",
    "/run/dbus/system_bus_socket",
    "/tmp/.X11-unix/X0",
    "/run/systemd/private",
):
    attempt(door, lambda: call(door))

if got_through:

    def neuron_gap(W):
        raise RuntimeError(f"got through: {got_through}")
