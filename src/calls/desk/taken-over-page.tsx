// What somebody sees whose call a manager took over: who has it now, and what they had typed that is not in it.
import { ButtonLink } from '../../kit/html/govuk/button.tsx';
import { DeskPage } from '../../kit/html/layouts/desk-page.tsx';
import type { Frame } from '../../kit/html/layouts/document.tsx';
import { Card } from '../../kit/html/pieces/card.tsx';
import { callPaths } from '../paths.ts';
import { stepNames } from '../words.ts';
import { toTheMinute } from './moments.ts';
import type { Clash } from './view.ts';

export interface TakenOverProps {
  readonly frame: Frame;
  readonly by: string;
  readonly at: string;
  /** What stands in the call, beside what was typed here; empty where nothing differs. */
  readonly differing: Clash['differing'];
}

/** The page. */
export function TakenOverPage({ frame, by, at, differing }: TakenOverProps) {
  return (
    <DeskPage frame={frame} title="This call was taken over" current="calls" invalid={differing.length > 0}>
      <div class="stack">
        <h1>
          {by} took over this call at {toTheMinute(at)}
        </h1>
        <Card id="clash" tone="glow" flow>
          <p>Everything that you had saved before is in it. From now on {by} goes on with it.</p>
          {differing.length > 0 ? (
            <>
              <p>
                <strong>What you typed since then was not saved.</strong> Nothing is lost: it stands here. Tell {by}.
              </p>
              <table>
                <thead>
                  <tr>
                    <th scope="col">Step</th>
                    <th scope="col">In the call</th>
                    <th scope="col">You typed</th>
                  </tr>
                </thead>
                <tbody>
                  {differing.map(({ step, there, here }) => (
                    <tr>
                      <th scope="row">{stepNames[step]}</th>
                      <td>{there || 'nothing'}</td>
                      <td>{here || 'nothing'}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </>
          ) : (
            <p>There is nothing of yours that is not in it.</p>
          )}
          <ButtonLink href={callPaths.list}>To the calls</ButtonLink>
        </Card>
      </div>
    </DeskPage>
  );
}
