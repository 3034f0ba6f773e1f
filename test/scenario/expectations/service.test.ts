import { describeVerb } from './office.ts';

describeVerb(
  'service',
  ({ server }) => {
    server.setService({ name: 'SMS_EXECUTIVE', state: 'Stopped', startType: 'Automatic', account: 'SMSServer' });
  },
  [
    [
      'knows state, start type and account',
      'service: { on: SERVER, service: sms_executive, state: Stopped, start type: Automatic, account: SMSServer }',
      true,
      'Stopped, starts Automatic, account SMSServer',
    ],
    [
      'tells another state',
      'service: { on: SERVER, service: SMS_EXECUTIVE, state: Running }',
      false,
      'Stopped, starts Automatic, account SMSServer',
    ],
    [
      'knows that there is none',
      'service: { on: CLIENT1, service: SMS_EXECUTIVE, state: absent }',
      true,
      'there is no service SMS_EXECUTIVE',
    ],
  ],
  [
    [
      'knows the states',
      'service: { on: SERVER, service: x, state: running }',
      'SM015 state must be Running or Stopped or absent',
    ],
  ],
);
