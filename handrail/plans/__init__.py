"""The person's own plan: what they want, goals in their words, steps, and how it goes."""
