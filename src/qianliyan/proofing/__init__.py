"""What is found in a text and what was verified (核实): word lists, findings set aside or released, records of figures.

Texts belong to upper rooms; here they are known as a `Subject`: the uid of an item, submission or draft with its words.
Findings are worked out on demand and never stored; only what people decide about them is.
"""
