import { documented } from '../../../world/index.ts';
import { accessPointChoice } from './access-point-connection.ts';
import { assignmentProvenance } from './ccim-assignment.ts';
import { configurationProvenance } from './ccim-configuration.ts';
import { heartbeatProvenance } from './ccim-heartbeat.ts';
import { offersProvenance } from './ccim-offers.ts';
import { resyncProvenance } from './ccim-resync.ts';
import { clientRemovalProvenance } from './client-removal.ts';

/** The steps of a CCIM cycle up to its last site; after that the offers are merged. */
export const ccimSiteSteps = {
  'taking the next site': {
    entry: 'take the next site',
    on: { 'site taken': 'selecting a CAP', 'all sites done': 'merging the offers' },
  },
  'selecting a CAP': {
    meta: { provenance: accessPointChoice },
    entry: 'select a CAP',
    on: { 'CAP reached': 'refreshing the configuration', 'no CAP': 'judging the absence' },
  },
  'judging the absence': {
    meta: { provenance: documented('Q236052, Q227033') },
    entry: 'judge the absence of the site',
    on: { 'site kept': 'taking the next site', 'site given up': 'leaving the site' },
  },
  'leaving the site': {
    meta: { provenance: clientRemovalProvenance },
    entry: 'leave the site',
    on: { 'site left': 'taking the next site' },
  },
  'refreshing the configuration': {
    meta: { provenance: configurationProvenance },
    entry: 'read the site configuration',
    on: { 'configuration read': 'checking the assignment', 'cannot read': 'judging the absence' },
  },
  'checking the assignment': {
    meta: { provenance: assignmentProvenance },
    entry: 'check the assignment',
    on: { assigned: 'refreshing the definition', 'not assigned': 'leaving the site' },
  },
  'refreshing the definition': {
    meta: { provenance: documented('Q199318, Q198770') },
    entry: 'refresh Sms_def.mof',
    on: { refreshed: 'opening the lookup' },
  },
  'opening the lookup': {
    meta: { provenance: documented('Q280515') },
    entry: 'open client.lkp',
    on: { opened: 'reading the lookup', 'nothing to read': 'looking at the heartbeat' },
  },
  'reading the lookup': {
    meta: { provenance: resyncProvenance },
    after: { 'reading of the lookup': 'closing the lookup' },
  },
  'closing the lookup': {
    meta: { provenance: resyncProvenance },
    entry: ['read client.lkp', 'close client.lkp'],
    on: { 'requests found': 'applying a request', 'no requests': 'looking at the heartbeat' },
  },
  'applying a request': {
    meta: { provenance: resyncProvenance },
    entry: 'apply the next request',
    on: {
      'request applied': { target: 'applying a request', reenter: true },
      'start the inventory': { target: 'applying a request', reenter: true },
      'no request left': 'looking at the heartbeat',
    },
  },
  'looking at the heartbeat': {
    meta: { provenance: heartbeatProvenance },
    entry: 'look at the heartbeat',
    on: { 'record due': 'writing a record', 'no record due': 'reading the offers' },
  },
  'writing a record': {
    meta: { provenance: heartbeatProvenance },
    entry: 'write the discovery record',
    on: { 'record queued': 'reading the offers' },
  },
  'reading the offers': {
    meta: { provenance: offersProvenance },
    entry: 'read the offers',
    on: { 'offers read': 'taking the next site' },
  },
} as const;
