"""What comes in from the desk's pages becomes clean values."""
