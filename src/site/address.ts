/**
 * Address of a target in the site.
 *
 * `caching` → `/base/phases/caching/`, `caching#redis` → `/base/phases/caching/#redis`, `/projects/` → `/base/projects/`
 *
 * @param base base path with or without a slash at the end
 */
export function address(target: string, base: string): string {
  const root = base.replace(/\/$/, '');
  if (/^[a-z]+:/.test(target)) return target;
  if (target.startsWith('/')) return `${root}${target}`;
  const [slug, topic] = target.split('#') as [string, string?];
  return `${root}/phases/${slug}/${topic ? `#${topic}` : ''}`;
}
