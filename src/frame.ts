// What is the same on every page of one request: the service's facts in words, the trial's banner, who is signed in.
import type { Temporal } from 'temporal-polyfill';
import { LONDON, type Clock } from './kit/clock.ts';
import type { Frame, ServiceFacts } from './kit/html/layouts/document.tsx';
import type { Visit } from './kit/http/visit.ts';
import type { Law } from './law/versions.ts';
import { openingAt, type Hours, type Service } from './office/service.ts';
import type { WebProgram } from './program.ts';
import type { Who } from './sign-in/who.ts';

/** What a frame is made from; nothing of it is read from a table. */
type FrameProgram = Pick<WebProgram, 'clock' | 'law' | 'service' | 'trial'>;

/** Makes the frame of a page that holds a form or a signed-in person. Reading the form token makes the page personal. */
export function frameOf(program: FrameProgram, visit: Visit<Who>): Frame {
  return frameFor(program, visit.who, visit.csrf);
}

/** Makes the frame of a page for somebody, with their form token, where there is no visit. */
export function frameFor(program: FrameProgram, who: Who, csrf: string): Frame {
  return {
    ...openFrame(program),
    csrf,
    ...(who.kind === 'staff' ? { person: { name: who.name, initials: initialsOf(who.name) } } : {}),
  };
}

/** Makes the frame of a page that holds no form, so that anybody may keep a copy of it. */
export function openFrame(program: FrameProgram): Frame {
  return { service: serviceFacts(program), trial: program.trial, csrf: '' };
}

function initialsOf(name: string): string {
  return name
    .split(/\s+/)
    .map((part) => [...part][0] ?? '')
    .filter((_, index, all) => index === 0 || index === all.length - 1)
    .join('')
    .toUpperCase();
}

/** What was said of a service last, and what it was made from: it changes at most once a minute, and every page asks. */
const said = new WeakMap<Service, { readonly minute: number; readonly law: Law; readonly facts: ServiceFacts }>();

function serviceFacts(program: FrameProgram): ServiceFacts {
  const service = program.service();
  const law = program.law();
  const minute = Math.floor(program.clock.now().epochMilliseconds / 60_000);
  const last = said.get(service);
  if (last?.minute === minute && last.law === law) return last.facts;
  const facts = factsOf(service, law, program.clock);
  said.set(service, { minute, law, facts });
  return facts;
}

function factsOf(service: Service, { holidays }: Law, clock: Clock): ServiceFacts {
  const opening = openingAt(
    service,
    clock.now().toZonedDateTimeISO(LONDON),
    (day) => holidays.isLoaded(day.year) && holidays.nameOn(day) !== null,
  );
  return {
    name: service.name,
    shortName: service.shortName,
    line: service.line,
    telephone: service.telephone,
    hours: hoursInWords(service.hours),
    isOpen: opening.open,
    openNow: opening.open
      ? `Open now until ${hourInWords(opening.until)}`
      : opening.opens
        ? `Opens ${whenInWords(opening.opens.on, clock.today())} at ${hourInWords(opening.opens.at)}`
        : 'Closed',
    email: service.email,
  };
}

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

function whenInWords(day: Temporal.PlainDate, today: Temporal.PlainDate): string {
  const ahead = today.until(day).days;
  if (ahead === 0) return 'today';
  if (ahead === 1) return 'tomorrow';
  const weekday = weekdays[day.dayOfWeek - 1];
  return ahead < 7 ? `${weekday}` : `${weekday} ${day.day} ${day.toLocaleString('en-GB', { month: 'long' })}`;
}

/** Says a local time: "09:00" as "9am", "16:30" as "4.30pm". */
export function hourInWords(time: string): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return `${hour % 12 === 0 ? 12 : hour % 12}${minute ? `.${String(minute).padStart(2, '0')}` : ''}${hour < 12 ? 'am' : 'pm'}`;
}

/** Says the week: neighbouring days with the same hours are told together, "Monday to Friday, 9am to 4.30pm". */
export function hoursInWords(hours: Service['hours']): string {
  const runs: { from: number; to: number; hours: string }[] = [];
  for (let day = 1; day <= 7; day += 1) {
    const open = hours[day as keyof Hours];
    if (!open) continue;
    const words = `${hourInWords(open.from)} to ${hourInWords(open.to)}`;
    const last = runs.at(-1);
    if (last && last.to === day - 1 && last.hours === words) last.to = day;
    else runs.push({ from: day, to: day, hours: words });
  }
  return runs
    .map(({ from, to, hours: words }) => `${weekdays[from - 1]}${to > from ? ` to ${weekdays[to - 1]}` : ''}, ${words}`)
    .join('; ');
}
