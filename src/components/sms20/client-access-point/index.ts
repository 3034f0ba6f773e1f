import type { Component } from '../../component.ts';
import { inboxManagerAssistant } from './inbox-manager-assistant.ts';

/** The components that run on client access points. */
export const clientAccessPointComponents: readonly Component[] = [inboxManagerAssistant];
