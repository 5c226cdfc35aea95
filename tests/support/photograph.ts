import type { Page } from 'playwright-core';

/** A picture of some 12 million pixels and some megabytes, as telephones take them. */
export async function photograph(page: Page, width: number): Promise<Buffer> {
  const base64 = await page.evaluate(async (width) => {
    const canvas = new OffscreenCanvas(width, 3_000);
    const context = canvas.getContext('2d')!;
    const image = context.createImageData(canvas.width, canvas.height);
    let seed = 1;
    for (let at = 0; at < image.data.length; at += 1) {
      seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
      image.data[at] = at % 4 === 3 ? 255 : 100 + (at % 60) + (seed >>> 27);
    }
    context.putImageData(image, 0, 0);
    const bytes = await (await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 })).bytes();
    let letters = '';
    for (let at = 0; at < bytes.length; at += 0x8000)
      letters += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
    return btoa(letters);
  }, width);
  return Buffer.from(base64, 'base64');
}
