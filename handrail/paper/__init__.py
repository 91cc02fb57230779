"""What is put on paper: PDFs that a screen reader can read, the same on every computer."""
