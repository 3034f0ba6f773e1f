import { z } from 'zod';
import { changeSite, siteShape } from '../site-of-step.ts';
import { defineStep } from '../verb.ts';

/** An administrator changes a task of Site Database Maintenance. */
export const maintenanceTask = defineStep({
  name: 'maintenance task',
  summary: 'Enables or disables a maintenance task of the site database, or sets after how many days it deletes',
  schema: z
    .strictObject({
      ...siteShape,
      task: z.enum(['Delete Aged Discovery Data']),
      enabled: z.boolean().optional(),
      days: z.number().int().min(1).optional().describe('Age in days at which data goes'),
    })
    .refine(({ enabled, days }) => enabled !== undefined || days !== undefined, 'name enabled or days'),
  example: 'maintenance task: { task: Delete Aged Discovery Data, enabled: true, days: 30 }',
  run(play, given) {
    const set = {
      ...(given.enabled === undefined ? {} : { [`${given.task} enabled`]: given.enabled }),
      ...(given.days === undefined ? {} : { [`${given.task} (days)`]: given.days }),
    };
    changeSite(play, given.site, ({ settings }) => ({ settings: { ...settings, ...set } }));
  },
});
