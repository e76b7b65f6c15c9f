"""Sentences and mentions in, claims out.

Extractors say who did what to whom (`Draft`); `finish` adds how the text holds it, whom it credits, when and where.
"""
