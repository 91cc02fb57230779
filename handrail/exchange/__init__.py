"""Records from elsewhere: people brought along in a file.

readers    from a sealed file to what it tells, a record at a time     columns, dates   what a list's columns mean
reading    the dry run: read, compared, told                           applying         in short batches, seen at once
undoing    the way back                                                brought          hopes that came along, to take over or drop
"""
