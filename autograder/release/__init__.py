"""From solved lessons to what students get: stubs, notebooks and a kit that holds no answer."""
