"""What leaves the dashboard as a file. Texts from the register are texts in it: nothing in them can run."""
