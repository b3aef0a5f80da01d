"""What is shown: every view once, and the meetings in which they are presented."""
