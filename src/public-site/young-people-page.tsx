// The first page for young people, in words and pictures of their own.
import { ButtonLink } from '../kit/html/govuk/button.tsx';
import { PublicPage } from '../kit/html/layouts/public-page.tsx';
import { TelLink } from '../kit/html/link.tsx';
import type { Words } from '../kit/html/parts.ts';
import { askPath, publicPaths } from './paths.ts';
import {
  AdvocatePicture,
  CertificatePicture,
  FamilyPicture,
  FriendPicture,
  HelpPicture,
  LockPicture,
  PagePicture,
  PhonePicture,
  PlanPicture,
  RoomPicture,
  SchoolPersonPicture,
  TablePicture,
  VideoPicture,
} from './pictures/young-pictures.tsx';
import type { PublicView } from './view.ts';

/** The page for young people from the end of compulsory school age to 25. */
export function YoungPeoplePage({ view }: { view: PublicView }) {
  return (
    <PublicPage frame={view.frame} title="Not happy with your help? You can say so" current="young">
      <Hello view={view} />
      <section class="section" aria-labelledby="ask-title">
        <h2 id="ask-title">What you can ask for</h2>
        <div class="asks">
          <Ask picture={<PlanPicture />} title="A talk about your plan" article="" name="mediation">
            The council said no to a plan, or wrote one that is not right. You meet, and talk about it.
          </Ask>
          <Ask picture={<HelpPicture />} title="A talk about your help" article="" name="disagreement resolution">
            Your help at school, college or training is not working. You can ask with a plan or without one.
          </Ask>
          <Ask
            picture={<CertificatePicture />}
            title="No talk, just the paper"
            article="a"
            name="mediation certificate"
          >
            You do not have to meet. We give you a paper to send if you want to appeal.
          </Ask>
        </div>
      </section>
      <section class="section" aria-labelledby="helper-title">
        <h2 id="helper-title">You choose who helps you</h2>
        <ul class="tiles" role="list">
          <Tile picture={<FamilyPicture />}>Someone in your family</Tile>
          <Tile picture={<FriendPicture />}>A friend</Tile>
          <Tile picture={<SchoolPersonPicture />}>Someone at school or college</Tile>
          <Tile picture={<AdvocatePicture />}>An advocate, who helps you be heard</Tile>
        </ul>
        <p>One person can always come with you. Or you can do it on your own: we will explain things as we go.</p>
      </section>
      <section class="section" aria-labelledby="join-title">
        <h2 id="join-title">You choose how to take part</h2>
        <ul class="tiles" role="list">
          <Tile picture={<RoomPicture />}>In the room</Tile>
          <Tile picture={<VideoPicture />}>By video</Tile>
          <Tile picture={<PhonePicture />}>By phone</Tile>
          <Tile picture={<PagePicture />}>In words or pictures</Tile>
        </ul>
      </section>
      <section class="section card card--brand private" aria-labelledby="private-title">
        <LockPicture />
        <div class="flow">
          <h2 id="private-title">What you tell us is private</h2>
          <p>
            We ask you before we talk to your family. We do not tell the council or your school what you say unless you
            want us to.
          </p>
          <p>If we think somebody is not safe, we have to tell someone who can help.</p>
        </div>
      </section>
      <section class="section flow" aria-labelledby="when-title">
        <h2 id="when-title">Is this page for me?</h2>
        <p>
          Yes, after the last Friday in June of Year 11, until you turn 25. Before that, a parent or carer asks, and we
          still want to hear what you think.
        </p>
        <p>
          Had a letter from the council? Time to appeal is short: <a href={publicPaths.myDates}>work out your dates</a>.
          Not sure what to ask for? <a href={publicPaths.whatCanIDo}>Answer a few questions</a>.
        </p>
        <p>
          <a href={publicPaths.home}>Pages for parents and carers</a>
        </p>
      </section>
    </PublicPage>
  );
}

function Hello({ view: { frame } }: { view: PublicView }) {
  const { telephone, openNow } = frame.service;
  return (
    <div class="card card--glow hello">
      <div class="hello__words">
        <p class="eyebrow">For you, if you are 16 to 25</p>
        <h1>
          <span>Not happy with your help?</span> <span>You can say so.</span>
        </h1>
        <p class="lead">
          We help you talk to the council, your school or your college. It is free, and we do not take sides.
        </p>
        <p class="buttons">
          <ButtonLink href={askPath({ want: 'call-back', writer: 'young-person' })}>Ask us to ring you</ButtonLink>
        </p>
        <p>
          Or ring <TelLink number={telephone} />. <span class="keep">{openNow}.</span>
        </p>
      </div>
      <TablePicture />
    </div>
  );
}

function Ask({
  picture,
  title,
  article,
  name,
  children,
}: {
  picture: Words;
  title: string;
  /** "a" where the name needs one. */
  article: 'a' | '';
  name: string;
  children: Words;
}) {
  return (
    <article class="card ask">
      {picture}
      <div class="ask__words">
        <h3>{title}</h3>
        <p>{children}</p>
        <p class="ask__name">
          This is called {article} <b>{name}</b>
        </p>
      </div>
    </article>
  );
}

function Tile({ picture, children }: { picture: Words; children: Words }) {
  return (
    <li class="tile">
      {picture}
      {children}
    </li>
  );
}
