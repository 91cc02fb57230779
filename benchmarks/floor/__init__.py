"""The floors: what the same jobs take without Handrail. Raw SQL in the driver, and one file of Django with sessions and HTML.

They know no access rules, no record of who read what, no misspelt names beyond what the database offers, and no design. Every figure
of Handrail stands beside theirs, taken in the same run on the same databases.
"""
