"""Facts, points, standings and circulars (考核、通报), by schemes that are data.

Facts are projected from the rooms' own tables or recorded with evidence; the scoring library counts them.
"""
