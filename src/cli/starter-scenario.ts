/** A scenario to start from; `schema` is the way from its folder to the JSON Schema, for editors. */
export function starterScenario(schema: string): string {
  return `# yaml-language-server: $schema=${schema}
# With the line above an editor that knows YAML completes this file and marks mistakes in it.

scenario: A file on the site server is replaced          # one sentence: what this shows
source: my own                                           # or kb: Q280515 for an article

# The site it begins in. Named sites stand in scenarios/sites: then write  site: their-name
site:
  site: ABC
  server: SMSSRV1
  boundaries: [10.1.1.0]
  computers:
    - { name: SMSSRV1, role: site server, operating system: Windows NT 4.0, address: 10.1.1.1, subnet: 10.1.1.0 }
    - { name: SMSNTCLI8, role: client, operating system: Windows NT 4.0, address: 10.1.1.8, subnet: 10.1.1.0 }

# What happens, in order. Times are those of the site server's clock: 09:00, day 2 09:00, or after: 2h.
steps:
  - at: 09:00
    write: { on: SMSSRV1, path: 'C:\\note.txt', text: the first text }
  - after: 30m
    write: { on: SMSSRV1, path: 'C:\\note.txt', text: the second text }
  - run until: 12:00

# What must be so in the end, or earlier: by: 10:00, at: 09:15, always: true, never: true
expect:
  - file: { on: SMSSRV1, path: 'C:\\note.txt', has: the second text }
  - file: { on: SMSSRV1, path: 'C:\\note.txt', has: the first text }
    at: 09:15
`;
}
