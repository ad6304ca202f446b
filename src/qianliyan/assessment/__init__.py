"""Assessment (考核): facts become points, points standings, standings circulars.

Facts are read from the rooms' own tables and from what was recorded with evidence; the rules are data that each
office writes and publishes. What is worked out can always be taken apart again, down to the single fact.
"""
