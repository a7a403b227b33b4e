"""Writing paragraphs back into the file that they were read from: what all formats have in common."""
