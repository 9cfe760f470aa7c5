// The trial's cases: invented families, each brought by the real commands to a different place on its road. Days are counted back from
// the day the trial is made, so that there is always something due.
import { Temporal } from 'temporal-polyfill';
import { recordWishes, noLongerWantsMediation } from '../advice/commands-wishes.ts';
import { giveInformation } from '../advice/commands.ts';
import { tellAuthority } from '../advice/commands-authority.ts';
import { coreCodes } from '../advice/script.ts';
import { issueCertificate, type IssuingProgram } from '../certificates/commands.ts';
import { frozenClock, LONDON } from '../kit/clock.ts';
import { newId } from '../kit/ids.ts';
import type { NewParticipant } from '../people/person.ts';
import { recordContact } from '../referrals/commands.ts';
import type { NewContact } from '../referrals/contact.ts';
import type { Staff } from '../sign-in/who.ts';
import type { Office } from './office.ts';

export interface Teller {
  readonly program: IssuingProgram;
  readonly office: Office;
  readonly staff: (key: keyof Office['accounts']) => Staff;
  /** The day the trial is made. */
  readonly today: Temporal.PlainDate;
}

/** One family's story so far. */
class Story {
  readonly #teller: Teller;
  readonly #who: Staff;
  #caseId = '';
  #participationId = '';

  constructor(teller: Teller, by: keyof Office['accounts']) {
    this.#teller = teller;
    this.#who = teller.staff(by);
  }

