// The home page: two doors and "I'm not sure", the telephone, what can be counted on, and how it works in one picture.
import { ButtonLink } from '../kit/html/govuk/button.tsx';
import { PublicPage } from '../kit/html/layouts/public-page.tsx';
import { TelLink } from '../kit/html/link.tsx';
import type { Words } from '../kit/html/parts.ts';
import { askPath, publicPaths } from './paths.ts';
import {
  CalendarPicture,
  ConfidentialPicture,
  FreePicture,
  IndependentPicture,
  LetterPicture,
  TalkPicture,
  YoungPicture,
} from './pictures/home-pictures.tsx';
import { RoadsPicture } from './roads.tsx';
import type { PublicView } from './view.ts';

/** The home page. */
export function HomePage({ view }: { view: PublicView }) {
  return (
    <PublicPage frame={view.frame} title="Talk it through, and find a way forward">
      <Welcome view={view} />
      <Doors />
      <Promises />
      <section class="section" aria-labelledby="how-title">
        <h2 id="how-title">How it works</h2>
        <div class="card">
          <RoadsPicture />
        </div>
      </section>
      <Signposts />
    </PublicPage>
  );
}

function Welcome({ view: { frame, service } }: { view: PublicView }) {
  return (
    <div class="welcome">
      <div class="welcome__words">
        <h1>Talk it through, and find a way forward</h1>
        <p class="lead">
          We help families and young people in {service.area} sort things out with the council, a school or the health
          service when they disagree about special educational needs and disabilities (SEND).
        </p>
      </div>
      <section class="card phone" aria-labelledby="phone-title">
        <h2 id="phone-title" class="govuk-visually-hidden">
          Talk to an adviser
        </h2>
        <p class={frame.service.isOpen ? 'open-now' : 'open-now open-now--closed'}>{frame.service.openNow}</p>
        <TelLink class="phone__number" number={frame.service.telephone} />
        <p class="quiet">{frame.service.hours}</p>
        <div class="phone__rest">
          <a href={`mailto:${frame.service.email}`}>{frame.service.email}</a>
          <a href={askPath({ want: 'call-back' })}>Ask us to ring you</a>
        </div>
      </section>
    </div>
  );
}

function Doors() {
  return (
    <section aria-labelledby="doors-title">
      <h2 id="doors-title">What has happened?</h2>
      <div class="doors">
        <Door
          name="Mediation"
          picture={<LetterPicture />}
          note="You get your mediation certificate here too, if you would rather not meet."
          more={publicPaths.mediation}
          start={askPath({ want: 'mediation' })}
          examples={[
            'It said no to an assessment or a plan',
            'The plan does not say the right things',
            'It wants to stop the plan',
          ]}
        >
          The council sent a decision letter about an education, health and care plan (EHC plan), and you do not agree.
        </Door>
        <Door
          name="Disagreement resolution"
          isSun
          picture={<TalkPicture />}
          note="This never changes a date for an appeal, so check your dates if you have a letter."
          more={publicPaths.disagreementResolution}
          start={askPath({ want: 'disagreement-resolution' })}
          examples={[
            'Help at nursery, school or college',
            'How a plan is being written or reviewed',
            'Health or social care while that happens',
          ]}
        >
          Something else about help for special educational needs is not working, with an EHC plan or without one.
        </Door>
      </div>
      <div class="card card--soft unsure">
        <div class="flow">
          <h3>I’m not sure</h3>
          <p>Answer a few short questions. We do not ask who you are, and you see your dates at the end.</p>
        </div>
        <ButtonLink href={publicPaths.whatCanIDo} classes="govuk-button--secondary">
          Help me choose
        </ButtonLink>
      </div>
    </section>
  );
}

interface DoorProps {
  name: string;
  picture: Words;
  isSun?: boolean;
  examples: readonly string[];
  note: string;
  start: string;
  /** The page that says more about it. */
  more: string;
  children: Words;
}

function Door({ name, picture, isSun, examples, note, start, more, children }: DoorProps) {
  return (
    <article class={isSun ? 'card door door--sun' : 'card door'}>
      <div class="door__title">
        {picture}
        <h3>{name}</h3>
      </div>
      <p class="door__for">{children}</p>
      <ul class="dots">
        {examples.map((example) => (
          <li>{example}</li>
        ))}
      </ul>
      <p class="door__note">
        {note} <a href={more}>More about {name.toLowerCase()}</a>
      </p>
      <ButtonLink href={start}>Start with {name.toLowerCase()}</ButtonLink>
    </article>
  );
}

function Promises() {
  return (
    <section class="section" aria-labelledby="promises-title">
      <h2 id="promises-title">You can count on this</h2>
      <ul class="promises" role="list">
        <li>
          <FreePicture />
          <h3>It is free</h3>
          <p>You pay nothing. For mediation, you can also ask for reasonable travel costs back.</p>
        </li>
        <li>
          <IndependentPicture />
          <h3>It is independent</h3>
          <p>We take nobody’s side. We do not work for the council or a school.</p>
        </li>
        <li>
          <ConfidentialPicture />
          <h3>It is confidential</h3>
          <p>
            What you say in a meeting stays private, unless{' '}
            <a href={publicPaths.confidentiality}>somebody may not be safe</a>.
          </p>
        </li>
      </ul>
    </section>
  );
}

function Signposts() {
  return (
    <div class="section pair">
      <section class="card card--glow signpost" aria-labelledby="young-title">
        <div class="flow">
          <h2 id="young-title">Are you 16 to 25?</h2>
          <p>You can ask for this yourself, and choose who helps you.</p>
          <p>
            <a href={publicPaths.youngPeople}>Pages for young people</a>
          </p>
        </div>
        <YoungPicture />
      </section>
      <section class="card signpost" aria-labelledby="letter-title">
        <div class="flow">
          <h2 id="letter-title">Had a letter?</h2>
          <p>Time to appeal is short. See your dates, and why.</p>
          <p>
            <a href={publicPaths.myDates}>Work out my dates</a>
          </p>
        </div>
        <CalendarPicture />
      </section>
    </div>
  );
}
