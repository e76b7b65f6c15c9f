"""Who, what, where and when: from words beside a trigger to what fills a role."""
