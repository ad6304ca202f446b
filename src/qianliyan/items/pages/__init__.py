"""What the writing page and the reading page show of an item."""
