/**
 * Whether a part of the program that is loaded when it is first needed could not be loaded, such as while the connection is lost.
 * Webpack names such an error so and forgets the failed request, so that the next import asks for the file again
 * (webpack/lib/web/JsonpChunkLoadingRuntimeModule.js).
 */
export function isLoadFailure(error: unknown): boolean {
  return error instanceof Error && error.name === 'ChunkLoadError';
}
