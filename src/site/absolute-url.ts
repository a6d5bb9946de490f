/** Full addresses, for files that are read outside the site. */
import { address } from '../addresses/address.ts';

/** `/phases/caching/` → `https://example.com/base/phases/caching/` */
export const absoluteUrl = (path: string): string =>
  new URL(address(path, import.meta.env.BASE_URL), import.meta.env.SITE).href;
