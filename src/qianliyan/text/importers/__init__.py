"""Foreign files become a title and plain text, and a report of what was left out on the way.

The door is `reading.read`; for files from outside use `child.read_apart`, which reads in a process of its own.
"""
