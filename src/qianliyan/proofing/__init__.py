"""What is found in a text and what was verified: rule settings, ignored findings, verification records (核实).

Texts belong to upper rooms; here they are known by the uid of the item or draft and the place in it.
"""
