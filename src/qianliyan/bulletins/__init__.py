"""Publications and their numbered issues: composing, signing, numbering, printing, and the credit that follows.

A printed issue never changes; who gets credit is frozen with it.
"""
