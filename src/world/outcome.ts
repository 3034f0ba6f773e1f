/** What Windows answers: a value or a Win32 error code. A simulated failure is one of these, never an exception. */
export type Outcome<T = undefined> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: Win32Error };

/** A Win32 error code as Windows numbers it. */
export type Win32Error = number;

/** The codes the emulated programs meet, by the meaning Windows gives them. */
export const win32 = {
  fileNotFound: 2,
  pathNotFound: 3,
  accessDenied: 5,
  invalidHandle: 6,
  writeProtected: 19,
  sharingViolation: 32,
  lockViolation: 33,
  badNetPath: 53,
  networkNameDeleted: 64,
  badNetName: 67,
  fileExists: 80,
  invalidParameter: 87,
  diskFull: 112,
  semaphoreTimeout: 121,
  invalidName: 123,
  directoryNotEmpty: 145,
  alreadyExists: 183,
  directoryName: 267,
  serviceNotFound: 1060,
  serviceNotActive: 1062,
  serviceAlreadyRunning: 1056,
  serviceDisabled: 1058,
  logonFailure: 1326,
  accountDisabled: 1331,
  accountLockedOut: 1909,
} as const satisfies Record<string, Win32Error>;

/** Success with a value. */
export function success<T>(value: T): Outcome<T> {
  return { ok: true, value };
}

/** Success without a value. */
export const done: Outcome = { ok: true, value: undefined };

/** Failure with a Win32 error code. */
export function failure(error: Win32Error): { readonly ok: false; readonly error: Win32Error } {
  return { ok: false, error };
}

const texts: Readonly<Record<number, string>> = {
  2: 'The system cannot find the file specified.',
  3: 'The system cannot find the path specified.',
  5: 'Access is denied.',
  6: 'The handle is invalid.',
  19: 'The media is write protected.',
  32: 'The process cannot access the file because it is being used by another process.',
  33: 'The process cannot access the file because another process has locked a portion of the file.',
  53: 'The network path was not found.',
  64: 'The specified network name is no longer available.',
  67: 'The network name cannot be found.',
  80: 'The file exists.',
  87: 'The parameter is incorrect.',
  112: 'There is not enough space on the disk.',
  121: 'The semaphore timeout period has expired.',
  123: 'The filename, directory name, or volume label syntax is incorrect.',
  145: 'The directory is not empty.',
  183: 'Cannot create a file when that file already exists.',
  267: 'The directory name is invalid.',
  1056: 'An instance of the service is already running.',
  1058: 'The specified service is disabled and cannot be started.',
  1060: 'The specified service does not exist as an installed service.',
  1062: 'The service has not been started.',
  1326: 'Logon failure: unknown user name or bad password.',
  1331: 'Logon failure: account currently disabled.',
  1909: 'The referenced account is currently locked out and may not be logged on to.',
};

/** The sentence Windows shows for a code, as SMS components quote it in their logs. */
export function win32Text(error: Win32Error): string {
  return texts[error] ?? `Win32 error ${error}.`;
}
