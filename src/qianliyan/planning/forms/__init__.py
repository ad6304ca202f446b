"""What comes in from the pages."""
