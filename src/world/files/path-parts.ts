/** The last name of a path: of a file, a folder or a registry key. */
export function fileName(path: string): string {
  return path.slice(path.lastIndexOf('\\') + 1);
}

/** The folder of a path, without a backslash at its end; empty for a name alone. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('\\')));
}
