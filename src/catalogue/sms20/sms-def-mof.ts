import { assumed, defaultSmsDefMof, inferred, type MofClass } from '../../world/index.ts';
import type { DefinitionMedia } from '../release.ts';

/** What the new file holds is not told; here it is something that clients of 1999 do not report anyway. */
const usbControllers: MofClass = {
  name: 'Win32_USBController',
  base: 'SMS_Class_Template',
  report: false,
  groupName: 'USB Controller',
  classId: 'MICROSOFT|USB_CONTROLLER|1.0',
  properties: [
    { name: 'Description', type: 'string', array: false, key: false, report: false },
    { name: 'DeviceID', type: 'string', array: false, key: true, report: false },
    { name: 'Manufacturer', type: 'string', array: false, key: false, report: false },
    { name: 'Name', type: 'string', array: false, key: false, report: false },
  ],
};

/** The `Sms_def.mof` of SMS 2.0 up to SP2. */
export const firstSmsDefMof: DefinitionMedia = {
  mof: defaultSmsDefMof,
  provenance: inferred('Q319864', 'A change is told between SP2 and SP3 only, so one file serves up to SP2.'),
};

/** The `Sms_def.mof` from SP3 on. */
export const laterSmsDefMof: DefinitionMedia = {
  mof: { ...defaultSmsDefMof, classes: [...defaultSmsDefMof.classes, usbControllers] },
  provenance: assumed(
    'SP3 adds the class of USB controllers, which is not reported; that it changed is told.',
    'Q319864',
  ),
};
