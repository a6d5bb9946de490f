import type { SkippedFile } from './discover.ts';

/** Prints how many files have no check, by reason; files that are named in a checks.yaml with their names. */
export function sayLeftOut(skipped: readonly SkippedFile[]): void {
  const byReason = Map.groupBy(skipped, (one) => one.reason);
  console.log(`\nNot tested: ${skipped.length} files.`);
  for (const [reason, files] of [...byReason].sort((a, b) => b[1].length - a[1].length)) {
    const names = files.map((one) => `${one.slug}/${one.file}`);
    console.log(
      `  ${files.length} ${reason}: ${names.length > 4 ? `${names.slice(0, 3).join(', ')}, …` : names.join(', ')}`,
    );
  }
}
