"""The receiving office's morning: queue, signing for, taking, returning, reserving, editing drafts.

What was sent stays as sent; what an editor makes of it is a draft, linked to its sources.
"""
