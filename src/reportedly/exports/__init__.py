"""Exports: what the base holds, in files that other tools read. One file each."""
