/** Every stream of chance of SMS 1.2 and what is drawn from it. */
export const sms12ChanceStreams: Readonly<Record<string, string>> = {
  'choice of a logon server': 'which logon server of its SMS domain SETLS picks for a client',
  'suffix of a collected file': 'which four digits follow the name of a collected file whose name is taken',
};
