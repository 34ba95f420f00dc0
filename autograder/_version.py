"""The version of the package, and of every report that it writes."""

__version__ = "0.2.0.dev0"
