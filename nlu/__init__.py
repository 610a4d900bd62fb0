"""What people say: Indonesian language, understanding, and the Rasa server around it."""
