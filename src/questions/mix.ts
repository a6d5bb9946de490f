/** Mixes what there is to choose: another order each time the page is loaded, and the same as long as it is open. */

const seed = crypto.getRandomValues(new Uint32Array(1))[0]!;

/**
 * @param name what is mixed, so that two questions are not mixed alike
 * @param start where the order comes from; a test gives its own
 */
export function mix<Part extends { id: string }>(name: string, parts: readonly Part[], start = seed): Part[] {
  const mixed = [...parts];
  let state = start;
  for (const letter of name) state = next(state ^ letter.charCodeAt(0));
  for (let last = mixed.length - 1; last > 0; last -= 1) {
    state = next(state);
    const other = Math.floor((state / 2 ** 32) * (last + 1));
    [mixed[last], mixed[other]] = [mixed[other]!, mixed[last]!];
  }
  return mixed;
}

/** The same, and never in the order they have. */
export function mixSteps<Part extends { id: string }>(name: string, steps: readonly Part[], start = seed): Part[] {
  const mixed = mix(name, steps, start);
  return mixed.every((step, index) => step === steps[index]) ? [...mixed.slice(1), mixed[0]!] : mixed;
}

/** Mulberry32: small, and even enough for five options. */
function next(state: number): number {
  let value = (state + 0x6d2b79f5) >>> 0;
  value = Math.imul(value ^ (value >>> 15), value | 1);
  value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
  return (value ^ (value >>> 14)) >>> 0;
}
