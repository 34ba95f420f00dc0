# hostile: patched-numpy: honest part everything
# Turns every knob of numpy that changes how numbers are reported and printed; the values stay
# right.
honest = neuron_gap
import decimal
import locale
import warnings


def never_print(*ignored):
    raise SystemExit("arrays are private")


np.seterr(all="call")
np.seterrcall(lambda *ignored: None)
np.set_printoptions(formatter={"all": never_print}, precision=0, threshold=0, linewidth=1)
np.setbufsize(16)
decimal.getcontext().prec = 1
warnings.filterwarnings("ignore")
warnings.showwarning = warnings.formatwarning = never_print
for category in (locale.LC_ALL, locale.LC_NUMERIC):
    try:
        locale.setlocale(category, "de_DE.UTF-8")
    except locale.Error:
        pass
