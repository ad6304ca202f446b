"""Publications, issues, their entries, previews, signatures and files."""
