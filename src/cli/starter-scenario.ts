export function starterScenario(schema: string): string {
  return schema;
}
