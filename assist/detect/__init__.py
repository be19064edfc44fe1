"""What was said: words become detections. Pure but for reading the shipped list of first names."""
