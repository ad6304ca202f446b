"""Finds texts that share passages: fingerprints for the table, containment as the proof, passages for the eye.

See docs/algorithms/similarity.md for the numbers behind the constants.
"""
