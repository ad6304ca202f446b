"""The verbs of presenting and instructions."""
