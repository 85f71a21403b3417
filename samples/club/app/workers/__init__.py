"""What runs beside the requests: tasks, and jobs that come again and again."""
