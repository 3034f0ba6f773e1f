import { z } from 'zod';
import { win32Text } from '../../world/index.ts';
import { actorOn } from '../actor.ts';
import { computerName } from '../references.ts';
import { defineStep } from '../verb.ts';

/** Somebody at a computer writes a file, by a local path or through the network. */
export const write = defineStep({
  name: 'write',
  summary: 'Writes a file, replacing what was in it',
  schema: z.strictObject({
    on: computerName().describe('Computer at which somebody writes'),
    path: z.string().describe('Local or UNC path'),
    text: z.string().optional().describe('The whole content'),
    size: z.number().int().nonnegative().optional().describe('Bytes of generated content, in the place of text'),
    version: z.string().optional().describe('Version in the header of a program file'),
  }),
  example: "write: { on: SMSSRV1, path: 'C:\\SMS\\readme.txt', text: hello }",
  run(play, given) {
    const text = given.text ?? '';
    const content = given.size === undefined ? { text, size: text.length } : { size: given.size, token: given.path };
    const options = given.version === undefined ? {} : { version: given.version };
    const written = actorOn(play, given.on).write(given.path, content, options);
    if (!written.ok) play.fail(`${given.path}: ${win32Text(written.error)}`);
  },
});
