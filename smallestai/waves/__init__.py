"""Waves: speech."""
