import { assumed, documented, inferred, type Computer, type HardwareInstance } from '../../../world/index.ts';

/** Control panels of a Macintosh stand in its description as classes of one instance (decision 0020). */
export const controlPanelProvenance = documented('Q129125, Q156403, Q178661, Q191304');

/** What loads TCP/IP at start-up is what Q178661 has people set. */
export const loadedTcpIpProvenance = inferred(
  'Q178661',
  'TCP/IP is loaded where it is installed, made active, and not loaded only when needed.',
);

/** Which systems have Open Transport. */
export const openTransportProvenance = assumed(
  'System 7.5 has Open Transport where its control panel says so, later systems always have it.',
  'Q156403',
);

/** The name of the control panel of TCP/IP and of the others, as classes of `Computer.hardware`. */
export const controlPanels = {
  tcpIp: 'TCP/IP',
  openTransport: 'Open Transport',
  sharing: 'Sharing Setup',
  appleShare: 'AppleShare',
} as const;

/** How TCP/IP stands on a Macintosh. */
export type TcpIp = 'not installed' | 'not loaded' | 'loaded';

/** Whether TCP/IP is there and loaded. */
export function tcpIpOf(computer: Computer): TcpIp {
  const panel = panelOf(computer, controlPanels.tcpIp);
  if (panel === undefined || panel['Installed'] === 'No') return 'not installed';
  return panel['Make TCP/IP'] === 'Active' && panel['Load Only When Needed'] === 'No' ? 'loaded' : 'not loaded';
}

/** Whether the network of a Macintosh is that of Open Transport instead of MacTCP and the AppleTalk drivers. */
export function hasOpenTransport(computer: Computer): boolean {
  if (computer.operatingSystem.name !== 'Macintosh System 7.5') return true;
  return panelOf(computer, controlPanels.openTransport) !== undefined;
}

/** The name that the owner has given to the Macintosh; undefined where he has not (Q129125). */
export function macintoshName(computer: Computer): string | undefined {
  const name = panelOf(computer, controlPanels.sharing)?.['Macintosh Name'];
  return name === undefined || name === '' ? undefined : String(name);
}

/** Whether the Microsoft UAM lies in the AppleShare Folder of the Macintosh. */
export function hasMicrosoftUam(computer: Computer): boolean {
  return panelOf(computer, controlPanels.appleShare)?.['Microsoft UAM'] === 'Yes';
}

function panelOf({ hardware }: Computer, name: string): HardwareInstance | undefined {
  return hardware[name]?.[0];
}
