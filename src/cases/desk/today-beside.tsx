// The short lists beside what is due on the page of today: whoever waits for us without a date, and what went wrong.
import { Temporal } from 'temporal-polyfill';
import { called } from '../../correspondence/words.ts';
import { Card } from '../../kit/html/pieces/card.tsx';
import { Countdown, SideList } from '../../kit/html/pieces/side-list.tsx';
import { inFours } from '../../kit/reference.ts';
import { daysBetween } from '../../law/day-words.ts';
import { certificatePaths } from '../../certificates/desk/paths.ts';
import { packPaths } from '../../correspondence/desk/paths.ts';
import { forWhom, fullName } from '../../people/person.ts';
import { deskPaths } from '../paths.ts';
import { linesBeside, type Beside } from '../store-today.ts';
import { channelWords } from '../words.ts';
import { triedWords } from './ring-page.tsx';
import { shortIso, shortMoment } from './words.ts';

const SHOWN = linesBeside;

/** The lists, what a person must see to first. The packs to post are no list of these: they top what is due. */
export function BesideLists({ beside, today }: { beside: Beside; today: Temporal.PlainDate }) {
  return (
    <div class="stack side">
      <GoneWrong letters={beside.goneWrong} />
      <NotMade papers={beside.notMade} />
      <RingBack lines={beside.ringBack} today={today.toString()} />
      <Held lines={beside.held} />
      <NewContacts lines={beside.newContacts} today={today} />
      <Thinking lines={beside.thinking} today={today} />
    </div>
  );
}

/** On a narrow screen the side lists stand below, so their figures stand here as well. */
export function Also({ beside }: { beside: Beside }) {
  const parts: [string, number, string][] = [
    ['#post', beside.toPost.length, 'to post'],
    ['#wrong', beside.goneWrong.length, 'gone wrong'],
    ['#not-made', beside.notMade.length, 'papers not made'],
    ['#ring', beside.ringBack.length, 'to ring back'],
    ['#held', beside.held.length, 'waiting for a second person'],
    ['#new', beside.newContacts.length, 'new contacts'],
    ['#thinking', beside.thinking.length, 'thinking it over'],
  ];
  const some = parts.filter(([, count]) => count > 0);
  if (some.length === 0) return null;
  return (
    <p class="also small">
      Also:{' '}
      {some.map(([href, count, words], index) => (
        <>
          {index > 0 && ', '}
          <a href={href}>
            {count > SHOWN ? `${SHOWN}+` : count} {words}
          </a>
        </>
      ))}
    </p>
  );
}

const titled = (words: string, lines: readonly unknown[]): string =>
  lines.length > SHOWN ? `${words}: ${SHOWN}+` : `${words}: ${lines.length}`;

function All({ lines, href, of }: { lines: readonly unknown[]; href: string; of: string }) {
  if (lines.length <= SHOWN) return null;
  return (
    <p class="small">
      <a href={href}>
        All<span class="govuk-visually-hidden"> {of}</span>
      </a>
    </p>
  );
}

/** Days left until the two months end. */
function LeftOf({ end, today }: { end: string | null; today: Temporal.PlainDate }) {
  if (end === null)
    return (
      <Countdown
        words={
          <>
            no date
            <br />
            yet
          </>
        }
        tone="none"
      />
    );
  const left = daysBetween(today, Temporal.PlainDate.from(end));
  if (left < 0)
    return (
      <Countdown
        words={
          <>
            two months
            <br />
            over
          </>
        }
        tone="near"
      />
    );
  return <Countdown number={left} words={left === 1 ? 'day' : 'days'} {...(left <= 7 ? { tone: 'near' } : {})} />;
}

function NewContacts({ lines, today }: { lines: Beside['newContacts']; today: Temporal.PlainDate }) {
  return (
    <Card id="new" title={titled('New contacts', lines)} beside={<span class="muted small">days left</span>}>
      {lines.length === 0 ? (
        <p class="small muted">
          Everybody who made contact has been told about mediation. <a href={deskPaths.newContact}>Record a contact</a>
        </p>
      ) : (
        <SideList
          items={lines.slice(0, SHOWN).map(({ reference, name, channel, reachedAt, twoMonthsEnd }) => ({
            says: (
              <>
                <a href={deskPaths.case(reference)}>
                  <strong>{name || 'No name yet'}</strong>
                </a>
                {channel && `, ${channelWords[channel] ?? channel}`}
                <br />
                <span class="muted small">{reachedAt && shortMoment(reachedAt)}</span>
              </>
            ),
            beside: <LeftOf end={twoMonthsEnd} today={today} />,
          }))}
        />
      )}
      <All lines={lines} href={deskPaths.contacts} of="new contacts" />
    </Card>
  );
}

