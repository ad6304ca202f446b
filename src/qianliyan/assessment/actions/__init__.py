"""The verbs of assessing."""
