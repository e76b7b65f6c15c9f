"""What makes the weights and tables in the package: `python -m training train | check | coverage | gold`."""
