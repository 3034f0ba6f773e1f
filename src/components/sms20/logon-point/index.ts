export { logonDiscoveryAgent } from './logon-discovery-agent.ts';
export { logonServerManager } from './logon-server-manager.ts';
