import { expect, test } from 'vitest';
import { startOptions, whereItIs, whyNot } from './start-options.ts';

test('npm start listens on this machine alone unless told otherwise, and says what is wrong with a port', () => {
  expect(startOptions([], undefined)).toEqual({ port: 4321, host: '127.0.0.1' });
  expect(startOptions(['--host', '0.0.0.0'], '8080')).toEqual({ port: 8080, host: '0.0.0.0' });
  expect(startOptions(['--hots'], undefined)).toMatch(/one option/);
  for (const wrong of ['abc', '80.5', '-1', '70000'])
    expect(startOptions([], wrong)).toContain(`PORT=${wrong} is no port`);
  const at = { port: 80, host: '127.0.0.1' };
  expect(whyNot({ code: 'EACCES' } as NodeJS.ErrnoException, at)).toMatch(/^Port 80 is reserved .* from 1024 on/);
  expect(whyNot({ code: 'EWHAT' } as NodeJS.ErrnoException, at)).toBeUndefined();
});

test('npm start says where the site is and why there', () => {
  const lines = whereItIs('http://localhost:4323', [4321, 4322], '/roadmap/', { port: 4321, host: '127.0.0.1' });
  expect(lines).toMatch(/^Ports 4321 to 4322 are taken by another program, so the site is at 4323\.\n/);
  expect(lines).toContain('http://localhost:4323/roadmap/\nOnly this machine');
});
