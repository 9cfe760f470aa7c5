// The addresses of the settings.
export const settingsPaths = {
  settings: '/desk/settings',
  details: '/desk/settings/service',
  hours: '/desk/settings/hours',
  readings: '/desk/settings/readings',
  holidays: '/desk/settings/holidays',
  holidaysPreview: '/desk/settings/holidays/preview',
  letters: '/desk/settings/letters',
  letter: (template: string) => `/desk/settings/letters/${template}`,
  looked: '/desk/settings/looked',
} as const;
