/** `node scripts/fonts/index.ts`: makes the files of src/theme/fonts/ anew, after an update of a font. */
import { writeFileSync } from 'node:fs';
import { makeFonts } from './make-fonts.ts';

for (const [name, content] of await makeFonts()) {
  writeFileSync(new URL(`../../src/theme/fonts/${name}`, import.meta.url), content);
  console.log(`${String(content.length).padStart(6)}  ${name}`);
}
