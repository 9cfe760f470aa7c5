// The people of a case, side by side and each on their own, and how each right-holder may safely be reached.
import { Card } from '../../kit/html/pieces/card.tsx';
import { TelLink } from '../../kit/html/link.tsx';
import { PeopleBySide, type SidePerson } from '../../kit/html/pieces/case-parts.tsx';
import { SafeContact } from '../../kit/html/pieces/safe-contact.tsx';
import { shortDay } from '../../law/day-words.ts';
import { mayHear, scopeWords } from '../../people/permitted.ts';
import { fullName } from '../../people/person.ts';
import { deskPaths } from '../paths.ts';
import type { PersonOnPage } from '../store.ts';
import { capacityWords } from '../words.ts';
import { ageOn, nameAtDesk } from './words.ts';
import type { CaseView, HolderView } from './case-view.ts';

type Point = PersonOnPage['points'][number];

const addressOf = ({ postal_lines: lines, value }: Point): string => (lines.length > 0 ? lines.join(', ') : value);

/** What must not be done with each kind of address. */
const never: Record<Point['kind'], string> = {
  telephone: 'No voicemail, no text.',
  email: 'Nothing by e-mail.',
  post: 'Nothing by post.',
};

/** How somebody may be reached; it stands above everything else. Without a word about safety there is still how. */
export function SafeContactOf({ view, holder }: { view: CaseView; holder: HolderView }) {
  if (holder.person.erased_at !== null) return null; // Nobody is to be reached, and nothing to be asked for.
  const { points } = holder.person;
  const said = view.page.words.filter(
    ({ kind, participation_id: of }) => kind === 'safe-contact' && (of === null || of === holder.participationId),
  );
  const { language, dialect, formats, needs } = holder.person;
  const spoken = /^english$/i.test(language?.trim() ?? '') ? '' : [language, dialect].filter(Boolean).join(', ');
  const unsafe = points.filter(({ message_safe: safe }) => !safe);
  return (
    <SafeContact
      person={holder.called}
      source={{
        href: deskPaths.person(view.page.reference, holder.participationId),
        words: 'Ways to reach them',
      }}
    >
      {points.length === 0 &&
        (said.length > 0
          ? 'no number or address that they confirmed. '
          : 'we hold no number or address. Ask for one, and whether a message may be left. ')}
      {points.map((point, index) => (
        <>
          {index > 0 && '; '}
          <Way point={point} />
        </>
      ))}
      {points.length > 0 && '. '}
      {unsafe.length > 0 && <strong>{[...new Set(unsafe.map(({ kind }) => never[kind]))].join(' ')} </strong>}
      {said.map(({ body }) => (
        <>{body} </>
      ))}
      {spoken && <strong>Interpreter: {spoken}. </strong>}
      {formats.length > 0 && `In writing: ${formats.map((code) => code.replaceAll('-', ' ')).join(', ')}. `}
      {needs && `Helps them: ${needs} `}
    </SafeContact>
  );
}

function Way({ point }: { point: Point }) {
  const quiet = point.quiet_hours ? `, not ${point.quiet_hours}` : '';
  if (point.kind === 'telephone')
    return (
      <>
        ring <TelLink number={point.value} />
        {quiet}
        {point.message_safe && ', a message is safe'}
      </>
    );
  return (
    <>
      {point.kind === 'email' ? `e-mail ${point.value}` : `post to ${addressOf(point)}`}
      {quiet}
    </>
  );
}

/** The people in three columns. Two right-holders never share a line: each has their own. */
export function PeopleCard({ view }: { view: CaseView }) {
  const { page, holders } = view;
  const on = (...sides: PersonOnPage['side'][]) => page.people.filter(({ side }) => sides.includes(side));
  const personOf = (person: PersonOnPage) => sidePerson(view, person);
  return (
    <Card
      id="people"
      flush
      title="People, by side"
      beside={page.stage === 'closed' ? undefined : <a href={deskPaths.people(page.reference)}>Add a person</a>}
    >
      <PeopleBySide
        sides={[
          { title: 'The family', people: [...on('family').map(personOf), ...childOf(view)] },
          {
            title: 'The council',
            people: [...on('authority', 'health').map(personOf), ...(page.authority_name ? [council(view)] : [])],
          },
          {
            title: 'Neither side',
            people: [
              ...on('school', 'service', 'neither').map(personOf),
              ...(page.owner_name ? [{ name: page.owner_name, about: 'adviser' }] : []),
            ],
          },
        ]}
      />
      {holders.length === 0 && (
        <p class="pad">
          <strong>Nobody here holds the right to appeal.</strong> Add the parent, or the young person.
        </p>
      )}
    </Card>
  );
}

