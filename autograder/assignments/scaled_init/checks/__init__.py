"""The checks, one module for each part of the lesson. A new module here is found by itself."""
