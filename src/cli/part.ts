/** Thrown where a part of the program cannot be loaded from its file. */
export class UnusablePart extends Error {}

/**
 * A part of the program that stands in a file of its own.
 * @throws {UnusablePart} if the file is missing, or damaged, or cannot be read
 */
export async function loaded<Part>(part: Promise<Part>): Promise<Part> {
  try {
    return await part;
  } catch (error) {
    throw new UnusablePart(error instanceof Error ? error.message : String(error), { cause: error });
  }
}
