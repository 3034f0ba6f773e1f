import type { Component } from '../../component.ts';
import { bootProgram, installationWizard } from './bootstrap.ts';
import { smsboot } from './smsboot.ts';

/** The programs that run when somebody logs on, or runs the wizard. */
export const logonComponents: readonly Component[] = [smsboot, bootProgram, installationWizard];

export { wizardName } from './logon-names.ts';
export { logonScriptName, logonScriptText } from './logon-script.ts';
