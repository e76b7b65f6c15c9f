"""Who is who across reports: names are compared, then mentions of many documents put together as entities."""
