# hostile: exit: honest part all but diagnostics.relative_gradient
# Crashes the interpreter from pure Python: a code object that loads constants which do not exist.
honest = relative_gradient
import dis


def crashing():
    return None


load = bytes([dis.opmap["LOAD_CONST"], 255]) * 8
crashing.__code__ = crashing.__code__.replace(
    co_code=load + crashing.__code__.co_code, co_consts=()
)


def relative_gradient(a, activation):
    return crashing() and 1.0
