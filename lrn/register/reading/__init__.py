"""From a file of any kind to texts, sheet by sheet. Runs in the child process."""
