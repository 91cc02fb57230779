"""The directive workshop: how somebody wants to be treated when a crisis takes their say, by the rules of their state."""