/** Who is told something only because a right-holder permits it. */
const hearsByPermission: readonly PersonOnPage['capacity'][] = ['supporter', 'referrer'];

/** What each right-holder lets somebody hear, one line each; that there is nothing is said as plainly. */
function hearing({ page, holders, today }: CaseView, person: PersonOnPage): NonNullable<SidePerson['flags']> {
  const asks = hearsByPermission.includes(person.capacity) || person.reads_until !== null;
  if (person.right_holder || !asks) return [];
  const lines = holders.flatMap(({ participationId: of, called }) => {
    const may = mayHear(page.permissions, { of, forWhom: person.participation_id, today });
    if (!may) return [];
    const what = may.scope.length > 0 ? may.scope.map((one) => scopeWords[one]).join(', ') : 'see the words';
    return [
      {
        says: `May hear of ${called}: ${what}${may.until ? `, until ${shortDay(may.until)}` : ''}`,
        tone: 'ok' as const,
      },
    ];
  });
  if (lines.length > 0) return lines;
  const had = page.permissions.some(({ for_whom: whom, given }) => given && whom === person.participation_id);
  return [
    { says: `${had ? 'Permission has ended' : 'No permission recorded'}: tell them nothing`, tone: 'stop' as const },
  ];
}

function sidePerson(view: CaseView, person: PersonOnPage): SidePerson {
  const { page, holders } = view;
  const capacity = capacityWords[person.capacity] ?? person.capacity;
  const others = holders.filter(({ participationId }) => participationId !== person.participation_id);
  return {
    name: <a href={deskPaths.person(page.reference, person.participation_id)}>{nameAtDesk(person)}</a>,
    about: `${capacity}${person.right_holder ? '. Holds the right' : ''}`,
    contact: person.points.map((point, index) => (
      <>
        {index > 0 && <br />}
        <PointIn point={point} />
      </>
    )),
    flags: [
      ...[...new Set(person.points.filter(({ message_safe: safe }) => !safe).map(({ kind }) => never[kind]))].map(
        (says) => ({ says, tone: 'stop' as const }),
      ),
      ...(person.right_holder && others.length > 0
        ? [
            {
              says: `Own right. Never in one letter with ${others.map(({ called }) => called).join(' or ')}`,
              tone: 'stop' as const,
            },
          ]
        : []),
      ...(person.formats.length > 0
        ? [
            {
              says: `Reads: ${person.formats.map((format) => format.replaceAll('-', ' ')).join(', ')}`,
              tone: 'ok' as const,
            },
          ]
        : []),
      ...(person.language
        ? [{ says: `Speaks ${person.language}${person.dialect ? ` (${person.dialect})` : ''}`, tone: 'ok' as const }]
        : []),
      ...hearing(view, person),
      ...(person.may_open_the_page ? [{ says: 'May open their page', tone: 'ok' as const }] : []),
    ],
  };
}

function childOf({ page, today }: CaseView): SidePerson[] {
  const { child } = page;
  const name = child && fullName({ firstNames: child.first_names, lastName: child.last_name });
  const isYoungPerson = page.people.some(({ capacity }) => capacity === 'young-person');
  if (!child || isYoungPerson) return [];
  return [
    {
      name: <a href={deskPaths.child(page.reference)}>{name || 'The child'}</a>,
      about: child.born ? `${ageOn(child.born, today)}` : 'birth date not known',
      ...(child.school ? { contact: child.school } : {}),
    },
  ];
}

function council({ page }: CaseView): SidePerson {
  const told = page.milestones.find(({ kind }) => kind === 'authority-told');
  return {
    name: page.authority_name ?? '',
    ...(page.child?.authority_reference ? { about: `its reference ${page.child.authority_reference}` } : {}),
    flags: told ? [{ says: 'Told that mediation is wished', tone: 'ok' as const }] : [],
  };
}

/** A way to reach somebody in a narrow column: a long e-mail address goes on after its sign, not in the middle of a name. */
function PointIn({ point }: { point: Point }) {
  if (point.kind === 'telephone') return <TelLink number={point.value} />;
  if (point.kind !== 'email') return <>{addressOf(point)}</>;
  const at = point.value.lastIndexOf('@') + 1;
  return (
    <>
      {point.value.slice(0, at)}
      <wbr />
      {point.value.slice(at)}
    </>
  );
}
