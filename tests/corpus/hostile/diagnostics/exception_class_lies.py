# hostile: exceptions: honest part all but diagnostics.relative_gradient, diagnostics.neuron_gap
# Error classes whose name, module, bases and identity are lies, escapes, or errors themselves.
honest = relative_gradient


class Meta(type):
    @property
    def __name__(cls):
        raise SystemExit(0)

    __qualname__ = __module__ = __doc__ = __name__

    def __instancecheck__(cls, instance):
        return True

    def __repr__(cls):
        return "<class 'autograder.model.Passed'>"


class Nameless(Exception, metaclass=Meta):
    pass


Named = type(
    "\x1b[2J<b>Passed</b>" + "x" * 1_000_000, (Exception,), {"__module__": "autograder\n.model"}
)


class Spoofed(Exception):
    __class__ = property(lambda self: KeyboardInterrupt)
    __traceback__ = property(lambda self: 1 / 0, lambda self, value: None)
    __cause__ = __context__ = __suppress_context__ = __traceback__
    __notes__ = property(lambda self: 1 / 0)


def relative_gradient(a, activation):
    raise Nameless if activation == "tanh" else Named


def neuron_gap(W):
    raise Spoofed
