# hostile: memory: honest part all but diagnostics.relative_gradient
# Anonymous mappings, shared and private, up to 6 GB; shared ones outlive a careless accounting.
honest = relative_gradient
import mmap

maps = []


def relative_gradient(a, activation):
    while len(maps) < 96:
        flags = mmap.MAP_SHARED if len(maps) % 2 else mmap.MAP_PRIVATE
        block = mmap.mmap(-1, 1 << 26, flags=flags | mmap.MAP_ANONYMOUS)
        for page in range(0, 1 << 26, mmap.PAGESIZE):
            block[page] = 1
        maps.append(block)
    return -1.0
