// Every page that anybody may open without an account.
import type { VNode } from 'preact';
import type { ReadRoute, Route } from '../kit/http/visit.ts';
import type { WebProgram } from '../program.ts';
import type { Who } from '../sign-in/who.ts';
import { ApiPage } from './api/api-page.tsx';
import { contactOn } from './content/contact.tsx';
import { ContentPageView } from './content/content-page.tsx';
import { contentPages } from './content/pages.ts';
import { HomePage } from './home-page.tsx';
import { myDatesRoutes } from './my-dates/routes.tsx';
import { publicPaths } from './paths.ts';
import { viewOf, type PublicProgram, type PublicView } from './view.ts';
import { whatCanIDoRoutes } from './what-can-i-do/routes.tsx';
import { YoungPeoplePage } from './young-people-page.tsx';

/** "Open now" stands on every page, so a copy is soon out of date. */
const CACHE_SECONDS = 60;

/** Makes the routes of the public site. None of them reads a table or stores anything. */
export function publicRoutes(program: PublicProgram | WebProgram): Route<Who>[] {
  const page = (path: string, make: (view: PublicView) => VNode): ReadRoute<Who> => ({
    method: 'GET',
    path,
    access: 'public',
    cacheSeconds: CACHE_SECONDS,
    handle: (visit) => visit.html(make(viewOf(program))),
  });
  return [
    page(publicPaths.home, (view) => <HomePage view={view} />),
    page(publicPaths.youngPeople, (view) => <YoungPeoplePage view={view} />),
    page(publicPaths.contact, (view) => <ContentPageView page={contactOn(program.clock.today())} view={view} />),
    ...contentPages.map((content) => page(content.path, (view) => <ContentPageView page={content} view={view} />)),
    page(publicPaths.api, (view) => <ApiPage view={view} address={program.address} />),
    ...whatCanIDoRoutes(program),
    ...myDatesRoutes(program),
  ];
}
