/** The program that installs or repairs the client at logon, as its component is called. */
export const bootProgramName = 'Boot32wn.exe';

/** The wizard that does the same when a person runs it. */
export const wizardName = 'Smsman.exe';
