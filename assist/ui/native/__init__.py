"""What Qt cannot do on its own: global shortcuts, edge reservation, giving the focus back."""
