#!/usr/bin/env node
import { realpathSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { runCommandLine } from './command-line.ts';
import { realSurroundings } from './real-surroundings.ts';

process.exitCode = await runCommandLine(process.argv.slice(2), {
  ...realSurroundings(),
  program: realpathSync(fileURLToPath(import.meta.url)),
});
