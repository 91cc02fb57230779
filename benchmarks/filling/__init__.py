"""Filling a home of Handrail: a hundred thousand contacts in a minute, with every promise kept.

The rows are those that the actions of the apps would write, each with its line of the record, in the same transaction. What is left
out is Python between the rows and the database. Constraints, triggers and row-level security are asked as always, search keys come from
the product's own sources, and the record is sealed by `chain.append` and proved at the end.
"""
