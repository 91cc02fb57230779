"""The record: who opened and changed what, chained so that a change to it shows; and `find()`, the door that writes it."""
