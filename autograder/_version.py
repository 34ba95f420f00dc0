"""The version of the package, and of every report that it writes."""

__version__ = "0.1.0"
