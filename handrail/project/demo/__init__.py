"""The demo agency: made by calling the actions with their dates (`make`), and entered by one click (`views`)."""
