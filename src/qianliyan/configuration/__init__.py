"""What an office edits: one typed registry with inheritance down the tree, valid from a day, and its page.

Rooms declare their entries in their own `settings.py` with the words of `registry`; the working-day calendar is data
of this room.
"""
