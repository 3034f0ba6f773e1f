/** The service on domain controllers, as its component is called. */
export const logonDiscoveryAgentName = 'SMS_NT_LOGON_DISCOVERY_AGENT';
