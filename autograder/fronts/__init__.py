"""The ways in which a student meets the checks: pytest, a notebook, a terminal."""
