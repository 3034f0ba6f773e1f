import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
export default async function setUp({ provide }: any): Promise<void> {
  mkdirSync('/tmp/p/pages', { recursive: true });
  const { playRuns, writePages } = await import('./pages.ts');
  if (!existsSync('/tmp/p/films.json')) writeFileSync('/tmp/p/films.json', JSON.stringify(await playRuns()));
  provide('pages', writePages(JSON.parse(readFileSync('/tmp/p/films.json', 'utf8')), '/tmp/p/pages'));
}
