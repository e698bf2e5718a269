"""Persons: their names, their offices, and whose they are."""
