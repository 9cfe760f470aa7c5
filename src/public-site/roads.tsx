// One road that becomes two, as a picture and as the same steps in words.
import { RoadsTall, RoadsWide } from './pictures/roads-picture.tsx';

const FIRST_STEPS = ['You tell us what is wrong.', 'We explain your choices.'] as const;

const MEDIATION_STEPS = [
  ...FIRST_STEPS,
  'You ask to meet. The council has 30 days to arrange it.',
  'You meet, and a trained mediator helps you talk.',
  'The council does what was agreed, and you get a certificate.',
] as const;

const RESOLUTION_STEPS = [
  ...FIRST_STEPS,
  'We ask everyone to meet. Each of them can say yes or no.',
  'You meet, and a trained mediator helps you talk.',
  'Everyone signs what was agreed.',
] as const;

/** The picture for both kinds of screen, the note under it, and the words that say the same. */
export function RoadsPicture({ open }: { open?: boolean }) {
  return (
    <>
      <RoadsWide />
      <RoadsTall />
      <p class="roads-note">You can stop, or change roads, whenever you like. You can still appeal.</p>
      <details class="same-in-words" open={open}>
        <summary>The same picture in words</summary>
        <div>
          <Steps name="Mediation" steps={MEDIATION_STEPS} />
          <Steps name="Disagreement resolution" steps={RESOLUTION_STEPS} />
        </div>
      </details>
    </>
  );
}

function Steps({ name, steps }: { name: string; steps: readonly string[] }) {
  return (
    <div>
      <h3>{name}</h3>
      <ol>
        {steps.map((step) => (
          <li>{step}</li>
        ))}
      </ol>
    </div>
  );
}
