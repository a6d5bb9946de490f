/** Which names of files every system can unpack. */

/** Names of devices on Windows, whatever ending follows. */
const device = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])\s*(?:\.|$)/i;

/**
 * Says why a name cannot be unpacked as one file on every system, as a sentence; undefined for a name that can.
 *
 * @param name path with forward slashes
 */
export function faultOfName(name: string): string | undefined {
  for (const part of name.split('/')) {
    const [bad] = /[\\:<>"|?*]/.exec(part) ?? [];
    if (bad) return `\`${bad}\` is part of a path on Windows, or not allowed there.`;
    // What a reader cannot see: controls, marks of direction and of joining, and what stands for bytes that are no text.
    if (/[\p{Cc}\p{Cf}\uFFFD]/u.test(part)) return 'it has a character that cannot be seen.';
    if (device.test(part)) return `\`${part}\` is a device on Windows.`;
    if (/[. ]$/.test(part)) return `\`${part}\` ends in a dot or a blank, which Windows drops.`;
  }
  return undefined;
}

/**
 * Finds names, of files and of their folders, that are one file where systems do not tell capitals or ways of writing an accent apart.
 *
 * @returns each later name with the earlier one of its kind
 */
export function sameNames(names: readonly string[]): { name: string; other: string }[] {
  const first = new Map<string, string>();
  const found: { name: string; other: string }[] = [];
  for (const file of names) {
    const parts = file.split('/');
    for (let length = 1; length <= parts.length; length += 1) {
      const name = parts.slice(0, length).join('/');
      const key = name.normalize('NFC').toLowerCase();
      const other = first.get(key) ?? name;
      first.set(key, other);
      if (other === name) continue;
      if (!found.some((one) => one.name === name)) found.push({ name, other });
      break;
    }
  }
  return found;
}
