"""What can be learned together: pieces to read, give and talk about. It holds nothing about anybody."""
