"""What must not be readable: card and account numbers are masked before anyone sees them. Pure."""
