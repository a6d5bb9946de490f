/**
 * Reads `key="value"` attributes from the text after a fence’s language.
 *
 * ```java sample="caching/Product.java#record" title="Product.java" {2-4}
 * gives { sample: 'caching/Product.java#record', title: 'Product.java' }
 */
export function fenceAttributes(meta: string | null | undefined): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [, key, double, single] of (meta ?? '').matchAll(/(?<=^|\s)([a-z][\w-]*)=(?:"([^"]*)"|'([^']*)')/g)) {
    attributes[key!] = double ?? single ?? '';
  }
  return attributes;
}

/** Removes one attribute from a fence’s meta and leaves the rest as it is. */
export function withoutAttribute(meta: string, name: string): string {
  return meta.replace(new RegExp(`(?:^|\\s)${name}=(?:"[^"]*"|'[^']*')`), '').trim();
}
