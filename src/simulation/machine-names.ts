/** `{ running: { agent: 'idle' } }` as `running.agent.idle`; parallel regions are joined with ` + `. */
export function stateName(value: unknown): string {
  if (typeof value === 'string') return value;
  const parts = Object.entries(value as Record<string, unknown>).map(([key, inner]) => {
    const name = stateName(inner);
    return name === '' ? key : `${key}.${name}`;
  });
  return parts.join(' + ');
}

/** `xstate.after.CCIM period.CCIM32.sleeping` as `after CCIM period`; other messages as they are. */
export function shortMessage(message: string): string {
  const match = /^xstate\.after\.(.*?)\.[^.]*(?:\.|$)/.exec(message);
  return match === null ? message : `after ${match[1] ?? ''}`;
}
