/** Characters in the path of a checkout that Astro and Vite take for parts of an address. */
const odd = /[#?%'"\\]/;

/**
 * Says why a repository cannot be built where it lies; undefined where it can.
 *
 * @param folder absolute path
 */
export function faultOfPath(folder: string): string | undefined {
  const path = process.platform === 'win32' ? folder.replaceAll('\\', '/') : folder;
  const [character] = odd.exec(path) ?? [];
  return (
    character &&
    `The path of this folder has the character ${character} in it, with which Astro cannot build:\n  ${folder}\nRename the folder, or move the repository elsewhere.`
  );
}
