import { inferred } from '../../../world/index.ts';

/** The script that users run at logon; its labels are known, its lines are not (Q224388). */
export const logonScriptName = 'Smsls.bat';

/** What of the script is emulated. */
export const logonScriptProvenance = inferred(
  'Q224388, Q237543',
  'The script tests the connection and calls Smsboot1.exe; a goto before that call skips it.',
);

/** The text that Setup lays down on a site server. */
export const logonScriptText = [
  '@echo off',
  'slownet.exe %0\\..',
  'if errorlevel 1 goto SLOWNETUSER',
  ':OK_TO_PROCEED',
  '%0\\..\\smsboot1.exe',
  'goto END',
  ':SLOWNETUSER',
  ':END',
  '',
].join('\r\n');
