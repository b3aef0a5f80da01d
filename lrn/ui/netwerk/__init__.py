"""What the page Netwerk draws: the picture, what lies around a node, figures, and what joins two of them."""
