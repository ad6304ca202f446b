"""The verbs of composing, signing and printing, and of keeping publications."""
