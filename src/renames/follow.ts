/** On the page of an old address: leads on at once, to the section that the address names. */
import { anchorIn } from '../addresses/anchor.ts';

const anchor = anchorIn(location.hash);
const section = anchor ? document.querySelector<HTMLAnchorElement>(`a#${CSS.escape(anchor)}`) : null;
const page = document.querySelector<HTMLAnchorElement>('a')!;
location.replace(section ? section.href : page.href + location.hash);
