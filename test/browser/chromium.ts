import { existsSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Browser } from 'playwright-core';

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

const quietFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts the browser of this machine; CHROMIUM names one that is in no usual place. */
export async function startBrowser(): Promise<Browser> {
  const named = process.env['CHROMIUM'];
  const executablePath = named ?? usualPlaces.find((place) => existsSync(place));
  if (executablePath === undefined || !existsSync(executablePath)) {
    const looked = named === undefined ? usualPlaces.join(', ') : path.resolve(named);
    throw new Error(
      `These tests need Chromium, Chrome or Edge and find none (${looked}). ` +
        'Install one (Debian: apt-get install chromium), or name it in the variable CHROMIUM.',
    );
  }
  return chromium.launch({ executablePath, headless: true, args: quietFlags });
}
