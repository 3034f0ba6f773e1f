/** Available Programs Manager as the service names it (Q246331); as offers do, it is `...Manager Win32`. */
export const programsManager = 'SMS Available Programs Manager';
