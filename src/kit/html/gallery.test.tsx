// Every layout and piece, drawn with words that try to break out of it: nothing they write may become markup or run.
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { describe, expect, it } from 'vitest';
import { pages } from './fixtures/gallery.tsx';
import { renderPage } from './render.ts';

const HOSTILE = `"><script>alert(1)</script><img src=x onerror=alert(1)>'&lt;\`\${1}</textarea></title>`;

function elementsOf(html: string): Tree.Element[] {
  const found: Tree.Element[] = [];
  const walk = (node: Tree.Node): void => {
    if ('tagName' in node) found.push(node);
    if ('childNodes' in node) node.childNodes.forEach(walk);
  };
  walk(parse(html));
  return found;
}
const attribute = (element: Tree.Element, name: string) => element.attrs.find((one) => one.name === name)?.value;
const shape = (html: string) =>
  elementsOf(html).map(({ tagName, attrs }) => [tagName, ...attrs.map(({ name }) => name)].join(' '));

const names = Object.keys(pages());
const htmlOf = (name: string, words?: string) => renderPage(pages(words)[name]!);

describe.each(names)('the page %s', (name) => {
  it('has the same elements and attributes whatever people wrote', () => {
    expect(shape(htmlOf(name, HOSTILE))).toEqual(shape(htmlOf(name, 'Joanna Marlow')));
  });

  it('shows what people wrote, letter for letter', () => {
    const text = (node: Tree.Node): string =>
      'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(text).join('') : '';
    const html = htmlOf(name, HOSTILE);
    const values = elementsOf(html).flatMap(({ attrs }) => attrs.map(({ value }) => value));
    expect(text(parse(html)) + values.join('\n')).toContain(HOSTILE);
  });

  it('has no script or style of its own, and no address that runs', () => {
    for (const element of elementsOf(htmlOf(name, 'javascript:alert(1)'))) {
      expect(element.attrs.filter((one) => one.name === 'style' || one.name.startsWith('on'))).toEqual([]);
      expect(element.tagName).not.toBe('style');
      if (element.tagName === 'script') expect(attribute(element, 'src')).toMatch(/^\/assets\/\w+\.js$/);
      for (const link of ['href', 'action', 'src']) expect(attribute(element, link) ?? '').not.toMatch(/^javascript:/);
    }
  });

  it('has one main part, one heading of the page, ids that are its own, and names that lead somewhere', () => {
    const elements = elementsOf(htmlOf(name));
    const ids = elements.flatMap((element) => attribute(element, 'id') ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    expect(elements.filter(({ tagName }) => tagName === 'main')).toHaveLength(1);
    expect(elements.filter(({ tagName }) => tagName === 'h1')).toHaveLength(1);
    for (const element of elements) {
      for (const reference of ['for', 'aria-labelledby', 'aria-describedby', 'aria-controls']) {
        for (const id of attribute(element, reference)?.split(' ') ?? []) expect(ids).toContain(id);
      }
    }
  });
});

describe('the shell', () => {
  it('begins the title with "Error: " when something is wrong', () => {
    expect(htmlOf('question')).toContain('<title>Error: What date is printed on the letter? – Common Ground</title>');
    expect(htmlOf('dates')).toContain('<title>Your appeal dates – Common Ground</title>');
  });

  it('says on every page of a trial that nothing is real, and on no other', () => {
    expect(htmlOf('today')).toContain('Everybody here is invented. Nothing is sent.');
    expect(htmlOf('today')).toContain('SPECIMEN');
    expect(htmlOf('dates')).not.toMatch(/SPECIMEN|invented/);
  });

  it('carries the language and its direction', () => {
    expect(htmlOf('fields')).toContain('<html lang="ar" dir="rtl">');
    expect(htmlOf('dates')).toContain('<html lang="en-GB" dir="ltr">');
  });

  it('keeps pages about people out of search engines', () => {
    for (const name of ['family', 'case', 'today', 'call', 'question']) expect(htmlOf(name)).toContain('noindex');
    expect(htmlOf('dates')).not.toContain('noindex');
  });

  it('gives every form that changes something its token', () => {
    for (const name of names) {
      const html = htmlOf(name);
      expect(html.match(/name="_csrf"/g)?.length ?? 0).toBe(html.match(/method="post"/g)?.length ?? 0);
    }
  });
});
