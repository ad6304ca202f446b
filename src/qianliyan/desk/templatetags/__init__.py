"""What the desk's pages say in the same way."""
