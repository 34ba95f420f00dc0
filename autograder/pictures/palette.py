"""Colours that colour-blind eyes and grey print tell apart."""

from __future__ import annotations

# Okabe and Ito (2008), "Color Universal Design", without the yellow, which is lost on white; the
# orange and sky blue are darkened until they reach a contrast of 3:1 with white.
PALETTE = ("#0072b2", "#c45500", "#00806b", "#a3407c", "#3f9bcb", "#222222")
