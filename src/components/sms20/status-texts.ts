/** The texts of status messages that articles quote, by number; of all others only the insertion strings are known. */
const texts: Readonly<Record<number, readonly string[]>> = {
  // Q295450
  1215: [
    'SMS Status Manager received a status message reported by component "%1" running on computer "%2", and the time',
    'stamp on the message is more recent than the current system time on the site server. Possible cause: The system',
    'clock on computer "%2" is %3 or more seconds ahead of the site server\'s system clock.',
  ],
  // Q303725
  1412: [
    'SMS NT Logon Server Manager failed to find a suitable drive on domain controller "%1" for domain "%2" to hold the',
    '"SMSLOGON" directory. Possible cause: Every NTFS drive on the domain controller has less than 50 MB of free disk',
    'space.',
  ],
  // Q249582
  2636: [
    'SMS Discovery Data Manager failed to process the discovery data record (DDR) "%1", because it cannot update the',
    'data source.',
  ],
  // Q275694, Q281107
  2703: [
    'SMS Inventory Data Loader failed to process the delta MIF file %1 and has moved it to %2. Possible cause: The',
    'file is corrupt or contains bad syntax. Solution: Review the immediately preceding status messages from this',
    'component for more details. If you ignore this problem, SMS will probably fix it and complete this operation',
    'later. If this error occurs repeatedly, refer to your SMS documentation or the Microsoft Knowledge Base for',
    'further troubleshooting information.',
  ],
  // Q281107
  3703: [
    'SMS Software Inventory Processor requested a resynchronization for resource "%1" because an attempt was made to',
    'update inventory information in the SMS site database that does not already exist.',
  ],
};

/** What the Status Message Viewer shows of a message; undefined where no source quotes its text. */
export function statusText(id: number, inserts: readonly string[]): string | undefined {
  const text = texts[id]?.join(' ');
  return text?.replace(/%(\d)/g, (_place, number: string) => inserts[Number(number) - 1] ?? '');
}
