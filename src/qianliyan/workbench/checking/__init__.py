"""What must agree across tables, each rule a generator of breaches; `qianliyan check` walks them all.

The rules read and never mend: how a breach came about has to be understood first.
"""
