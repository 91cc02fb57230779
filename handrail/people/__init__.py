"""The people who are walked with, who walks with them, and who may open their records."""
