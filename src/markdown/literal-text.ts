import type { Program } from 'estree';

/**
 * Text of an attribute in MDX, where it is written out: `"a"`, `{'a'}` and `` {`a`} ``.
 *
 * @returns undefined for what is computed or no text, and for an attribute without a value
 */
export function literalText(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  const [statement] = (value as { data?: { estree?: Program | null } } | null | undefined)?.data?.estree?.body ?? [];
  const expression = statement?.type === 'ExpressionStatement' ? statement.expression : undefined;
  if (expression?.type === 'Literal') return typeof expression.value === 'string' ? expression.value : undefined;
  if (expression?.type !== 'TemplateLiteral' || expression.expressions.length > 0) return undefined;
  return expression.quasis[0]?.value.cooked ?? undefined;
}
