"""Requests about findings and verification, a module for each noun."""
