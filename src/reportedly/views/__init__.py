"""What a base says, made ready to be shown: pure functions from a `View` to frozen records, alike for every surface."""
