# hostile: writing: honest part everything
# Makes what is not a plain file: links, pipes, folders, devices, renamed and attributed things.
honest = neuron_gap
import os
import stat

TRACE = "/tmp/autograder-hostile-trace-writing_links"
got_through = []
for what, act in (
    ("symlink", lambda: os.symlink("/etc/passwd", TRACE + "-symlink")),
    ("link", lambda: os.link(os.__file__, TRACE + "-link")),
    ("mkdir", lambda: os.mkdir(TRACE + "-folder")),
    ("mkfifo", lambda: os.mkfifo(TRACE + "-fifo")),
    ("mknod", lambda: os.mknod(TRACE + "-device", stat.S_IFCHR | 0o666, os.makedev(1, 3))),
    ("unnamed", lambda: os.close(os.open("/tmp", os.O_TMPFILE | os.O_RDWR))),
    ("rename", lambda: os.rename(TRACE + "-folder", TRACE + "-renamed")),
    ("setxattr", lambda: os.setxattr(TRACE + "-renamed", "user.hostile", b"1")),
    ("utime", lambda: os.utime(TRACE + "-renamed", (0, 0))),
):
    try:
        act()
        got_through.append(what)
    except OSError:
        pass

if got_through:

    def neuron_gap(W):
        raise RuntimeError(f"got through: {got_through}")
