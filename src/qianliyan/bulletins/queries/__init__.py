"""What the pages and the rules ask about publications, issues, entries and print orders."""
