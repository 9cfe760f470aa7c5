// The addresses of the call pages.
export const callPaths = {
  list: '/desk/calls',
  new: '/desk/calls/new',
  call: (id: string): string => `/desk/calls/${id}`,
  step: (id: string, step: number): string => `/desk/calls/${id}#step-${step}`,
  draft: (id: string): string => `/desk/calls/${id}/draft`,
  finish: (id: string): string => `/desk/calls/${id}/end`,
  ringOff: (id: string): string => `/desk/calls/${id}/ringing-off`,
  takingOver: (id: string): string => `/desk/calls/${id}/taking-over`,
  identity: (id: string): string => `/desk/calls/${id}/identity`,
} as const;

/** The same addresses as patterns, for the routes. */
export const callRoutePaths = {
  call: '/desk/calls/:id',
  draft: '/desk/calls/:id/draft',
  finish: '/desk/calls/:id/end',
  ringOff: '/desk/calls/:id/ringing-off',
  takingOver: '/desk/calls/:id/taking-over',
  identity: '/desk/calls/:id/identity',
} as const;
