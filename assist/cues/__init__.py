"""What to advise: the playbook's rules, and the cues they raise within a budget of attention."""
