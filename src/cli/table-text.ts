/** Rows under their column names, each column as wide as it needs, and their number below. */
export function tableText(columns: readonly string[], rows: readonly (readonly unknown[])[]): string {
  const cells = [columns, ...rows.map((row) => row.map((value) => (value === null ? 'NULL' : String(value))))];
  const widths = columns.map((_column, index) => Math.max(...cells.map((line) => (line[index] ?? '').length)));
  const lines = cells.map((line) =>
    line
      .map((cell, index) => cell.padEnd(widths[index] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const rule = widths.map((width) => '-'.repeat(width)).join('  ');
  const [heading = '', ...rest] = lines;
  const counted = `(${rows.length} ${rows.length === 1 ? 'row' : 'rows'})`;
  return `${[heading, rule, ...rest, '', counted].join('\n')}\n`;
}
