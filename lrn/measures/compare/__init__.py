"""Two states of the register side by side: what changed row by row, and what that did to each figure."""
