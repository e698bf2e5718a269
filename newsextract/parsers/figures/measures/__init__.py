"""What an amount measures."""
