"""Attachments, photos of signed sheets and printed files: kept once under their digest, checked by content.

A file has no audience of its own: the room that holds it decides who may fetch it.
"""
