"""Lasting ties and offices: bonds, posts, appointments, how bodies form, join and part."""
