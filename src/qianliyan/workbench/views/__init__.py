"""Pages over several rooms."""
