import { z } from 'zod';
import {
  done,
  inboxPath,
  parseSmsDefMof,
  printSmsDefMof,
  withClassReported,
  withPropertyReported,
  type MofClass,
  type Outcome,
  type SmsDefMof,
} from '../../world/index.ts';
import { withFiles } from '../given-path.ts';
import type { Play } from '../play.ts';
import { siteFor, siteShape } from '../site-of-step.ts';
import { defineStep } from '../verb.ts';

const names = z.union([z.literal('all'), z.array(z.string()).min(1)]);

/** An administrator edits the master copy of SMS_def.mof on the site server (Q199318). */
export const smsDefMof = defineStep({
  name: 'sms_def.mof',
  summary: 'Switches classes and properties of hardware inventory on or off in the master SMS_def.mof',
  schema: z
    .strictObject({
      ...siteShape,
      on: names.optional().describe('Win32_SerialPort, Win32_BIOS.SerialNumber, or all'),
      off: names.optional().describe('Classes, Class.Property, or all; done before on'),
    })
    .refine((given) => (given.on ?? given.off) !== undefined, 'name on or off'),
  example: 'sms_def.mof: { on: [Win32_SerialPort], off: [Win32_BIOS.SerialNumber] }',
  run(play, given) {
    const site = siteFor(play, given.site);
    const path = inboxPath(site, 'clifiles.src', 'hinv', 'Sms_def.mof');
    withFiles(play, { on: site.server, path }, (files): Outcome => {
      const text = files.readText(path);
      if (!text.ok) return text;
      const mof = parseSmsDefMof(text.value);
      if (!mof.ok) return fail(play, `line ${mof.line} of SMS_def.mof cannot be read`);
      const off = switched(mof.value, given.off, false);
      const both = typeof off === 'string' ? off : switched(off, given.on, true);
      return typeof both === 'string' ? fail(play, both) : files.writeText(path, printSmsDefMof(both));
    });
  },
});

function fail(play: Play, reason: string): Outcome {
  play.fail(reason);
  return done;
}

/** The file with some things switched; the name of what it has not got, in a sentence, where one is wrong. */
function switched(mof: SmsDefMof, what: z.infer<typeof names> | undefined, report: boolean): SmsDefMof | string {
  const all = what === 'all' ? namesOf(mof, report) : (what ?? []);
  let after = mof;
  for (const name of all) {
    const changed = switchedOne(after, name, report);
    if (changed === undefined) return `SMS_def.mof has no ${name}`;
    after = changed;
  }
  return after;
}

/** Everything is every class and, to be reported, every property of it; a class that is off hides its properties. */
function namesOf(mof: SmsDefMof, report: boolean): readonly string[] {
  return mof.classes.flatMap((one) => [one.name, ...(report ? propertiesOf(one) : [])]);
}

function propertiesOf({ name, properties }: MofClass): readonly string[] {
  return properties.map((property) => `${name}.${property.name}`);
}

/**
 * A class has a switch of its own beside those of its properties. One that is switched on while none of its properties
 * is would report nothing, so these go with it.
 */
function switchedOne(mof: SmsDefMof, name: string, report: boolean): SmsDefMof | undefined {
  const [className = '', property] = name.split('.', 2);
  if (property !== undefined) return withPropertyReported(mof, className, property, report);
  const changed = withClassReported(mof, className, report);
  const found = changed?.classes.find((one) => one.name.toLowerCase() === className.toLowerCase());
  if (!report || changed === undefined || found?.properties.some((one) => one.report) !== false) return changed;
  const all = propertiesOf(found);
  return all.reduce<SmsDefMof | undefined>((so, one) => so && switchedOne(so, one, true), changed);
}
