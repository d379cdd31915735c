"""Measurements too long or too noisy for the tests: `make bench`, or one at a time with `python -m`."""
