"""What a text needs before and after the model, and the checks on what came back."""
