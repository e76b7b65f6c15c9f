"""The weights that compare names: rows of public lists, a regression for each kind, calibration."""
