"""Work done later: a leased queue in the main database, so that a job is as safe, and as encrypted, as the data it serves."""
