"""Requests about items, a module for each noun."""
