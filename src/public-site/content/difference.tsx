// Mediation beside disagreement resolution: one picture, and the same in a table.
import { publicPaths } from '../paths.ts';
import { RoadsPicture } from '../roads.tsx';
import { Part, type ContentPage } from './content-page.tsx';

/** Question, mediation, disagreement resolution. */
const ROWS = [
  [
    'What is it about?',
    'A decision of the council about an EHC plan, in a letter',
    'Anything else about help for special educational needs, with a plan or without',
  ],
  ['Who has to come?', 'The council, if you ask. You choose', 'Nobody. All of them have to say yes'],
  ['How soon?', 'The council has 30 days to arrange it', 'The law sets no time. We agree a day with everybody'],
  ['What is written?', 'A mediation agreement', 'An outcome statement'],
  [
    'Is it binding?',
    'Yes, on the council and the health body',
    'No. It is informal, and it works because all have signed it',
  ],
  ['Do I get a certificate?', 'Yes, if you meet or if you say no to meeting', 'No'],
  [
    'Does it change the time to appeal?',
    'The date on the certificate can make it later, but not for section I on its own',
    'Never',
  ],
  ['What does it cost me?', 'Nothing', 'Nothing'],
] as const;

export const difference: ContentPage = {
  path: publicPaths.difference,
  title: 'Mediation or disagreement resolution?',
  current: 'how',
  lead: () =>
    'Both are meetings with a mediator who takes no side. Both are free and private. Which one is right depends on what you disagree about.',
  body: () => (
    <>
      <Part id="picture" title="In one picture">
        <RoadsPicture open />
      </Part>
      <Part id="table" title="One beside the other">
        <table class="plain-table side-by-side">
          <thead>
            <tr>
              <td />
              <th scope="col">Mediation</th>
              <th scope="col">Disagreement resolution</th>
            </tr>
          </thead>
          <tbody>
            {ROWS.map(([question, one, other]) => (
              <tr>
                <th scope="row">{question}</th>
                <td data-of="Mediation">{one}</td>
                <td data-of="Disagreement resolution">{other}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <p>
          You can be on both roads at once. Still not sure? <a href={publicPaths.whatCanIDo}>Answer a few questions</a>.
        </p>
      </Part>
    </>
  ),
  next: [
    { href: publicPaths.mediation, words: 'More about mediation' },
    { href: publicPaths.disagreementResolution, words: 'More about disagreement resolution' },
    { href: publicPaths.earlyResolution, words: 'Something less formal' },
  ],
};
