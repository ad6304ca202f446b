"""Plain official prose becomes a structured document in which every element knows its place.

The door is `parse.parse`.
"""
