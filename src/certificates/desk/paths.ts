// The addresses of certificates at the desk. A certificate is named by its number, which is random and tells nothing.
const of = (number: string) => encodeURIComponent(number);

export const certificatePaths = {
  register: '/desk/certificates',
  certificate: (number: string) => `/desk/certificates/${of(number)}`,
  /** Sending it again, as it stands. */
  sending: (number: string) => `/desk/certificates/${of(number)}/sending`,
  correction: (number: string) => `/desk/certificates/${of(number)}/correction`,
  withdrawal: (number: string) => `/desk/certificates/${of(number)}/withdrawal`,
  setAside: (number: string) => `/desk/certificates/${of(number)}/set-aside`,
  dateAgain: (number: string) => `/desk/certificates/${of(number)}/date`,
  paper: (id: string) => `/desk/papers/${of(id)}`,
  /** A paper that could not be made, and trying it again. */
  paperAgain: (id: string) => `/desk/papers/${of(id)}/again`,
} as const;

/** The same as patterns, for the routes. */
export const certificatePatterns = {
  certificate: '/desk/certificates/:number',
  sending: '/desk/certificates/:number/sending',
  correction: '/desk/certificates/:number/correction',
  withdrawal: '/desk/certificates/:number/withdrawal',
  setAside: '/desk/certificates/:number/set-aside',
  dateAgain: '/desk/certificates/:number/date',
  paper: '/desk/papers/:paper',
  paperAgain: '/desk/papers/:paper/again',
} as const;
