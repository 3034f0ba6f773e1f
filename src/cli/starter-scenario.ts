/** A scenario to start from; `schema` is the way from its folder to the JSON Schema, for editors. */
export function starterScenario(schema: string): string {
  return `# yaml-language-server: $schema=${schema}
# With the line above an editor that knows YAML completes this file and marks mistakes in it.

scenario: A hardware inventory resync reaches its client   # one sentence: what this shows
source: my own                                             # or kb: Q280515 for an article

# The site it begins in. Named sites stand in scenarios/sites: then write  site: their-name
site:
  site: ABC
  server: SMSSRV1
  boundaries: [10.1.1.0]
  connection accounts: [{ name: SMSClient_ABC, password: secret }]
  computers:
    - { name: SMSSRV1, role: site server, operating system: Windows NT 4.0, address: 10.1.1.1, subnet: 10.1.1.0 }
    - { name: SMSNTCLI8, role: client, operating system: Windows NT 4.0, address: 10.1.1.8, subnet: 10.1.1.0 }

# What happens, in order. Times are those of the site server's clock: 09:00, day 2 09:00, or after: 2h.
steps:
  - at: 09:00
    invsync: hw SMSNTCLI8
  - after: 10m                                   # without this the client waits for CCIM's own cycle
    setevnt: { on: SMSNTCLI8, arguments: /q }
  - run until: 12:00

# What must be so in the end, or earlier: by: 10:00, at: 09:15, always: true, never: true
expect:
  - log: { on: SMSNTCLI8, file: Hinv32.log, has: Hardware Inventory Agent cycle started, from: 09:00, times: 1 }
  - file: { on: SMSSRV1, path: 'C:\\SMS\\inboxes\\clidata.src\\client.lkp', exists: true }
    at: 09:05
`;
}
