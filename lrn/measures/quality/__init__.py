"""How well the register can be counted: its findings, their causes, and how long ago each row was updated."""
