"""From the rooms' own rows to facts: one module for each kind of happening, all of them pure reads."""
