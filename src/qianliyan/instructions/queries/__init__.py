"""What the pages, the rules and other rooms ask about presenting and instructions."""
