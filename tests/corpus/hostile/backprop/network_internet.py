# hostile: network: honest part everything
# Opens TCP, UDP and raw sockets, listens, asks for names, and fetches a page; loopback and test
# addresses only.
honest = sigmoid
import socket
import urllib.request

PORT = 47_654
got_through = []


def attempt(what, act):
    try:
        act()
        got_through.append(what)
    except BaseException:
        pass


def serve(family, address):
    server = socket.socket(family, socket.SOCK_STREAM)
    server.bind(address)
    server.listen()


def shout(family, address):
    with socket.socket(family, socket.SOCK_DGRAM) as line:
        line.settimeout(0.2)
        line.sendto(b"autograder-hostile-trace-network_internet", address)


attempt("tcp", lambda: socket.create_connection(("127.0.0.1", PORT), 0.2).send(b"hostile"))
attempt("tcp6", lambda: socket.create_connection(("::1", PORT), 0.2).send(b"hostile"))
attempt("listen", lambda: serve(socket.AF_INET, ("127.0.0.1", 0)))
attempt("udp", lambda: shout(socket.AF_INET, ("127.0.0.1", PORT)))
attempt("udp6", lambda: shout(socket.AF_INET6, ("::1", PORT)))
attempt("broadcast", lambda: shout(socket.AF_INET, ("192.0.2.255", PORT)))
attempt("raw", lambda: socket.socket(socket.AF_INET, socket.SOCK_RAW, socket.IPPROTO_ICMP))
attempt("dns", lambda: shout(socket.AF_INET, ("127.0.0.53", 53)))
attempt("name", lambda: socket.getaddrinfo("autograder-hostile-trace.invalid", 80))
attempt("page", lambda: urllib.request.urlopen(f"http://127.0.0.1:{PORT}/", timeout=0.2))

if got_through:

    def sigmoid(a):
        raise RuntimeError(f"got through: {got_through}")
