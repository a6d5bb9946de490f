/**
 * Address of a path in the site.
 *
 * `/phases/caching/#redis` → `/base/phases/caching/#redis`, `https://…` stays
 *
 * @param base base path with or without a slash at the end
 */
export function address(path: string, base: string): string {
  return path.startsWith('/') ? `${base.replace(/\/$/, '')}${path}` : path;
}
