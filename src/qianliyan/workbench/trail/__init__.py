"""办理过程: the events of a thing as one seat may read them.

The own office reads who did what. Of another office one learns only which office it was, and nothing of what goes on
inside it: no drafts, no refusals between colleagues, no composing.
"""
