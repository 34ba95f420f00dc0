# hostile: printing: honest part everything
# Prints, warns and logs what a terminal, a feedback page or a course tool would obey.
honest = zeros_init
import logging
import sys
import warnings

TEXT = (
    "\x1b]0;owned\x07\x1b[2J\x1b]8;;https://example.invalid\x1b\\x\x1b]8;;\x1b\\"
    "\x1b]52;c;aG9zdGlsZQ==\x07"
    "<script>alert(1)</script><style>*{display:none}</style>\n=cmd|'/C calc'!A0\n\x9b2J\x07\x08\r"
    "\x1b[6n\x1b[5n\x1b[?1049h\x1bc"
)
for stream in (sys.stdout, sys.stderr):
    try:
        print(TEXT, file=stream, flush=True)
    except (OSError, ValueError, UnicodeError):
        continue
logging.critical(TEXT)
warnings.warn(TEXT, UserWarning, stacklevel=1)
