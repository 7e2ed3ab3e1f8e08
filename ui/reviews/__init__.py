"""The walk through reviews that are due."""
