/** The hint for a word that is none of the known ones: `did you mean "read-only"?`, or the list if it is short. */
export function didYouMean(given: string, known: readonly string[]): string | undefined {
  const nearest = closest(given, known);
  if (nearest !== undefined) return `did you mean "${nearest}"?`;
  if (known.length === 0 || known.length > 8) return undefined;
  return `known: ${known.join(', ')}`;
}

/** The known word with the fewest letters changed, if that is at most a third of them; else one that begins alike. */
export function closest(given: string, known: readonly string[]): string | undefined {
  const wanted = plain(given);
  let best: string | undefined;
  let least = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const word of known) {
    const changes = distance(wanted, plain(word));
    if (changes < least) {
      least = changes;
      best = word;
    }
  }
  return best ?? known.find((word) => isBeginning(plain(word), wanted));
}

/** Who writes `log line` for `log`, or `delete` for `delete computer`, has the beginning right. */
function isBeginning(a: string, b: string): boolean {
  return Math.min(a.length, b.length) >= 3 && (a.startsWith(b) || b.startsWith(a));
}

/** Spelling habits that people mix up count as equal: case, spaces, hyphens and underscores. */
function plain(text: string): string {
  return text
    .slice(0, 80)
    .toLowerCase()
    .replaceAll(/[\s_-]/g, '');
}

/** Letters to insert, delete, replace, or swap with their neighbour (optimal string alignment), by rows. */
function distance(a: string, b: string): number {
  let before: readonly number[] = [];
  let row: readonly number[] = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swaps = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swapped = swaps ? (before[j - 2] ?? 0) + 1 : Infinity;
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, replaced, swapped));
    }
    before = row;
    row = next;
  }
  return row[b.length] ?? 0;
}
