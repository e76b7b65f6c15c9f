"""One module for each task, with `predict(lines)`: input lines in, lines of the task's prediction format out."""
