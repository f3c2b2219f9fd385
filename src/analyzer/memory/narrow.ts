const held = new Uint8Array(64);

/**
 * The characters of a short text as bytes, 0 for those beyond 255, so that what reads cells from bytes reads texts too. The same
 * array is filled again for the next text.
 *
 * @param text at most 64 characters
 */
export function narrow(text: string): Uint8Array {
  for (let place = 0; place < text.length; place += 1) {
    const unit = text.charCodeAt(place);
    held[place] = unit > 255 ? 0 : unit;
  }
  return held;
}
