"""The network as a network: what hangs together, what stands alone, and what could be joined."""
