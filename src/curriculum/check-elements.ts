/** Checks elements, components and their attributes, in the words of a page and in its JavaScript alike. */
import { isAllowedAttribute, isAllowedElement, isUnsafeAddress } from './allowed-markup.ts';
import { codeAttributes } from '../markdown/remark-code-component.ts';
import { homeOfComponent, knownComponents } from './known-components.ts';
import { nearest } from './nearest.ts';
import type { PageNames } from './page-names.ts';
import { problem, type Place, type Problem } from './problems.ts';

/**
 * Adds a problem when a page may not have an element or component.
 *
 * @returns whether it may
 */
export function checkElement(name: string, { components }: PageNames, place: Place, problems: Problem[]): boolean {
  if (components.has(name) || isAllowedElement(name)) return true;
  const isComponent = /^[A-Z]\w*$/.test(name);
  const from = isComponent ? homeOfComponent(name) : undefined;
  if (from) problems.push(problem('component-import', place, { name, from }));
  else if (isComponent) problems.push(problem('component-unknown', place, unknownComponent(name)));
  else problems.push(problem('html-unsafe', place, { name: `<${name}>` }));
  return false;
}

/** What a report on an unknown component says. */
export function unknownComponent(name: string) {
  const near = nearest(name, [...knownComponents.values()].flat());
  return { name, near, allowed: [...knownComponents.values()][0]! };
}

/** An attribute of an element or component. */
export interface Attribute {
  element: string;
  name: string;
  /** A text, an expression of JavaScript, or nothing. */
  value: string | object | null | undefined;
  /** The value as it is written, for reports. */
  shown: string;
}

/** Adds a problem when an element or component may not have an attribute, or not with this value. */
export function checkAttribute(attribute: Attribute, names: PageNames, place: Place, problems: Problem[]): void {
  const { element, name, value, shown } = attribute;
  const isImported = names.imported.has(element);
  if (!isAllowedAttribute(names.components.has(element) ? 'Component' : element, name))
    return void problems.push(problem('html-unsafe', place, { name }));
  if (value === null || value === undefined) return;
  const written = `${name}=${shown}`;
  if (element === 'Code' && isImported) {
    // It becomes a block of code, in which nothing is a tag.
    if (!(codeAttributes as readonly string[]).includes(name))
      problems.push(problem('code-attribute', place, { name, allowed: codeAttributes }));
    else if (typeof value === 'object' && !isWrittenOut(value))
      problems.push(problem('component-value', place, { written, component: element }));
    return;
  }
  if (isImported && typeof value === 'object' && !isWrittenOut(value))
    return void problems.push(problem('component-value', place, { written, component: element }));
  // Components of Starlight write some of their texts as HTML.
  if (textsIn(value).some((text) => isUnsafeAddress(text) || (isImported && /<[a-z!/?]/i.test(text))))
    problems.push(problem('html-unsafe', place, { name: written }));
}

type Expression = Record<string, unknown> & { type: string };

/** Whether an expression is a value, and not computed from others. */
function isWrittenOut(value: object): boolean {
  const node = value as Expression;
  switch (node.type) {
    case 'Literal':
      return true;
    case 'TemplateLiteral':
      return (node.expressions as unknown[]).length === 0;
    case 'UnaryExpression':
      return isWrittenOut(node.argument as object);
    case 'ArrayExpression':
      return (node.elements as (object | null)[]).every((one) => one !== null && isWrittenOut(one));
    case 'ObjectExpression':
      return (node.properties as Expression[]).every(
        (one) => one.type === 'Property' && one.computed === false && isWrittenOut(one.value as object),
      );
    default:
      return false;
  }
}

/** Texts that stand in a value. What is made of them is seen in the built page (src/security/page-faults.ts). */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  const { type, value: literal } = value as Partial<Expression>;
  if (type === 'Literal') return typeof literal === 'string' ? [literal] : [];
  if (type === 'TemplateElement') return [String((literal as { cooked?: string }).cooked)];
  return Object.entries(value).flatMap(([key, part]) => (key === 'loc' ? [] : textsIn(part)));
}

/** Code in one line, cut where it is long. */
export function oneLine(code: string): string {
  const line = code.trim().replace(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 57)}…` : line;
}
