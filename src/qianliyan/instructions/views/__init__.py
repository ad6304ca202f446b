"""Pages of presenting and instructions."""
