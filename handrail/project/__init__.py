"""What ties the apps together: settings, addresses, the frame around a request, the command line."""
