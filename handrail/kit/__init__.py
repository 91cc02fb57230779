"""Plain Python that every app may lean on. No models, no domain words."""
