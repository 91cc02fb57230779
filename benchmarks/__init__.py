"""How fast Handrail is on this computer. Run by `make bench`; never part of a test."""
