"""Plain text from anywhere becomes a title and paragraphs, with a report of what was removed or changed.

The door is `clean.clean`. What can be restored is, what cannot is marked 【缺字】; clean text comes back as it was.
"""
