import { z } from 'zod';
import { rights, type PermissionEntry, type Right } from '../../world/index.ts';

const names = [...(Object.keys(rights) as Right[]), 'none'] as const;

/** Rights by account, as a permissions dialog lists them. */
export const rightsShape = z.record(z.string(), z.enum(names));

/** Whether a permission list gives each account what is wanted; without a list everyone has full control. */
export function rightsMet(
  wanted: z.infer<typeof rightsShape> | undefined,
  entries: readonly PermissionEntry[] | undefined,
): boolean {
  const list = entries ?? everyone;
  return Object.entries(wanted ?? {}).every(([account, right]) => {
    const own = list.filter((entry) => entry.account.toUpperCase() === account.toUpperCase());
    return right === 'none' ? own.length === 0 : own.some((entry) => entry.right === right);
  });
}

/** `Administrators Full Control, Users Read`. */
export function rightsWords(entries: readonly PermissionEntry[] | undefined): string {
  const words = (entries ?? everyone).map((entry) => `${entry.account} ${entry.right}`);
  return words.length === 0 ? 'nobody has any right' : words.join(', ');
}

const everyone: readonly PermissionEntry[] = [{ account: 'Everyone', right: 'Full Control' }];
