"""The verbs of asking and answering."""
