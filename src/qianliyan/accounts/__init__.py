"""People and how they sign in.

A Person exists with or without sign-in; what somebody may do is decided by his seats (`offices`), never here.
"""
