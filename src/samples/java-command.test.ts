import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { javaCommand } from './java-command.ts';

/** A folder of samples with one sample `shop`. */
function samples(files: Record<string, string>): string {
  const root = mkdtempSync(path.join(tmpdir(), 'java-'));
  const folder = path.join(root, 'content/samples');
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, 'shop', name)), { recursive: true });
    writeFileSync(path.join(folder, 'shop', name), text);
  }
  return folder;
}
const main = 'static void main(String[] args)';

test('a program of the JDK is run from source, with what its test gives it, and names what it prints', () => {
  const folder = samples({
    'src/main/java/a/Total.java': `package a;\nimport java.util.List;\nclass Total { ${main} { Money.of(args[0]); } }`,
    'src/main/java/a/Money.java': 'package a;\nclass Money {}',
    'checks.yaml': 'commands:\n  - run: java -cp target/classes a.Total 12\n    expect: [output/total.txt]\n',
  });
  const expected = { command: 'java src/main/java/a/Total.java 12', output: 'output/total.txt' };
  expect(javaCommand(folder, 'shop/src/main/java/a/Total.java')).toEqual(expected);
  // What is no program itself is run by the one that uses it.
  expect(javaCommand(folder, 'shop/src/main/java/a/Money.java')).toEqual(expected);
});

test('what needs more than the JDK, or what nobody says how to start, has no command', () => {
  const folder = samples({
    'Spring.java': `import org.springframework.Boot;\nclass Spring { ${main} {} }`,
    'Asks.java': `class Asks { ${main} { System.out.println(args[0]); } }`,
    'Alone.java': 'class Alone {}',
    'Plain.java': `class Plain { ${main} {} }`,
  });
  for (const name of ['Spring', 'Asks', 'Alone'])
    expect(javaCommand(folder, `shop/${name}.java`), name).toBeUndefined();
  expect(javaCommand(folder, 'shop/Plain.java')).toEqual({ command: 'java Plain.java' });
});
