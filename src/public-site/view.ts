// What every public page is given: what stands around it, and the service it speaks for.
import { openFrame } from '../frame.ts';
import type { Frame } from '../kit/html/layouts/document.tsx';
import type { Service, Signpost } from '../office/service.ts';
import type { WebProgram } from '../program.ts';

/** The part of the program that public pages use; they read no table. */
export type PublicProgram = Pick<WebProgram, 'clock' | 'law' | 'service' | 'trial' | 'address'>;

export interface PublicView {
  readonly frame: Frame;
  readonly service: Service;
}

/** Makes the view of one request. It holds no form token, so anybody may keep a copy of the page. */
export function viewOf(program: PublicProgram): PublicView {
  return { frame: openFrame(program), service: program.service() };
}

/** Lists whom else a family can turn to, in the service's own order. */
export function signpostsOf({ signposts }: Pick<Service, 'signposts'>, kind: Signpost['kind']): readonly Signpost[] {
  return signposts.filter((signpost) => signpost.kind === kind);
}
