"""The look of Handrail."""
