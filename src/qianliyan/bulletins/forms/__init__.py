"""What is typed into the bulletins' forms."""
