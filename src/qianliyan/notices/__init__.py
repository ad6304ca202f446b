"""Telling people that something waits or is done: a bell in the product and an outbox for e-mail.

A notice never carries a title: "您有1件待办" and where to look is all it says.
"""
