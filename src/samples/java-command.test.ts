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

test('of a program that does several things, a file has the one that uses it', () => {
  const folder = samples({
    'Measure.java': `public class Measure {
  ${main} { run(args[0]); }
  static String lists() {
    return new Lines().toString();
  }
  static String graphs() {
    return new Routes().toString();
  }
}`,
    'Lines.java': 'class Lines {}',
    'Routes.java': 'class Routes {}',
    'checks.yaml':
      'commands:\n  - run: java Measure lists\n    expect: [output/lists.txt]\n  - run: java Measure graphs\n    expect: [output/graphs.txt]\n',
  });
  expect(javaCommand(folder, 'shop/Lines.java')?.output).toBe('output/lists.txt');
  expect(javaCommand(folder, 'shop/Routes.java')).toEqual({
    command: 'java Measure.java graphs',
    output: 'output/graphs.txt',
  });
});

test('what a program is given stands in a script of its folder, where nothing else starts it', () => {
  const folder = samples({
    'src/main/java/a/Console.java': `package a;\nclass Console { ${main} { open(args[0]); } }`,
    'console.sh': 'java -cp target/classes a.Console products.csv < target/session.txt | sort\n',
    'Given.java': `class Given { ${main} { open(args[0]); } }`,
    'given.sh': 'java Given.java "$file"\n',
    'checks.yaml': 'commands:\n  - run: bash console.sh\n    covers: [console.sh]\n    expect: [output/console.txt]\n',
  });
  expect(javaCommand(folder, 'shop/src/main/java/a/Console.java')).toEqual({
    command: 'java src/main/java/a/Console.java products.csv',
  });
  expect(javaCommand(folder, 'shop/Given.java')).toBeUndefined();
});

test('a program that does without what it may be given has a command', () => {
  const folder = samples({
    'Report.java': `class Report { ${main} { var kind = args.length > 0 ? args[0] : "none"; } }`,
  });
  expect(javaCommand(folder, 'shop/Report.java')).toEqual({ command: 'java Report.java' });
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
