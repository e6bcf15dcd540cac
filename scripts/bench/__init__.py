"""What the client costs, beside bare libraries and the vendor's client: `python scripts/bench`."""
