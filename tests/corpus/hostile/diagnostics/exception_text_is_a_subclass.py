# hostile: exceptions: honest part all but diagnostics.saturated_fraction
# The text of the error is a str by class only; its length, slices and bytes are made up on demand.
honest = saturated_fraction


class Text(str):
    def __len__(self):
        return 5

    def __getitem__(self, index):
        return Text("x" * 50_000_000)

    def encode(self, *ignored):
        return b"\xff" * 50_000_000

    def replace(self, *ignored):
        return self

    def splitlines(self, *ignored):
        while True:
            pass

    def __iter__(self):
        raise SystemExit(0)

    __str__ = __repr__ = __format__ = strip = translate = isprintable = replace


class Told(Exception):
    def __str__(self):
        return Text("\x1b[2Jright\n")

    __repr__ = __str__


def saturated_fraction(h, activation, tol=0.01):
    raise Told(Text("right"))