function Thinking({ lines, today }: { lines: Beside['thinking']; today: Temporal.PlainDate }) {
  return (
    <Card id="thinking" title={titled('Thinking it over', lines)} beside={<span class="muted small">days left</span>}>
      {lines.length === 0 ? (
        <p class="small muted">Nobody is thinking it over. Whoever says so is listed here with the day to ask again.</p>
      ) : (
        <SideList
          items={lines.slice(0, SHOWN).map(({ reference, chaseOn, twoMonthsEnd, ...names }) => ({
            says: (
              <>
                <a href={deskPaths.case(reference)}>
                  <WhoThinks {...names} />
                </a>
                <br />
                <span class="muted">
                  {twoMonthsEnd && (
                    <>
                      to <span class="nowrap">{shortIso(twoMonthsEnd)}</span>
                      <br />
                    </>
                  )}
                  Ask again <span class="nowrap">{chaseOn === today.toString() ? 'today' : shortIso(chaseOn)}</span>
                </span>
              </>
            ),
            beside: <LeftOf end={twoMonthsEnd} today={today} />,
          }))}
        />
      )}
      <All lines={lines} href={deskPaths.thinking} of="who are thinking it over" />
    </Card>
  );
}

function WhoThinks(names: Omit<Beside['thinking'][number], 'reference' | 'chaseOn' | 'twoMonthsEnd'>) {
  const holder = { firstNames: names.holderFirstNames, lastName: names.holderLastName };
  const child = { firstNames: names.childFirstNames, lastName: names.childLastName };
  return (
    <>
      <strong>{fullName(holder) || 'No name yet'}</strong>
      {forWhom(holder, child, names.holderCapacity === 'young-person')}
    </>
  );
}

/** Papers wait until the day is over, or a second person agrees. */
function Held({ lines }: { lines: Beside['held'] }) {
  if (lines.length === 0) return null;
  return (
    <Card id="held" title={titled('Papers wait: an address was changed', lines)} tone="glow">
      <SideList
        items={lines.slice(0, SHOWN).map(({ reference, participationId, name, kind, until, letters }) => ({
          says: (
            <>
              <a href={deskPaths.case(reference)}>
                <strong>{name || 'No name yet'}</strong>
              </a>
              , {kind === 'email' ? 'e-mail' : 'post'}
              {letters > 0 && `: ${letters} ${letters === 1 ? 'letter waits' : 'letters wait'}`}
              <br />
              <span class="muted">until {shortMoment(until)}, or a second person agrees</span>
              <br />
              <a href={deskPaths.heldPapers(reference, participationId)}>
                Look, and agree<span class="govuk-visually-hidden">: {name}</span>
              </a>
            </>
          ),
        }))}
      />
    </Card>
  );
}

function GoneWrong({ letters }: { letters: Beside['goneWrong'] }) {
  if (letters.length === 0) return null;
  return (
    <Card id="wrong" title={titled('Letters gone wrong', letters)} tone="glow">
      <SideList
        items={letters.slice(0, SHOWN).map((letter) => ({
          says: (
            <>
              <strong>{called(letter.template)}</strong>
              <br />
              <span class="muted">
                {letter.toAddress}, {shortMoment(letter.queuedAt)}
              </span>
              <br />
              <a href={packPaths.wrong(letter.id)}>
                Put it right<span class="govuk-visually-hidden">: {called(letter.template)}</span>
              </a>
            </>
          ),
        }))}
      />
      <All lines={letters} href={packPaths.goneWrong} of="letters gone wrong" />
    </Card>
  );
}

function NotMade({ papers }: { papers: Beside['notMade'] }) {
  if (papers.length === 0) return null;
  return (
    <Card id="not-made" title={titled('Papers that could not be made', papers)} tone="glow">
      <SideList
        items={papers.slice(0, SHOWN).map(({ id, reference, kind, wantedAt }) => ({
          says: (
            <>
              <a href={deskPaths.case(reference)}>
                <strong>{inFours(reference)}</strong>
              </a>
              , {kind.replaceAll('-', ' ')}
              <br />
              <span class="muted">Wanted {shortMoment(wantedAt)}. No letter goes without it.</span>
              <br />
              <a href={certificatePaths.paperAgain(id)}>
                Why, and try again<span class="govuk-visually-hidden">: {inFours(reference)}</span>
              </a>
            </>
          ),
        }))}
      />
    </Card>
  );
}

/** They asked for nothing but a ring, so nothing else will bring them back to us. */
function RingBack({ lines, today }: { lines: Beside['ringBack']; today: string }) {
  if (lines.length === 0) return null;
  return (
    <Card id="ring" title={titled('Asked us to ring', lines)} tone="glow">
      <SideList
        items={lines.slice(0, SHOWN).map(({ reference, name, since, ...tries }) => ({
          says: (
            <>
              <a href={`${deskPaths.case(reference)}#people`}>
                <strong>{name || 'No name yet'}</strong>
              </a>
              <br />
              <span class="muted">
                {[`since ${shortMoment(since)}`, triedWords(tries, today)].filter((words) => words !== null).join('; ')}
              </span>
              <br />
              <a href={deskPaths.ringing(reference)}>
                Rang them<span class="govuk-visually-hidden">: {name}</span>
              </a>
            </>
          ),
        }))}
      />
      <All lines={lines} href={deskPaths.contacts} of="new contacts" />
    </Card>
  );
}
