// The page of today: what to post and what is due by law, soonest first, each with why; beside it what waits for a person.
import { Temporal } from 'temporal-polyfill';
import { DeskPage } from '../../kit/html/layouts/desk-page.tsx';
import type { Frame } from '../../kit/html/layouts/document.tsx';
import { Card } from '../../kit/html/pieces/card.tsx';
import { DueTable, type DueGroup } from '../../kit/html/pieces/due-table.tsx';
import { Counts, Filters } from '../../kit/html/pieces/filters.tsx';
import { TenDays, type LoadDay } from '../../kit/html/pieces/ten-days.tsx';
import { dayInWords } from '../../law/day-words.ts';
import { deskPaths } from '../paths.ts';
import { mostCounted, type Beside, type Shares } from '../store-today.ts';
import { dueFilters, liveAddress, todayAddress, type Live, type TodayWanted } from './today-filters.ts';
import { toPostGroup } from './to-post.tsx';
import { hourOf } from './words.ts';
import { Also, BesideLists } from './today-beside.tsx';

export interface TodayProps {
  readonly frame: Frame;
  readonly now: string;
  readonly today: Temporal.PlainDate;
  readonly wanted: TodayWanted;
  readonly groups: readonly DueGroup[];
  /** Where the list goes on; null at its end. */
  readonly more: string | null;
  readonly counts: Readonly<Record<'overdue' | 'today' | 'tomorrow' | 'this-week', number>>;
  readonly days: readonly LoadDay[];
  readonly beside: Beside;
  readonly shares: Shares;
  /** With script, the page says quietly when something on it has changed. */
  readonly live: Live;
  readonly lastPost: string;
}

/** A figure, or "40+" where counting stopped. */
const figure = (count: number): string => (count > mostCounted ? `${mostCounted}+` : String(count));

/** The page. */
export function TodayPage(props: TodayProps) {
  const { frame, today, now, wanted, groups, more, counts, days, beside, shares } = props;
  const post = toPostGroup(beside.toPost, { today, lastPost: props.lastPost });
  const isEmpty = groups.every(({ rows }) => rows.length === 0);
  return (
    <DeskPage
      frame={frame}
      title={`Today: ${figure(counts.overdue)} overdue, ${figure(counts.today)} due today`}
      current="today"
      foot={
        <>
          <kbd>↑</kbd> <kbd>↓</kbd> move between rows · <kbd>Enter</kbd> opens the case · <kbd>Ctrl</kbd>{' '}
          <kbd>Enter</kbd> does the next step.
        </>
      }
    >
      <div class="today-head">
        <div>
          <h1>Today</h1>
          <p class="muted">
            {dayInWords(today)}, {hourOf(now)}.
          </p>
          <Counts
            label="What is due by law"
            counts={[
              {
                href: '#overdue',
                number: figure(counts.overdue),
                words: 'overdue',
                ...(counts.overdue ? { tone: 'late' } : {}),
              },
              {
                href: '#today',
                number: figure(counts.today),
                words: 'today',
                ...(counts.today ? { tone: 'today' } : {}),
              },
              { href: '#tomorrow', number: figure(counts.tomorrow), words: 'tomorrow' },
              { href: '#this-week', number: figure(counts['this-week']), words: 'later this week' },
            ]}
          />
          <Also beside={beside} />
          <p
            class="live"
            role="status"
            data-live={liveAddress(wanted, props.live)}
            data-show={todayAddress(wanted)}
          ></p>
        </div>
        <TenDays days={days} />
      </div>
      <div class="columns today">
        <Card
          id="due"
          flush
          title={post.rows.length > 0 ? 'To post, then due by law, soonest first' : 'Due by law, soonest first'}
          beside={
            <Filters
              segments={{
                label: 'Whose work',
                links: [
                  {
                    href: todayAddress({ ...wanted, mine: true }),
                    words: `Mine: ${figure(shares.mine)}`,
                    isCurrent: wanted.mine,
                  },
                  {
                    href: todayAddress({ ...wanted, mine: false }),
                    words: `Everybody’s: ${figure(shares.everybody)}`,
                    isCurrent: !wanted.mine,
                  },
                ],
              }}
              links={[
                ...(wanted.kind ? [{ href: todayAddress({ mine: wanted.mine }), words: 'Everything due' }] : []),
                ...Object.entries(dueFilters).map(([kind, words]) => ({
                  href: todayAddress({ mine: wanted.mine, kind: kind as keyof typeof dueFilters }),
                  words,
                  isCurrent: wanted.kind === kind,
                })),
              ]}
            />
          }
        >
          {!(isEmpty && post.rows.length === 0) && (
            <DueTable
              caption="What to post, and what is due by law, soonest first, in groups"
              groups={[post, ...groups]}
            />
          )}
          {isEmpty && <NothingDue wanted={wanted} />}
          {more && (
            <p class="pad">
              <a href={more}>What is due after these</a>
            </p>
          )}
        </Card>
        <BesideLists beside={beside} today={today} />
      </div>
    </DeskPage>
  );
}

/** An empty list says what would stand in it, so that nobody wonders whether it is broken. */
function NothingDue({ wanted }: { wanted: TodayWanted }) {
  return (
    <div class="pad flow">
      <p>
        <strong>{wanted.after ? 'Nothing is due after that.' : 'Nothing is due here.'}</strong>
      </p>
      <p>
        A case stands in this list from the moment the law gives us, the council or the health board a day: a
        certificate within three working days of a no, day 30 once the council is told. Record a contact, and its dates
        appear by themselves.
      </p>
      <p>
        <a href={deskPaths.newContact}>Record a contact</a>
        {(wanted.mine || wanted.kind) && (
          <>
            {' '}
            · <a href={deskPaths.today}>Show everybody’s</a>
          </>
        )}
      </p>
    </div>
  );
}
