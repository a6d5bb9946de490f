/**
 * The anchor that an address names.
 *
 * @param hash with `#`, as `location.hash` has it
 * @returns the id, decoded; as it is written where it cannot be decoded, as in a link that was cut off
 */
export function anchorIn(hash: string): string {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return hash.slice(1);
  }
}
