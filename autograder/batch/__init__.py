"""A class graded: by a pool of workers here, or on a Dask cluster; and a sample class."""
