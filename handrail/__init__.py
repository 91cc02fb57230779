"""Handrail: the working system of a peer recovery support program."""

__version__ = "0.1.0"
