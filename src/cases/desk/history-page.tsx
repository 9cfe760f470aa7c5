// All that has happened in a case, newest first.
import { BackLink } from '../../kit/html/govuk/back-link.tsx';
import { DeskPage } from '../../kit/html/layouts/desk-page.tsx';
import type { Frame } from '../../kit/html/layouts/document.tsx';
import { Card } from '../../kit/html/pieces/card.tsx';
import { Timeline } from '../../kit/html/pieces/progress.tsx';
import { inFours } from '../../kit/reference.ts';
import { deskPaths } from '../paths.ts';
import type { TimelineEntry } from '../store.ts';
import { linesOf } from './case-page.tsx';
import type { CaseView } from './case-view.ts';

/** The page; `more` is the last line's place where there are earlier ones. */
export function HistoryPage({
  frame,
  view,
  timeline,
  more,
}: {
  frame: Frame;
  view: CaseView;
  timeline: readonly TimelineEntry[];
  more: number | null;
}) {
  const { reference } = view.page;
  return (
    <DeskPage frame={frame} title={`${inFours(reference)}: what has happened`} current="cases">
      <BackLink href={deskPaths.case(reference)}>Back to the case</BackLink>
      <div class="page-title">
        <p class="eyebrow">{inFours(reference)}</p>
        <h1>What has happened</h1>
      </div>
      <Card>
        {timeline.length === 0 ? <p>Nothing earlier.</p> : <Timeline entries={linesOf(timeline, view)} />}
        {more !== null && (
          <p>
            <a href={`${deskPaths.history(reference)}?before=${more}`}>Earlier</a>
          </p>
        )}
      </Card>
    </DeskPage>
  );
}
