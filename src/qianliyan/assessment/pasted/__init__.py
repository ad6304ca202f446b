"""Reading what was pasted or imported: circulars and tables, line by line. Pure; doubts are said, never guessed."""
