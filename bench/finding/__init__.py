"""Search and comparison among 200,000 items of 400 characters, on both databases."""
