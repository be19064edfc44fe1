"""What is judged after calls: how well detectors and playbooks do on labelled conversations."""
