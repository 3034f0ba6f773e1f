/** Names that Windows keeps for devices, with or without an extension. */
const reserved = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)/i;

/**
 * A file name of the emulated system as any host can hold it. Characters that some host refuses, a trailing dot or
 * blank, the first letter of a device name, and `%` itself are written as `%` and two hexadecimal digits of each UTF-8
 * byte, so that the name can be read back with `decodeURIComponent`.
 */
export function hostName(name: string): string {
  const characters = [...name];
  const last = characters.length - 1;
  const escaped = characters.map((character, index) => {
    if (/[<>:"/\\|?*%\u{0}-\u{1f}\u{7f}-\u{9f}]/u.test(character)) return percent(character);
    if (index === last && (character === '.' || character === ' ')) return percent(character);
    return index === 0 && reserved.test(name) ? percent(character) : character;
  });
  return escaped.join('');
}

/**
 * Host names for all entries of one folder, in their order: where two would be one on a host that ignores case, the
 * later one gets `%23` (an escaped `#`) and a number behind it.
 */
export function hostNames(names: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const wanted = hostName(name);
    let free = wanted;
    for (let number = 2; taken.has(free.toLowerCase()); number++) free = `${wanted}%23${number}`;
    taken.add(free.toLowerCase());
    return free;
  });
}

function percent(character: string): string {
  return [...new TextEncoder().encode(character)]
    .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`)
    .join('');
}
