"""The tree of offices through time, the five networks, posts, and seats: who sits where, with which powers.

Audiences are declared with this room's words; `visible_to(seat)` is the only way to other people's things.
"""
