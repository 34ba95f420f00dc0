"""Tests of the second lesson, `scaled_init`."""
