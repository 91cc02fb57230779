"""The demo agency: made by calling the actions with their dates, and entered by one click."""
