/** The steps after a build, in the order in which data flows through them. */
const steps = [
  '@astrojs/sitemap',
  'search-index',
  'page-files',
  'content-security-policy',
  'offline-copy',
  'host-headers',
  'publish',
] as const;

/**
 * Checks that the integrations stand in the order of the data flow.
 *
 * @throws Error that says what to move
 */
export function checkOrder(names: readonly string[]): void {
  const present = steps.filter((step) => names.includes(step));
  for (const [index, step] of present.entries()) {
    const next = present[index + 1];
    if (next && names.indexOf(step) > names.indexOf(next)) {
      throw new Error(
        `In astro.config.mjs, move the integration \`${next}\` behind \`${step}\`: it needs what that step makes.`,
      );
    }
  }
}
