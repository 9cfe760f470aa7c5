// Turns a page made of components into the HTML that is sent.
import type { VNode } from 'preact';
import { render } from 'preact-render-to-string';

/** Renders a whole page, from doctype to the end. */
export function renderPage(page: VNode): string {
  return `<!doctype html>${render(page)}`;
}
