// What disagreement resolution is, what it can be about, and what happens, step by step.
import { ButtonLink } from '../../kit/html/govuk/button.tsx';
import { askPath, publicPaths } from '../paths.ts';
import { Dots, InOrder, Part, type ContentPage } from './content-page.tsx';

export const disagreementResolution: ContentPage = {
  path: publicPaths.disagreementResolution,
  title: 'Disagreement resolution',
  current: 'how',
  lead: () =>
    'A meeting for when you disagree with a school, the council, the health service or social care about special educational needs and disabilities (SEND), and it is hard to sort out on your own.',
  body: ({ service }) => (
    <>
      <Part id="what" title="What it is">
        <p>
          An independent mediator leads the meeting. Everybody says what matters to them, with respect, and looks for
          ways forward. The hope is an answer that all can agree to, so that things do not get worse.
        </p>
        <p>
          Everybody comes because they want to. They come to settle the matter, to talk to each other better, and to
          agree on real, practical steps that meet the needs of the child or young person.
        </p>
        <p>
          It is for all children and young people with special educational needs, not only for those who have a plan or
          are being assessed for one. It is free for you.
        </p>
      </Part>

      <Part id="about" title="What it can be about">
        <Dots
          items={[
            'How a nursery, school or college carries out its education, health and care duties for children and young people with special educational needs, with a plan or without',
            'The duty of a nursery, school or college to do its best to meet those needs (its “best endeavours”)',
            'The council’s duties to keep education and care under review, to assess needs, and to draw up plans',
            'The special help with learning that a child or young person gets (special educational provision)',
            'Health care or social care, with the health body (the ICB) or the council, while needs are assessed, or while a plan is drawn up, reviewed or looked at again',
            'Special help with learning during an assessment, while a plan is drawn up, at a review, at a new assessment, or while you wait for the Tribunal.',
          ]}
        />
        <p>The council and a health body can use it too, when they disagree with each other.</p>
      </Part>

      <Part id="steps" title="What happens">
        <InOrder
          items={[
            'You ring, write or use our form. An adviser asks what the disagreement is about, and tells you what to expect.',
            'We write to the others and say what it is about. You see our words first, and we send them only when you agree.',
            'If everybody says yes, we make all the arrangements for the meeting.',
            'If somebody says no, this road ends there. We tell you at once, and what else you can do.',
            'An independent mediator leads the meeting.',
            'What was agreed, and who does what, is written in an outcome statement. Everybody signs it at the meeting.',
          ]}
        />
        <p>
          The outcome statement is informal. It is not legally binding. It is different from a{' '}
          <a href={publicPaths.mediation}>mediation agreement</a>.
        </p>
        <p class="buttons">
          <ButtonLink href={askPath({ want: 'disagreement-resolution' })}>Ask for disagreement resolution</ButtonLink>
        </p>
      </Part>

      <Part id="dates" title="It never changes a date" tone="glow">
        <p>
          Disagreement resolution gives no certificate, and it does not stop the time for an appeal. If the council sent
          you a decision letter, <a href={publicPaths.myDates}>look at your dates</a> today.
        </p>
      </Part>

      <Part id="cost" title="What it costs">
        <p>
          Nothing.{' '}
          {service.settings.disagreementExpenses
            ? 'You can ask us for the cost of getting to the meeting back. Keep your tickets and receipts.'
            : 'The right to ask for travel costs is for mediation. It is not there for disagreement resolution.'}
        </p>
      </Part>
    </>
  ),
  next: [
    { href: publicPaths.earlyResolution, words: 'Something less formal: early resolution' },
    { href: publicPaths.difference, words: 'Mediation or disagreement resolution?' },
    { href: publicPaths.theMeeting, words: 'What happens at a meeting' },
  ],
};
