"""Two versions of a text beside each other, made for people: sentences in rows, changed characters marked.

The door is `compare.compare`.
"""
