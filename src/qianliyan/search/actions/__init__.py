"""Putting things into the index and taking them out, comparing, rebuilding."""