  /** The program at an hour of a day so many calendar days ago; at a weekend, the Friday before, unless `anyDay`. Never later than now. */
  #at(daysAgo: number, time: string, anyDay = false): { program: IssuingProgram; moment: Temporal.Instant } {
    let day = this.#teller.today.subtract({ days: daysAgo });
    while (!anyDay && day.dayOfWeek > 5) day = day.subtract({ days: 1 });
    const wanted = day.toZonedDateTime({ timeZone: LONDON, plainTime: Temporal.PlainTime.from(time) }).toInstant();
    const now = this.#teller.program.clock.now();
    const moment = Temporal.Instant.compare(wanted, now) > 0 ? now : wanted;
    return { program: { ...this.#teller.program, clock: frozenClock(moment.toString()) }, moment };
  }

  async contact(
    daysAgo: number,
    time: string,
    contact: Omit<NewContact, 'actId' | 'reachedAt'> & { anyDay?: boolean; enteredDaysAgo?: number },
  ): Promise<this> {
    const { anyDay = false, enteredDaysAgo = daysAgo, ...said } = contact;
    const { moment } = this.#at(daysAgo, time, anyDay);
    const { program } =
      enteredDaysAgo === daysAgo ? this.#at(daysAgo, time, anyDay) : this.#at(enteredDaysAgo, '09:05');
    const opened = must(await recordContact(program, this.#who, { actId: newId(), reachedAt: moment, ...said }));
    this.#caseId = opened.caseId;
    const holder = await program.database.kysely
      .selectFrom('participations')
      .select('id')
      .where('case_id', '=', opened.caseId)
      .where('right_holder', '=', true)
      .executeTakeFirstOrThrow();
    this.#participationId = holder.id;
    return this;
  }

  async informed(daysAgo: number, time: string): Promise<this> {
    must(
      await giveInformation(this.#at(daysAgo, time).program, this.#who, {
        ...this.#case(),
        channel: 'call',
        said: [...coreCodes],
      }),
    );
    return this;
  }

  async wishes(
    daysAgo: number,
    time: string,
    wishes: { appeal?: 'yes' | 'no' | 'unsure'; mediation?: 'yes' | 'no' | 'thinking'; chaseOn?: Temporal.PlainDate },
  ): Promise<this> {
    must(
      await recordWishes(this.#at(daysAgo, time).program, this.#who, { ...this.#case(), channel: 'call', ...wishes }),
    );
    return this;
  }

  async toldCouncil(daysAgo: number, time: string, issues: string, healthProvision?: string): Promise<this> {
    must(
      await tellAuthority(this.#at(daysAgo, time).program, this.#who, {
        ...this.#case(),
        issues,
        healthProvision: healthProvision ?? null,
        wording: 'You may tell the council that I wish to mediate, and what it is about.',
        channel: 'call',
      }),
    );
    return this;
  }

  async changedTheirMind(daysAgo: number, time: string): Promise<this> {
    must(
      await noLongerWantsMediation(this.#at(daysAgo, time).program, this.#who, { ...this.#case(), channel: 'call' }),
    );
    return this;
  }

  async certificate(daysAgo: number, time: string): Promise<this> {
    must(await issueCertificate(this.#at(daysAgo, time).program, this.#who, { ...this.#case(), limb: 'information' }));
    return this;
  }

  /** Lets the right-holder open their own page, and gives them the account that their first link would have made. */
  async opensTheirPage(): Promise<this> {
    const { database, clock } = this.#teller.program;
    const { person_id: personId } = await database.kysely
      .updateTable('participations')
      .set({ may_open_the_page: true })
      .where('id', '=', this.#participationId)
      .returning('person_id')
      .executeTakeFirstOrThrow();
    await database.kysely
      .insertInto('accounts')
      .values({
        id: newId(),
        service_id: this.#teller.office.serviceId,
        kind: 'family',
        person_id: personId,
        made_at: clock.now().toString(),
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    return this;
  }

  #case() {
    return { actId: newId(), caseId: this.#caseId, participationId: this.#participationId };
  }
}

/** Fails with the code of a refusal: a story that the program refuses is a mistake in the story. */
function must<T extends object>(answer: T): Exclude<T, { refused: unknown }> {
  if ('refused' in answer) throw new Error(`a trial story was refused: ${String(answer.refused)}`);
  return answer as Exclude<T, { refused: unknown }>;
}

const telephone = (value: string, messageSafe = true) => ({ kind: 'telephone', value, messageSafe }) as const;
const email = (value: string) => ({ kind: 'email', value, messageSafe: true }) as const;
const post = (...lines: string[]) =>
  ({ kind: 'post', value: lines.at(-1) ?? '', postalLines: lines, messageSafe: true }) as const;

/** Tells every story of the trial, the oldest steps first within each. */
export async function tellStories(teller: Teller): Promise<void> {
  const { today, office } = teller;
  const ago = (days: number) => today.subtract({ days });
  const parent = (
    firstNames: string,
    lastName: string,
    points: NewParticipant['points'],
    more: Partial<Omit<NewParticipant, 'capacity'>> = {},
  ) => ({ firstNames, lastName, capacity: 'parent', points, ...more }) as const;
  const letter = (
    kind: 'refuse-to-assess' | 'refuse-to-issue' | 'refuse-to-amend' | 'cease-to-maintain',
    days: number,
    letterSeen = true,
  ) => ({ kind, sections: [], dated: ago(days), sent: null, received: null, letterSeen }) as const;
  const plan = (sections: readonly ('B' | 'F' | 'G' | 'I')[], days: number) =>
    ({
      kind: sections.length === 1 && sections[0] === 'I' ? 'placement' : 'plan-contents',
      sections,
      dated: ago(days),
      sent: null,
      received: null,
      letterSeen: true,
    }) as const;
  const story = (by: keyof Office['accounts']) => new Story(teller, by);
  const authorityId = office.authority;

  // Refusal to assess; the family declines. By telephone and post only, in large print: the certificate is to be prepared for posting.
  await story('leah')
    .contact(1, '10:15', {
      channel: 'call',
      rightHolder: parent(
        'Hannah',
        'Okafor',
        [telephone('07700 900123'), post('14 Example Road', 'Birkenhead', 'CH41 0ZZ')],
        { formats: ['large-print'], needs: 'Prefers the telephone. Letters in 16 point.' },
      ),
      child: {
        firstNames: 'Tobi',
        lastName: 'Okafor',
        born: Temporal.PlainDate.from('2018-09-14'),
        school: 'Hoylake Bridge Primary',
      },
      authorityId,
      decision: letter('refuse-to-assess', 26),
    })
    .then((so) => so.informed(1, '10:22'))
    .then((so) => so.wishes(1, '10:26', { appeal: 'yes', mediation: 'no' }));

  // Refusal to issue; wants mediation; the council was told and has twenty days left.
  await story('leah')
    .contact(11, '11:40', {
      channel: 'email',
      evidence: 'E-mail to the shared mailbox, with the letter.',
      rightHolder: parent('Marek', 'Nowak', [email('marek.nowak@family.example.org'), telephone('07700 900142')], {
        language: 'English',
        needs: 'Would like a summary in Polish.',
      }),
      child: {
        firstNames: 'Zofia',
        lastName: 'Nowak',
        born: Temporal.PlainDate.from('2015-11-02'),
        school: 'Hoylake Bridge Primary',
      },
      authorityId,
      decision: letter('refuse-to-issue', 32),
    })
    .then((so) => so.informed(11, '14:05'))
    .then((so) => so.wishes(11, '14:12', { appeal: 'unsure', mediation: 'yes' }))
    .then((so) =>
      so.toldCouncil(
        11,
        '14:20',
        'The council assessed Zofia and will not make a plan. Her parents think that school alone cannot give the help she needs.',
      ),
    )
    .then((so) => so.opensTheirPage());

  // Contents B, F and I; interpreter; day 30 is close.
  await story('dana')
    .contact(29, '09:50', {
      channel: 'call',
      rightHolder: parent(
        'Fatima',
        'Al-Hamdan',
        [telephone('07700 900157', false), email('fatima@family.example.org')],
        {
          language: 'Arabic',
          dialect: 'Levantine',
          needs: 'A woman interpreter. Step-free. Breaks for prayer.',
        },
      ),
      child: { firstNames: 'Yusuf', lastName: 'Al-Hamdan', born: Temporal.PlainDate.from('2012-06-20') },
      authorityId,
      decision: plan(['B', 'F', 'I'], 45),
    })
    .then((so) => so.informed(29, '10:05'))
    .then((so) => so.wishes(29, '10:15', { appeal: 'yes', mediation: 'yes' }))
    .then((so) =>
      so.toldCouncil(
        28,
        '09:30',
        'Speech and language therapy in section F is not enough, and the school named cannot meet his needs.',
      ),
    );

  // Wanted mediation, changed their mind: the certificate is overdue.
  await story('dana')
    .contact(24, '15:10', {
      channel: 'call',
      rightHolder: parent('Neil', 'Farr', [telephone('07700 900168'), email('neil.farr@family.example.org')]),
      child: { firstNames: 'Josie', lastName: 'Farr', born: Temporal.PlainDate.from('2016-05-30') },
      authorityId,
      decision: letter('refuse-to-issue', 40),
    })
    .then((so) => so.informed(24, '15:20'))
    .then((so) => so.wishes(24, '15:25', { appeal: 'yes', mediation: 'yes' }))
    .then((so) => so.toldCouncil(24, '15:40', 'The council will not make a plan for Josie.'))
    .then((so) => so.changedTheirMind(6, '12:00'));

  // Section I only at phase transfer: no certificate needed, a hard date.
  await story('leah')
    .contact(2, '16:05', {
      channel: 'call',
      rightHolder: parent('Sarah', 'Linton', [telephone('07700 900171'), email('sarah.linton@family.example.org')]),
      child: { firstNames: 'Maya', lastName: 'Linton', born: Temporal.PlainDate.from('2015-03-08') },
      authorityId,
      decision: plan(['I'], 55),
      phaseTransfer: true,
    })
    .then((so) => so.informed(2, '16:15'))
    .then((so) => so.opensTheirPage());

  // Health only: physiotherapy missing from section G.
  await story('tom').contact(3, '13:15', {
    channel: 'call',
    rightHolder: parent('Sian', 'Lloyd', [telephone('07700 900184')]),
    child: { firstNames: 'Efa', lastName: 'Lloyd', born: Temporal.PlainDate.from('2017-01-19') },
    authorityId,
    decision: { kind: 'plan-made', sections: ['G'], dated: ago(21), sent: null, received: null, letterSeen: true },
    health: true,
  });

  // A young person in her own right, thinking it over.
  await story('leah')
    .contact(9, '10:30', {
      channel: 'call',
      rightHolder: {
        firstNames: 'Aisha',
        lastName: 'Rahman',
        capacity: 'young-person',
        points: [telephone('07700 900193'), email('aisha.rahman@family.example.org')],
        needs: 'BSL interpreter for every contact.',
      },
      child: {
        firstNames: 'Aisha',
        lastName: 'Rahman',
        born: Temporal.PlainDate.from('2008-10-03'),
        school: 'Wirral Tides College',
      },
      authorityId,
      decision: letter('cease-to-maintain', 30),
    })
    .then((so) => so.informed(9, '10:45'))
    .then((so) => so.wishes(9, '10:55', { appeal: 'unsure', mediation: 'thinking', chaseOn: today.add({ days: 1 }) }))
    .then((so) => so.opensTheirPage());

  // A voicemail at the weekend, with days to spare: only a name, a number and the date of the letter.
  await story('tom').contact(3, '21:14', {
    anyDay: true,
    enteredDaysAgo: 0,
    channel: 'voicemail',
    evidence: 'Left on the main line; the time is the telephone system’s.',
    rightHolder: parent('Gwen', 'Talbot', [telephone('07700 900115')]),
    child: null,
    authorityId,
    decision: letter('refuse-to-assess', 58, false),
  });

  // Declined; the certificate went by e-mail the same day and extends the appeal date.
  await story('leah')
    .contact(7, '11:05', {
      channel: 'call',
      rightHolder: parent('Agnieszka', 'Wójcik-Śliwińska', [
        email('agnieszka@family.example.org'),
        telephone('07700 900136'),
      ]),
      child: {
        firstNames: 'Maja Róża',
        lastName: 'Wójcik-Śliwińska',
        born: Temporal.PlainDate.from('2018-03-14'),
        authorityReference: 'SEN/26/01187',
      },
      authorityId,
      decision: letter('refuse-to-assess', 49),
    })
    .then((so) => so.informed(7, '11:15'))
    .then((so) => so.wishes(7, '11:20', { appeal: 'yes', mediation: 'no' }))
    .then((so) => so.certificate(7, '11:24'))
    .then((so) => so.opensTheirPage());

  // Three months after the letter: late. A manager decides.
  await story('dana')
    .contact(1, '14:30', {
      channel: 'call',
      rightHolder: parent('Callum', 'Reid', [telephone('07700 900177'), email('callum.reid@family.example.org')]),
      child: { firstNames: 'Isla', lastName: 'Reid', born: Temporal.PlainDate.from('2014-07-21') },
      authorityId,
      decision: letter('refuse-to-amend', 95),
    })
    .then((so) => so.informed(1, '14:40'))
    .then((so) => so.wishes(1, '14:45', { appeal: 'yes', mediation: 'no' }));
}
