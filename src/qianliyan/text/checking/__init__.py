"""Reads a text as a careful editor would and says what to look at, with the arithmetic shown.

The door is `check.check`; `registry.RULES` lists every rule. A finding advises; only secrets, personal data, political
errors and unfilled placeholders block. No rule ever proposes a fact.
"""
