/** Checks the elements, components and attributes of a page. */
import { isAllowedAttribute, isAllowedElement, isUnsafeAddress } from './allowed-markup.ts';
import { codeAttributes } from '../../markdown/remark-code-component.ts';
import { homeOfComponent, unknownComponent } from './known-components.ts';
import type { Constant, PageNames } from './page-code.ts';
import { problem, type Place, type Problem } from '../problems/problems.ts';

/**
 * Adds a problem when a page may not have an element or component.
 *
 * @returns whether it may
 */
export function checkElement(name: string, { components, own }: PageNames, place: Place, problems: Problem[]): boolean {
  if (components.has(name) || isAllowedElement(name)) return true;
  const isComponent = /^[A-Z]\w*$/.test(name);
  const from = isComponent ? homeOfComponent(name) : undefined;
  if (from) problems.push(problem('component-import', place, { name, from }));
  else if (isComponent) problems.push(problem('component-unknown', place, unknownComponent(name, own)));
  else problems.push(problem('html-unsafe', place, { name: `<${name}>` }));
  return false;
}

/** An attribute of an element or component. */
export interface Attribute {
  element: string;
  name: string;
  /** Nothing where it has none, or one that is refused elsewhere. */
  value: Constant | undefined;
  /** Whether the value is a text that stands there itself. */
  isWritten: boolean;
  /** The value as it is written, for reports. */
  shown: string;
}

/** Components that give attributes to an element of the page → the element, and the attributes of their own. */
const handingOn: Readonly<Record<string, { to: string; own: readonly string[] }>> = {
  Badge: { to: 'span', own: ['text', 'variant', 'size'] },
  LinkButton: { to: 'a', own: ['variant', 'icon', 'iconPlacement'] },
  LinkCard: { to: 'a', own: ['title', 'description'] },
};

/** Whether an element, or a component of this page, may have an attribute. */
function mayHave(element: string, name: string, isComponent: boolean): boolean {
  if (!isComponent) return isAllowedAttribute(element, name);
  const { to, own } = (Object.hasOwn(handingOn, element) && handingOn[element]) || { to: 'Component', own: [] };
  return own.includes(name) || isAllowedAttribute(to, name);
}

/** Adds a problem when an element or component may not have an attribute, or not with this value. */
export function checkAttribute(attribute: Attribute, names: PageNames, place: Place, problems: Problem[]): void {
  const { element, name, value, shown } = attribute;
  const isComponent = names.components.has(element);
  const text = String(value ?? '');
  if (!mayHave(element, name, isComponent)) problems.push(problem('html-unsafe', place, { name }));
  else if (element === 'Code') checkCodeAttribute(attribute, place, problems);
  // Components of Starlight write some of their texts as HTML, and those of icons as a style.
  else if (
    isUnsafeAddress(text) ||
    (isComponent && /<[a-z!/?]/i.test(text)) ||
    (element === 'Icon' && /^(?:color|size)$/.test(name) && !/^[\w#%.-]+$/.test(text))
  )
    problems.push(problem('html-unsafe', place, { name: `${name}=${shown}` }));
}

/** `Code` becomes a block of code, in which nothing is a tag; so its words have to be known before the page is made. */
function checkCodeAttribute({ name, isWritten, shown }: Attribute, place: Place, problems: Problem[]): void {
  if (!(codeAttributes as readonly string[]).includes(name))
    problems.push(problem('code-attribute', place, { name, allowed: codeAttributes }));
  else if (!isWritten) problems.push(problem('component-value', place, { written: `${name}=${shown}` }));
}
