/** Languages whose words Pagefind takes back to their stems (https://pagefind.app/docs/multilingual/). */
const stemmed = 'ar hy eu ca da nl en eo et fi fr de el hi hu id ga it lt ne no pl pt ro ru sr es sv ta tr yi'.split(
  ' ',
);

/** Name of the part of Pagefind that reads a language: `pt-BR` → `pt`, a language it does not know → `unknown` */
export function stemmedAs(tag: string): string {
  const [language = ''] = tag.toLowerCase().split('-');
  return stemmed.includes(language) ? language : 'unknown';
}
