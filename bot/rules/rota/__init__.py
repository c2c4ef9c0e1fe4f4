"""The roster's rules: turns of a rotation, what goes before what, and what is wrong with a roster."""
