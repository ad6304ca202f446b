"""What `make bench` measures; figures are ratios against a named peer in the same run, never tests."""
