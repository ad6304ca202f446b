"""Presenting to leaders (呈送), what they instruct (批示), what is proposed, decided, forwarded and done.

A circle (圈阅) is no instruction. What the sources of an item are told is decided each time.
"""
