"""REPEAT: crawls every source at its interval, then tells the index and the watches."""
