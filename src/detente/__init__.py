"""Detente keeps the record of a peace process."""
