/** Rows under their headings, each column as wide as it needs. */
export function tableText(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = [headings, ...rows];
  const widths = headings.map((_heading, index) => Math.max(...cells.map((line) => (line[index] ?? '').length)));
  const rule = widths.map((width) => '-'.repeat(width));
  return [headings, rule, ...rows]
    .map((line) =>
      line
        .map((cell, index) => cell.padEnd(widths[index] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
