/* What the page calls: inflates raw deflate data. build.mjs beside this file compiles it with libdeflate to WebAssembly. */
#include "libdeflate.h"

/* The first byte behind the program's own data, which the linker names. */
extern unsigned char __heap_base;

/* Where the data goes: from here on, memory is the page's. */
unsigned char *heap(void) { return &__heap_base; }

/* libdeflate asks for memory once, for the tables of its decompressor. */
static unsigned char tables[16 * 1024] __attribute__((aligned(16)));
static void *allocate(size_t size) { return size <= sizeof tables ? tables : NULL; }
static void release(void *memory) { (void)memory; }

/* Returns 0 if the data inflates to exactly `size` bytes, which are then at `out`. */
int inflate(const void *data, size_t data_size, void *out, size_t size)
{
	static struct libdeflate_decompressor *decompressor;

	if (decompressor == NULL) {
		struct libdeflate_options options = {
			.sizeof_options = sizeof options,
			.malloc_func = allocate,
			.free_func = release,
		};
		decompressor = libdeflate_alloc_decompressor_ex(&options);
	}
	return libdeflate_deflate_decompress(decompressor, data, data_size, out, size, NULL);
}
