"""The period that an amount is of."""
