"""One room for each field; none imports another."""
