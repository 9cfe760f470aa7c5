// The manager's page of who looked at what, narrowed by case or by person.
import { Temporal } from 'temporal-polyfill';
import { findCaseByReference } from '../../cases/store.ts';
import { frameOf } from '../../frame.ts';
import { firstOf, type Fields } from '../../kit/http/fields.ts';
import type { Route } from '../../kit/http/visit.ts';
import { isId } from '../../kit/ids.ts';
import { reading, type WebProgram } from '../../program.ts';
import { staffOf } from '../../sign-in/visits.ts';
import { listStaff } from '../../sign-in/staff.ts';
import type { Who } from '../../sign-in/who.ts';
import { GONE_THROUGH, listLooked, ROWS, type Look, type LookedFilter } from '../looked.ts';
import { unusualOf } from '../unusual.ts';
import { LookedPage } from './page.tsx';

export const lookedPath = '/desk/settings/looked';
const kinds: readonly Look['what'][] = ['case', 'person', 'paper', 'search', 'export'];

/** Makes the route. */
export function lookedRoutes(program: WebProgram): Route<Who>[] {
  return [
    {
      method: 'GET',
      path: lookedPath,
      access: 'manager',
      handle: async (visit) => {
        const me = staffOf(visit);
        const onlyUnusual = firstOf(visit.query, 'unusual') === 'yes';
        const most = onlyUnusual ? GONE_THROUGH : ROWS;
        const typedCase = (firstOf(visit.query, 'case') ?? '').slice(0, 40).trim();
        const shown = await reading(program, me, async (tx) => {
          const found = typedCase === '' ? null : await findCaseByReference(tx, typedCase);
          const filter = { ...filterOf(visit.query), ...(found ? { caseId: found.id } : {}) };
          return {
            staff: await listStaff(tx, me.serviceId),
            looks: typedCase !== '' && !found ? [] : await listLooked(tx, me.serviceId, filter, most),
            filter,
          };
        });
        const { holidays } = program.law();
        const isBankHoliday = (day: Temporal.PlainDate) => holidays.isLoaded(day.year) && holidays.nameOn(day) !== null;
        const marked = shown.looks.map((look) => ({
          ...look,
          unusual: unusualOf(look, program.service(), isBankHoliday),
        }));
        return visit.html(
          LookedPage({
            ...shown,
            frame: frameOf(program, visit),
            typedCase,
            onlyUnusual,
            looks: onlyUnusual ? marked.filter(({ unusual }) => unusual.length > 0) : marked,
            last: marked.length === most ? marked.at(-1) : undefined,
          }),
        );
      },
    },
  ];
}

function filterOf(query: Fields): LookedFilter {
  const accountId = firstOf(query, 'who');
  const what = kinds.find((kind) => kind === firstOf(query, 'what'));
  const [at = '', id] = (firstOf(query, 'before') ?? '').split(' ');
  return {
    ...(isId(accountId) ? { accountId } : {}),
    ...(what ? { what } : {}),
    ...(isId(id) && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(at) ? { before: { at: Temporal.Instant.from(at), id } } : {}),
  };
}
